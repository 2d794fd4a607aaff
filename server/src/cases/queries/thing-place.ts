import type { SourceVisibility } from '@proofmark/contract/source-words'
import type { Context } from '../../access/context.ts'

/** How a row of a visibility class is kept, and by whom. */
export interface Kept {
  readonly vis: number
  readonly agency: string
  readonly agencyName: string
  readonly sourceVisibility: SourceVisibility
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  readonly compartment: string | null
}

/** What these classes stand for. */
export async function keptAs({ query }: Context, classes: readonly number[]): Promise<ReadonlyMap<number, Kept>> {
  if (classes.length === 0) return new Map()
  const rows = await query
    .selectFrom('visibility')
    .innerJoin('agency', 'agency.id', 'visibility.agency_id')
    .select(['visibility.id as vis', 'agency.id as agency', 'agency.name as agencyName'])
    .select(['source_visibility as sourceVisibility', 'handling', 'compartment_id as compartment'])
    .where('visibility.id', 'in', [...new Set(classes)])
    .execute()
  return new Map(rows.map((row) => [row.vis, row]))
}

/** The case of a compartment; null where there is none. */
export async function caseOfCompartment({ query }: Context, compartment: string): Promise<string | null> {
  const found = await query.selectFrom('compartment').select('case_id').where('id', '=', compartment).executeTakeFirst()
  return found?.case_id ?? null
}
