import { ProofmarkError } from '@proofmark/contract/errors'
import type { SourceKind } from '@proofmark/domain/source-kind'
import type { Context } from '../../access/context.ts'

export interface KnownSource {
  readonly id: string
  readonly name: string
  readonly kind: SourceKind
  readonly vis: number
  readonly reviewYears: number
  readonly agency: { readonly id: string; readonly name: string }
}

/**
 * The source of this name that the reader may know of: one of the reader's own agency before one of another. Throws
 * `source_unknown` otherwise, in the same words for one that is hidden and one that does not exist.
 */
export async function getSource({ query, reader }: Context, name: string): Promise<KnownSource> {
  const named = await query
    .selectFrom('source')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select([
      'source.id',
      'source.name',
      'source.kind',
      'source.vis',
      'source.review_years',
      'agency.id as agencyId',
      'agency.name as agencyName',
    ])
    .where('source.name', '=', name)
    .orderBy('agency.name')
    .execute()
  const own = named.find((each) => each.agencyId === reader.agency?.id)
  const found = own ?? named.find((each) => reader.installer || reader.classes.includes(each.vis))
  if (!found) throw new ProofmarkError('source_unknown', { value: name })
  const { id, kind, vis, review_years: reviewYears, agencyId, agencyName } = found
  return {
    id,
    name: found.name,
    kind: kind as SourceKind,
    vis,
    reviewYears,
    agency: { id: agencyId, name: agencyName },
  }
}
