import type { Context } from '../../access/context.ts'
import type { KnownSource } from '../queries/find-source.ts'
import { type Head, recordHeads, type Succession, successions } from '../queries/record-heads.ts'
import { standingVersions } from '../queries/standing-versions.ts'
import { type Reject, type RowSettings, readAssertion } from '../rules/read-row.ts'
import { recordId } from '../rules/record-id.ts'
import {
  carriedOver,
  carriedPersons,
  dayOfTransfer,
  holderChanged,
  type Sayable,
  type Standing,
  saysNothingNew,
} from '../rules/standing.ts'
import { type StorableRow, storable } from '../rules/storable-row.ts'
import { holdRows } from './hold-rows.ts'
import { type PlacedRow, storeVersions } from './store-versions.ts'

/** A row with the assertions that it makes. */
export interface KeyedRow {
  readonly row: number
  readonly reads: readonly StorableRow[]
}

export interface Batch {
  readonly source: KnownSource
  /** The import's number, which is the version that it writes. */
  readonly version: string
  readonly settings: RowSettings
  readonly sayable: Sayable
  readonly rows: readonly KeyedRow[]
}

export interface WrittenRows {
  readonly accepted: number
  readonly unchanged: number
  readonly changed: number
  readonly rejects: readonly Reject[]
}

type Change = 'accepted' | 'unchanged' | 'changed'

interface Target {
  readonly read: StorableRow
  readonly first: string
  readonly id: string
  readonly head: Head | undefined
  readonly succession: Succession | undefined
  /** What stands of the entry's other holders. */
  readonly others: readonly Head[]
}

const keyTwice = (row: number, key: string): Reject => ({
  row,
  field: 'id',
  value: key,
  reason: { id: 'reject.key_twice', parameters: {} },
  accepted: { id: 'reject.key_twice.accepted', parameters: {} },
})

/**
 * Writes a batch of rows of one import. An assertion that says nothing new is unchanged, one about a known item becomes
 * a new version of its record, and one that names another holder of an entry of a register becomes a record of its own:
 * a transfer. A row whose key the same file gave to another row before comes back whole.
 */
export async function writeRows(context: Context, batch: Batch): Promise<WrittenRows> {
  const { source, version, settings } = batch
  if (batch.rows.length === 0) return { accepted: 0, unchanged: 0, changed: 0, rejects: [] }
  await holdRows(context, source)
  const targets = await findTargets(context, batch)
  const { kept, rejects, repeated } = sortOut(batch, targets)
  const placed: PlacedRow[] = []
  const changes = new Map<KeyedRow, Change[]>(kept.map((row) => [row, []]))
  const note = (row: KeyedRow, change: Change) => changes.get(row)?.push(change)
  const differing: { row: KeyedRow; target: Target }[] = []
  for (const row of kept) {
    for (const target of targets.get(row)!) {
      const { read, id, first, head } = target
      if (repeated.has(target) || saidBefore(target)) note(row, 'unchanged')
      else if (head?.version != null) differing.push({ row, target })
      else {
        const firstId = id === first ? null : first
        const succession = firstId === null ? 1 : (target.succession?.last?.succession ?? 1)
        placed.push({ ...read, id, vis: head?.vis ?? source.vis, firstId, succession, known: head !== undefined })
        note(row, 'accepted')
      }
    }
  }
  const standings = await standingVersions(
    context,
    differing.map(({ target }) => target.id),
  )
  for (const { row, target } of differing) {
    const settled = settle(context, batch, target, standings.get(target.id)!)
    if (settled) placed.push(settled)
    note(row, settled ? 'changed' : 'unchanged')
  }
  await storeVersions(context, source, version, settings.vocabulary.version, placed)
  await countRecords(context, placed, differing)
  return { ...countRows(changes), rejects }
}

async function findTargets(context: Context, { source, settings, rows }: Batch): Promise<Map<KeyedRow, Target[]>> {
  const firsts = new Map<KeyedRow, string[]>(
    rows.map((row) => [row, row.reads.map(({ key }) => recordId(context.recordSecret, source.id, key))]),
  )
  const followed: ReadonlyMap<string, Succession> =
    settings.rowKind === 'holding' ? await successions(context, [...firsts.values()].flat()) : new Map()
  const idOf = (first: string): string => followed.get(first)?.last?.id ?? first
  const holders = (first: string) => [first, ...(followed.get(first)?.standing ?? [])]
  const heads = await recordHeads(context, [...firsts.values()].flat().flatMap(holders))
  return new Map(
    rows.map((row) => [
      row,
      row.reads.map((read, position) => {
        const first = firsts.get(row)![position]!
        const id = idOf(first)
        const others = holders(first).flatMap((each) => (each === id ? [] : (heads.get(each) ?? [])))
        return { read, first, id, head: heads.get(id), succession: followed.get(first), others }
      }),
    ]),
  )
}

