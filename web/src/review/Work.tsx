import type { Grounds } from '@proofmark/contract/schemas/common'
import type { ReviewWork } from '@proofmark/contract/schemas/review-work'
import { type ReactNode, useCallback } from 'react'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import styles from './Work.module.css'

type Told = Pick<ReviewWork['opinions'][number], 'one' | 'other'>

/** What is for the reader by name: second persons, second opinions, and how far those agree who judged the same pairs. */
export function Work({ grounds }: { readonly grounds: Grounds }) {
  const { say, figures } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal) =>
      Promise.all([api('reviewWork', { grounds }, {}, signal), api('reviewAgreement', undefined, {}, signal)]),
    [grounds],
  )
  const [answered] = useAsked(ask)
  if (answered.kind !== 'answered') return null
  const [{ seconds, opinions, asked }, { pairs, agreed, raw, kappa }] = answered.answer
  if (seconds.length + opinions.length + asked.length + pairs === 0) return null
  const part = (heading: string, rows: readonly Told[], words: (place: number) => ReactNode) =>
    rows.length > 0 && (
      <div>
        <h3>{say(heading)}</h3>
        <ul>
          {rows.map((told, place) => (
            <li key={`${told.one.record} ${told.other.record}`}>
              <Go to={`/firearms/${told.one.record}`}>
                <bdi>{told.one.source}</bdi> <Identifier mono>{told.one.key}</Identifier> –{' '}
                <bdi>{told.other.source}</bdi> <Identifier mono>{told.other.key}</Identifier>
              </Go>
              <small>{words(place)}</small>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <Section heading={say('review.work')}>
      <div className={styles.work}>
        {part('review.work.seconds', seconds, (place) => {
          const { verdict, by } = seconds[place]!.judgement
          return say('review.work.second', { by, verdict: say(`firearm.verdict.firearm.${verdict}`) })
        })}
        {part('review.work.opinions', opinions, (place) => say('review.work.by', { by: opinions[place]!.by }))}
        {part('review.work.asked', asked, (place) => {
          const { of, agrees } = asked[place]!
          return say('review.work.of', { of, agrees: agrees === null ? 'open' : String(agrees) })
        })}
        {raw && (
          <p>
            {say('review.agreement', {
              count: pairs,
              figure: figures.count(pairs),
              agreed: figures.count(agreed),
              from: figures.probability(raw.from),
              to: figures.probability(raw.to),
            })}{' '}
            {kappa && say('review.kappa', { kappa: figures.chance(Math.max(0, kappa.value)) })}
          </p>
        )}
      </div>
    </Section>
  )
}
