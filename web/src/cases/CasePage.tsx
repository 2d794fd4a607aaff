import { THING_KINDS } from '@proofmark/contract/case-words'
import { ASKERS, CASE_WORKERS } from '@proofmark/contract/route'
import type { CaseShown } from '@proofmark/contract/schemas/case'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Note } from '../common/Note.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { addressOfGraph } from '../graph/state/start.ts'
import { useAsked } from '../imports/useAsked.ts'
import { AskWords } from './AskWords.tsx'
import styles from './Cases.module.css'
import { CASES_CATALOGUE } from './catalogue.ts'
import { Documents } from './Documents.tsx'
import { Entries } from './Entries.tsx'
import { GROUNDS } from './grounds.ts'
import { Items } from './Items.tsx'
import { Members } from './Members.tsx'
import { codeWords } from './meaning.ts'
import { Offer, Settle } from './Settle.tsx'
import { Tasks } from './Tasks.tsx'
import { Timeline } from './Timeline.tsx'
import { type CaseProps, mayWrite } from './useCase.ts'

interface CasePageProps {
  readonly file: string
  readonly session: Session
}

/** A case: what it is about, what is asked next, what was said in it and given to it, and who is in it. */
export default function CasePage({ file, session }: CasePageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, CASE_WORKERS))
    return <Forbidden page={say('common.page.case')} session={session} roles={CASE_WORKERS} />
  return (
    <DeskLanguage catalogue={CASES_CATALOGUE}>
      <Opened file={file} session={session} />
    </DeskLanguage>
  )
}

function Opened({ file, session }: CasePageProps) {
  const { say } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal) => api('caseShow', { case: file, grounds: GROUNDS }, {}, signal),
    [file],
  )
  const [asked, again] = useAsked(ask)
  const [changed, setChanged] = useState<CaseShown | null>(null)
  if (changed) return <Sheet shown={changed} session={session} onChanged={setChanged} />
  if (asked.kind === 'asking') return <Bars id="cases.opening" />
  if (asked.kind === 'failed' && asked.error.code === 'not_found')
    return (
      <Section heading={say('cases.no_such')} ruled={false}>
        <div className={states.state}>
          <p>{say('cases.no_such_how')}</p>
          <p>
            <Go to="/cases">{say('cases.back')}</Go>
          </p>
        </div>
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  return <Sheet shown={asked.answer} session={session} onChanged={setChanged} />
}

const THINGS: readonly string[] = THING_KINDS

interface SheetProps extends CaseProps {
  readonly session: Session
}

function Sheet({ shown, session, onChanged }: SheetProps) {
  const { say } = useLanguage()
  const props = { shown, onChanged }
  return (
    <div className={styles.page}>
      <Overview shown={shown} />
      {shown.state !== 'open' && (
        <Note heading={say('cases.is_closed', { state: say(`case.state.${shown.state}`) })}>
          {say('cases.closed_how')}
        </Note>
      )}
      <Offer {...props} />
      <Next shown={shown} tracing={holdsOne(session, ASKERS)} />
      <Items
        {...props}
        session={session}
        heading={say('cases.items')}
        holds={(kind) => !THINGS.includes(kind)}
        gives={mayWrite(shown)}
      />
      <p>
        <Go to={`/things#${shown.case}`}>{say('common.page.things')}</Go>
      </p>
      {shown.items.some(({ kind }) => THINGS.includes(kind)) && (
        <Items
          {...props}
          session={session}
          heading={say('cases.things')}
          holds={(kind) => THINGS.includes(kind)}
          gives={false}
        />
      )}
      <Tasks {...props} />
      <Entries {...props} />
      <Documents {...props} />
      <Timeline shown={shown} />
      <Members {...props} />
      <Settle {...props} />
    </div>
  )
}

function Overview({ shown }: { readonly shown: CaseShown }) {
  const { say, figures } = useLanguage()
  const { closing } = shown
  return (
    <Section
      ruled={false}
      heading={
        <>
          <bdi>{shown.title}</bdi> <Identifier mono>{shown.reference}</Identifier>
        </>
      }
      aside={<Go to="/cases">{say('cases.back')}</Go>}
    >
      <Plate
        facts={[
          [say('cases.state'), say(`case.state.${shown.state}`)],
          [say('cases.agency'), <bdi key="agency">{shown.agency}</bdi>],
          [say('cases.part'), say(`case.part.${shown.part}`)],
          [say('cases.kinds'), <Facts key="kinds">{shown.kinds.map((kind) => say(`case.kind.${kind}`))}</Facts>],
          [
            say('cases.nexus'),
            shown.nexus.length === 0 ? null : (
              <Facts key="nexus">{shown.nexus.map((mark) => say(`case.nexus.${mark}`))}</Facts>
            ),
          ],
          [say('cases.visibility'), say(`case.visibility.${shown.visibility}`)],
          [say('cases.handling'), codeWords(say, 'europol', shown.handling)],
          [
            say('cases.opened'),
            <bdi key="opened">{say('cases.opened_by', { by: shown.openedBy, day: figures.day(shown.openedAt) })}</bdi>,
          ],
          [say('cases.review'), shown.reviewOn === null ? null : figures.day(shown.reviewOn)],
          [say('cases.outcome'), closing && <bdi key="outcome">{closing.outcome}</bdi>],
          [
            say('cases.supply'),
            closing && (
              <Facts key="supply">
                {[say(`case.supply.${closing.supplyChain}`), closing.why && <bdi key="why">{closing.why}</bdi>]}
              </Facts>
            ),
          ],
          [say('cases.despite'), closing?.despiteTraces && <bdi key="despite">{closing.despiteTraces}</bdi>],
        ]}
      />
      <p className={styles.acts}>
        <Go to={addressOfGraph({ nodes: [`case:${shown.case}`], case: shown.case })}>{say('cases.graph')}</Go>
      </p>
    </Section>
  )
}

function Next({ shown: { asks, state }, tracing }: { readonly shown: CaseShown; readonly tracing: boolean }) {
  const { say, figures } = useLanguage()
  if (state !== 'open') return null
  return (
    <Section heading={say('cases.next')} aside={figures.count(asks.length)}>
      {asks.length === 0 && <p className={styles.quiet}>{say('cases.nothing_next')}</p>}
      <ul className={styles.asks}>
        {asks.map((ask) => (
          <li key={`${ask.ask} ${ask.entry}`} data-ask={ask.ask}>
            <span>
              <AskWords ask={ask} tracing={tracing} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
