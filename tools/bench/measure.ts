/** One measure; where it has a baseline, one of the same run. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline: Baseline | null
  /** Measure over baseline. */
  readonly ratio: number | null
  /** What the ratio, or without a baseline the value, is to be; with a unit: the value. Null where it is only printed. */
  readonly target: string | null
  readonly met: boolean | null
}

export interface Baseline {
  readonly name: string
  readonly value: number
}

export type Target = { readonly atMost: number } | { readonly atLeast: number }

const isMet = (value: number, target: Target) => ('atMost' in target ? value <= target.atMost : value >= target.atLeast)
const wordsOf = (target: Target) => ('atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`)

interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: Baseline
  /** None where it is only printed. */
  readonly target?: Target
  /** The target is of the value though it has a baseline. */
  readonly absolute?: boolean
}

export function measure({ name, value, unit, baseline, target, absolute = false }: Measured): Measure {
  const ratio = baseline ? value / baseline.value : null
  const words = target ? `${wordsOf(target)}${absolute && unit ? ` ${unit}` : ''}` : null
  return {
    name,
    value,
    unit,
    baseline: baseline ?? null,
    ratio,
    target: words,
    met: target ? isMet(absolute ? value : (ratio ?? value), target) : null,
  }
}

/** A share as a measure, in percent; `target` in percent too. */
export const shareMeasure = (name: string, share: number, target?: Target): Measure =>
  measure({ name, value: 100 * share, unit: '%', ...(target && { target }) })

function formatted(value: number): string {
  return Math.abs(value) >= 1_000 ? String(Math.round(value)) : value.toFixed(2)
}

const verdict = (met: boolean | null) => (met === null ? '' : met ? 'met' : 'missed')

/** The measures as the lines of one table: measure, baseline, ratio, target, and whether it is met. */
export function summaryLines(measures: readonly Measure[]): string[] {
  const rows = measures.map(({ name, value, unit, baseline, ratio, target, met }) => [
    name,
    `${formatted(value)} ${unit}`,
    baseline ? `${baseline.name}: ${formatted(baseline.value)} ${unit}` : '',
    ratio === null ? '' : formatted(ratio),
    target ?? '',
    verdict(met),
  ])
  const table = [['measure', 'value', 'beside', 'ratio', 'target', ''], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
