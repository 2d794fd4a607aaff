const DAY_MS = 86_400_000

/** Within what a partner that says that it was restored is told what we exchanged with it. */
export const RESTORE_BOUNDS = {
  /** So far back where the agreement does not say otherwise. */
  windowDays: 30,
  /** An agreement of ours holds so long; then the partner says so anew. */
  openDays: 7,
  /** Messages given or sent again under one. */
  most: 10_000,
  /** What happened just before the last thing that it knows may be lost too. */
  marginMs: DAY_MS,
} as const

/** A restore as a partner declared it and a person here agreed to it. */
export interface AgreedRestore {
  readonly since: Date
  readonly declaredAt: Date
  readonly decidedAt: Date
  readonly given: number
}

/** From when on a partner is told; null where what was agreed to is over, or used up. */
export function toldSince(
  { since, declaredAt, decidedAt, given }: AgreedRestore,
  windowDays: number,
  now: Date,
): Date | null {
  if (now.getTime() > decidedAt.getTime() + RESTORE_BOUNDS.openDays * DAY_MS) return null
  if (given >= RESTORE_BOUNDS.most) return null
  const earliest = declaredAt.getTime() - windowDays * DAY_MS
  return new Date(Math.max(since.getTime() - RESTORE_BOUNDS.marginMs, earliest))
}
