import { ProofmarkError } from '@proofmark/contract/errors'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { listAgencies } from '../../access/queries/list-agencies.ts'

/** The desks that the asker names. Throws `agency_unknown`, and `value_not_listed` for the asker's own agency. */
async function namedDesks(context: Context, asker: Agency, named: readonly string[]): Promise<AgencyDesk[]> {
  const others = await listAgencies(context)
  const wanted = new Set(named.map((id) => id.toLowerCase()))
  if (wanted.has(asker.id)) {
    const accepted = others.map(({ name }) => name).join(', ')
    if (others.length === 0) throw new ProofmarkError('desks_missing')
    throw new ProofmarkError('value_not_listed', { field: 'agencies', value: asker.name, accepted })
  }
  const unknown = [...wanted].find((id) => !others.some((other) => other.id === id))
  if (unknown !== undefined) throw new ProofmarkError('agency_unknown', { value: unknown })
  return others.filter(({ id }) => wanted.has(id))
}

/**
 * The desks to which a question goes: those that the asker names, else those of every other agency that keeps a source.
 * Never those that hold something. A silent source does not count, else the list would tell that there is one: whoever
 * keeps no other is asked by name. Throws `agency_unknown`, `value_not_listed`, `desks_missing`.
 */
export async function desksFor(
  context: Context,
  asker: Agency,
  named: readonly string[] | undefined,
): Promise<AgencyDesk[]> {
  if (named !== undefined) return namedDesks(context, asker, named)
  const desks = await context.query
    .selectFrom('agency')
    .select(['id', 'name', 'desk'])
    .where('id', '<>', asker.id)
    .where('id', 'in', (inner) =>
      inner.selectFrom('source').select('agency_id').where('source_visibility', '<>', 'silent'),
    )
    .orderBy('name')
    .execute()
  if (desks.length === 0) throw new ProofmarkError('desks_missing')
  return desks
}

/** The desks to which these questions went, by question, each list by name. */
export async function desksOf({ query }: Context, questions: readonly string[]): Promise<Map<string, AgencyDesk[]>> {
  const desks = new Map<string, AgencyDesk[]>(questions.map((question) => [question, []]))
  if (questions.length === 0) return desks
  const rows = await query
    .selectFrom('desk_question_addressee as addressee')
    .innerJoin('agency', 'agency.id', 'addressee.agency_id')
    .select(['addressee.question_id as question', 'agency.id', 'agency.name', 'agency.desk'])
    .where('addressee.question_id', 'in', questions)
    .orderBy('agency.name')
    .execute()
  for (const { question, ...desk } of rows) desks.get(question)?.push(desk)
  return desks
}
