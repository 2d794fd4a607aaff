import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../frame/language.tsx'
import { Button } from './Button.tsx'
import { Identifier } from './Identifier.tsx'
import styles from './ShownOnce.module.css'

interface ShownOnceProps {
  readonly heading: string
  /** What it is for, and until when. */
  readonly told: string
  /** The secret itself, as it is to be copied. */
  readonly secret: string
  readonly onSeen: () => void
}

/**
 * A link or token that is shown this once and kept nowhere. A browser copies for a page only where that came over HTTPS
 * or from this machine; elsewhere it is selected, so that the keyboard copies it.
 */
export function ShownOnce({ heading, told, secret, onSeen }: ShownOnceProps) {
  const { say } = useLanguage()
  const text = useRef<HTMLParagraphElement>(null)
  const copier = useRef<HTMLButtonElement>(null)
  const [done, setDone] = useState<'copied' | 'selected' | null>(null)
  useEffect(() => copier.current?.focus(), [])
  const select = () => {
    if (text.current) getSelection()?.selectAllChildren(text.current)
    setDone('selected')
  }
  const copy = () => {
    if (!navigator.clipboard) select()
    else navigator.clipboard.writeText(secret).then(() => setDone('copied'), select)
  }
  return (
    <div className={styles.once}>
      <p>
        <strong>{heading}</strong> {told}
      </p>
      <p ref={text} className={styles.secret}>
        <Identifier mono>{secret}</Identifier>
      </p>
      <p className={styles.buttons}>
        <Button ref={copier} onClick={copy}>
          {say('common.copy')}
        </Button>
        <Button weight="word" onClick={onSeen}>
          {say('common.seen')}
        </Button>
        <span role="status">{done && say(`common.${done}`)}</span>
      </p>
    </div>
  )
}
