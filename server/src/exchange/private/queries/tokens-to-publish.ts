import type { LookUpClass } from '@proofmark/contract/private-words'
import type { SourceKind } from '@proofmark/domain/source-kind'
import type { Context } from '../../../access/context.ts'
import type { LookedUpMark } from '../rules/tokens-of-mark.ts'

/** Of which sources a class of data consists. */
const KINDS: Readonly<Record<LookUpClass, readonly SourceKind[]>> = {
  lost_stolen_wanted: ['loss-theft'],
  whole_register: ['register'],
}

export interface MarksToPublish {
  readonly marks: readonly LookedUpMark[]
  /** The last version among them; `after` of the next time. */
  readonly upTo: string
}

/**
 * The marks of a class of data that the reader may see and that were recorded after a version. Never of a silent source:
 * even that one is known would tell of it. `agency`: of this one alone.
 */
export async function marksToPublish(
  { client }: Context,
  dataClass: LookUpClass,
  after: string,
  agency: string | null,
): Promise<MarksToPublish> {
  const { rows } = await client.query<LookedUpMark & { version: string }>(
    `SELECT DISTINCT d.norm, d.skeleton, d.make, d.version
     FROM reading d JOIN record r ON r.id = d.record_id JOIN source s ON s.id = r.source_id
     WHERE s.kind = ANY ($1::text[]) AND s.source_visibility <> 'silent' AND d.version > $2
       AND d.skeleton IS NOT NULL AND ($3::uuid IS NULL OR s.agency_id = $3)`,
    [KINDS[dataClass], after, agency],
  )
  const upTo = rows.reduce((last, { version }) => (BigInt(version) > last ? BigInt(version) : last), BigInt(after))
  return { marks: rows, upTo: upTo.toString() }
}
