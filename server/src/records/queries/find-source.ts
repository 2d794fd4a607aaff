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

/** Those of these sources of which the reader sees a released record. */
async function releasedFrom({ query }: Context, named: readonly Row[]): Promise<Row[]> {
  if (named.length === 0) return []
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
  return named.filter(({ id }) => released.some(({ source }) => source === id))
}

/**
 * The source of this name that the reader may know of: one of the reader's own agency before one of another that the
 * reader sees, or of which a record was released to the reader. Throws `source_unknown` otherwise, in the same words for one that is hidden and one that does not exist.
 */
export async function getSource(context: Context, name: string): Promise<KnownSource> {
  const named = await namedSources(context).where('source.name', '=', name).execute()
  const own = named.find((each) => isOwn(context, each))
  const seen = named.find((each) => isSeen(context, each))
  const found = own ?? seen ?? (await releasedFrom(context, named))[0]
  if (!found) throw new ProofmarkError('source_unknown', { value: name })
  return known(found)
}

const isOwn = ({ reader }: Context, { agencyId }: Row): boolean => agencyId === reader.agency?.id
const isSeen = ({ reader }: Context, { vis }: Row): boolean => reader.installer || reader.classes.includes(vis)

/**
 * The one source of this name that the reader may know of, or of this agency's where one is named: for whoever cannot be
 * asked back. Throws `source_unknown` as `getSource` does, and `source_ambiguous` where there are several.
 */
export async function soleSource(context: Context, name: string, agency: string | undefined): Promise<KnownSource> {
  const rows = await namedSources(context).where('source.name', '=', name).execute()
  const named = rows.filter((each) => agency === undefined || each.agencyName === agency)
  const released = new Set(await releasedFrom(context, named))
  const [found, ...others] = named.filter((each) => isOwn(context, each) || isSeen(context, each) || released.has(each))
  if (!found) throw new ProofmarkError('source_unknown', { value: name })
  if (others.length > 0) {
    const agencies = [found, ...others].map((each) => each.agencyName).join(', ')
    throw new ProofmarkError('source_ambiguous', { value: name, agencies })
  }
  return known(found)
}

/** The source of this identifier, whoever asks; the caller checks whether the reader may know of it. */
export async function sourceById(context: Context, id: string): Promise<KnownSource | null> {
  const found = await namedSources(context).where('source.id', '=', id).executeTakeFirst()
  return found ? known(found) : null
}
