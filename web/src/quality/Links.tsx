import type { SampleShown } from '@proofmark/contract/schemas/quality'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Draw } from './Draw.tsx'
import { Estimates } from './Estimates.tsx'
import { JudgeSample } from './JudgeSample.tsx'
import styles from './QualityPage.module.css'
import { Strata } from './Strata.tsx'

/** Precision and recall by the last sample, and the sample to be judged; where there is none, how to draw one. */
export function Links() {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('qualityShow', undefined, {}, signal), [])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  const sample = asked.kind === 'answered' ? asked.answer.sample : null
  return (
    <Section heading={say('quality.links')} busy={asked.kind === 'asking'}>
      {asked.kind === 'asking' && <Bars id="quality.asking" />}
      {asked.kind === 'answered' && sample === null && <p className={styles.how}>{say('quality.no_sample')}</p>}
      {sample && <Sampled sample={sample} onJudged={again} />}
      {asked.kind === 'answered' && <Draw again={sample !== null} onDrawn={again} />}
    </Section>
  )
}

function Sampled({ sample, onJudged }: { readonly sample: SampleShown; readonly onJudged: () => void }) {
  const { say, figures } = useLanguage()
  const { size, judged, drawnAt, drawnBy, share, missed } = sample
  return (
    <>
      <p className={styles.lead}>{say('quality.sample', { size, judged, at: figures.day(drawnAt), by: drawnBy })}</p>
      <p className={styles.how}>
        {say('quality.estimate_how')} {say('quality.missed', { count: missed, figure: figures.count(missed) })}
        {share < 1 && ` ${say('quality.sample_share', { share: figures.probability(share) })}`}
      </p>
      <Estimates estimates={sample.estimates} />
      <Strata strata={sample.strata} />
      <JudgeSample key={sample.id} sample={sample} onEnded={onJudged} />
    </>
  )
}
