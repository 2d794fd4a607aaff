/** How many refusals are free, and how the wait grows after them. */
export interface ThrottleLimit {
  readonly free: number
  /** Seconds after the first refusal that is no longer free; doubles with each further one. */
  readonly first: number
  readonly most: number
}

/**
 * By name strict. By address loose: a whole agency may stand behind one, and one person's mistakes, or one attacker
 * among them, must not lock out the rest for long.
 */
export const THROTTLE_LIMITS = {
  name: { free: 5, first: 30, most: 15 * 60 },
  address: { free: 50, first: 30, most: 2 * 60 },
} as const satisfies Record<string, ThrottleLimit>
export type ThrottleKind = keyof typeof THROTTLE_LIMITS

/** Refusals are forgotten after so many milliseconds without one. */
export const FORGOTTEN_AFTER = 60 * 60 * 1000

/** Seconds to wait after so many refusals; 0 while they are free. */
export function waitAfter(refusals: number, { free, first, most }: ThrottleLimit): number {
  if (refusals < free) return 0
  return Math.min(most, first * 2 ** Math.min(refusals - free, 20))
}
