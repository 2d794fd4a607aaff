import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { countMissed, type DrawnPair, drawnPairs, findSample, type Sample, sourceNames } from '../queries/samples.ts'
import {
  type Estimated,
  estimates,
  type JudgedPair,
  type StratumEstimate,
  stratumEstimates,
} from '../rules/estimates.ts'

export interface QualityShown {
  readonly sample: Sample
  readonly pairs: readonly DrawnPair[]
  readonly missed: number
  readonly strata: readonly StratumEstimate[]
  readonly estimates: readonly Estimated[]
  /** Names of sources, by identifier. */
  readonly names: ReadonlyMap<string, string>
}

/** What a person judged, as the estimate takes it: a part or a lot in common is not one firearm, undecided says nothing. */
const isSame = ({ verdict }: DrawnPair): boolean | null =>
  verdict === null || verdict === 'undecided' ? null : verdict === 'same'

/**
 * How good the links of the model are, by the pairs of the last sample that people judged. Null where none was drawn, or
 * the reader does not see all among which it was. Numbers of pairs disclose no record, so they are no entry of the log.
 * Throws `role_needed`.
 */
export async function showQuality(context: Context): Promise<QualityShown | null> {
  needRole(context.reader, DESKS)
  const sample = await findSample(context, null)
  if (!sample) return null
  const pairs = await drawnPairs(context, sample.id)
  const judged = pairs.map((pair): JudgedPair => ({ ...pair, same: isSame(pair) }))
  return {
    sample,
    pairs,
    missed: await countMissed(context),
    strata: stratumEstimates(sample.counts, judged),
    estimates: estimates(sample.counts, judged),
    names: await sourceNames(
      context,
      sample.counts.flatMap(({ sources }) => sources),
    ),
  }
}
