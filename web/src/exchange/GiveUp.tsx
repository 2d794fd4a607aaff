import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface GiveUpProps {
  readonly message: string
  readonly onGivenUp: () => void
}

/** Gives a message up, with the reason, which is logged; what that does is said first. */
export function GiveUp({ message, onGivenUp }: GiveUpProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (why.trim() === '') return
    act(async () => {
      await api('outboxAct', { message, act: 'give_up', why: why.trim() })
      onGivenUp()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>{say('exchange.page.give_up_told')}</p>
      <TextField
        label={say('exchange.page.why')}
        error={tried && why.trim() === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null}
        name="why"
        value={why}
        most={500}
        onChange={setWhy}
      />
      {error && <Failed error={error} onAgain={again} />}
      <Button type="submit" aria-disabled={busy}>
        {say('exchange.page.give_up')}
      </Button>
    </form>
  )
}
