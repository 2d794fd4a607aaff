import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { sameText } from '@proofmark/contract/merge-recovery'
import { EXAMINERS, EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { ExaminedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import type { Insertable } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { judgeOwnWork } from '../../linkage/commands/judge.ts'
import { takeToldByKey } from '../../records/commands/take-told.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import type { Tables } from '../../store/tables.ts'
import { type Examination, examinationsOf } from '../queries/examinations.ts'
import { findRecovery, standingOf, versionsOf } from '../queries/recoveries.ts'
import { exhibitRow } from '../rules/exhibit-record.ts'

export interface ExaminationInput {
  readonly examination: string
  readonly exhibit: string
  readonly said: ExaminedExhibit
}

const SOURCE = 'Examinations of exhibits'

async function exhibitFor({ query }: Context, id: string) {
  const found = await query
    .selectFrom('exhibit')
    .select(['id', 'vis', 'recovery_id as recovery', 'record_id as record', 'kind'])
    .where('id', '=', id.toLowerCase())
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: id })
  return found
}

/** The examination as a record of its own, of which the examiner says that it is of the exhibit they had before them. */
async function recordOf(context: Context, input: ExaminationInput, exhibit: Awaited<ReturnType<typeof exhibitFor>>) {
  const recovery = await findRecovery(context, exhibit.recovery)
  // Whoever was handed the exhibit alone makes no record in the name of an agency whose recovery they do not see.
  if (recovery === null) return null
  const { form } = standingOf(await versionsOf(context, recovery.id))!
  const { date, ...said } = input.said
  const field = { exhibit: exhibit.id, kind: exhibit.kind, photographs: [] }
  const row = exhibitRow({ ...form, date }, { ...field, ...said }, recovery.id)
  if (row === null) return null
  const { event: _, place: __, reason: ___, ...stated } = row.stated
  const source = {
    name: SOURCE,
    kind: 'examination' as const,
    agency: { id: recovery.agency, name: recovery.agencyName },
    handling: 'H0' as const,
    visibility: 'pointer' as const,
    vis: recovery.vis,
    rowKind: row.rowKind,
    whole: true,
  }
  const key = input.examination.toLowerCase()
  const told = await takeToldByKey(context, source, [{ ...row, key, stated, persons: [] }])
  const outcome = told.get(key)
  if (!outcome || 'unreadable' in outcome)
    throw new ProofmarkError('examination_unreadable', { field: outcome?.unreadable ?? '' })
  if (exhibit.record !== null)
    await judgeOwnWork(context, {
      id: randomUUID(),
      record: outcome.record,
      other: exhibit.record,
      about: 'firearm',
      verdict: 'same',
    })
  return outcome.record
}

/** Keeps it, where its number is still free. */
async function isKept({ query }: Context, row: Insertable<Tables['exhibit_examination']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('exhibit_examination')
    .values(row)
    .onConflict((conflict) => conflict.columns(['exhibit_id', 'number']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Sets down what an examiner says of an exhibit, beside what was said in the field and never over it: a row of its own,
 * and, where the reader sees its recovery, a record of its own that is linked with the exhibit's. The same again changes nothing. Throws `role_needed`,
 * `not_found`, `examination_id_used`, `examination_unreadable`.
 */
export async function examineExhibit(
  context: Context,
  input: ExaminationInput,
): Promise<Pick<Examination, 'exhibit' | 'number' | 'record'>> {
  const { client, reader, recordSecret, audit } = context
  needRole(reader, [...EXAMINERS, ...EXHIBIT_MANAGERS])
  const exhibit = await exhibitFor(context, input.exhibit)
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`examination ${exhibit.id}`])
  const before = await examinationsOf(context, [exhibit.id])
  const hash = keyedHash(recordSecret, `examination\0${exhibit.id}\0${sameText(input.said)}`)
  const same = before.find(({ examination }) => examination === input.examination.toLowerCase())
  if (same?.hash.equals(hash)) return same
  if (same) throw new ProofmarkError('examination_id_used', { examination: input.examination })
  const record = await recordOf(context, input, exhibit)
  const row = {
    exhibit_id: exhibit.id,
    vis: exhibit.vis,
    examination: input.examination.toLowerCase(),
    said: JSON.stringify(input.said),
    content_hmac: hash,
    record_id: record,
    examined_by: reader.account,
  }
  // What others said of it before the reader's agency was handed it may not be the reader's to see; it has its number all the same.
  let number = before.length + 1
  while (!(await isKept(context, { ...row, number }))) number += 1
  await audit({
    action: 'exhibit.examined',
    subjects: [exhibit.id, ...(record === null ? [] : [record])],
    body: { number },
  })
  return { exhibit: exhibit.id, number, record }
}
