/** Times of one thing done many times, in milliseconds. */
export interface Times {
  readonly median: number
  readonly p99: number
}

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99) }
}

/** One measure beside its baseline of the same run; `ratio` is measure over baseline. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline: { readonly name: string; readonly value: number }
  readonly ratio: number
  /** What the ratio is to be at most, or at least where more is better. */
  readonly target: string
  readonly met: boolean
}

export function measure(
  name: string,
  unit: string,
  value: number,
  baseline: Measure['baseline'],
  atMost: number,
): Measure {
  const ratio = value / baseline.value
  return { name, value, unit, baseline, ratio, target: `≤ ${atMost}`, met: ratio <= atMost }
}
