/** Of one month, as its first day: of how many records something was so. */
export interface MonthCount {
  readonly month: string
  readonly records: number
  readonly so: number
}

/** When a share became another: the first month of the new one. */
export interface ChangePoint {
  readonly from: string
  readonly before: number
  readonly after: number
  readonly z: number
}

export interface ChangeWish {
  /** How many series are tested at once: the more, the less each may rest on chance (Bonferroni). */
  readonly tests: number
  /** Smaller changes are of no matter, however sure. */
  readonly least?: number
}

/** One in a hundred of all that is tested together may be chance. */
const ALPHA = 0.01
/** Fewer records on a side than these say nothing. */
const LEAST_RECORDS = 20
const LEAST_CHANGE = 0.2
/** A source that changes oftener than this has no way of its own. */
const MOST_CHANGES = 5

/** The complementary error function, to 1.2e-7 of its value at every place (Numerical Recipes, 6.2). */
function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * Math.abs(x))
  const coefficients = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
  ]
  const polynomial = coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0)
  const value = t * Math.exp(-x * x - 1.26551223 + t * polynomial)
  return x >= 0 ? value : 2 - value
}

/** How often chance alone puts z so far from nothing, on either side. */
export const twoSided = (z: number): number => erfc(Math.abs(z) / Math.SQRT2)

/** The two-proportion z of pooled variance; null where all or none are so. */
export function twoProportionZ(so: number, of: number, otherSo: number, otherOf: number): number | null {
  const pooled = (so + otherSo) / (of + otherOf)
  const variance = pooled * (1 - pooled) * (1 / of + 1 / otherOf)
  return variance > 0 ? (otherSo / otherOf - so / of) / Math.sqrt(variance) : null
}

/** The month from which on the series is most unlike what it was before; null where it has no two sides. */
function likeliest(months: readonly MonthCount[]): (ChangePoint & { readonly at: number }) | null {
  const all = months.reduce((sum, { records }) => sum + records, 0)
  const allSo = months.reduce((sum, { so }) => sum + so, 0)
  let best: (ChangePoint & { readonly at: number }) | null = null
  let [records, so] = [0, 0]
  for (const [at, month] of months.entries()) {
    if (records >= LEAST_RECORDS && all - records >= LEAST_RECORDS) {
      const z = twoProportionZ(so, records, allSo - so, all - records)
      if (z !== null && Math.abs(z) > Math.abs(best?.z ?? 0))
        best = { at, from: month.month, before: so / records, after: (allSo - so) / (all - records), z }
    }
    records += month.records
    so += month.so
  }
  return best
}

/**
 * When a share in a series of months changed: at each month the two sides are held against each other by the
 * two-proportion z, the likeliest is taken where chance would not make it so among all that is tested (Bonferroni), and
 * each side is looked at again (binary segmentation, Vostrikova 1981). In order of time. What was so before and after is
 * counted to the next change on either side.
 */
export function changePoints(
  months: readonly MonthCount[],
  { tests, least = LEAST_CHANGE }: ChangeWish,
): ChangePoint[] {
  const allowed = ALPHA / Math.max(1, tests * (months.length - 1))
  const cuts: number[] = []
  const look = (from: number, to: number): void => {
    if (cuts.length >= MOST_CHANGES) return
    const found = likeliest(months.slice(from, to))
    if (!found || Math.abs(found.after - found.before) < least || twoSided(found.z) > allowed) return
    cuts.push(from + found.at)
    look(from, from + found.at)
    look(from + found.at, to)
  }
  look(0, months.length)
  const ends = [0, ...cuts.sort((a, b) => a - b), months.length]
  return ends.slice(1, -1).flatMap((cut, place) => {
    const [before, after] = [months.slice(ends[place], cut), months.slice(cut, ends[place + 2])]
    const [count, countSo, other, otherSo] = [before, after].flatMap((side) => [
      side.reduce((sum, { records }) => sum + records, 0),
      side.reduce((sum, { so }) => sum + so, 0),
    ]) as [number, number, number, number]
    const z = twoProportionZ(countSo, count, otherSo, other)
    if (z === null || Math.abs(otherSo / other - countSo / count) < least) return []
    return [{ from: months[cut]!.month, before: countSo / count, after: otherSo / other, z }]
  })
}
