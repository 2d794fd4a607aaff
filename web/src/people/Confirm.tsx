import type { Account } from '@proofmark/contract/schemas/account'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { CodeField } from '../common/CodeField.tsx'
import { digitsIn } from '../common/digits.ts'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './PeoplePage.module.css'

interface ConfirmProps {
  readonly account: Account
  readonly onChanged: () => void
}

const DIGITS = 8

/** The roles of one person that wait for this reader: confirmed one by one with the code that the person reads out, or refused. */
export function Confirm({ account, onChanged }: ConfirmProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const waits = account.requests.filter(({ mayConfirm }) => mayConfirm)
  const wrong = error?.code === 'confirmation_wrong'

  const confirm = (request: string) => {
    const typed = digitsIn(code)
    setMissing(typed.length !== DIGITS)
    if (typed.length !== DIGITS) return field.current?.focus()
    act(async () => {
      await api('roleDecide', { request, verdict: 'confirm', code: typed }).finally(onChanged)
    })
  }
  const refuse = (request: string) =>
    act(async () => {
      await api('roleDecide', { request, verdict: 'refuse' })
      onChanged()
    })
  return (
    <article className={styles.confirm}>
      <h3>
        <bdi>{account.name}</bdi>
      </h3>
      {account.state !== 'invited' && (
        <CodeField
          ref={field}
          label={say('people.code')}
          hint={say('people.code_how')}
          error={
            wrong
              ? { reason: sentenceOf(say, error), accepted: '' }
              : missing
                ? { reason: say('people.code_missing'), accepted: say('people.code_how') }
                : null
          }
          value={code}
          onChange={setCode}
        />
      )}
      {error && !wrong && <Failed error={error} onAgain={again} />}
      <ul>
        {waits.map(({ id, role, requestedBy, requestedAt }) => {
          const named = { role: say(`word.role.${role}`), account: account.name }
          return (
            <li key={id} className={styles.request}>
              <p>
                <strong>{named.role}</strong>{' '}
                <span className={styles.more}>
                  <Facts>{[say('people.requested_by', { account: requestedBy }), figures.moment(requestedAt)]}</Facts>
                </span>
              </p>
              <div className={styles.buttons}>
                {account.state !== 'invited' && (
                  <Button
                    aria-disabled={busy}
                    aria-label={say('people.confirm_role', named)}
                    onClick={() => confirm(id)}
                  >
                    {say('people.confirm')}
                  </Button>
                )}
                <SecondStep
                  word={say('people.refuse')}
                  label={say('people.refuse_role', named)}
                  told={say('people.refuse_told', named)}
                  act={say('people.refuse')}
                  busy={busy}
                  onAct={() => refuse(id)}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </article>
  )
}
