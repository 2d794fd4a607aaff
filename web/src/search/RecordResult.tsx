import type { SearchResult } from '@proofmark/contract/schemas/search'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { Matched } from './Matched.tsx'
import styles from './SearchPage.module.css'

interface RecordResultProps {
  readonly record: Extract<SearchResult, { readonly kind: 'record' }>
}

/** One record that states the words: when and what happened, what it is, and where the words stand. */
export function RecordResult({ record }: RecordResultProps) {
  const language = useLanguage()
  const { say, figures } = language
  const { read } = record
  return (
    <article className={styles.result}>
      <p className={styles.when}>
        {figures.span(record.date) ?? say('common.date_unknown')}
        <span>{say(`word.event.${record.event}`)}</span>
      </p>
      <div className={styles.what}>
        <h3>
          <Go to={`/records/${record.record}`}>{itemName(language, read)}</Go>
        </h3>
        <p className={styles.facts}>
          <Facts>{itemFacts(language, read)}</Facts>
        </p>
        <p className={styles.mark}>
          <Mark mark={read.serial} size="text" />
        </p>
        <p className={styles.facts}>
          <Facts>
            {[
              record.source,
              <Identifier key="key" mono>
                {record.key}
              </Identifier>,
              record.agency,
            ]}
          </Facts>
        </p>
      </div>
      <Matched matched={record.matched} />
    </article>
  )
}
