import type { QualityRecord } from '@proofmark/contract/schemas/quality'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './QualityPage.module.css'

interface RecordLinesProps {
  readonly records: readonly QualityRecord[]
  /** How many there are beside these. */
  readonly more: number
}

/** Records, a line each, that open. */
export function RecordLines({ records, more }: RecordLinesProps) {
  const language = useLanguage()
  const { say, figures } = language
  return (
    <ul className={styles.records}>
      {records.map(({ record, source, key, read }) => (
        <li key={record}>
          <Go to={`/records/${record}`}>{itemName(language, read)}</Go> <Mark mark={read.serial} size="text" />
          <br />
          <span className={styles.quiet}>
            <Facts>
              {[
                ...itemFacts(language, read),
                source,
                <Identifier key="key" mono>
                  {key}
                </Identifier>,
              ]}
            </Facts>
          </span>
        </li>
      ))}
      {more > 0 && (
        <li className={styles.quiet}>{say('quality.more_records', { count: more, figure: figures.count(more) })}</li>
      )}
    </ul>
  )
}
