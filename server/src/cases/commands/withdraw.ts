import { ProofmarkError } from '@proofmark/contract/errors'
import { sql } from 'kysely'
import type { Context, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import type { CaseFile } from '../queries/case-file.ts'
import { documentsOf } from '../queries/documents.ts'
import { entriesOf } from '../queries/entries.ts'
import { membersOf } from '../queries/members.ts'
import { placeOfWithdrawn } from '../queries/withdrawn-place.ts'
import { classFor, internCaseClass } from './case-classes.ts'
import { holdCase } from './hold-case.ts'
import { sayMember } from './say-member.ts'
import { writeCaseEntry } from './write-entry.ts'

export interface Withdrawal {
  readonly case: string
  readonly entry: string
  readonly of: string
  readonly why?: string | undefined
}

interface Contribution {
  readonly id: string
  readonly what: 'note' | 'decision' | 'item' | 'document'
  readonly compartment: string
  readonly agency: string | null
}

const ANY_STATE = ['open', 'closed', 'archived'] as const
const MOVABLE: readonly string[] = ['note', 'decision', 'item']

async function contribution(context: Context, file: CaseFile, of: string): Promise<Contribution> {
  const id = of.toLowerCase()
  const entry = (await entriesOf(context, [file.id])).get(file.id)?.find((each) => each.id === id)
  const found: Contribution | undefined = entry
    ? { ...entry, what: entry.kind as Contribution['what'] }
    : (await documentsOf(context, file.id))
        .map((each) => ({ ...each, what: 'document' as const }))
        .find((each) => each.id === id)
  if (!found) throw new ProofmarkError('not_found', { what: of })
  const own = found.agency !== null && found.agency === context.reader.agency?.id
  if (!own || (found.what !== 'document' && !MOVABLE.includes(found.what)))
    throw new ProofmarkError('case_entry_not_yours', { entry: of })
  return found
}

/** Makes the place, with the people of the agency who are in the case. */
async function makePlace(context: Context, input: Withdrawal): Promise<void> {
  const { query, reader } = context
  const { file } = await holdCase(context, input, 'member', ANY_STATE)
  await contribution(context, file, input.of)
  const agency = reader.agency!.id
  const place = await placeOfWithdrawn(context, file.id, agency)
  await query
    .insertInto('compartment')
    .values({ id: place, case_id: file.id, agency_id: agency, opened_by: reader.account })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const members = await membersOf(context, [file.id, place])
  const there = new Set(
    members.filter(({ compartment, inside }) => compartment === place && inside).map((each) => each.account),
  )
  for (const { account, agency: of, compartment, inside, until } of members)
    if (compartment === file.id && inside && of === agency && !there.has(account))
      await sayMember(context, { compartment: place, account, part: 'reader', until, why: input.why ?? '–' })
  await internCaseClass(context, agency, place, file)
}

async function moveRows(context: Context, file: CaseFile, { id, what }: Contribution, vis: number): Promise<void> {
  const { query, reader } = context
  if (what === 'document') {
    await query.updateTable('case_document').set({ vis }).where('id', '=', id).execute()
    await query.updateTable('case_document_part').set({ vis }).where('document_id', '=', id).execute()
    return
  }
  await query.updateTable('case_entry').set({ vis }).where('case_id', '=', file.id).where('id', '=', id).execute()
  if (what !== 'item') return
  await query
    .updateTable('tie')
    .set({ vis, withdrawn_by: reader.account, withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('case_id', '=', file.id)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

async function withdraw(context: Context, input: Withdrawal): Promise<string> {
  const { reader, audit } = context
  const { file, standing } = await holdCase(context, input, 'member', ANY_STATE)
  const found = await contribution(context, file, input.of)
  if (standing.withdrawn.has(found.id)) return file.id
  const said = { kind: 'withdrawal', of: found.id, what: found.what, why: input.why } as const
  const { id, hash } = await writeCaseEntry(context, file, { entry: input.entry, compartment: found.compartment, said })
  const place = await placeOfWithdrawn(context, file.id, reader.agency!.id)
  await moveRows(context, file, found, await classFor(context, place))
  await audit({ action: 'case.withdrawn', subjects: [file.id], body: { entry: id, kind: found.what, hash } })
  return file.id
}

/**
 * Withdraws what one's own agency gave to a case, at any time: it goes to where that agency's people alone read it, and the
 * others see that it was withdrawn, by whom and when. Safe to repeat. Throws `case_entry_not_yours`.
 */
export async function withdrawFromCase(run: Run, input: Withdrawal): Promise<string> {
  await run((context) => makePlace(context, input))
  return insist(run, (context) => withdraw(context, input))
}
