import type { ReviewEffect, ReviewShow } from '@proofmark/contract/schemas/review'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './PairSheet.module.css'

/** What either verdict would change of the firearm and of its life, by the same rules and from what the reader may see. */
export function Effects({ shown: { effects, status } }: { readonly shown: ReviewShow }) {
  const { say } = useLanguage()
  return (
    <Section heading={say('review.would')}>
      <div className={styles.effects}>
        <div>
          <h3>{say('review.would.same')}</h3>
          <Effect effect={effects.same} status={status} />
        </div>
        <div>
          <h3>{say('review.would.different')}</h3>
          <Effect effect={effects.different} status={status} />
        </div>
      </div>
    </Section>
  )
}

function Effect({ effect, status }: { readonly effect: ReviewEffect; readonly status: ReviewShow['status'] }) {
  const { say, figures } = useLanguage()
  const { records, joined, parted, come, gone } = effect
  const changes = [joined, parted, come, gone].some((list) => list.length > 0) || effect.status !== status
  if (!changes) return <p>{say('review.would.nothing')}</p>
  const word = (of: ReviewShow['status']) => say(`firearm.status.${of}`)
  return (
    <div className={styles.effect}>
      <p>{say('review.would.records', { count: records, figure: figures.count(records) })}</p>
      {effect.status !== status && (
        <p>{say('review.would.status', { now: word(status), next: word(effect.status) })}</p>
      )}
      <References heading={say('review.would.joined')} records={joined} />
      <References heading={say('review.would.parted')} records={parted} />
      <Sentences heading={say('review.would.come')} sentences={come} />
      <Sentences heading={say('review.would.gone')} sentences={gone} />
    </div>
  )
}

function References({ heading, records }: { readonly heading: string; readonly records: ReviewEffect['joined'] }) {
  if (records.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{heading}</p>
      <ul>
        {records.map(({ record, source, key }) => (
          <li key={record}>
            <Go to={`/firearms/${record}`}>
              <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
            </Go>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sentences({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{heading}</p>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
