import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Cases.module.css'

interface MoreProps {
  /** How many of a list are not shown yet. */
  readonly left: number
  readonly onMore: () => void
}

/** The word that shows more of a long list, and how many are left. */
export function More({ left, onMore }: MoreProps) {
  const { say, figures } = useLanguage()
  if (left <= 0) return null
  return (
    <p className={styles.acts}>
      <Button weight="word" onClick={onMore}>
        {say('cases.show_more', { count: left, figure: figures.count(left) })}
      </Button>
    </p>
  )
}
