import type { AnswerError } from '@proofmark/contract/client'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Refused } from './Refused.tsx'
import styles from './SignInPage.module.css'
import { tokenIn } from './token.ts'

interface LinkWayProps {
  readonly error: AnswerError | null
  readonly onToken: (token: string) => void
}

/** A link that was handed over, pasted: an invitation, a reset, the first administrator's, or one of the demonstration. */
export function LinkWay({ error, onToken }: LinkWayProps) {
  const { say } = useLanguage()
  const [pasted, setPasted] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = tokenIn(pasted)
    setUnreadable(token === null)
    if (token) onToken(token)
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {error && <Refused error={error} how={say('sign_in.refused_how')} />}
      <p className={styles.more}>{say('sign_in.how')}</p>
      <Field
        label={say('sign_in.link')}
        error={unreadable ? { reason: say('sign_in.unreadable'), accepted: say('sign_in.accepted') } : null}
      >
        {(control) => (
          <input
            {...control}
            name="link"
            dir="ltr"
            value={pasted}
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit">{say('sign_in.open_link')}</Button>
    </form>
  )
}
