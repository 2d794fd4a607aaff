import type { Answer } from '@proofmark/contract/client'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { TextField } from '../common/TextField.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'

const DAYS = [1, 7, 30, 90] as const

/** Asks for a token: what it is for, and for how long. */
export function TokenForm({ onIssued }: { readonly onIssued: (token: Answer<'tokenIssue'>) => void }) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const [name, setName] = useState('')
  const [days, setDays] = useState<number>(7)
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') act(async () => onIssued(await api('tokenIssue', { name: name.trim(), days })))
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={say('me.token_name')}
        hint={say('me.token_name_how')}
        error={missing ? { reason: say('me.token_name_missing'), accepted: say('me.token_name_how') } : null}
        name="token"
        value={name}
        most={120}
        onChange={setName}
      />
      <Field label={say('me.token_days')}>
        {(control) => (
          <select {...control} name="days" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {say('me.days', { count, figure: figures.count(count) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {error && <Failed error={error} onAgain={again} />}
      <Button type="submit" aria-disabled={busy}>
        {say('me.token_issue')}
      </Button>
    </form>
  )
}
