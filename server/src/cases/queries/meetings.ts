import type { Met } from '@proofmark/contract/schemas/deconfliction'
import type { Context } from '../../access/context.ts'

/** Where a question or an operation met somebody, by its identifier; the first first. */
export async function meetingsOf({ query }: Context, about: readonly string[]): Promise<ReadonlyMap<string, Met[]>> {
  const met = new Map<string, Met[]>()
  if (about.length === 0) return met
  const rows = await query
    .selectFrom('deconfliction_told as told')
    .innerJoin('agency', 'agency.id', 'told.contact_agency_id')
    .select(['told.about', 'told.handle', 'told.told_at as at', 'told.contact', 'agency.name', 'agency.desk'])
    .where('told.audience', '=', 'case')
    .where('told.about', 'in', [...about])
    .orderBy('told.told_at')
    .orderBy('told.handle')
    .execute()
  for (const { about: id, handle, at, contact, name, desk } of rows) {
    const line = { contact: contactIn({ contact, name, desk }), handle, at: at.toISOString() }
    met.set(id!, [...(met.get(id!) ?? []), line])
  }
  return met
}

/** Whom to ask: the agency, with the number of an operation or else its desk. */
export const contactIn = (told: { readonly contact: string | null; readonly name: string; readonly desk: string }) =>
  [told.name, told.contact ?? told.desk].join(', ')
