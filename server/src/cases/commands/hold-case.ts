import type { CasePart, CaseState } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { needCase, needPart } from '../policy/case-part.ts'
import type { CaseFile } from '../queries/case-file.ts'
import { entriesOf } from '../queries/entries.ts'
import { type CaseStanding, standingOf } from '../rules/case-standing.ts'

export interface HeldCase {
  readonly file: CaseFile
  readonly standing: CaseStanding
}

/** Takes the turn to write in a case, until the transaction ends. */
export async function takeTurn({ client }: Context, id: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`case ${id.toLowerCase()}`])
}

/** Takes the turn to say this once: of two that send the same at once the second finds it said. After the turn of its case. */
export async function sayOnce({ client }: Context, what: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what])
}

export interface Holding {
  readonly case: string
  readonly compartment?: string | undefined
}

/**
 * The case, held for writing, with how it stands. Throws `role_needed`, `not_found`, `case_part_needed`, and
 * `case_not_open` unless the state is one of `states`.
 */
export async function holdCase(
  context: Context,
  { case: id, compartment }: Holding,
  least: CasePart = 'member',
  states: readonly CaseState[] = ['open'],
): Promise<HeldCase> {
  await takeTurn(context, id)
  const file = await needCase(context, id)
  await needPart(context, file.id, least)
  if (compartment !== undefined && compartment.toLowerCase() !== file.id)
    await needInner(context, file, compartment.toLowerCase(), 'member')
  const standing = standingOf((await entriesOf(context, [file.id])).get(file.id) ?? [])
  if (!states.includes(standing.state)) throw new ProofmarkError('case_not_open', { state: standing.state })
  return { file, standing }
}

/** A compartment within this case, in which the reader has a part. Throws `not_found`, `case_part_needed`. */
export async function needInner(context: Context, file: CaseFile, compartment: string, least: CasePart): Promise<void> {
  const found = await context.query
    .selectFrom('compartment')
    .select('case_id')
    .where('id', '=', compartment)
    .executeTakeFirst()
  if (found?.case_id !== file.id) throw new ProofmarkError('not_found', { what: compartment })
  await needPart(context, compartment, least)
}
