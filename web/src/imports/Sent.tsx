import { useLanguage } from '../frame/language.tsx'
import styles from './Sent.module.css'

/** How much of a file has left this machine; once all has, that it is being read. */
export function Sent({ share, reading = 'imports.arriving' }: { readonly share: number; readonly reading?: string }) {
  const { say, figures } = useLanguage()
  const percent = Math.floor(share * 100)
  const sentence = share >= 1 ? say(reading) : say('imports.sending', { figure: figures.count(percent) })
  return (
    <div className={styles.sent}>
      <progress max={1} value={share} aria-label={say('imports.sent')} />
      <p>{sentence}</p>
    </div>
  )
}
