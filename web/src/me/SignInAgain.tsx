import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useRef } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { SignInWays } from '../sign-in/SignInWays.tsx'
import { useLink } from '../sign-in/useLink.ts'
import styles from './MePage.module.css'

interface SignInAgainProps {
  readonly account: string
  readonly onOpened: (session: Session) => void
  readonly onBack: () => void
}

/** A younger sign-in before something is changed; what was typed on the page waits behind it. */
export function SignInAgain({ account, onOpened, onBack }: SignInAgainProps) {
  const { say } = useLanguage()
  const { asking, error, open } = useLink(onOpened)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  return (
    <div ref={top} tabIndex={-1} className={styles.narrow}>
      <Section heading={say('me.again')} ruled={false}>
        <div className={styles.form}>
          <p>
            {say('me.again_how')}{' '}
            <Button weight="word" onClick={onBack}>
              {say('me.again_back')}
            </Button>
          </p>
          {asking ? (
            <Bars id="sign_in.asking" />
          ) : (
            <SignInWays name={account} linkError={error} onToken={open} onOpened={onOpened} />
          )}
        </div>
      </Section>
    </div>
  )
}
