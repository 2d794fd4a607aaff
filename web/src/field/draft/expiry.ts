const DAY_MS = 24 * 60 * 60 * 1000

/** So long a draft stands after it was last changed. */
export const KEPT_DAYS = 14
const SAID_BEFORE_DAYS = 3
/** Where no server ever told this device the time, it goes by its own clock, after as long again. */
const UNTOLD_DAYS = 2 * KEPT_DAYS

/** What this device makes of the time: its clock, and how far the server's is ahead; null where none told it lately. */
export interface DeviceClock {
  readonly now: number
  readonly skew: number | null
}

/** How long a draft stays on this device. */
export type Expiry =
  | { readonly kind: 'fresh' }
  /** It goes in so many days; said before. */
  | { readonly kind: 'soon'; readonly days: number }
  /** Past its day by a clock that nobody confirmed: closed, not removed. */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'gone' }

/** A clock that is wrong may close a draft and never removes one before a server told the time, but for twice its days. */
export function expiryOf(changedAt: number, { now, skew }: DeviceClock): Expiry {
  const days = (now + (skew ?? 0) - changedAt) / DAY_MS
  if (days > KEPT_DAYS) return { kind: skew !== null || days > UNTOLD_DAYS ? 'gone' : 'unconfirmed' }
  if (days > KEPT_DAYS - SAID_BEFORE_DAYS) return { kind: 'soon', days: Math.max(1, Math.ceil(KEPT_DAYS - days)) }
  return { kind: 'fresh' }
}

/** Off by more than this, a clock is called wrong. */
const WRONG_MS = 2 * 60 * 1000

/** How many minutes the clock of this device is wrong by, and which way; null where it is right, or nobody knows. */
export function wrongBy(skew: number | null): { readonly minutes: number; readonly way: 'slow' | 'fast' } | null {
  if (skew === null || Math.abs(skew) <= WRONG_MS) return null
  return { minutes: Math.round(Math.abs(skew) / 60_000), way: skew > 0 ? 'slow' : 'fast' }
}
