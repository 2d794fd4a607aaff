import type { Alignment } from '@proofmark/contract/schemas/find'
import type { ComponentProps } from 'react'
import { Figure } from '../common/Figure.tsx'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Aligned.module.css'
import { Character } from './Character.tsx'
import { type Column, columnsOf } from './columns.ts'
import { Mark } from './Mark.tsx'
import { spokenDifferences, spokenMark } from './spoken.ts'

type Compared = ComponentProps<typeof Mark>['mark']

interface AlignedProps {
  readonly query: Compared
  readonly record: Compared
  /** Null where the two have nothing in common that could be laid over each other. */
  readonly alignment: Alignment | null
  /** What the two are: a query and a record, or two records of which the first is the one that is looked at. */
  readonly compared?: 'query' | 'records'
}

/** The sign between two cells, as a stroke: upright, waves, a point, a cross. */
const SIGNS: Readonly<Record<Column['says'], string>> = {
  agrees: 'M8 1v10',
  confusable: 'M2.5 5q2.75-3 5.5-.5t5.5-.5M2.5 9q2.75-3 5.5-.5t5.5-.5',
  nothing: 'M7.2 6h1.6',
  differs: 'M4.5 2.5l7 7m0-7l-7 7',
}

const NAMES = { query: ['mark.query', 'mark.record'], records: ['mark.this_record', 'mark.other_record'] } as const

/** Below this a figure is shown as nothing. In bits. */
const VISIBLE = 0.05

/**
 * The query above, the record below, between them what each position says, and under them what it is worth; what the
 * marks are worth beside their positions stands last, so that the figures add up to those of the mark.
 */
export function Aligned({ query, record, alignment, compared = 'query' }: AlignedProps) {
  const { say, figures } = useLanguage()
  const [one, other] = NAMES[compared]
  if (!alignment)
    return (
      <div className={styles.apart}>
        <span className={styles.name}>{say(one)}</span>
        <Mark mark={query} size="text" />
        <span className={styles.name}>{say(other)}</span>
        <Mark mark={record} size="text" />
      </div>
    )
  const columns = columnsOf(alignment, query.characters, record.characters)
  const spoken = say(compared === 'query' ? 'mark.spoken.aligned' : 'mark.spoken.aligned_records', {
    query: spokenMark(say, query.characters),
    record: spokenMark(say, record.characters),
    differences: spokenDifferences(say, columns),
    bits: columns.map(({ bits }) => figures.bits(bits)).join('; '),
  })
  return (
    <div className={styles.aligned}>
      <div className={styles.names} aria-hidden="true">
        <span>{say(one)}</span>
        <span />
        <span>{say(other)}</span>
        <span>{say('why.bits')}</span>
      </div>
      <bdi dir="ltr" role="img" aria-label={spoken} className={styles.columns}>
        {numbered(columns).map(({ place, value: column }) => (
          <span key={place} className={styles.column}>
            <Character character={column.query} />
            <svg
              viewBox="0 0 16 12"
              className={column.says === 'differs' ? styles.differs : styles.sign}
              aria-hidden="true"
            >
              <path d={SIGNS[column.says]} />
            </svg>
            <Character character={column.record} differs={column.says === 'differs'} />
            <span className={column.bits <= -VISIBLE ? styles.against : styles.bits}>{figures.bits(column.bits)}</span>
          </span>
        ))}
      </bdi>
      <p className={styles.whole}>
        <span>{say('mark.as_a_whole')}</span> <Figure>{figures.bits(alignment.whole)}</Figure>
      </p>
    </div>
  )
}
