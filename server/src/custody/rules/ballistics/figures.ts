import { daysBetween } from './clocks.ts'
import { countedLevel, type Result, standingOf } from './result.ts'

/** Everything that was said of one comparison, and on which days its items were submitted and the first lead came. */
export interface Compared {
  readonly results: readonly Result[]
  /** The later submission of the two; null where one is not known. */
  readonly submitted: string | null
  readonly firstLead: string | null
}

export interface ComparisonFigures {
  readonly leads: number
  readonly examined: number
  readonly confirmed: number
  readonly excluded: number
  readonly inconclusive: number
  readonly disputed: number
  readonly confirmationRate: number | null
  readonly agreement: { readonly of: number; readonly counted: number }
  readonly leadDays: { readonly median: number | null; readonly counted: number; readonly of: number }
}

const CONCLUSIONS = new Set(['hit', 'excluded', 'inconclusive'])

/** What each person concluded last of a comparison, as far as it stands: an examiner who changed their mind counts once. */
function conclusions(results: readonly Result[]): Map<string, string> {
  const said = results.filter((result) => !result.withdrawn && CONCLUSIONS.has(result.says))
  return new Map(said.map(({ examiner, says }) => [examiner.toLowerCase(), says]))
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * How leads came out and whether examiners agree, each with what it rests on. Only comparisons that were a lead at some
 * time count for the rate, whether or not the lead still stands beside the conclusion; those that nobody examined yet are
 * counted and in no rate.
 */
export function comparisonFigures(compared: readonly Compared[]): ComparisonFigures {
  const led = compared.filter(({ results }) =>
    results.some((result) => !result.withdrawn && (result.says === 'lead' || countedLevel(result) === 'lead')),
  )
  const standings = led.map(({ results }) => standingOf(results))
  const count = (level: string) => standings.filter((each) => each === level).length
  const [confirmed, excluded, inconclusive] = [count('hit'), count('excluded'), count('inconclusive')]
  const disputed = count('disputed')
  const both = compared.map(({ results }) => conclusions(results)).filter(({ size }) => size > 1)
  const waits = led.flatMap(({ submitted, firstLead }) =>
    submitted === null || firstLead === null || firstLead < submitted ? [] : [daysBetween(submitted, firstLead)],
  )
  return {
    leads: led.length,
    examined: confirmed + excluded + inconclusive + disputed,
    confirmed,
    excluded,
    inconclusive,
    disputed,
    confirmationRate: confirmed + excluded === 0 ? null : confirmed / (confirmed + excluded),
    agreement: { of: both.length, counted: both.filter((said) => new Set(said.values()).size === 1).length },
    leadDays: { median: median(waits), counted: waits.length, of: led.length },
  }
}
