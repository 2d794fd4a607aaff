import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useEffect, useRef } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { AskGrounds } from '../find/AskGrounds.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AboutSource } from './AboutSource.tsx'
import { SOURCES_CATALOGUE } from './catalogue.ts'
import { RecordTable } from './RecordTable.tsx'
import styles from './SourcesPage.module.css'
import type { RecordsDesk, RecordsState } from './useSourceRecords.ts'

interface SourcePageProps {
  readonly source: string
  readonly records: RecordsDesk
  readonly desk: FindDesk
  readonly session: Session
}

/** One source: what it is and how it is kept; then what stands in it, on grounds, for which the page asks where none are given. */
export default function SourcePage(props: SourcePageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, READERS))
    return <Forbidden page={say('common.page.sources')} session={props.session} roles={READERS} />
  return (
    <DeskLanguage catalogue={SOURCES_CATALOGUE}>
      <Records {...props} />
    </DeskLanguage>
  )
}

function Records({ source, records, desk, session }: SourcePageProps) {
  const { say } = useLanguage()
  const { state, list } = records
  const here = state.kind !== 'empty' && state.asked.source === source ? state : null
  const { purpose, reference } = desk.draft
  const begin = () => {
    if (!purpose) return
    list({ source, grounds: { purpose, ...(reference.trim() === '' ? {} : { reference: reference.trim() }) } })
  }
  const arrive = useRef(begin)
  arrive.current = begin
  const known = here !== null
  useEffect(() => {
    if (!known) arrive.current()
  }, [known])
  const [listed] = useAsked(useCallback((signal: AbortSignal) => api('sourceList', undefined, {}, signal), []))
  const about = listed.kind === 'answered' ? listed.answer.sources.find(({ id }) => id === source) : undefined
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Go to="/sources">{say('sources.back')}</Go>
      </p>
      {about && <AboutSource source={about} session={session} />}
      {here ? (
        <Shown state={here} onAgain={begin} onMore={records.more} />
      ) : (
        <AskGrounds desk={desk} session={session} action={say('sources.show')} onGiven={begin} />
      )}
    </div>
  )
}

interface ShownProps {
  readonly state: Exclude<RecordsState, { readonly kind: 'empty' }>
  readonly onAgain: () => void
  readonly onMore: () => void
}

function Shown({ state, onAgain, onMore }: ShownProps) {
  const { say, figures } = useLanguage()
  if (state.kind === 'asking') return <Bars id="sources.asking_records" />
  if (state.kind === 'failed') return <Failed error={state.error} onAgain={onAgain} />
  const { answer, busy, error } = state
  const { records, next } = answer
  const counted = { count: records.length, figure: figures.count(records.length) }
  return (
    <Section heading={say('sources.its_records')} busy={busy}>
      {records.length === 0 && next === null ? (
        <div className={states.state}>
          <p>{say('sources.records_none')}</p>
          <p className={states.more}>{say('sources.records_none_how')}</p>
        </div>
      ) : (
        <>
          <p className={styles.said} role="status">
            {say(next === null ? 'sources.records_all' : 'sources.records_first', counted)}
          </p>
          <RecordTable records={records} />
        </>
      )}
      {error && <Failed error={error} onAgain={onMore} />}
      {next !== null && (
        <p className={styles.actions}>
          <Button aria-disabled={busy} onClick={onMore}>
            {say('sources.records_more')}
          </Button>
        </p>
      )}
    </Section>
  )
}
