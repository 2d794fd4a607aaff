import type { SearchMatch } from '@proofmark/contract/schemas/search'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Matched.module.css'

/** Fields that hold a number out of a file, which is set left to right in every language. */
const REFERENCES: ReadonlySet<SearchMatch['field']> = new Set(['key', 'ref', 'reference'])

/** Where the words stand: each text in which one was found, with what matched marked in it. */
export function Matched({ matched }: { readonly matched: readonly SearchMatch[] }) {
  const { say } = useLanguage()
  return (
    <dl className={styles.matched}>
      {matched.map(({ field, parts, cut }) => (
        <div key={field}>
          <dt>{say(`search.field.${field}`)}</dt>
          <dd>
            <bdi
              dir={REFERENCES.has(field) ? 'ltr' : undefined}
              className={REFERENCES.has(field) ? styles.reference : undefined}
            >
              {cut.before && '… '}
              {numbered(parts).map(({ place, value: { text, matched: found } }) =>
                found ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
              )}
              {cut.behind && ' …'}
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