/**
 * Is it on record already? An older extract of a register tells of a former holder in the very words and with the very
 * day of then: that is no new change of hands.
 */
function saidBefore({ read, head, others }: Target): boolean {
  if (head?.hash?.equals(read.hash)) return true
  return read.date.from !== null && others.some(({ hash }) => hash?.equals(read.hash))
}

/** Which rows can go in, which come back, and which assertions the same file has made already. */
function sortOut({ rows, version }: Batch, targets: ReadonlyMap<KeyedRow, Target[]>) {
  const seen = new Map<string, Buffer>()
  const repeated = new Set<Target>()
  const rejects: Reject[] = []
  const kept: KeyedRow[] = []
  for (const row of rows) {
    const mine = targets.get(row)!
    const clash = mine.find(({ first, head, read }) => {
      const before = seen.get(first) ?? (head?.version === version ? head.hash : null)
      return before != null && !before.equals(read.hash)
    })
    if (clash) {
      rejects.push(keyTwice(row.row, clash.read.key))
      continue
    }
    for (const target of mine) {
      if (seen.has(target.first)) repeated.add(target)
      seen.set(target.first, target.read.hash)
    }
    kept.push(row)
  }
  return { kept, rejects, repeated }
}

/** What becomes of an assertion about an item on which something else stands; null where it says nothing new. */
function settle(context: Context, batch: Batch, target: Target, standing: Standing): PlacedRow | null {
  const { read, id, first, head, succession } = target
  const { sayable, settings, source } = batch
  if (settings.rowKind === 'holding' && holderChanged(standing, read)) {
    const next = (succession?.length ?? 1) + 1
    const date = dayOfTransfer(standing, read, context.now.toISOString().slice(0, 10))
    return {
      ...read,
      event: sayable.columns.has('event') && read.stated.event ? read.event : 'transfer',
      date,
      id: recordId(context.recordSecret, source.id, `${read.key}\0${next}`),
      // A record of its own: whoever was shown the former holder's is not shown this one.
      vis: source.vis,
      firstId: first,
      succession: next,
      known: false,
    }
  }
  if (saysNothingNew(standing, read, sayable)) return null
  const place = {
    id,
    vis: head?.vis ?? source.vis,
    firstId: id === first ? null : first,
    succession: succession?.last?.succession ?? 1,
    known: true,
  }
  return { ...revise(read, standing, batch), ...place }
}

/** The assertion, with what stands on record in the columns that its file does not have. */
function revise(read: StorableRow, standing: Standing, { settings, sayable }: Batch): StorableRow {
  const stated = { ...carriedOver(standing.stated, sayable.columns), ...read.stated }
  const again = readAssertion(stated, settings)
  // What stands on record was accepted before; if a rule has grown stricter since, the row stands for itself.
  const whole = 'reason' in again ? read : storable({ ...read, ...again, stated })
  const sameDay = (stated.date ?? '') === (standing.stated.date ?? '')
  return {
    ...whole,
    persons: [...read.persons, ...carriedPersons(standing, sayable)],
    notKnown: { ...carriedOver(standing.notKnown, sayable.columns), ...read.notKnown },
    event: sayable.columns.has('event') ? whole.event : (standing.event as StorableRow['event']),
    date: sameDay ? { stated: stated.date ?? null, from: standing.dateFrom, to: standing.dateTo } : whole.date,
  }
}

function countRows(changes: ReadonlyMap<KeyedRow, readonly Change[]>) {
  const counts = { accepted: 0, unchanged: 0, changed: 0 }
  for (const row of changes.values()) {
    const all = (change: Change) => row.every((each) => each === change)
    if (all('unchanged')) counts.unchanged++
    else if (all('accepted')) counts.accepted++
    else counts.changed++
  }
  return counts
}

/** Last of all, so that another import into the same class waits for this row no longer than it must. */
async function countRecords(
  { client }: Context,
  placed: readonly PlacedRow[],
  differing: readonly { target: Target }[],
): Promise<void> {
  const stood = new Set(differing.map(({ target }) => target.id))
  const added = Map.groupBy(
    placed.filter(({ id }) => !stood.has(id)),
    ({ vis }) => vis,
  )
  for (const vis of [...added.keys()].sort((one, other) => one - other)) {
    await client.query(
      `INSERT INTO class_tally (vis, records) VALUES ($1, $2)
       ON CONFLICT (vis) DO UPDATE SET records = class_tally.records + excluded.records`,
      [vis, added.get(vis)!.length],
    )
  }
}
