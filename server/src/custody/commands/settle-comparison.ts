import type { Context } from '../../access/context.ts'
import { judgeByHit } from '../../linkage/commands/judge-by-hit.ts'
import { type ToldRow, takeTold } from '../../records/commands/take-told.ts'
import { classOfOwn } from '../../tracing/commands/write-trace.ts'
import { comparisonOf, comparisonsOf } from '../queries/ballistic-comparisons.ts'
import { itemsById, type KeptItem } from '../queries/ballistic-items.ts'
import { HIT_SOURCE, type HitRecords, hitRecordOf, hitRecords } from '../queries/hit-records.ts'

/** Turns no text round and holds no NUL: a row that did would be sent back. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[\u202A-\u202E\u2066-\u2069\0]/g, '')
const filled = (cells: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))

/** What a confirmed hit says of the firearm at its scene, in the words that a life reads; withdrawn, it says nothing. */
function rowOf({ id, said, system, reference }: KeptItem, confirmed: boolean): ToldRow {
  const stated = filled({
    event: 'ballistic-result',
    reason: confirmed ? 'confirmed hit' : 'withdrawn',
    date: said.date ?? '',
    place: plain(said.place),
    ref: plain(said.case),
    calibre: plain(said.calibre),
  })
  return { key: id, stated, raw: filled({ ...stated, scene: plain(said.scene), system, reference }), persons: [] }
}

/** The record of a fired item, written or written anew where it would say something else than it does. */
async function tell(context: Context, item: KeptItem, confirmed: boolean): Promise<void> {
  const vis = await classOfOwn(context, item.agency)
  const agency = { id: item.agency, name: item.agencyName }
  const source = { name: HIT_SOURCE, kind: 'ballistic' as const, agency, handling: 'H0' as const, vis }
  await takeTold(context, { ...source, visibility: 'pointer' }, [rowOf(item, confirmed)])
}

async function tellEnd(context: Context, item: KeptItem, known: HitRecords): Promise<void> {
  if (item.entry === 'test_fire') return
  const joined = (await comparisonsOf(context, [item.id])).some(({ level }) => level === 'hit')
  if (joined || hitRecordOf(context, known, item) !== null) await tell(context, item, joined)
}

/** Judges what two items were fired by to be one firearm, or withdraws that, as far as both are known by records. */
async function judgeEnds(context: Context, ends: readonly [KeptItem, KeptItem], stands: boolean): Promise<void> {
  const known = await hitRecords(context, ends)
  const [record, other] = ends.map((item) => item.record ?? hitRecordOf(context, known, item))
  if (!record || !other || record === other) return
  const names = ends.map(({ system, reference }) => `${system} ${reference}`).join(', ')
  await judgeByHit(context, { record, other, stands, reason: `Ballistic comparison of ${names}` })
}

/** The same for an item as it was before its last version. */
export async function uniteEnds(context: Context, item: KeptItem, other: string, stands: boolean): Promise<void> {
  const found = (await itemsById(context, [other])).get(other)
  if (found) await judgeEnds(context, [item, found], stands)
}

/**
 * Brings lives into line with how a comparison now stands: a confirmed hit enters each scene as a record at its date, and
 * what the two items were fired by is judged to be one firearm; where it stands no longer, that is withdrawn. A lead does
 * neither. Done already, it does nothing.
 */
export async function settleComparison(context: Context, one: string, other: string): Promise<void> {
  const items = await itemsById(context, [one, other])
  const [first, second] = [items.get(one), items.get(other)]
  if (!first || !second) return
  const stands = (await comparisonOf(context, one, other))?.level === 'hit'
  const known = await hitRecords(context, [first, second])
  for (const item of [first, second]) await tellEnd(context, item, known)
  await judgeEnds(context, [first, second], stands)
}
