import type { FiredItemRow, TestFireRow } from '@proofmark/contract/schemas/ballistic'
import type { Context } from '../../access/context.ts'
import { recordId } from '../../records/rules/record-id.ts'
import type { SaidItem } from '../../store/ballistic-tables.ts'
import { classOfOwn } from '../../tracing/commands/write-trace.ts'
import { comparisonsOf } from '../queries/ballistic-comparisons.ts'
import { exhibitsById, itemsById, type KeptItem, standingRecords } from '../queries/ballistic-items.ts'
import type { RowFault, TypedRow } from '../rules/ballistics/sent-row.ts'
import { settleComparison, uniteEnds } from './settle-comparison.ts'
import { examiningAgency, isPastDay, saidHash } from './write-ballistics.ts'

type ItemRow = FiredItemRow | TestFireRow

export interface TakenItems {
  readonly accepted: number
  readonly unchanged: number
  readonly taken: readonly { readonly row: number; readonly item: string }[]
  readonly faults: readonly RowFault[]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const uuidOf = (stated: string | undefined): string | null =>
  stated !== undefined && UUID.test(stated) ? stated.toLowerCase() : null

/** The number of an item at its agency, whoever sends it again. */
export const itemId = (secret: Buffer, agency: string, system: string, reference: string): string =>
  recordId(secret, `ballistic item of ${agency}`, JSON.stringify([system.trim(), reference.trim()]))

/** What rows name of ours, as far as the reader may see it. */
interface Ours {
  readonly exhibits: ReadonlyMap<string, string | null>
  readonly records: ReadonlySet<string>
}

const DAYS = ['submitted', 'recovered', 'date'] as const

function faultOf(
  { row, said }: TypedRow<ItemRow>,
  known: KeptItem | undefined,
  ours: Ours,
  now: Date,
): RowFault | null {
  const cells: Readonly<Record<string, unknown>> = said
  for (const field of DAYS) {
    const day = cells[field]
    if (typeof day === 'string' && !isPastDay(day, now)) return { row, field, value: day, expected: 'past_day' }
  }
  if (known && known.entry !== said.entry)
    return { row, field: 'entry', value: said.entry, expected: 'one_of', words: known.entry }
  const exhibit = uuidOf(said.exhibit)
  if (exhibit !== null && !ours.exhibits.has(exhibit))
    return { row, field: 'exhibit', value: exhibit, expected: 'exhibit' }
  const firearm = said.entry === 'test_fire' ? uuidOf(said.firearm) : null
  if (firearm !== null && !ours.records.has(firearm))
    return { row, field: 'firearm', value: firearm, expected: 'record' }
  return null
}

/** The record of the firearm from which it was test-fired: as stated, else what its exhibit became. */
function recordOf(said: ItemRow, ours: Ours): string | null {
  if (said.entry !== 'test_fire') return null
  const exhibit = uuidOf(said.exhibit)
  return uuidOf(said.firearm) ?? (exhibit === null ? null : (ours.exhibits.get(exhibit) ?? null))
}

async function write(context: Context, id: string, said: ItemRow, known: KeptItem | undefined, ours: Ours) {
  const { query, reader, recordSecret } = context
  const { entry, system, reference, ...rest } = said
  const record = recordOf(said, ours)
  const content = saidHash(recordSecret, { said: rest, record })
  if (known?.contentHmac.equals(content)) return false
  const agency = await examiningAgency(context)
  const vis = known?.vis ?? (await classOfOwn(context, agency.id))
  if (!known)
    await query
      .insertInto('ballistic_item')
      .values({
        ...{ id, agency_id: agency.id, vis, entry, system: system.trim(), reference: reference.trim() },
        opened_by: reader.account,
      })
      .execute()
  await query
    .insertInto('ballistic_item_version')
    .values({
      item_id: id,
      version: (known?.version ?? 0) + 1,
      vis,
      said: JSON.stringify(rest satisfies SaidItem),
      exhibit_id: uuidOf(said.exhibit),
      record_id: record,
      content_hmac: content,
      saved_by: reader.account,
    })
    .execute()
  return true
}

/** A later version says more of the scene, or names another firearm: what was joined by its hits follows. */
async function settleAnew(context: Context, known: KeptItem): Promise<void> {
  for (const { first, second, level } of await comparisonsOf(context, [known.id])) {
    if (level !== 'hit') continue
    const other = first === known.id ? second : first
    const now = (await itemsById(context, [known.id])).get(known.id)
    if (known.record !== null && now?.record !== known.record) await uniteEnds(context, known, other, false)
    await settleComparison(context, first, second)
  }
}

/** Takes in the fired items and test fires among the rows. */
export async function takeItems(context: Context, rows: readonly TypedRow[]): Promise<TakenItems> {
  const wanted = rows.filter((row): row is TypedRow<ItemRow> => row.said.entry !== 'result')
  const { recordSecret, now } = context
  const agency = await examiningAgency(context)
  const exhibits = wanted.flatMap(({ said }) => uuidOf(said.exhibit) ?? [])
  const firearms = wanted.flatMap(({ said }) => (said.entry === 'test_fire' ? (uuidOf(said.firearm) ?? []) : []))
  const ours = {
    exhibits: await exhibitsById(context, [...new Set(exhibits)]),
    records: await standingRecords(context, [...new Set(firearms)]),
  }
  const taken: { row: number; item: string }[] = []
  const faults: RowFault[] = []
  let unchanged = 0
  for (const each of wanted) {
    const { row, said } = each
    const id = itemId(recordSecret, agency.name, said.system, said.reference)
    const known = (await itemsById(context, [id])).get(id)
    const fault = faultOf(each, known, ours, now)
    if (fault) {
      faults.push(fault)
      continue
    }
    taken.push({ row, item: id })
    if (!(await write(context, id, said, known, ours))) unchanged++
    else if (known) await settleAnew(context, known)
  }
  return { accepted: taken.length - unchanged, unchanged, taken, faults }
}
