import { ASKERS, TRACERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { useState } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Forbidden } from '../../common/Forbidden.tsx'
import { Section } from '../../common/Section.tsx'
import states from '../../common/State.module.css'
import { holdsOne } from '../../frame/desk-roles.ts'
import { Go } from '../../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../../frame/language.tsx'
import { TRACES_CATALOGUE } from '../catalogue.ts'
import { DraftSheet } from '../form/DraftSheet.tsx'
import { Head } from './Head.tsx'
import styles from './TracePage.module.css'
import { TraceSheet } from './TraceSheet.tsx'
import { useTrace } from './useTrace.ts'

interface TracePageProps {
  readonly trace: string
  readonly session: Session
}

/** One trace request: while it is written its form, and from then on where it stands. */
export default function TracePage({ trace, session }: TracePageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, ASKERS)) return <Forbidden page={say('common.page.trace')} session={session} roles={ASKERS} />
  return (
    <DeskLanguage catalogue={TRACES_CATALOGUE}>
      <div className={styles.page}>
        <Back />
        <Shown id={trace} session={session} />
      </div>
    </DeskLanguage>
  )
}

function Back() {
  const { say } = useLanguage()
  return (
    <p className={styles.back}>
      <Go to="/traces">{say('traces.page.to_board')}</Go>
    </p>
  )
}

/** In these the form may still be changed. */
const WRITTEN: ReadonlySet<TraceShown['state']> = new Set([
  'draft',
  'validated',
  'domestic_search',
  'foreign_prepared',
  'information_requested',
  'reopened',
])

function Shown({ id, session }: { readonly id: string; readonly session: Session }) {
  const { say } = useLanguage()
  const { trace, error, ask, changed } = useTrace(id)
  const [writing, setWriting] = useState(false)
  if (!trace && error?.code === 'not_found')
    return (
      <Section heading={say('traces.page.none')} ruled={false}>
        <div className={states.state}>
          <p>{say('traces.page.none_how')}</p>
        </div>
      </Section>
    )
  if (!trace && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!trace)
    return (
      <Section heading={say('common.page.trace')} ruled={false} busy>
        <Bars id="traces.page.asking" />
      </Section>
    )
  const own = trace.direction === 'outgoing' && holdsOne(session, TRACERS)
  const mayWrite = own && WRITTEN.has(trace.state)
  return (
    <>
      <Head trace={trace} />
      {mayWrite && (trace.state === 'draft' || writing) ? (
        <DraftSheet
          trace={trace}
          account={session.account}
          onChanged={(next) => {
            if (next.state !== trace.state) setWriting(false)
            changed(next)
          }}
        />
      ) : (
        <TraceSheet
          trace={trace}
          session={session}
          onChanged={changed}
          onWrite={mayWrite ? () => setWriting(true) : null}
        />
      )}
    </>
  )
}
