import type { AnswerError } from '@proofmark/contract/client'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { CodeField } from '../common/CodeField.tsx'
import { digitsIn } from '../common/digits.ts'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Refused } from './Refused.tsx'
import styles from './SignInPage.module.css'

interface PasswordWayProps {
  /** Whose password it is, where that is known: on signing in again. */
  readonly name?: string
  readonly onOpened: (session: Session) => void
}

/** Name and password, then a code of the authenticator app. A code that was refused can be followed by the next one. */
export function PasswordWay({ name: known = '', onOpened }: PasswordWayProps) {
  const { say } = useLanguage()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [ticket, setTicket] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const codeField = useRef<HTMLInputElement>(null)
  const was = useRef(ticket)
  // The fields that were typed into are gone; typing goes on in those that took their place.
  useEffect(() => {
    if (ticket !== null) codeField.current?.focus()
    else if (was.current !== null) first.current?.focus()
    was.current = ticket
  }, [ticket])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      if (ticket === null) {
        setTicket((await api('passwordSignIn', { name: name.trim(), password })).ticket)
      } else {
        onOpened(await api('secondFactorSignIn', { ticket, code: digitsIn(code) }))
      }
    } catch (thrown) {
      setError(answerError(thrown))
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {error && (
        <Refused error={error} how={say(ticket === null ? 'sign_in.refused_password' : 'sign_in.refused_code')} />
      )}
      {ticket === null ? (
        <>
          <Field label={say('sign_in.name')}>
            {(control) => (
              <input
                {...control}
                ref={first}
                name="name"
                dir={directionOf(name)}
                value={name}
                maxLength={200}
                autoComplete="username"
                spellCheck={false}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={say('sign_in.password')}>
            {(control) => (
              <input
                {...control}
                name="password"
                type="password"
                value={password}
                maxLength={200}
                autoComplete="current-password"
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
        </>
      ) : (
        <CodeField
          ref={codeField}
          fromApp
          label={say('sign_in.code')}
          hint={say('sign_in.code_how')}
          value={code}
          onChange={setCode}
        />
      )}
      <Button type="submit" aria-disabled={busy}>
        {say(ticket === null ? 'sign_in.go_on' : 'sign_in.open')}
      </Button>
      {ticket !== null && (
        <p className={styles.more}>
          <Button
            weight="word"
            onClick={() => {
              setError(null)
              setTicket(null)
            }}
          >
            {say('sign_in.begin_again')}
          </Button>
        </p>
      )}
    </form>
  )
}
