import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import { visiblePieces } from './hidden.ts'
import styles from './Visible.module.css'

/** A value as a file states it, isolated, with what is hidden in it shown by its code. */
export function Visible({ children }: { readonly children: string }) {
  const { say } = useLanguage()
  if (children === '') return <span className={styles.blank}>{say('record.blank')}</span>
  return (
    <bdi dir="auto" className={styles.value}>
      {numbered(visiblePieces(children)).map(({ place, value }) =>
        'text' in value ? (
          value.text
        ) : (
          <bdi key={place} dir="ltr" className={styles.code}>
            {value.code}
          </bdi>
        ),
      )}
    </bdi>
  )
}
