import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './AgenciesPage.module.css'
import { DeskField } from './DeskField.tsx'

interface CorrectDeskProps {
  readonly desk: string
  readonly busy: boolean
  readonly onCorrect: (desk: string) => void
}

/** Another desk for an agency than the one that stands. */
export function CorrectDesk({ desk, busy, onCorrect }: CorrectDeskProps) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(desk)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (typed.trim() !== '' && typed.trim() !== desk) onCorrect(typed.trim())
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <DeskField desk={typed} tried={tried} onChange={setTyped} />
      <Button type="submit" aria-disabled={busy}>
        {say('agencies.correct')}
      </Button>
    </form>
  )
}
