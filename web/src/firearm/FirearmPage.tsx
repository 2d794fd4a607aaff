import { CASE_WORKERS, DESKS, READERS } from '@proofmark/contract/route'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Session } from '@proofmark/contract/schemas/session'
import { useMemo, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { CorrectedRecords } from '../exchange/CorrectedRecords.tsx'
import { AskGrounds } from '../find/AskGrounds.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { addressOfGraph } from '../graph/state/start.ts'
import { RequestTrace } from '../traces/RequestTrace.tsx'
import { FIREARM_CATALOGUE } from './catalogue.ts'
import styles from './FirearmPage.module.css'
import { FirearmSheet } from './FirearmSheet.tsx'
import { NotFound } from './NotFound.tsx'
import { useFirearm } from './useFirearm.ts'

interface FirearmPageProps {
  /** Any record of the firearm. */
  readonly record: string
  readonly desk: FindDesk
  readonly session: Session
}

/** One firearm, seen from any record of it, on the grounds that the reader has given; without them it asks first. */
export default function FirearmPage(props: FirearmPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, READERS))
    return <Forbidden page={say('common.page.firearm')} session={props.session} roles={READERS} />
  return (
    <DeskLanguage catalogue={FIREARM_CATALOGUE}>
      <Opened {...props} />
    </DeskLanguage>
  )
}

function Opened({ record, desk, session }: FirearmPageProps) {
  const { say } = useLanguage()
  const [given, setGiven] = useState(desk.draft.purpose ? desk.draft : null)
  const { purpose, reference = '' } = given ?? {}
  const grounds = useMemo((): Grounds | null => {
    const stated = reference.trim()
    return purpose ? { purpose, ...(stated ? { reference: stated } : {}) } : null
  }, [purpose, reference])
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Go to="/find">{say('record.back')}</Go>
        <Go to={`/records/${record}`}>{say('firearm.to_record')}</Go>
        {holdsOne(session, CASE_WORKERS) && (
          <Go to={addressOfGraph({ nodes: [`firearm:${record}`] })}>{say('firearm.to_graph')}</Go>
        )}
        {holdsOne(session, DESKS) && <Go to={`/court/${record}`}>{say('firearm.to_court')}</Go>}
      </p>
      {grounds && <RequestTrace record={record} session={session} grounds={grounds} />}
      {grounds ? (
        <Shown record={record} grounds={grounds} session={session} />
      ) : (
        <AskGrounds desk={desk} session={session} action={say('firearm.show')} onGiven={() => setGiven(desk.draft)} />
      )}
    </div>
  )
}

interface ShownProps {
  readonly record: string
  readonly grounds: Grounds
  readonly session: Session
}

function Shown({ record, grounds, session }: ShownProps) {
  const { say } = useLanguage()
  const { state, again } = useFirearm(record, grounds)
  if (state.kind === 'asking')
    return (
      <Section heading={say('common.page.firearm')} busy>
        <Bars id="firearm.asking" />
      </Section>
    )
  if (state.kind === 'failed') {
    if (state.error.code === 'not_found') return <NotFound />
    return <Failed error={state.error} onAgain={() => void again()} kept={false} />
  }
  return (
    <>
      {state.error && <Failed error={state.error} onAgain={() => void again()} />}
      <FirearmSheet firearm={state.firearm} session={session} grounds={grounds} onChanged={again} />
      <CorrectedRecords records={[record, ...state.firearm.life.events.map((each) => each.record)]} session={session} />
    </>
  )
}
