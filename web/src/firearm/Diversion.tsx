import type { LifeDiversion, LifeShow } from '@proofmark/contract/schemas/life'
import type { Ref } from 'react'
import { Figure } from '../common/Figure.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Alternatives } from './Alternatives.tsx'
import styles from './Diversion.module.css'
import { RestsOn } from './RestsOn.tsx'
import { WorkingLink } from './WorkingLink.tsx'

interface DiversionProps {
  readonly diversion: LifeDiversion
  readonly life: LifeShow
  readonly ref: Ref<HTMLElement>
}

/** One window in a sentence: after when and by when, where, how, how sure; and what else would explain the records. */
export function Diversion({ diversion, life, ref }: DiversionProps) {
  const { say, figures } = useLanguage()
  const { from, to, place, kind, confidence, records, alternatives, confirmed } = diversion
  // A weight says something only beside another.
  const weighed = alternatives.length > 1
  const day = (value: string | null) => (value === null ? null : <bdi>{figures.span({ from: value, to: value })}</bdi>)
  const stated = { from: day(from), to: day(to), place: place === null ? null : <bdi>{place}</bdi> }
  const known = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null))
  const absent = Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => (value === null ? [[name, 'none']] : [])),
  )
  return (
    <article ref={ref} tabIndex={-1} className={styles.diversion}>
      <h3 className={styles.sentence}>
        <Sentence id="firearm.window" parameters={{ confidence, ...absent }} nodes={known} />{' '}
        <Sentence
          id={weighed ? 'firearm.window_kind' : 'firearm.window_kind_only'}
          parameters={{ kind: say(`word.explanation.${kind}`) }}
          nodes={{
            confidence: <span className={styles.confidence}>{say(`firearm.confidence.${confidence}`)}</span>,
            weight: <Figure>{figures.probability(alternatives[0]?.weight ?? 1)}</Figure>,
          }}
        />
      </h3>
      <p className={styles.means}>{say(`firearm.confidence_means.${confidence}`)}</p>
      {weighed && <Alternatives alternatives={alternatives} />}
      <RestsOn records={records} life={life} />
      {!confirmed && <WorkingLink />}
    </article>
  )
}
