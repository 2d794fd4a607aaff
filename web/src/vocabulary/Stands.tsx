import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import { Fragment } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { textShown } from './meaning.tsx'
import styles from './VocabularyPage.module.css'

/** Where a text stands: in which field, in how many records, how else it is spelt, and some of its records. */
export function Stands({ text: waiting }: { readonly text: WaitingText }) {
  const language = useLanguage()
  const { say, figures } = language
  const { field, make, makeName, records, samples, spellings, moreSpellings, text } = waiting
  const known = makeName ?? make
  const under = known === null ? say('vocabulary.under_none') : say('vocabulary.under', { make: known })
  const others = spellings.slice(1)
  return (
    <div className={styles.stands}>
      <h3>{textShown(language, text)}</h3>
      <p className={styles.facts}>
        <Facts>
          {[
            say(`vocabulary.field.${field}`),
            field === 'model' ? under : null,
            say('vocabulary.records', { count: records, figure: figures.count(records) }),
          ]}
        </Facts>
      </p>
      {others.length > 0 && (
        <p className={styles.facts}>
          {say('vocabulary.also')}{' '}
          {others.map((each, at) => (
            <Fragment key={each.text}>
              {at > 0 && figures.comma}
              {textShown(language, each.text)} ({figures.count(each.records)})
            </Fragment>
          ))}
          {moreSpellings > 0 && ` ${say('vocabulary.more_spellings', { figure: figures.count(moreSpellings) })}`}
        </p>
      )}
      <p className={styles.facts}>
        <Facts>
          {samples.map((record, at) => (
            <Go key={record} to={`/records/${record}`}>
              {say('vocabulary.sample', { number: at + 1 })}
            </Go>
          ))}
        </Facts>
      </p>
    </div>
  )
}
