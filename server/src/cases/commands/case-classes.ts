import { ProofmarkError } from '@proofmark/contract/errors'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import type { CaseFile } from '../queries/case-file.ts'

/** Makes the class in which people of an agency write in a compartment. */
export const internCaseClass = (
  context: Context,
  agency: string,
  compartment: string,
  { handling, visibility }: Pick<CaseFile, 'handling' | 'visibility'>,
): Promise<number> =>
  internVisibility(context, { agency, sourceVisibility: visibility, handling, readers: [], compartment })

/** Makes the class in which an agency keeps by what references it calls its cases: no other agency's business. */
export const internNameClass = (context: Context, agency: string): Promise<number> =>
  internVisibility(context, { agency, sourceVisibility: 'silent', handling: 'H3', readers: [] })

/**
 * The class in which the reader writes in a compartment. What a transaction may see is settled before it begins: throws
 * `records_moved` where the class was made since.
 */
export async function classFor(context: Context, compartment: string): Promise<number> {
  const { query, reader } = context
  const found = await query
    .selectFrom('visibility')
    .select('id')
    .where('compartment_id', '=', compartment)
    .where('agency_id', '=', reader.agency?.id ?? null)
    .orderBy('id')
    .executeTakeFirst()
  if (!found || !reader.classes.includes(found.id)) throw new ProofmarkError('records_moved')
  return found.id
}
