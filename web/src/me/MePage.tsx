import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { SIGN_IN_CATALOGUE } from '../sign-in/catalogue.ts'
import { SignInAgainContext } from './again.ts'
import styles from './MePage.module.css'
import { Passkeys } from './Passkeys.tsx'
import { Password } from './Password.tsx'
import { Sessions } from './Sessions.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { Tokens } from './Tokens.tsx'
import { type OwnControl, useOwnSignIn } from './useOwnSignIn.ts'
import { WaitingRoles } from './WaitingRoles.tsx'

interface MePageProps {
  readonly session: Session
  readonly onOpened: (session: Session) => void
}

/** One's own sign-in: passkeys, password and second factor, where one is signed in, and tokens for the shell. */
export default function MePage(props: MePageProps) {
  return (
    <DeskLanguage catalogue={SIGN_IN_CATALOGUE}>
      <Shown {...props} />
    </DeskLanguage>
  )
}

function Shown({ session, onOpened }: MePageProps) {
  const control = useOwnSignIn()
  const { own, error, ask } = control
  const [again, setAgain] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const was = useRef(false)
  // Reading goes on at the page that the sign-in stood before.
  useEffect(() => {
    if (was.current && !again) page.current?.focus({ preventScroll: true })
    was.current = again
  }, [again])
  const opened = (now: Session) => {
    setAgain(false)
    onOpened(now)
    ask()
  }
  if (!own && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!own) return <Bars id="me.asking" />
  return (
    <SignInAgainContext value={() => setAgain(true)}>
      {again && <SignInAgain account={own.account} onOpened={opened} onBack={() => setAgain(false)} />}
      <div ref={page} tabIndex={-1} hidden={again} className={styles.page}>
        {error && <Failed error={error} onAgain={ask} kept={false} />}
        <Who session={session} control={control} />
        <Passkeys own={own} onChanged={control.changed} />
        <Password own={own} onChanged={control.changed} />
        <Sessions own={own} onChanged={control.changed} />
        <Tokens own={own} onChanged={control.changed} onIssued={ask} />
      </div>
    </SignInAgainContext>
  )
}

function Who({ session, control: { own } }: { readonly session: Session; readonly control: OwnControl }) {
  const { say } = useLanguage()
  return (
    <Section heading={<bdi>{session.account}</bdi>} ruled={false}>
      <div className={styles.form}>
        <p>
          <Facts>{[session.agency, ...session.roles.map((role) => say(`word.role.${role}`))]}</Facts>
        </p>
        {own !== null && own.waitingRoles.length > 0 && <WaitingRoles own={own} />}
      </div>
    </Section>
  )
}
