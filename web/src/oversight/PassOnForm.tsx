import type { AnswerError } from '@proofmark/contract/client'
import type { OversightFinding } from '@proofmark/contract/schemas/oversight'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import fields from '../common/Field.module.css'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './OversightPage.module.css'
import { GROUNDS } from './useOversight.ts'

/** The longest note that the server takes. */
const LONGEST_NOTE = 500

interface PassOnFormProps {
  readonly finding: string
  /** Names the finding that is passed on. */
  readonly describedBy: string
  readonly onPassedOn: (finding: OversightFinding) => void
}

/** Passes a finding on, with a note if the officer likes. */
export function PassOnForm({ finding, describedBy, onPassedOn }: PassOnFormProps) {
  const { say } = useLanguage()
  const id = useId()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)

  const send = () => {
    if (busy) return
    setBusy(true)
    setError(null)
    const said = note.trim()
    api('oversightPassOn', { finding, grounds: GROUNDS, ...(said ? { note: said } : {}) }).then(
      (answer) => onPassedOn(answer.finding),
      (thrown: unknown) => {
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form className={styles.form} aria-describedby={describedBy} onSubmit={submit}>
      <label className={styles.label} htmlFor={`${id}-note`}>
        {say('oversight.note')}
      </label>
      <textarea
        id={`${id}-note`}
        className={fields.control}
        aria-describedby={`${id}-told`}
        dir={directionOf(note)}
        rows={1}
        value={note}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
      <p id={`${id}-told`} className={styles.label}>
        {say('oversight.told')}
      </p>
      {error && <Failed error={error} onAgain={send} />}
      <p>
        <Button type="submit" aria-disabled={busy}>
          {say('oversight.pass_on')}
        </Button>
      </p>
    </form>
  )
}
