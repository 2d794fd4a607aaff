import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './NoticesPage.module.css'

/**
 * The handle of a pointer, to be copied. A browser copies for a page only where that came over HTTPS or from this
 * machine; elsewhere the handle is selected, so that the keyboard copies it.
 */
export function Handle({ handle }: { readonly handle: string }) {
  const { say } = useLanguage()
  const text = useRef<HTMLSpanElement>(null)
  const [done, setDone] = useState<'copied' | 'selected' | null>(null)
  const select = () => {
    if (text.current) getSelection()?.selectAllChildren(text.current)
    setDone('selected')
  }
  const copy = () => {
    if (!navigator.clipboard) select()
    else navigator.clipboard.writeText(handle).then(() => setDone('copied'), select)
  }
  return (
    <p className={styles.handle}>
      {say('notices.handle')}{' '}
      <span ref={text}>
        <Identifier mono>{handle}</Identifier>
      </span>{' '}
      <Button weight="word" onClick={copy}>
        {say('notices.copy')}
      </Button>{' '}
      <span role="status">{done && say(`notices.${done}`)}</span>
    </p>
  )
}
