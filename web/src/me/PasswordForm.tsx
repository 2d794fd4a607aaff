import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'

interface PasswordFormProps {
  readonly account: string
  readonly onSet: (own: OwnSignIn) => void
}

/** Sets a password. It may be looked at while it is typed, so it is asked for once. */
export function PasswordForm({ account, onSet }: PasswordFormProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const [password, setPassword] = useState('')
  const [seen, setSeen] = useState(false)
  const weak = error?.code === 'password_weak'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act(async () => {
      onSet(await api('passwordSet', { password }))
      setPassword('')
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {/* Whatever keeps passwords for the reader learns whose this one is. */}
      <input
        className="unseen"
        name="username"
        autoComplete="username"
        value={account}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <Field
        label={say('sign_in.password')}
        hint={say('me.password_how')}
        error={weak ? { reason: sentenceOf(say, error), accepted: '' } : null}
      >
        {(control) => (
          <input
            {...control}
            name="password"
            type={seen ? 'text' : 'password'}
            dir={seen ? 'auto' : undefined}
            value={password}
            maxLength={200}
            autoComplete="new-password"
            spellCheck={false}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <label className={styles.check}>
        <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
        {say('me.password_show')}
      </label>
      {error && !weak && <Failed error={error} onAgain={again} />}
      <Button type="submit" aria-disabled={busy}>
        {say('me.password_set')}
      </Button>
    </form>
  )
}
