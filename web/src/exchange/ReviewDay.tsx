import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** By when somebody has to look at an agreement again, and whether that day is over. */
export function ReviewDay({ reviewOn }: { readonly reviewOn: string }) {
  const { say, figures } = useLanguage()
  const over = reviewOn < new Date().toISOString().slice(0, 10)
  const day = figures.day(`${reviewOn}T12:00:00Z`)
  return (
    <p className={over ? styles.warn : styles.more}>
      {say(over ? 'exchange.page.review_over' : 'exchange.page.review_on', { day })}
    </p>
  )
}
