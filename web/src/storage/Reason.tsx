import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Storage.module.css'

interface ReasonProps {
  /** The word of the act, and what it means. */
  readonly word: string
  readonly told: string
  readonly name: string
  readonly onAct: (why: string) => Promise<unknown>
}

/** An act that is done with its reason: the first press asks for it, the second does it. */
export function Reason({ word, told, name, onAct }: ReasonProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  if (!open)
    return (
      <Button weight="word" name={name} onClick={() => setOpen(true)}>
        {word}
      </Button>
    )
  const missing = why.trim() === ''
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    if (!missing) act(() => onAct(why.trim()))
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
      <p className={styles.told}>{told}</p>
      <TextField
        label={say('storage.campaign.why')}
        name={`${name} why`}
        value={why}
        most={500}
        error={
          tried && missing ? { reason: say('storage.held.why_missing'), accepted: say('storage.held.why_how') } : null
        }
        onChange={setWhy}
      />
      {error && <Failed error={error} onAgain={again} />}
      <div className={styles.actions}>
        <Button type="submit" disabled={busy}>
          {word}
        </Button>
        <Button weight="word" onClick={() => setOpen(false)}>
          {say('common.keep')}
        </Button>
      </div>
    </form>
  )
}
