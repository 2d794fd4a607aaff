import type { Notice } from '@proofmark/contract/schemas/pointer'
import { Identifier } from '../common/Identifier.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './NoticesPage.module.css'

interface ReleasedLinksProps {
  readonly records: NonNullable<Notice['release']>['records']
}

/** A release may show hundreds; the first lead on, and each tells of its firearm's others. */
const SHOWN = 10

/** The ways to the records of a release that can still be seen. */
export function ReleasedLinks({ records }: ReleasedLinksProps) {
  const { say, figures } = useLanguage()
  const rest = records.length - SHOWN
  return (
    <p className={styles.records}>
      {records.slice(0, SHOWN).map(({ record, source, key }) => (
        <Go key={record} to={`/records/${record}`}>
          <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
        </Go>
      ))}
      {rest > 0 && <span>{say('notices.record_released_more', { count: rest, figure: figures.count(rest) })}</span>}
    </p>
  )
}
