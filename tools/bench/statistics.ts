/** Times of one thing done many times, in milliseconds. */
export interface Times {
  readonly mean: number
  readonly median: number
  readonly p99: number
  /** From the first quartile to the third. */
  readonly spread: number
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { mean: meanOf(samples), median: at(0.5), p99: at(0.99), spread: at(0.75) - at(0.25) }
}

/** How long `work` takes, in milliseconds, and what it answers. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ milliseconds: number; result: Result }> {
  const began = performance.now()
  const result = await work()
  return { milliseconds: performance.now() - began, result }
}
