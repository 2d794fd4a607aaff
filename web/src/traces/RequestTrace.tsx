import { TRACERS } from '@proofmark/contract/route'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Session } from '@proofmark/contract/schemas/session'
import { useRef } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './RequestTrace.module.css'

interface RequestTraceProps {
  readonly record: string
  readonly session: Session
  readonly grounds: Grounds
}

/** Begins a trace request about a record, for whoever may: it opens as a draft that is filled as far as it can be. */
export function RequestTrace({ record, session, grounds }: RequestTraceProps) {
  const { say } = useLanguage()
  // Pressed again after its answer was lost, it is the same draft.
  const id = useRef(newIdentifier())
  const doing = useDoing()
  if (!holdsOne(session, TRACERS)) return null
  const draft = () =>
    doing.act(async () => {
      const { reference } = grounds
      const trace = await api('traceDraft', {
        id: id.current,
        record,
        ...(reference === undefined ? {} : { reference }),
        grounds,
      })
      goTo(`/traces/${trace.id}`)
      scrollTo(0, 0)
    })
  return (
    <div className={styles.request}>
      <Button aria-disabled={doing.busy} onClick={draft}>
        {say('common.request_trace')}
      </Button>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </div>
  )
}
