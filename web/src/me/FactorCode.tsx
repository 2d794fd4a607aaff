import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { CodeField } from '../common/CodeField.tsx'
import { digitsIn } from '../common/digits.ts'
import { Failed } from '../common/Failed.tsx'
import { api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'

interface FactorCodeProps {
  readonly ticket: string
  readonly onSet: (own: OwnSignIn) => void
  /** Begins anew with another secret, once this one's time is over. */
  readonly onBegin: () => void
}

/** The code of the app that shows that it has the secret; the factor counts from then on. */
export function FactorCode({ ticket, onSet, onBegin }: FactorCodeProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useOwnDoing()
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const wrong = error?.code === 'code_wrong'
  const over = error?.code === 'ticket_over'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = digitsIn(code)
    setCode('')
    field.current?.focus()
    act(async () => onSet(await api('secondFactorSet', { ticket, code: typed })))
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <CodeField
        ref={field}
        fromApp
        label={say('sign_in.code')}
        hint={say('me.factor_code_how')}
        error={wrong ? { reason: sentenceOf(say, error), accepted: '' } : null}
        value={code}
        onChange={setCode}
      />
      {error && !wrong && <Failed error={error} onAgain={over ? onBegin : again} kept={false} />}
      <Button type="submit" aria-disabled={busy}>
        {say('me.factor_set')}
      </Button>
    </form>
  )
}
