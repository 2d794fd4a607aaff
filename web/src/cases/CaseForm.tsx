import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import type { Doing } from '../common/useDoing.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Cases.module.css'

interface CaseFormProps extends Pick<Doing, 'busy' | 'error' | 'again'> {
  /** The word that opens the form, and the one that sends it. */
  readonly opens: string
  readonly sends: string
  /** What the word that opens it means to whoever does not see where it stands. */
  readonly label?: string
  /** Sends what was typed; called with what closes the form once it was taken. False: something is missing. */
  readonly onSend: (close: () => void) => boolean
  /** `tried`: it was sent once, so what is missing is said. */
  readonly children: (tried: boolean) => ReactNode
}

/** A form that lies folded under one word until it is asked for. */
export function CaseForm({ opens, sends, label, busy, error, again, onSend, children }: CaseFormProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const was = useRef(false)
  useEffect(() => {
    if (open) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    else if (was.current) opener.current?.focus()
    was.current = open
  }, [open])
  const close = () => {
    setTried(false)
    setOpen(false)
  }
  if (!open)
    return (
      <span className={styles.opens}>
        <Button ref={opener} weight="word" aria-label={label} onClick={() => setOpen(true)}>
          {opens}
        </Button>
      </span>
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    onSend(close)
  }
  return (
    <form ref={form} className={styles.form} noValidate aria-label={label ?? opens} onSubmit={send}>
      {children(tried)}
      {error && <Failed error={error} onAgain={again} />}
      <p className={styles.acts}>
        <Button type="submit" aria-disabled={busy}>
          {sends}
        </Button>
        <Button weight="word" onClick={close}>
          {say('common.keep')}
        </Button>
      </p>
    </form>
  )
}
