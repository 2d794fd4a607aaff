import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { ThingKept } from '@proofmark/contract/thing-words'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { Context } from '../../access/context.ts'
import { partIn } from '../queries/part-in.ts'
import { caseOfCompartment, type Kept, keptAs } from '../queries/thing-place.ts'

/** Where something that is said goes: into a compartment of a case, or to the reader's agency. */
export type Place = { readonly case: string; readonly compartment?: string | undefined } | { readonly kept: ThingKept }

/** What an agency keeps of persons is handed on by leave alone. */
const HANDLING = 'H2'

/** In whose name the reader says something. Throws `role_needs_agency`. */
export function sayingAgency({ reader }: Context, of: Pick<Kept, 'agency'> | null = null): string {
  const agency = reader.agency?.id ?? (reader.installer ? of?.agency : undefined)
  if (agency === undefined)
    throw new ProofmarkError('role_needs_agency', { account: reader.name, role: CASE_WORKERS.join(', ') })
  return agency
}

/** The case as its row is kept. Throws `not_found`, in the same words for one that is hidden. */
async function caseKept(context: Context, id: string): Promise<Kept> {
  const found = await context.query.selectFrom('case_file').select('vis').where('id', '=', id).executeTakeFirst()
  const kept = found && (await keptAs(context, [found.vis])).get(found.vis)
  if (!kept) throw new ProofmarkError('not_found', { what: id })
  return kept
}

/** Throws `role_needed` where the reader was let in to read alone, `not_found` where they were not let in. */
async function needHandIn(context: Context, compartment: string): Promise<void> {
  if (context.reader.installer) return
  const part = await partIn(context, compartment)
  if (part === 'none') throw new ProofmarkError('not_found', { what: compartment })
  if (part === 'reader') throw new ProofmarkError('case_part_needed', { part: 'member' })
}

/** The class of a row that the reader's agency gives to a compartment whose other rows are kept so. */
export const classWithin = async (context: Context, within: Kept, compartment: string): Promise<number> =>
  internVisibility(context, {
    agency: sayingAgency(context, within),
    sourceVisibility: within.sourceVisibility,
    handling: within.handling,
    readers: [],
    compartment,
  })

/**
 * The visibility class of what the reader says. Made where there is none yet, and then of use from the next transaction
 * on, since what a transaction may see is settled when it begins: a door asks for it in one of its own first. Throws `not_found`,
 * `case_part_needed` and `role_needs_agency`.
 */
export async function placeThing(context: Context, place: Place): Promise<number> {
  if ('kept' in place)
    return internVisibility(context, {
      agency: sayingAgency(context),
      sourceVisibility: place.kept,
      handling: HANDLING,
      readers: [],
    })
  const kept = await caseKept(context, place.case)
  const compartment = place.compartment ?? place.case
  if (compartment !== place.case && (await caseOfCompartment(context, compartment)) !== place.case)
    throw new ProofmarkError('not_found', { what: compartment })
  await needHandIn(context, compartment)
  return classWithin(context, kept, compartment)
}

/**
 * The class of what the reader's agency says of a thing that is kept so. Throws `case_part_needed`, `not_found`, and
 * `not_your_agency` where a thing outside of cases is another agency's.
 */
export async function placeBeside(context: Context, kept: Kept): Promise<number> {
  if (kept.compartment === null) {
    if (!context.reader.installer && context.reader.agency?.id !== kept.agency)
      throw new ProofmarkError('not_your_agency', { agency: kept.agencyName })
    return kept.vis
  }
  await needHandIn(context, kept.compartment)
  return classWithin(context, kept, kept.compartment)
}

/** Throws `records_moved` where the class came to be after it was settled what this transaction sees; the door asks again. */
export function needClass({ reader }: Context, vis: number): number {
  if (!reader.classes.includes(vis)) throw new ProofmarkError('records_moved')
  return vis
}
