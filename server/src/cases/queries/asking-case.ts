import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { takeTurn } from '../commands/hold-case.ts'
import { standingOf } from '../rules/case-standing.ts'
import { type CaseFile, casesCalled, findCase } from './case-file.ts'
import { entriesOf } from './entries.ts'

export interface AskingCase {
  readonly id: string
  readonly vis: number
  /** The agency in whose name the reader asks. */
  readonly agency: string
}

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const worksIn = ({ part }: CaseFile): boolean => part === 'lead' || part === 'member'

/** Throws `role_needed`, `not_found`, and `deconfliction_not_member` unless the reader works in this case. */
export async function needWorkIn(context: Context, id: string): Promise<void> {
  needRole(context.reader, CASE_WORKERS)
  const file = await findCase(context, id)
  if (!file) throw new ProofmarkError('not_found', { what: id })
  if (!worksIn(file)) throw new ProofmarkError('deconfliction_not_member')
}

/** Throws `case_not_open`. Takes the turn of the case, so that nothing comes into it while it is being closed. */
export async function needOpenCase(context: Context, id: string): Promise<void> {
  await takeTurn(context, id)
  const { state } = standingOf((await entriesOf(context, [id])).get(id) ?? [])
  if (state !== 'open') throw new ProofmarkError('case_not_open', { state })
}

/**
 * The case on which a question rests, by its identifier or its reference. Throws `role_needed`, `not_found`,
 * `deconfliction_not_member`, `case_not_open`, and `value_not_listed` where several of the reader's cases bear the reference.
 */
export async function askingCase(context: Context, named: string): Promise<AskingCase> {
  const { reader } = context
  needRole(reader, CASE_WORKERS)
  const byId = IDENTIFIER.test(named) ? await findCase(context, named.toLowerCase()) : null
  const found = byId ? [byId] : await casesCalled(context, named)
  if (found.length > 1)
    throw new ProofmarkError('value_not_listed', {
      field: 'case',
      value: named,
      accepted: found.map(({ id }) => id).join(', '),
    })
  const [only] = found
  if (!only) throw new ProofmarkError('not_found', { what: named })
  if (!worksIn(only) || !reader.agency) throw new ProofmarkError('deconfliction_not_member')
  await needOpenCase(context, only.id)
  return { id: only.id, vis: only.vis, agency: reader.agency.id }
}
