import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Storage.module.css'

interface TurnProps {
  readonly before: (() => void) | null
  readonly after: (() => void) | null
}

/** To the page of a list before this one, and to the one after it. */
export function Turn({ before, after }: TurnProps) {
  const { say } = useLanguage()
  if (!before && !after) return null
  return (
    <div className={styles.turn}>
      {before && <Button onClick={before}>{say('storage.before')}</Button>}
      {after && <Button onClick={after}>{say('storage.after')}</Button>}
    </div>
  )
}
