import type { AnswerError } from '@proofmark/contract/client'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import fields from '../common/Field.module.css'
import { answerError } from '../frame/api.ts'
import styles from './QualityPage.module.css'

/** The longest note that the server takes. */
const LONGEST_NOTE = 500

interface NoteFormProps {
  readonly act: string
  readonly label: string
  /** Names what is spoken of. */
  readonly describedBy: string
  readonly onSend: (note: string) => Promise<void>
}

/** A note, if one likes, and the button that sends it. */
export function NoteForm({ act, label, describedBy, onSend }: NoteFormProps) {
  const id = useId()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const send = () => {
    if (busy) return
    setBusy(true)
    setError(null)
    onSend(note.trim()).catch((thrown: unknown) => {
      setBusy(false)
      setError(answerError(thrown))
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form className={styles.note} aria-describedby={describedBy} onSubmit={submit}>
      <label className={styles.quiet} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={fields.control}
        dir={directionOf(note)}
        rows={1}
        value={note}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" aria-describedby={describedBy} aria-disabled={busy}>
        {act}
      </Button>
      {error && <Failed error={error} onAgain={send} />}
    </form>
  )
}
