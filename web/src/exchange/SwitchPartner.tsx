import type { LookUpClass } from '@proofmark/contract/private-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface SwitchPartnerProps {
  readonly partner: string
  readonly dataClass: LookUpClass
  readonly stopped: boolean
  readonly onChanged: () => void
}

/** Stops a partner’s questions about a class of data at once, or takes that back; first it is said what that does not do. */
export function SwitchPartner({ partner, dataClass, stopped, onChanged }: SwitchPartnerProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const word = say(stopped ? 'exchange.page.known.resume' : 'exchange.page.known.stop')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '') return
    act(async () => {
      await api('knownSwitch', { partner, dataClass, stopped: !stopped, reason: reason.trim() })
      setOpen(false)
      onChanged()
    })
  }
  return (
    <div>
      <Button weight="word" aria-expanded={open} onClick={() => setOpen(!open)}>
        {word}
      </Button>
      {open && (
        <form className={styles.form} noValidate onSubmit={submit}>
          <p>{say(stopped ? 'exchange.page.known.resume_told' : 'exchange.page.known.stop_told', { partner })}</p>
          <TextField
            label={say('exchange.page.why')}
            error={tried && reason.trim() === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null}
            name="reason"
            value={reason}
            most={500}
            onChange={setReason}
          />
          {error && <Failed error={error} onAgain={again} />}
          <Button type="submit" aria-disabled={busy}>
            {word}
          </Button>
        </form>
      )}
    </div>
  )
}
