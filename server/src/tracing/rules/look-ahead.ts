import type { Happening } from './happenings.ts'

const after = (happenings: readonly Happening[], at: number, roles: readonly Happening['role'][]): Happening | null =>
  happenings.slice(at + 1).find(({ role }) => roles.includes(role)) ?? null

/** In whose lawful hands the item is next, unless it is recovered or lost before. */
export function nextCustody(happenings: readonly Happening[], at: number): Happening | null {
  const next = after(happenings, at, ['custody', 'recovery', 'illicit'])
  return next?.role === 'custody' ? next : null
}

/** Is a firearm of the state back in its stock next, whatever it was seized or examined for in between? */
export function backInStock(happenings: readonly Happening[], at: number): boolean {
  const next = after(happenings, at, ['custody', 'illicit'])
  return next?.role === 'custody' && (next.event === 'return' || next.custodian === 'state_stock')
}
