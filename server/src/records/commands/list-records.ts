import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type KnownSource, sourceById } from '../queries/find-source.ts'
import { beginningOf, type ListedRecord, sourceRecords } from '../queries/source-records.ts'
import { openPlace, sealPlace } from '../rules/list-place.ts'

export interface RecordsAsked {
  readonly source: string
  readonly limit: number
  /** The place behind which the list goes on, as an earlier answer gave it. */
  readonly after?: string | undefined
}

export interface ListedRecords {
  readonly source: KnownSource
  readonly records: readonly ListedRecord[]
  readonly next: string | null
}

/**
 * The records of a source that the reader may see, those of its last import first. The disclosure is in the access log
 * before it is answered. Throws `role_needed`, `not_found`, in the same words for a source that is hidden and one that
 * does not exist, and `body_invalid` for a place that no answer gave.
 */
export async function listRecords(
  context: Context,
  { source: id, limit, after }: RecordsAsked,
): Promise<ListedRecords> {
  const { reader, recordSecret, audit } = context
  needRole(reader, READERS)
  const source = await sourceById(context, id)
  if (!source || !(reader.installer || reader.classes.includes(source.vis)))
    throw new ProofmarkError('not_found', { what: id })
  const place = after === undefined ? await beginningOf(context, id) : openPlace(recordSecret, source.id, after)
  const { records, next } = await sourceRecords(context, source.id, place, limit)
  await audit({
    action: 'records.listed',
    subjects: records.map(({ record }) => record),
    body: { source: source.name, records: records.length },
  })
  return { source, records, next: next && sealPlace(recordSecret, source.id, next) }
}
