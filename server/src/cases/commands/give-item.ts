import { ProofmarkError } from '@proofmark/contract/errors'
import type { CaseItem } from '@proofmark/contract/schemas/case-entry'
import type { Context } from '../../access/context.ts'
import { needCurrentClasses } from '../../access/queries/need-current-classes.ts'
import { readItems } from '../queries/items.ts'
import type { SaidOf } from '../rules/case-standing.ts'
import { holdCase } from './hold-case.ts'
import { writeCaseEntry } from './write-entry.ts'

export interface Given {
  readonly case: string
  readonly entry: string
  readonly compartment?: string | undefined
  readonly item: CaseItem
}

/** A tie bears the identifier of the entry that made it, and stands under both its ends. */
async function tieToCase(context: Context, file: string, entry: string, vis: number, item: CaseItem): Promise<void> {
  const { query, reader } = context
  const tie = {
    id: entry,
    vis,
    case_id: file,
    agency_id: reader.agency?.id ?? null,
    relation: 'in_case',
    standing: 'fact' as const,
    records: item.kind === 'record' ? [item.id] : [],
    said: JSON.stringify({}),
    said_by: reader.account,
  }
  await query
    .insertInto('tie')
    .values([
      { ...tie, node_id: item.id, node_kind: item.kind, other_kind: 'case', other_id: file, forward: true },
      { ...tie, node_id: file, node_kind: 'case', other_kind: item.kind, other_id: item.id, forward: false },
    ])
    .execute()
}

const isSame = (one: SaidOf<'item'>['item'], other: CaseItem): boolean =>
  one.kind === other.kind && one.id === other.id && one.finding === other.finding

/**
 * Gives a case something by reference: an entry, and a tie from it to the case. What is in the case already is not given
 * twice; a finding is something else than the record as such. Throws as `holdCase` and `writeCaseEntry`; `not_found` for
 * what the giver may not read.
 */
export async function giveItem(context: Context, { case: id, entry, compartment, item }: Given): Promise<string> {
  const { file, standing } = await holdCase(context, { case: id, compartment })
  const given = { ...item, id: item.id.toLowerCase() }
  const place = compartment?.toLowerCase() ?? file.id
  const there = standing.items.some(
    ({ id: of, said, compartment: in_ }) => of !== entry.toLowerCase() && in_ === place && isSame(said.item, given),
  )
  if (there) return file.id
  if (!(await readItems(context, given.kind, [given.id])).has(given.id)) {
    await needCurrentClasses(context, context.reader.agency?.id ?? null)
    throw new ProofmarkError('not_found', { what: item.id })
  }
  const said = { kind: 'item', item: given } as const
  const { id: kept, vis, hash, written } = await writeCaseEntry(context, file, { entry, compartment, said })
  if (!written) return file.id
  await tieToCase(context, file.id, kept, vis, given)
  await context.audit({
    action: 'case.given',
    subjects: [file.id, given.id],
    body: { entry: kept, kind: given.kind, hash },
  })
  return file.id
}
