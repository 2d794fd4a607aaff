import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { LegalBasis } from '@proofmark/contract/purposes'
import { CHANCE_LIMIT, expectedChance } from '@proofmark/matching/chance'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { countEntries } from '../queries/candidates.ts'
import { ownItem } from '../queries/own-item.ts'

export interface Question {
  /** One of the asker's own records: the question rests on it, never on a pattern that was typed. */
  readonly record: string
  readonly reference: string
  readonly basis: LegalBasis
}

/**
 * Saves the item that a question to other agencies rests on, and logs the question. Throws `not_found`,
 * `not_your_agency`, `role_needed`, and `mark_too_weak` where the mark is not legible or more than one entry in ten
 * would fit it by chance: then the owner's desk must be asked in words.
 */
export async function saveItem(context: Context, question: Question): Promise<string> {
  needRole(context.reader, ['trace_officer', 'analyst'])
  return saveOwnItem(context, question)
}

/** The same for a command that has settled who may ask: an officer asks about what they have just recovered. */
export async function saveOwnItem(context: Context, { record, reference, basis }: Question): Promise<string> {
  const { query, reader, audit } = context
  const { agency, item } = await ownItem(context, record)
  const { serial } = item
  const expected =
    serial.state === 'legible'
      ? expectedChance(serial.characters, await countEntries(context))
      : Number.POSITIVE_INFINITY
  if (expected > CHANCE_LIMIT) {
    throw new ProofmarkError('mark_too_weak', {
      expected: Number.isFinite(expected) ? Number(expected.toPrecision(2)) : serial.state,
      limit: CHANCE_LIMIT,
    })
  }
  const asked = await query
    .selectFrom('saved_item')
    .select('id')
    .where('record_id', '=', record)
    .where('agency_id', '=', agency.id)
    .where('reference', '=', reference)
    .where('basis', '=', basis)
    .executeTakeFirst()
  await audit({ action: 'pointer.asked', subjects: [record], body: { reference, basis } })
  // The same question again is the same saved item: other desks are told once.
  if (asked) return asked.id
  const id = randomUUID()
  await query
    .insertInto('saved_item')
    .values({ id, agency_id: agency.id, record_id: record, reference, basis, asked_by: reader.account })
    .execute()
  return id
}
