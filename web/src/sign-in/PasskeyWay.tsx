import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Note } from '../common/Note.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { askForPasskey, CeremonyError, type Unmade, usesPasskeys } from './ceremony.ts'
import { Refused } from './Refused.tsx'
import styles from './SignInPage.module.css'

/** The first way in: a passkey of this address. No name is asked for; the passkey knows whose it is. */
export function PasskeyWay({ onOpened }: { readonly onOpened: (session: Session) => void }) {
  const { say } = useLanguage()
  const { busy, error, act } = useDoing()
  const [unmade, setUnmade] = useState<Unmade | null>(null)
  if (!usesPasskeys()) return <p className={styles.more}>{say('passkey.none_here')}</p>

  const signIn = () => {
    setUnmade(null)
    act(async () => {
      const { ticket, options } = await api('passkeySignInOptions', {})
      try {
        const response = await askForPasskey(options)
        onOpened(await api('passkeySignIn', { ticket, response }))
      } catch (thrown) {
        if (!(thrown instanceof CeremonyError)) throw thrown
        setUnmade(thrown.unmade)
      }
    })
  }
  return (
    <div className={styles.form}>
      {error && <Refused error={error} how={say('sign_in.refused_passkey')} />}
      {unmade && (
        <Note role="alert" heading={say('passkey.unused')}>
          {say(`passkey.${unmade}`)}
        </Note>
      )}
      <Button weight="main" aria-disabled={busy} onClick={signIn}>
        {say('sign_in.passkey')}
      </Button>
      <p className={styles.more}>{say('sign_in.passkey_how')}</p>
    </div>
  )
}
