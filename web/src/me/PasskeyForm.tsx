import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Note } from '../common/Note.tsx'
import { TextField } from '../common/TextField.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { CeremonyError, makePasskey, type Unmade, usesPasskeys } from '../sign-in/ceremony.ts'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'

interface PasskeyFormProps {
  readonly main?: boolean
  readonly onAdded: (own: OwnSignIn) => void
}

/** Makes a passkey and gives it a name, so that its owner knows later which of them it is. */
export function PasskeyForm({ main = false, onAdded }: PasskeyFormProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const [name, setName] = useState('')
  const [unmade, setUnmade] = useState<Unmade | null>(null)
  if (!usesPasskeys()) return <p className={styles.more}>{say('passkey.none_here')}</p>

  const make = async () => {
    const { ticket, options } = await api('passkeyAddOptions', {})
    try {
      const response = await makePasskey(options)
      onAdded(await api('passkeyAdd', { ticket, name: name.trim() || say('me.passkey_unnamed'), response }))
      setName('')
    } catch (thrown) {
      if (!(thrown instanceof CeremonyError)) throw thrown
      setUnmade(thrown.unmade)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUnmade(null)
    act(make)
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={say('me.passkey_name')}
        hint={say('me.passkey_name_how')}
        name="passkey"
        value={name}
        most={120}
        onChange={setName}
      />
      {error && <Failed error={error} onAgain={again} />}
      {unmade && (
        <Note role="alert" heading={say('passkey.unmade')}>
          {say(`passkey.${unmade}`)}
        </Note>
      )}
      <Button type="submit" weight={main ? 'main' : 'outlined'} aria-disabled={busy}>
        {say('me.passkey_add')}
      </Button>
    </form>
  )
}
