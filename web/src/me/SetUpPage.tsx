import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { SIGN_IN_CATALOGUE } from '../sign-in/catalogue.ts'
import { usesPasskeys } from '../sign-in/ceremony.ts'
import { FactorForm } from './FactorForm.tsx'
import styles from './MePage.module.css'
import { PasskeyForm } from './PasskeyForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { useOwnSignIn } from './useOwnSignIn.ts'
import { WaitingPage } from './WaitingPage.tsx'

interface SetUpPageProps {
  readonly session: Session
  /** Something was set: who is signed in, and what is open to them, has changed. */
  readonly onSet: () => void
  /** A role was confirmed or refused meanwhile. */
  readonly onChanged: (session: Session) => void
  readonly onEnded: () => void
}

/** What comes after an invitation: how one signs in from now on, then waiting for the roles. */
export default function SetUpPage({ session, onSet, onChanged, onEnded }: SetUpPageProps) {
  return (
    <DeskLanguage catalogue={SIGN_IN_CATALOGUE}>
      {session.signIn.enrolmentNeeded ? (
        <SetUp session={session} onSet={onSet} />
      ) : (
        <WaitingPage session={session} onChanged={onChanged} onEnded={onEnded} />
      )}
    </DeskLanguage>
  )
}

function SetUp({ session, onSet }: Pick<SetUpPageProps, 'session' | 'onSet'>) {
  const { say } = useLanguage()
  const { own, error, ask, changed } = useOwnSignIn()
  const [byPassword, setByPassword] = useState(!usesPasskeys())
  if (!own && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!own) return <Bars id="me.asking" />

  const password = byPassword || own.password !== null
  return (
    <div className={styles.narrow}>
      <Section heading={say('set_up.heading')} ruled={false}>
        <p>{say('set_up.how', { account: session.account })}</p>
      </Section>
      <Section heading={say('set_up.passkey')}>
        <div className={styles.form}>
          <p className={styles.more}>{say('set_up.passkey_how')}</p>
          <PasskeyForm main={!password} onAdded={onSet} />
        </div>
      </Section>
      <Section heading={say('set_up.password')}>
        <div className={styles.form}>
          <p className={styles.more}>{say('set_up.password_how')}</p>
          {!password && (
            <p>
              <button type="button" className="word" onClick={() => setByPassword(true)}>
                {say('set_up.password_choose')}
              </button>
            </p>
          )}
          {password && own.password === null && <PasswordForm account={session.account} onSet={changed} />}
          {own.password !== null && <FactorForm onSet={onSet} />}
        </div>
      </Section>
    </div>
  )
}
