import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type LawText, lawTexts } from '../queries/law-texts.ts'

/** The provisions that stand, of the state and of every agency. Throws `role_needed`. */
export async function listLawTexts(context: Context): Promise<LawText[]> {
  needRole(context.reader, DESKS)
  return (await lawTexts(context)).filter(({ removed }) => !removed)
}
