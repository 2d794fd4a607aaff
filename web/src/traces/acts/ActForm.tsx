import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import type { Doing } from '../../common/useDoing.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Acts.module.css'

interface ActFormProps {
  readonly heading: string
  readonly told: string
  /** The word of the button that does it. */
  readonly act: string
  readonly doing: Doing
  readonly onAct: () => void
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** The small form of one act: what it does, its fields, and the way back without it. */
export function ActForm({ heading, told, act, doing, onAct, onLeave, children }: ActFormProps) {
  const { say } = useLanguage()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  // The button that opened it stays; the keyboard goes on in the first field.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!doing.busy) onAct()
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-labelledby={id}
      noValidate
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onLeave()}
    >
      <h3 id={id}>{heading}</h3>
      <p className={styles.told}>{told}</p>
      {children}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.ends}>
        <Button weight="main" type="submit" aria-disabled={doing.busy}>
          {act}
        </Button>
        <Button weight="word" onClick={onLeave}>
          {say('common.keep')}
        </Button>
      </p>
    </form>
  )
}
