import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './AgenciesPage.module.css'

interface NameOverseerProps {
  /** Whom the reader may choose from; none where they may not see the people, and type a name. */
  readonly nameable: readonly string[]
  readonly overseer: string | null
  readonly busy: boolean
  /** What the server said of the name, in a sentence. */
  readonly refused: string | null
  readonly onName: (officer: string) => void
}

/** Who hears first of what speaks against the custody of an agency. */
export function NameOverseer({ nameable, overseer, busy, refused, onName }: NameOverseerProps) {
  const { say } = useLanguage()
  const [named, setNamed] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (named.trim() !== '') onName(named.trim())
  }
  const error =
    refused !== null
      ? { reason: refused, accepted: '' }
      : tried && named.trim() === ''
        ? { reason: say('agencies.missing'), accepted: say('agencies.overseer_accepted') }
        : null
  const others = nameable.filter((name) => name !== overseer)
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field label={say('agencies.overseer')} hint={say('agencies.overseer_how')} error={error}>
        {(control) =>
          nameable.length > 0 ? (
            <select {...control} name="overseer" value={named} onChange={(event) => setNamed(event.target.value)}>
              <option value="" disabled>
                {say('common.choose')}
              </option>
              {others.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          ) : (
            <input
              {...control}
              name="overseer"
              dir={directionOf(named)}
              value={named}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => setNamed(event.target.value)}
            />
          )
        }
      </Field>
      <Button type="submit" aria-disabled={busy}>
        {say('agencies.name_overseer')}
      </Button>
    </form>
  )
}
