import type { CaseEntryShown, CaseShown } from '@proofmark/contract/schemas/case'
import { useState } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { BuiltUpon } from './BuildsUpon.tsx'
import styles from './Cases.module.css'
import { GROUNDS } from './grounds.ts'
import { isHeld } from './held-back.ts'
import { More } from './More.tsx'
import { meaningsOf } from './meaning.ts'
import { SayForm } from './SayForm.tsx'
import { type CaseProps, mayWrite, useCaseDoing } from './useCase.ts'

const PAGE = 50
const SHOWN: readonly string[] = ['note', 'decision', 'withdrawal', 'struck']

/** Notes and decisions, the last first, each with its grades as they were given; and what was withdrawn. */
export function Entries({ shown, onChanged }: CaseProps) {
  const { say, figures } = useLanguage()
  const doing = useCaseDoing(onChanged)
  const [most, setMost] = useState(PAGE)
  const [sought, setSought] = useState('')
  const all = shown.entries.filter(({ kind }) => SHOWN.includes(kind)).reverse()
  const entries = sought.trim() === '' ? all : all.filter((entry) => holdsWords(entry, sought))
  const today = new Date().toISOString().slice(0, 10)
  const held = new Set(all.filter((entry) => isHeld(entry, today)).map(({ entry }) => entry))
  const withdraw = (of: string) =>
    doing.change(() => api('caseWithdraw', { case: shown.case, entry: newIdentifier(), of, grounds: GROUNDS }))
  return (
    <Section heading={say('cases.notes')} aside={figures.count(all.length)}>
      {all.length === 0 && <p className={styles.quiet}>{say('cases.notes_none')}</p>}
      {held.size > 0 && <p className={styles.printed}>{say('cases.print_held', { count: held.size })}</p>}
      {all.length > PAGE && (
        <TextField name="sought" label={say('cases.find_note')} value={sought} most={120} onChange={setSought} />
      )}
      {all.length > 0 && entries.length === 0 && <p className={styles.quiet}>{say('cases.find_note_none')}</p>}
      <ol className={styles.entries}>
        {entries.slice(0, most).map((entry) => (
          <li key={entry.entry} data-entry={entry.kind} className={held.has(entry.entry) ? styles.held : undefined}>
            <Said entry={entry} />
            <BuiltUpon shown={shown} about={aboutOf(entry)} />
            <span className={styles.under}>
              <Facts>
                {[
                  say(`case.entry.${entry.kind}`),
                  <bdi key="by">{entry.by}</bdi>,
                  entry.agency,
                  figures.moment(entry.at),
                  compartmentOf(shown, entry),
                  entry.withdrawn ? say('cases.withdrawn') : null,
                ]}
              </Facts>
            </span>
            {entry.restsOnWithdrawn && <p className={styles.warned}>{say('cases.rests')}</p>}
            {entry.mayWithdraw && (
              <SecondStep
                word={say('cases.withdraw')}
                told={say('cases.withdraw_told')}
                act={say('cases.withdraw')}
                busy={doing.busy}
                onAct={() => withdraw(entry.entry)}
              />
            )}
          </li>
        ))}
      </ol>
      <More left={entries.length - most} onMore={() => setMost(most + PAGE)} />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {mayWrite(shown) && (
        <div className={styles.acts}>
          <SayForm shown={shown} onChanged={onChanged} kind="note" />
          <SayForm shown={shown} onChanged={onChanged} kind="decision" />
        </div>
      )}
    </Section>
  )
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

function holdsWords({ said, by, agency }: CaseEntryShown, sought: string): boolean {
  const words = said?.kind === 'note' || said?.kind === 'decision' ? said.text : ''
  const reason = said?.kind === 'decision' ? said.reason : ''
  return folded([words, reason, by, agency ?? ''].join(' ')).includes(folded(sought.trim()))
}

const aboutOf = ({ said }: CaseEntryShown): readonly string[] =>
  said?.kind === 'note' || said?.kind === 'decision' ? said.about : []

const compartmentOf = ({ compartments }: CaseShown, { compartment }: CaseEntryShown): string | null =>
  compartments.find((each) => each.compartment === compartment)?.name ?? null

function Said({ entry: { said, agency, struck } }: { readonly entry: CaseEntryShown }) {
  const { say, figures } = useLanguage()
  if (struck !== null) {
    const { at, by, reason } = struck
    return <p className={styles.settled}>{say('cases.struck', { day: figures.day(at), by, reason })}</p>
  }
  if (said?.kind === 'struck') return <p className={styles.settled}>{say('cases.struck_what', { what: said.what })}</p>
  if (said?.kind === 'withdrawal')
    return (
      <p className={styles.settled}>
        {say('cases.withdrawn_by', {
          agency: agency ?? '',
          what: said.what === 'document' ? say('cases.documents') : say(`case.entry.${said.what}`),
        })}
      </p>
    )
  if (said?.kind === 'decision')
    return (
      <>
        <p className={styles.said}>
          <bdi>{said.text}</bdi>
        </p>
        <p className={styles.said}>
          {say('cases.reason')}: <bdi>{said.reason}</bdi>
        </p>
      </>
    )
  if (said?.kind !== 'note') return null
  const { evaluation } = said
  return (
    <>
      <p className={said.standing === 'assessment' ? `${styles.said} ${styles.assessment}` : styles.said}>
        <bdi>{said.text}</bdi>
      </p>
      <span className={styles.under}>
        <Facts>
          {[
            say(`case.standing.${said.standing}`),
            evaluation
              ? say('cases.graded', {
                  scheme: say('cases.scheme_name', { scheme: evaluation.scheme }),
                  source: evaluation.source ?? '–',
                  information: evaluation.information ?? '–',
                })
              : null,
            ...(evaluation ? meaningsOf(say, evaluation) : []),
          ]}
        </Facts>
      </span>
    </>
  )
}
