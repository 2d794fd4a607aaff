import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

export interface AskingCase {
  readonly id: string
  readonly vis: number
  /** The agency in whose name the reader asks. */
  readonly agency: string
}

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Does the reader take part in the work of a case, and not only read it? */
async function worksIn({ query, reader }: Context, id: string): Promise<boolean> {
  const last = await query
    .selectFrom('compartment_member')
    .select('part')
    .where('compartment_id', '=', id)
    .where('account_id', '=', reader.account)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.part === 'lead' || last?.part === 'member'
}

/** Throws `role_needed`, and `deconfliction_not_member` unless the reader works in this case. */
export async function needWorkIn(context: Context, id: string): Promise<void> {
  needRole(context.reader, CASE_WORKERS)
  if (!(await worksIn(context, id))) throw new ProofmarkError('deconfliction_not_member')
}

/**
 * The case on which a question rests, by its identifier or its reference. Throws `role_needed`, `not_found`,
 * `deconfliction_not_member`, and `value_not_listed` where several of the reader's cases bear the reference.
 */
export async function askingCase(context: Context, named: string): Promise<AskingCase> {
  const { query, reader } = context
  needRole(reader, CASE_WORKERS)
  const found = await query
    .selectFrom('case_file')
    .select(['id', 'vis'])
    .where((where) =>
      IDENTIFIER.test(named)
        ? where.or([where('id', '=', named), where('reference', '=', named)])
        : where('reference', '=', named),
    )
    .orderBy('id')
    .limit(5)
    .execute()
  if (found.length > 1)
    throw new ProofmarkError('value_not_listed', {
      field: 'case',
      value: named,
      accepted: found.map(({ id }) => id).join(', '),
    })
  const [only] = found
  if (!only) throw new ProofmarkError('not_found', { what: named })
  await needWorkIn(context, only.id)
  if (!reader.agency) throw new ProofmarkError('deconfliction_not_member')
  return { ...only, agency: reader.agency.id }
}
