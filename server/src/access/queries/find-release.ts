import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** A release with both its agencies. */
export interface KnownRelease {
  readonly id: string
  readonly owner: { readonly id: string; readonly name: string }
  readonly receiver: { readonly id: string; readonly name: string }
  readonly endsAt: Date
  readonly withdrawnAt: Date | null
}

/** The release of this identifier, whoever asks; null where there is none. */
export async function findRelease(
  { query }: Pick<ReaderTransaction, 'query'>,
  id: string,
): Promise<KnownRelease | null> {
  const found = await query
    .selectFrom('release')
    .innerJoin('agency as owner', 'owner.id', 'release.owner_agency_id')
    .innerJoin('agency as receiver', 'receiver.id', 'release.receiver_agency_id')
    .select([
      'release.id',
      'owner.id as ownerId',
      'owner.name as ownerName',
      'receiver.id as receiverId',
      'receiver.name as receiverName',
      'release.ends_at as endsAt',
      'release.withdrawn_at as withdrawnAt',
    ])
    .where('release.id', '=', id)
    .executeTakeFirst()
  if (!found) return null
  const { ownerId, ownerName, receiverId, receiverName, ...release } = found
  return { ...release, owner: { id: ownerId, name: ownerName }, receiver: { id: receiverId, name: receiverName } }
}
