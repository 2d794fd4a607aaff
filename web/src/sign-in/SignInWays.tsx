import type { AnswerError } from '@proofmark/contract/client'
import type { Session } from '@proofmark/contract/schemas/session'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { LinkWay } from './LinkWay.tsx'
import { PasskeyWay } from './PasskeyWay.tsx'
import { PasswordWay } from './PasswordWay.tsx'
import styles from './SignInPage.module.css'

interface SignInWaysProps {
  readonly name?: string
  /** What a link that was opened or pasted was refused for. */
  readonly linkError: AnswerError | null
  readonly onToken: (token: string) => void
  readonly onOpened: (session: Session) => void
}

/** Every way to sign in, the one that nobody can be talked out of first. */
export function SignInWays({ name, linkError, onToken, onOpened }: SignInWaysProps) {
  const { say } = useLanguage()
  return (
    <div className={styles.ways}>
      <PasskeyWay onOpened={onOpened} />
      <Section heading={say('sign_in.with_password')}>
        <PasswordWay {...(name === undefined ? {} : { name })} onOpened={onOpened} />
      </Section>
      <Section heading={say('sign_in.with_link')}>
        <LinkWay error={linkError} onToken={onToken} />
      </Section>
      <p className={styles.more}>{say('sign_in.logged')}</p>
    </div>
  )
}
