import type { Happening } from './happenings.ts'

/**
 * What laboratories say of an item that an authority already holds tells of the time before it came there: a mark was not
 * obliterated in the laboratory. Each recovery with the examinations and ballistic results that followed while the item
 * was held; where no recovery is on record, the first examination stands for it.
 */
export function attributeResults(happenings: readonly Happening[]): ReadonlyMap<Happening, readonly Happening[]> {
  const results = new Map<Happening, Happening[]>()
  let recovery: Happening | null = null
  for (const happening of happenings) {
    const { event, role } = happening
    if (role === 'recovery') recovery = happening
    else if (event === 'examination' || event === 'ballistic-result') {
      if (recovery) results.set(recovery, [...(results.get(recovery) ?? []), happening])
      else if (event === 'examination') recovery = happening
    } else if (role === 'custody' || role === 'illicit') recovery = null
  }
  return results
}
