import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { LegalBasis } from '@proofmark/contract/purposes'
import type { ItemRead } from '@proofmark/domain/item'
import { CHANCE_LIMIT, expectedChance } from '@proofmark/matching/chance'
import type { Insertable } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import type { Tables } from '../../store/tables.ts'
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
  const { agency, item } = await ownItem(context, record)
  await needStrongMark(context, item)
  const rest = { agency: agency.id, about: record, reference, basis }
  return keepItem(context, rest, { record_id: record })
}

/** A question that rests on a request of a partner: what it says of the firearm, as it was read. */
export interface RequestQuestion extends Omit<Question, 'record'> {
  readonly agency: string
  readonly request: string
  readonly item: Pick<ItemRead, 'serial' | 'make' | 'calibre' | 'type'>
}

/**
 * Saves what a request describes as what a question to other agencies rests on, for a command that has settled who may
 * ask. Throws `mark_too_weak`.
 */
export async function saveRequestItem(context: Context, question: RequestQuestion): Promise<string> {
  const { agency, request, item, reference, basis } = question
  await needStrongMark(context, item)
  const read = {
    skeleton: item.serial.skeleton,
    make: item.make.code,
    calibre: item.calibre.code,
    type: item.type.code,
  }
  return keepItem(
    context,
    { agency, about: request, reference, basis },
    { record_id: null, request_id: request, ...read },
  )
}

async function needStrongMark(context: Context, { serial }: Pick<ItemRead, 'serial'>): Promise<void> {
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
}

interface Rest {
  readonly agency: string
  readonly about: string
  readonly reference: string
  readonly basis: LegalBasis
}

type Kept = Pick<
  Insertable<Tables['saved_item']>,
  'record_id' | 'request_id' | 'skeleton' | 'make' | 'calibre' | 'type'
>

/** Logs the question and keeps what it rests on. The same question again is the same saved item: other desks are told once. */
async function keepItem(context: Context, { agency, about, reference, basis }: Rest, kept: Kept): Promise<string> {
  const { query, reader, audit } = context
  const asked = await query
    .selectFrom('saved_item')
    .select('id')
    .where(kept.record_id === null ? 'request_id' : 'record_id', '=', about)
    .where('agency_id', '=', agency)
    .where('reference', '=', reference)
    .where('basis', '=', basis)
    .executeTakeFirst()
  await audit({ action: 'pointer.asked', subjects: [about], body: { reference, basis } })
  if (asked) return asked.id
  const id = randomUUID()
  await query
    .insertInto('saved_item')
    .values({ id, agency_id: agency, ...kept, reference, basis, asked_by: reader.account })
    .execute()
  return id
}
