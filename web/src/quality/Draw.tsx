import type { AnswerError } from '@proofmark/contract/client'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './QualityPage.module.css'

const SIZES = [50, 100, 200, 500] as const
const USUAL = 100

interface DrawProps {
  /** Was one drawn before? */
  readonly again: boolean
  readonly onDrawn: () => void
}

/** Draws a sample of a size. */
export function Draw({ again, onDrawn }: DrawProps) {
  const { say, figures } = useLanguage()
  const [size, setSize] = useState(USUAL)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const draw = () => {
    if (busy) return
    setBusy(true)
    setError(null)
    api('qualityDraw', { id: crypto.randomUUID(), size, grounds: GROUNDS }).then(onDrawn, (thrown: unknown) => {
      setBusy(false)
      setError(answerError(thrown))
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draw()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={say('quality.size')} hint={again ? say('quality.draw_how') : null}>
        {(control) => (
          <select {...control} name="size" value={size} onChange={(event) => setSize(Number(event.target.value))}>
            {SIZES.map((each) => (
              <option key={each} value={each}>
                {figures.count(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" weight={again ? 'outlined' : 'main'} aria-disabled={busy}>
        {say(again ? 'quality.draw_again' : 'quality.draw')}
      </Button>
      <p role="status" className={styles.how}>
        {busy && say('quality.drawing')}
      </p>
      {error && <Failed error={error} onAgain={draw} />}
    </form>
  )
}
