import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../frame/language.tsx'
import { Button } from './Button.tsx'
import styles from './SecondStep.module.css'

interface SecondStepProps {
  /** The word that opens the step, and its whole name where the word alone does not say of what. */
  readonly word: string
  readonly label?: string
  /** What it does, said plainly, since nothing undoes it. */
  readonly told: ReactNode
  /** The word of the button that does it. */
  readonly act: string
  readonly busy: boolean
  readonly onAct: () => void
}

/** Something that nothing undoes: the first press says what it does, the second does it. */
export function SecondStep({ word, label, told, act, busy, onAct }: SecondStepProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const was = useRef(false)
  // The button that was pressed is gone; reading goes on at what took its place.
  useEffect(() => {
    if (open) keep.current?.focus()
    else if (was.current) opener.current?.focus()
    was.current = open
  }, [open])
  if (!open)
    return (
      <span className={styles.word}>
        <Button ref={opener} weight="word" aria-label={label} onClick={() => setOpen(true)}>
          {word}
        </Button>
      </span>
    )
  return (
    <fieldset className={styles.step}>
      <legend className="unseen">{label ?? word}</legend>
      <p>{told}</p>
      <p className={styles.buttons}>
        <Button
          disabled={busy}
          onClick={() => {
            setOpen(false)
            onAct()
          }}
        >
          {act}
        </Button>
        <Button ref={keep} weight="word" onClick={() => setOpen(false)}>
          {say('common.keep')}
        </Button>
      </p>
    </fieldset>
  )
}
