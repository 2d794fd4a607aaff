import { numbered } from '../../common/numbered.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Parts.module.css'

/** The records that something rests on, each opening in its page. */
export function RecordLinks({ records }: { readonly records: readonly string[] }) {
  const { say, figures } = useLanguage()
  if (records.length === 0) return null
  return (
    <span className={styles.acts}>
      {numbered(records).map(({ place, value }) => (
        <Go key={value} to={`/records/${value}`}>
          {say('graph.page.record', { figure: figures.count(place + 1) })}
        </Go>
      ))}
    </span>
  )
}
