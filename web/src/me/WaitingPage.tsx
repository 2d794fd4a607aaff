import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { answerError, api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './MePage.module.css'
import { useOwnSignIn } from './useOwnSignIn.ts'
import { WaitingRoles } from './WaitingRoles.tsx'

const LOOK_MS = 3_000

interface WaitingPageProps {
  readonly session: Session
  readonly onChanged: (session: Session) => void
  readonly onEnded: () => void
}

/** Waiting for roles: the code to read out, and going on by itself once they are confirmed. */
export function WaitingPage({ session, onChanged, onEnded }: WaitingPageProps) {
  const { say } = useLanguage()
  const { own, error, ask, changed } = useOwnSignIn()
  useEffect(() => {
    const look = () =>
      api('ownSignIn').then(changed, (thrown: unknown) => {
        // A server that does not answer for a while is asked again.
        if (answerError(thrown).status === 401) onEnded()
      })
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [changed, onEnded])
  // What waits no more was confirmed or refused; which of them it was, the session says.
  const decided = own !== null && own.waitingRoles.join() !== session.waitingRoles.join()
  useEffect(() => {
    if (own && decided) api('sessionShow').then(onChanged, () => undefined)
  }, [own, decided, onChanged])

  if (!own && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!own || decided) return <Bars id="me.asking" />
  const waits = own.waitingRoles.length > 0
  return (
    <div className={styles.narrow}>
      <Section heading={say(waits ? 'set_up.waiting' : 'set_up.no_role')} ruled={false}>
        <div className={styles.form}>
          {waits ? <WaitingRoles own={own} /> : <p>{say('set_up.no_role_how')}</p>}
          <p role="status">{say('set_up.by_itself')}</p>
          <p className={styles.more}>
            <Go to="/me">{say('common.page.me')}</Go>
          </p>
        </div>
      </Section>
    </div>
  )
}
