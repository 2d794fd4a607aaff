/** A share with the span that holds it in 95 of 100 cases. */
export interface Estimate {
  readonly value: number
  readonly from: number
  readonly to: number
}

export interface Agreement {
  /** So many pairs were judged by two, each for themselves. */
  readonly pairs: number
  readonly agreed: number
  /** Null where nothing was judged by two. */
  readonly raw: Estimate | null
  /** Cohen's kappa: agreement beyond what chance would bring; null too where all said the same throughout. */
  readonly kappa: Estimate | null
}

const Z = 1.959964

/** Wilson's interval of a share (Wilson 1927; the method 3 of Newcombe, Statistics in Medicine 17, 1998). */
export function wilson(hits: number, of: number): Estimate | null {
  if (of <= 0) return null
  const value = hits / of
  const middle = value + (Z * Z) / (2 * of)
  const half = Z * Math.sqrt((value * (1 - value) + (Z * Z) / (4 * of)) / of)
  const whole = 1 + (Z * Z) / of
  return { value, from: Math.max(0, (middle - half) / whole), to: Math.min(1, (middle + half) / whole) }
}

/**
 * How far two readers agree, from what each said of the same pairs: the raw share with Wilson's interval, and kappa with
 * its large-sample interval (Cohen, Educational and Psychological Measurement 20, 1960).
 */
export function agreementOf(readings: readonly (readonly [string, string])[]): Agreement {
  const pairs = readings.length
  const agreed = readings.filter(([one, other]) => one === other).length
  const raw = wilson(agreed, pairs)
  if (!raw) return { pairs, agreed, raw, kappa: null }
  const shareOf = (place: 0 | 1, word: string) => readings.filter((each) => each[place] === word).length / pairs
  const words = new Set(readings.flat())
  const byChance = [...words].reduce((sum, word) => sum + shareOf(0, word) * shareOf(1, word), 0)
  if (byChance >= 1) return { pairs, agreed, raw, kappa: null }
  const value = (raw.value - byChance) / (1 - byChance)
  const half = (Z * Math.sqrt((raw.value * (1 - raw.value)) / pairs)) / (1 - byChance)
  return { pairs, agreed, raw, kappa: { value, from: Math.max(-1, value - half), to: Math.min(1, value + half) } }
}
