import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'

interface IntroduceProps {
  readonly handle: string
  readonly onIntroduced: () => void
}

/** Gives each side the other's contact, once somebody consented: nothing undoes it, so who did is asked first. */
export function Introduce({ handle, onIntroduced }: IntroduceProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [open, setOpen] = useState(false)
  const [consent, setConsent] = useState('')
  const [tried, setTried] = useState(false)
  const introduce = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (consent.trim() === '') return
    doing.act(async () => {
      await api('deconflictionIntroduce', { handle, consent: consent.trim(), grounds: GROUNDS })
      onIntroduced()
    })
  }
  if (!open)
    return (
      <span className={styles.buttons}>
        <Button aria-label={say('deconfliction.page.introduce_of', { handle })} onClick={() => setOpen(true)}>
          {say('deconfliction.page.introduce')}
        </Button>
      </span>
    )
  return (
    <form className={styles.form} noValidate onSubmit={introduce}>
      <TextField
        name="consent"
        label={say('deconfliction.page.consent')}
        value={consent}
        most={200}
        error={
          tried && consent.trim() === '' ? { reason: say('deconfliction.page.consent_missing'), accepted: '' } : null
        }
        onChange={setConsent}
      />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" weight="main" aria-disabled={doing.busy}>
          {say('deconfliction.page.introduce')}
        </Button>
        <Button weight="word" onClick={() => setOpen(false)}>
          {say('deconfliction.page.leave')}
        </Button>
      </p>
    </form>
  )
}
