import type { Session } from '@proofmark/contract/schemas/session'
import { useSyncExternalStore } from 'react'
import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Field.module.css'
import type { Outbox } from './send/outbox.ts'

interface OutboxLineProps {
  readonly outbox: Outbox
  readonly session: Session | null
  readonly onSignIn: () => void
}

/** What is on its way, or why nothing is. */
export function OutboxLine({ outbox, session, onSignIn }: OutboxLineProps) {
  const { say, figures } = useLanguage()
  const { underWay, halted } = useSyncExternalStore(outbox.subscribe, outbox.state)
  const said = () => {
    if (underWay?.kind === 'text') return say('field.sending_text')
    if (underWay?.kind === 'picture')
      return say('field.sending_part', { part: figures.count(underWay.part), of: figures.count(underWay.of) })
    if (halted) return say(`field.halted.${halted}`)
    return say(session ? 'field.connected' : 'field.halted.sign_in')
  }
  const needsSignIn = halted === 'sign_in' || (session === null && halted === null)
  return (
    <div className={styles.line} role="status" data-outbox={underWay?.kind ?? halted ?? 'idle'}>
      <span>{said()}</span>
      {needsSignIn ? (
        <Button weight="word" onClick={onSignIn}>
          {say('field.sign_in')}
        </Button>
      ) : (
        <Button weight="word" onClick={() => void outbox.send()}>
          {say('field.send_now')}
        </Button>
      )}
    </div>
  )
}
