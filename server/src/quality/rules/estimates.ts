import type { Breakdown, StratumCount } from '@proofmark/contract/quality-words'
import { type Estimate, foundOf, type Stratum, stratified } from './intervals.ts'
import { type ComparedPair, stratumOf } from './sample-pair.ts'

/** A drawn pair, and whether a person judged it one firearm; null where nobody decided. */
export type JudgedPair = Omit<ComparedPair, 'record' | 'other'> & { readonly same: boolean | null }

export interface Estimated {
  readonly by: Breakdown
  readonly of: string | null
  readonly linked: number
  readonly pairs: number
  readonly judged: number
  readonly precision: Estimate | null
  readonly recall: Estimate | null
}

export interface StratumEstimate {
  readonly stratum: string
  readonly pairs: number
  readonly drawn: number
  readonly judged: number
  readonly same: number
}

type Of = Pick<StratumCount, 'band' | 'linked' | 'sources' | 'damage' | 'year'>
type Within = (pair: Of) => boolean

/** The strata as far as they lie within a part of all pairs; what is known of each. */
function strataWithin(
  counts: readonly StratumCount[],
  drawn: readonly JudgedPair[],
  within: Within,
  linked: boolean,
): Stratum[] {
  const sizes = Map.groupBy(
    counts.filter((count) => count.linked === linked && within(count)),
    stratumOf,
  )
  return [...sizes].map(([stratum, parts]) => {
    const judged = drawn.filter((pair) => pair.same !== null && stratumOf(pair) === stratum && within(pair))
    return {
      size: parts.reduce((sum, { pairs }) => sum + pairs, 0),
      drawn: judged.length,
      so: judged.filter(({ same }) => same).length,
    }
  })
}

function estimatedOf(
  counts: readonly StratumCount[],
  drawn: readonly JudgedPair[],
  by: Breakdown,
  of: string | null,
  within: Within,
): Estimated {
  const [found, left] = [true, false].map((linked) => strataWithin(counts, drawn, within, linked)) as [
    Stratum[],
    Stratum[],
  ]
  const sum = (strata: readonly Stratum[], what: keyof Stratum) => strata.reduce((all, each) => all + each[what], 0)
  return {
    by,
    of,
    linked: sum(found, 'size'),
    pairs: sum(found, 'size') + sum(left, 'size'),
    judged: sum(found, 'drawn') + sum(left, 'drawn'),
    precision: stratified(found),
    recall: foundOf(found, left),
  }
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]

/**
 * Precision and recall of the links that a model follows, of all compared pairs and by source, damage and year. Each
 * stratum counts by how many pairs there are of it, so that it does not matter from which more were drawn. Recall is
 * among what was compared and kept: of what no path found nothing is known here.
 */
export function estimates(counts: readonly StratumCount[], drawn: readonly JudgedPair[]): Estimated[] {
  const by = (breakdown: Breakdown, values: readonly (string | null)[], within: (value: string | null) => Within) =>
    values.map((value) => estimatedOf(counts, drawn, breakdown, value, within(value)))
  const yearOf = ({ year }: Of) => (year === null ? null : String(year))
  return [
    ...by('all', [null], () => () => true),
    ...by(
      'source',
      unique(counts.flatMap(({ sources }) => sources)),
      (source) =>
        ({ sources }) =>
          sources.some((each) => each === source),
    ),
    ...by('damage', unique(counts.map(({ damage }) => damage)), (damage) => (pair) => pair.damage === damage),
    ...by('year', unique(counts.map(yearOf)).sort(), (year) => (pair) => yearOf(pair) === year),
  ]
}

/** What is known of each stratum by itself. */
export function stratumEstimates(counts: readonly StratumCount[], drawn: readonly JudgedPair[]): StratumEstimate[] {
  return [...Map.groupBy(counts, stratumOf)].map(([stratum, parts]) => {
    const own = drawn.filter((pair) => stratumOf(pair) === stratum)
    return {
      stratum,
      pairs: parts.reduce((sum, { pairs }) => sum + pairs, 0),
      drawn: own.length,
      judged: own.filter(({ same }) => same !== null).length,
      same: own.filter(({ same }) => same).length,
    }
  })
}
