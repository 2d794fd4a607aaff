import type { EstimateShown, SamplePair, SampleShown } from '@proofmark/contract/schemas/quality'
import type { SampledPair } from '../commands/list-sample-pairs.ts'
import type { QualityShown } from '../commands/show-quality.ts'
import { type Estimate, wilson } from '../rules/intervals.ts'
import { stratumOf } from '../rules/sample-pair.ts'
import { presentRecord } from './issue.ts'

const presentEstimate = (estimate: Estimate | null): EstimateShown | null => estimate && { ...estimate }

function presentStrata({ sample, strata, names }: QualityShown): SampleShown['strata'] {
  const kinds = new Map(sample.counts.map((count) => [stratumOf(count), count]))
  const shown = strata.map(({ stratum, pairs, drawn, judged, same }) => {
    const { band, linked, sources } = kinds.get(stratum)!
    const [one = '', other = ''] = sources.map((source) => names.get(source) ?? '').sort()
    return {
      band,
      linked,
      sources: [one, other] as [string, string],
      pairs,
      drawn,
      judged,
      same,
      estimate: judged === 0 ? null : presentEstimate(wilson(same, judged)),
    }
  })
  const order = ({ linked, band, sources }: (typeof shown)[number]) => [linked ? '0' : '1', band, ...sources].join(' ')
  return shown.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

function presentEstimates({ estimates, names }: QualityShown): SampleShown['estimates'] {
  const shown = estimates.map(({ of, precision, recall, ...each }) => ({
    ...each,
    of: each.by === 'source' ? (names.get(of ?? '') ?? null) : of,
    precision: presentEstimate(precision),
    recall: presentEstimate(recall),
  }))
  const groups = Map.groupBy(shown, ({ by }) => by)
  return [...groups.values()].flatMap((group) => group.sort((a, b) => ((a.of ?? '') < (b.of ?? '') ? -1 : 1)))
}

/** What a reader sees of how good the links are. */
export function presentQuality(found: QualityShown | null): SampleShown | null {
  if (!found) return null
  const { sample, pairs, missed } = found
  return {
    id: sample.id,
    drawnAt: sample.drawnAt.toISOString(),
    drawnBy: sample.drawnBy,
    seed: sample.seed,
    model: sample.model,
    share: sample.share,
    size: pairs.length,
    judged: pairs.filter(({ verdict }) => verdict !== null).length,
    missed,
    strata: presentStrata(found),
    estimates: presentEstimates(found),
  }
}

/** A pair to be judged: what the model says of it is told only beside what a person said. */
export const presentSampledPair = ({ pair, one, other }: SampledPair): SamplePair => ({
  place: pair.place,
  record: presentRecord(one),
  other: presentRecord(other),
  judged: pair.verdict,
  model: pair.verdict === null ? null : { linked: pair.linked, probability: pair.probability },
})
