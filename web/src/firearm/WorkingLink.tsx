import { useLanguage } from '../frame/language.tsx'
import styles from './WorkingLink.module.css'

/** Says of a finding that it rests on a link that no named person has judged. */
export function WorkingLink() {
  const { say } = useLanguage()
  return <p className={styles.working}>{say('firearm.rests_on_working')}</p>
}
