import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { groupsOf, type Item, itemAround } from '../rules/items.ts'
import { neighbourhood } from './neighbourhood.ts'

export type { Item, ItemComponent, ItemMember } from '../rules/items.ts'

/**
 * The firearm to which a record belongs, as this reader has it: computed from the records and judgements that the reader
 * may see, and from nothing else. Throws `not_found`, in the same words for a record that is hidden, does not stand, or
 * does not exist.
 */
export async function itemOf(context: Context, record: string): Promise<Item> {
  const { records, pairs } = await neighbourhood(context, [record])
  if (!records.has(record)) throw new ProofmarkError('not_found', { what: record })
  return itemAround(record, records, pairs)
}

/** Under which identifier the firearm of each of these records is shown. */
export async function itemNames(context: Context, records: readonly string[]): Promise<Map<string, string>> {
  if (records.length === 0) return new Map()
  const { records: known, pairs } = await neighbourhood(context, records)
  const groups = groupsOf(known, pairs)
  return new Map(records.map((id) => [id, groups.get(id)?.[0] ?? id]))
}
