import type { Run } from '../../access/context.ts'
import { type StatedRow, statedRows } from '../../records/queries/stated-rows.ts'
import { findRows, type RowFound } from '../commands/find-rows.ts'

/** A row of a list with what it asked for and what came of it. */
export interface ListedRow extends RowFound {
  readonly stated: StatedRow['stated']
}

/** So many rows are looked up in one transaction: their answers leave when it has ended. */
const AT_ONCE = 20

async function* batches<Item>(items: AsyncIterable<Item>, most: number): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let left = most
  for await (const item of items) {
    batch.push(item)
    left--
    if (batch.length < AT_ONCE && left > 0) continue
    yield batch
    batch = []
    if (left === 0) return
  }
  if (batch.length > 0) yield batch
}

/**
 * Looks up every row of a file by what it states, in the order of the file, at most `most` rows. Throws what reading the
 * file throws, and what a search throws.
 */
export async function* findList(
  run: Run,
  { file, content }: { readonly file: string; readonly content: AsyncIterable<Uint8Array> },
  limit: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<ListedRow> {
  for await (const rows of batches(statedRows(file, content), most)) {
    const answers = await run((context) => findRows(context, rows, limit))
    for (const [position, answer] of answers.entries()) yield { ...answer, stated: rows[position]!.stated }
  }
}
