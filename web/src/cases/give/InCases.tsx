import type { CaseHolding } from '@proofmark/contract/schemas/case'
import type { Session } from '@proofmark/contract/schemas/session'
import { Suspense } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { SecondStep } from '../../common/SecondStep.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../../frame/language.tsx'
import styles from '../Cases.module.css'
import { GROUNDS } from '../grounds.ts'
import { GIVE_CATALOGUE } from './catalogue.ts'
import give from './Give.module.css'
import { GiveToCase } from './GiveToCase.tsx'
import type { Givable } from './givable.ts'
import { type Holding, useHolding } from './useHolding.ts'

interface InCasesProps {
  /** What of the page a case may be given, what the page is about first. */
  readonly choices: readonly Givable[]
  readonly session: Session
}

/** In which of the reader's cases what the page shows stands, and the way to give it to another. */
export function InCases({ choices, session }: InCasesProps) {
  const holding = useHolding(choices, session)
  return <CasesSection choices={choices} holding={holding} />
}

interface CasesSectionProps extends Pick<InCasesProps, 'choices'> {
  readonly holding: Holding
}

/** The same where the page itself asks, since other parts of it say so too. */
export function CasesSection({ choices, holding }: CasesSectionProps) {
  if (!holding.works || choices.length === 0) return null
  return (
    <Suspense fallback={null}>
      <DeskLanguage catalogue={GIVE_CATALOGUE}>
        <Shown choices={choices} holding={holding} />
      </DeskLanguage>
    </Suspense>
  )
}

/** A word by which one thing of the page is given to a case, where it stands on the page. */
export function GiveOne({ choice, holding }: { readonly choice: Givable; readonly holding: Holding }) {
  if (!holding.works) return null
  return (
    <Suspense fallback={null}>
      <DeskLanguage catalogue={GIVE_CATALOGUE}>
        <div className={give.printless}>
          <GiveToCase choices={[choice]} held={holding.held} onChanged={holding.again} />
        </div>
      </DeskLanguage>
    </Suspense>
  )
}

function Shown({ choices, holding: { asked, held, again } }: CasesSectionProps) {
  const { say, figures } = useLanguage()
  return (
    <div className={give.printless}>
      <Section
        heading={say('cases.in_cases')}
        aside={asked.kind === 'answered' && figures.count(new Set(held.map((each) => each.case)).size)}
        busy={asked.kind === 'asking'}
      >
        {asked.kind === 'asking' && held.length === 0 && <Bars id="cases.asking" />}
        {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} kept={false} />}
        {asked.kind === 'answered' && held.length === 0 && <p className={styles.told}>{say('cases.in_none')}</p>}
        {held.length > 0 && (
          <ul className={styles.entries}>
            {[...Map.groupBy(held, (each) => each.case)].map(([id, of]) => (
              <li key={id}>
                <CaseHead held={of[0]!} />
                <ul>
                  {of.map((each) => (
                    <HeldRow key={each.entry ?? each.id} held={each} label={labelOf(each, choices)} onChanged={again} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
        <GiveToCase choices={choices} held={held} onChanged={again} />
      </Section>
    </div>
  )
}

/** What of several things it is that stands in the case. */
function labelOf({ kind, id }: CaseHolding, choices: readonly Givable[]): string | null {
  const records = choices.filter(({ finding }) => finding === undefined)
  return records.length > 1 ? (records.find((each) => each.kind === kind && each.id === id)?.label ?? null) : null
}

interface HeldRowProps {
  readonly held: CaseHolding
  readonly label: string | null
  readonly onChanged: () => void
}

function CaseHead({ held }: Pick<HeldRowProps, 'held'>) {
  const { say } = useLanguage()
  return (
    <>
      <Go to={`/cases/${held.case}`}>
        <bdi>{held.title}</bdi>
      </Go>
      <span className={styles.under}>
        <Facts>
          {[
            <Identifier key="reference" mono>
              {held.reference}
            </Identifier>,
            say(`case.state.${held.state}`),
          ]}
        </Facts>
      </span>
    </>
  )
}

function HeldRow({ held, label, onChanged }: HeldRowProps) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const withdraw = (of: string) =>
    doing.act(async () => {
      await api('caseWithdraw', { case: held.case, entry: newIdentifier(), of, grounds: GROUNDS })
      onChanged()
    })
  return (
    <li className={give.held}>
      <span>
        <Facts>
          {[
            held.finding && say(`case.finding.${held.finding}`),
            label,
            held.entry === null && say('cases.recorded_there'),
            held.agency && say('cases.given_by_agency', { agency: held.agency }),
            held.at && figures.day(held.at),
          ]}
        </Facts>
      </span>
      {held.entry !== null && held.mayWithdraw && (
        <SecondStep
          word={say('cases.withdraw')}
          label={`${say('cases.withdraw')}: ${held.title}`}
          told={say('cases.withdraw_told')}
          act={say('cases.withdraw')}
          busy={doing.busy}
          onAct={() => withdraw(held.entry!)}
        />
      )}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </li>
  )
}
