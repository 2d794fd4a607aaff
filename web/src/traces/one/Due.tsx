import type { TraceClocks } from '@proofmark/contract/schemas/trace-shown'
import { useLanguage } from '../../frame/language.tsx'
import styles from './TracePage.module.css'

/** How many working days of the agreement's calendar are left until a deadline, or over since. */
export function Due({ clock: { over, late, left } }: { readonly clock: TraceClocks[number] }) {
  const { say, figures } = useLanguage()
  if (over)
    return <span className={styles.over}>{say('traces.page.late', { days: late, figure: figures.count(late) })}</span>
  if (left === 0) return <span>{say('traces.page.today')}</span>
  return <span>{say('traces.page.days_left', { days: left, figure: figures.count(left) })}</span>
}
