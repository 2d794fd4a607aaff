import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useRef } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Section } from '../common/Section.tsx'
import { goTo } from '../frame/address.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { SIGN_IN_CATALOGUE } from './catalogue.ts'
import styles from './SignInPage.module.css'
import { SignInWays } from './SignInWays.tsx'
import { useLink } from './useLink.ts'

interface SignInPageProps {
  readonly token: string | null
  readonly onOpened: (session: Session) => void
}

/**
 * Signing in: by passkey, by password and code, or by a link. The token of a link that was opened leaves the address at
 * once, so that it stays neither in the history nor on a screenshot.
 */
export default function SignInPage(props: SignInPageProps) {
  return (
    <DeskLanguage catalogue={SIGN_IN_CATALOGUE}>
      <Shown {...props} />
    </DeskLanguage>
  )
}

function Shown({ token, onOpened }: SignInPageProps) {
  const { say } = useLanguage()
  const { asking, error, open } = useLink(onOpened, token !== null)
  const used = useRef<string | null>(null)
  // A link may work once only: React's second effect and a reload must not spend it again.
  useEffect(() => {
    if (token === null || used.current === token) return
    used.current = token
    goTo('/sign-in', 'replace')
    open(token)
  }, [token, open])
  return (
    <div className={styles.page}>
      <Section heading={say('sign_in.heading')} ruled={false}>
        {asking ? <Bars id="sign_in.asking" /> : <SignInWays linkError={error} onToken={open} onOpened={onOpened} />}
      </Section>
    </div>
  )
}
