import type { MarkCharacter } from '@proofmark/domain/marking'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Aligned.module.css'
import { alignMarks, type Sign } from './align.ts'
import { Character } from './Character.tsx'
import { spokenDifferences, spokenMark } from './spoken.ts'

interface AlignedProps {
  readonly query: readonly MarkCharacter[]
  readonly record: readonly MarkCharacter[]
  /** What the two are: a query and a record, or two records of which the first is the one that is looked at. */
  readonly compared?: 'query' | 'records'
}

/** The sign between two cells, as a stroke: upright, waves, a point, a cross. */
const SIGNS: Readonly<Record<Sign, string>> = {
  agrees: 'M8 1v10',
  confusable: 'M2.5 5q2.75-3 5.5-.5t5.5-.5M2.5 9q2.75-3 5.5-.5t5.5-.5',
  silent: 'M7.2 6h1.6',
  differs: 'M4.5 2.5l7 7m0-7l-7 7',
}

/** The query above, the record below, and between them what each position says. */
export function Aligned({ query, record, compared = 'query' }: AlignedProps) {
  const { say } = useLanguage()
  const columns = alignMarks(query, record)
  const spoken = say(compared === 'query' ? 'mark.spoken.aligned' : 'mark.spoken.aligned_records', {
    query: spokenMark(say, query),
    record: spokenMark(say, record),
    differences: spokenDifferences(say, columns),
  })
  return (
    <div className={styles.aligned}>
      <div className={styles.names} aria-hidden="true">
        <span>{say(compared === 'query' ? 'mark.query' : 'mark.this_record')}</span>
        <span />
        <span>{say(compared === 'query' ? 'mark.record' : 'mark.other_record')}</span>
      </div>
      <bdi dir="ltr" role="img" aria-label={spoken} className={styles.columns}>
        {numbered(columns).map(({ place, value: column }) => (
          <span key={place} className={styles.column}>
            <Character character={column.query} />
            <svg
              viewBox="0 0 16 12"
              className={column.sign === 'differs' ? styles.differs : styles.sign}
              aria-hidden="true"
            >
              <path d={SIGNS[column.sign]} />
            </svg>
            <Character character={column.record} differs={column.sign === 'differs'} />
          </span>
        ))}
      </bdi>
    </div>
  )
}
