import type { BallisticShown } from '@proofmark/contract/schemas/ballistic'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'

interface WithdrawFormProps {
  readonly result: string
  readonly onChanged: (shown: BallisticShown) => void
  readonly onLeave: () => void
}

/** Withdraws a result, with the reason that stays beside it. */
export function WithdrawForm({ result, onChanged, onLeave }: WithdrawFormProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = tried && reason.trim() === ''
  const withdraw = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '') return
    doing.act(async () => {
      onChanged(await api('ballisticWithdraw', { result, reason: reason.trim(), grounds: GROUNDS }))
      onLeave()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={withdraw}>
      <TextField
        name="reason"
        label={say('ballistic.page.reason')}
        value={reason}
        most={500}
        error={missing ? { reason: say('ballistic.page.missing'), accepted: say('ballistic.page.reason_how') } : null}
        onChange={setReason}
      />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" aria-disabled={doing.busy}>
          {say('ballistic.page.withdraw')}
        </Button>
        <Button weight="word" onClick={onLeave}>
          {say('common.keep')}
        </Button>
      </p>
    </form>
  )
}
