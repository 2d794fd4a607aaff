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
  const { own, error, ask } = useOwnSignIn()
  useEffect(() => {
    const shown = JSON.stringify([session.roles, session.waitingRoles])
    const look = () =>
      api('sessionShow').then(
        (now) => {
          if (JSON.stringify([now.roles, now.waitingRoles]) !== shown) onChanged(now)
        },
        (thrown: unknown) => {
          // A server that does not answer for a while is asked again.
          if (answerError(thrown).status === 401) onEnded()
        },
      )
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [session, onChanged, onEnded])

  if (!own && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!own) return <Bars id="me.asking" />
  const waits = session.waitingRoles.length > 0
  return (
    <div className={styles.narrow}>
      <Section heading={say(waits ? 'set_up.waiting' : 'set_up.no_role')} ruled={false}>
        <div className={styles.form}>
          {waits ? (
            <WaitingRoles own={{ ...own, waitingRoles: session.waitingRoles }} />
          ) : (
            <p>{say('set_up.no_role_how')}</p>
          )}
          <p role="status">{say('set_up.by_itself')}</p>
          <p className={styles.more}>
            <Go to="/me">{say('common.page.me')}</Go>
          </p>
        </div>
      </Section>
    </div>
  )
}
