import type { DisposalState } from '@proofmark/contract/custody-words'
import type { Context } from '../../access/context.ts'

export interface ListedDisposal {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly state: DisposalState
  readonly openedAt: Date
  readonly openedBy: string
  readonly exhibits: number
  readonly signatures: readonly {
    readonly account: string
    readonly by: string
    readonly at: Date
    readonly passkey: boolean
  }[]
}

/** Each campaign with how it stands, as `disposalState` says it. */
const STANDING = `SELECT d.*, CASE
    WHEN EXISTS (SELECT FROM disposal_withdrawal w WHERE w.disposal_id = d.id) THEN 'withdrawn'
    ELSE (ARRAY['open', 'half_signed', 'carried_out'])[
      1 + (SELECT count(*)::int4 FROM disposal_signature s WHERE s.disposal_id = d.id)]
  END AS state FROM disposal d`

/** Campaigns that the reader may see: those that wait for a second signature first, then those that are open, then the newest. */
export async function listedDisposals(
  { client }: Context,
  { state, after, limit }: { readonly state: DisposalState | null; readonly after: number; readonly limit: number },
): Promise<ListedDisposal[]> {
  const { rows } = await client.query<Omit<ListedDisposal, 'signatures'>>(
    `SELECT d.id, d.name, d.place, d.state, d.opened_at AS "openedAt", a.name AS "openedBy",
       (SELECT count(*)::int4 FROM disposal_exhibit e WHERE e.disposal_id = d.id) AS exhibits
     FROM (${STANDING}) d JOIN account a ON a.id = d.opened_by WHERE $1::text IS NULL OR d.state = $1
     ORDER BY coalesce(array_position(ARRAY['half_signed', 'open'], d.state), 3), d.opened_at DESC, d.id
     OFFSET $2 LIMIT $3`,
    [state, after, limit],
  )
  const signed = await client.query<ListedDisposal['signatures'][number] & { disposal: string }>(
    `SELECT s.disposal_id AS disposal, s.signed_by AS account, a.name AS by, s.signed_at AS at,
       s.signature IS NOT NULL AS passkey
     FROM disposal_signature s JOIN account a ON a.id = s.signed_by WHERE s.disposal_id = ANY ($1::uuid[])
     ORDER BY s.number`,
    [rows.map(({ id }) => id)],
  )
  return rows.map((row) => ({ ...row, signatures: signed.rows.filter(({ disposal }) => disposal === row.id) }))
}

/** How many campaigns of the reader's agency wait for a second signature that the reader may give. */
export async function countHalfSigned({ client, reader }: Context): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int4 AS count FROM (${STANDING}) d WHERE d.agency_id = $1 AND d.state = 'half_signed'
       AND NOT EXISTS (SELECT FROM disposal_signature s WHERE s.disposal_id = d.id AND s.signed_by = $2)`,
    [reader.agency?.id ?? null, reader.account],
  )
  return rows[0]!.count
}
