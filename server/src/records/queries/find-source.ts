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

function namedSources({ query }: Context) {
  return query
    .selectFrom('source')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select([
      'source.id',
      'source.name',
      'source.kind',
      'source.vis',
      'source.review_years as reviewYears',
      'agency.id as agencyId',
      'agency.name as agencyName',
    ])
    .orderBy('agency.name')
}

type Row = Awaited<ReturnType<ReturnType<typeof namedSources>['executeTakeFirstOrThrow']>>

const known = ({ agencyId, agencyName, kind, ...source }: Row): KnownSource => ({
  ...source,
  kind: kind as SourceKind,
  agency: { id: agencyId, name: agencyName },
})

/** The first of these sources of which the reader sees a released record. */
async function releasedFrom({ query }: Context, named: readonly Row[]): Promise<Row | undefined> {
  if (named.length === 0) return undefined
  const released = await query
    .selectFrom('release_record')
    .innerJoin('record', 'record.id', 'release_record.record_id')
    .select('record.source_id as source')
    .distinct()
    .where(
      'record.source_id',
      'in',
      named.map(({ id }) => id),
    )
    .execute()
  return named.find(({ id }) => released.some(({ source }) => source === id))
}

/**
 * The source of this name that the reader may know of: one of the reader's own agency before one of another that the
 * reader sees, or of which a record was released to the reader. Throws `source_unknown` otherwise, in the same words for one that is hidden and one that does not exist.
 */
export async function getSource(context: Context, name: string): Promise<KnownSource> {
  const { reader } = context
  const named = await namedSources(context).where('source.name', '=', name).execute()
  const own = named.find((each) => each.agencyId === reader.agency?.id)
  const seen = named.find((each) => reader.installer || reader.classes.includes(each.vis))
  const found = own ?? seen ?? (await releasedFrom(context, named))
  if (!found) throw new ProofmarkError('source_unknown', { value: name })
  return known(found)
}

/** The source of this identifier, whoever asks; the caller checks whether the reader may know of it. */
export async function sourceById(context: Context, id: string): Promise<KnownSource | null> {
  const found = await namedSources(context).where('source.id', '=', id).executeTakeFirst()
  return found ? known(found) : null
}
