import type { CasePart } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CaseFile, findCase } from '../queries/case-file.ts'
import { partIn } from '../queries/members.ts'

/** The case, where the reader was let into it. Throws `role_needed`, and `not_found` in the same words for any other. */
export async function needCase(context: Context, id: string): Promise<CaseFile> {
  needRole(context.reader, CASE_WORKERS)
  const file = await findCase(context, id.toLowerCase())
  if (!file) throw new ProofmarkError('not_found', { what: id })
  return file
}

const RANK: Readonly<Record<CasePart, number>> = { reader: 0, member: 1, lead: 2 }

/** The reader's part in a compartment of the case. Throws `not_found` where they have none, `case_part_needed` where it is too small. */
export async function needPart(context: Context, compartment: string, least: CasePart): Promise<CasePart> {
  const part = await partIn(context, compartment, context.reader.account)
  if (part === null) throw new ProofmarkError('not_found', { what: compartment })
  if (RANK[part] < RANK[least]) throw new ProofmarkError('case_part_needed', { part: least })
  return part
}
