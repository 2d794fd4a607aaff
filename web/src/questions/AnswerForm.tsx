import type { AnswerError } from '@proofmark/contract/client'
import type { Verdict } from '@proofmark/contract/schemas/question'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import fields from '../common/Field.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './AnswerForm.module.css'
import { type AnswerDraft, answerRequestOf } from './answer-draft.ts'

/** Every verdict once, in the order in which a desk is asked for it. */
const CHOICES: Readonly<Record<Verdict, true>> = { known: true, not_known: true, ask_us: true }

/** The longest note that the server takes. */
const LONGEST_NOTE = 500

interface AnswerFormProps {
  readonly draft: AnswerDraft
  readonly asker: string
  /** Names the question that is answered. */
  readonly describedBy: string
  /** Does it take the place of an answer that was given before? */
  readonly replaces: boolean
  /** Was it just opened? Then reading goes on in it. */
  readonly focused: boolean
  readonly busy: boolean
  readonly error: AnswerError | null
  readonly onChange: (part: Partial<Pick<AnswerDraft, 'verdict' | 'note'>>) => void
  readonly onSend: () => void
  /** The way out of a failure: sending again, or looking at what the question has become. */
  readonly onAgain: () => void
  readonly onLeave: () => void
}

/** What a desk says to a question: one of three, and a note if it likes. */
export function AnswerForm(props: AnswerFormProps) {
  const { draft, asker, describedBy, replaces, focused, busy, error, onChange, onSend, onAgain, onLeave } = props
  const { say } = useLanguage()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  useEffect(() => {
    if (focused) form.current?.querySelector('input')?.focus()
  }, [focused])
  const lacks = tried && draft.verdict === null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (busy) return
    if (answerRequestOf(draft)) onSend()
    else form.current?.querySelector('input')?.focus()
  }
  return (
    <form ref={form} className={styles.form} noValidate aria-describedby={describedBy} onSubmit={submit}>
      <fieldset className={styles.verdicts} aria-describedby={lacks ? `${id}-lacks` : undefined}>
        <legend>{say('questions.answer')}</legend>
        {(Object.keys(CHOICES) as Verdict[]).map((verdict) => (
          <label key={verdict}>
            <input
              type="radio"
              name={`${id}-verdict`}
              required
              checked={draft.verdict === verdict}
              onChange={() => onChange({ verdict })}
            />
            {say(`word.verdict.${verdict}`)}
          </label>
        ))}
      </fieldset>
      {lacks && (
        <p id={`${id}-lacks`} className={styles.lacks}>
          <strong>{say('questions.verdict_missing')}</strong> {say('questions.verdict_accepted')}
        </p>
      )}
      <label className={styles.label} htmlFor={`${id}-note`}>
        {say('questions.note')}
      </label>
      <textarea
        id={`${id}-note`}
        className={fields.control}
        aria-describedby={`${id}-told`}
        dir={directionOf(draft.note)}
        rows={1}
        value={draft.note}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <p id={`${id}-told`} className={styles.told}>
        {say('questions.told', { asker })} {replaces && say('questions.replaces')}
      </p>
      {error && <Failed error={error} onAgain={onAgain} />}
      <p className={styles.buttons}>
        <Button type="submit" aria-disabled={busy}>
          {say('questions.send')}
        </Button>
        {replaces && (
          <Button weight="word" onClick={onLeave}>
            {say('questions.leave')}
          </Button>
        )}
      </p>
    </form>
  )
}
