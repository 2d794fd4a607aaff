import type { ResultRow } from '@proofmark/contract/schemas/ballistic'
import type { Context } from '../../access/context.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { itemsById, type KeptItem } from '../queries/ballistic-items.ts'
import type { RowFault, TypedRow } from '../rules/ballistics/sent-row.ts'
import { settleComparison } from './settle-comparison.ts'
import { itemId } from './take-ballistic-items.ts'
import { examiningAgency, isPastDay, resultHash, writeResult } from './write-ballistics.ts'

export interface TakenResults {
  readonly accepted: number
  readonly unchanged: number
  readonly waiting: readonly string[]
  readonly taken: readonly { readonly row: number; readonly result: string }[]
  readonly faults: readonly RowFault[]
}

/** The item that a row means: by its identifier, or by its number in the system of the row. */
async function itemFor(context: Context, system: string, stated: string): Promise<KeptItem | null> {
  const named = itemId(context.recordSecret, (await examiningAgency(context)).name, system, stated)
  const isIdentifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(stated)
  const found = await itemsById(context, isIdentifier ? [named, stated.toLowerCase()] : [named])
  return found.get(named) ?? found.get(stated.toLowerCase()) ?? null
}

async function endsOf(context: Context, { row, said }: TypedRow<ResultRow>): Promise<[KeptItem, KeptItem] | RowFault> {
  const first = await itemFor(context, said.system, said.first)
  if (!first) return { row, field: 'first', value: said.first, expected: 'item' }
  const second = await itemFor(context, said.system, said.second)
  if (!second) return { row, field: 'second', value: said.second, expected: 'item' }
  if (first.id === second.id) return { row, field: 'second', value: said.second, expected: 'ballistic_other_item' }
  return isPastDay(said.on, context.now) ? [first, second] : { row, field: 'on', value: said.on, expected: 'past_day' }
}

/** Takes in the results among the rows, of items that were there or came with them. */
export async function takeResults(context: Context, rows: readonly TypedRow[]): Promise<TakenResults> {
  const wanted = rows.filter((row): row is TypedRow<ResultRow> => row.said.entry === 'result')
  const taken: { row: number; result: string }[] = []
  const faults: RowFault[] = []
  const waiting: string[] = []
  const agency = await examiningAgency(context)
  let unchanged = 0
  for (const each of wanted) {
    const ends = await endsOf(context, each)
    if (!Array.isArray(ends)) {
      faults.push(ends)
      continue
    }
    const { entry: _, first: __, second: ___, level, ...said } = each.said
    const content = resultHash(context, { ends, level, said })
    // By all that it says: the same row sent again is the same result, and one that was withdrawn stays so.
    const id = recordId(context.recordSecret, `ballistic result of ${agency.name}`, content.toString('hex'))
    taken.push({ row: each.row, result: id })
    if (!(await writeResult(context, { id, ends, level, said }))) {
      unchanged++
      continue
    }
    if (level === 'hit') waiting.push(id)
    // Nothing else makes a hit of what was none, or none of what was one.
    if (level === 'excluded') await settleComparison(context, ends[0].id, ends[1].id)
  }
  return { accepted: taken.length - unchanged, unchanged, waiting, taken, faults }
}
