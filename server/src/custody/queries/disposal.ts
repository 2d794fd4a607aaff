import type { DisposalState } from '@proofmark/contract/custody-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'

/** Who signed a campaign, in their order. */
interface Signed {
  readonly account: string
  readonly name: string
  readonly at: Date
  readonly passkey: boolean
  readonly entry: string
}

export interface Disposal {
  readonly id: string
  readonly vis: number
  readonly agency: string
  readonly name: string
  readonly place: string
  /** Null once the name was erased. */
  readonly witness: string | null
  readonly hash: string
  readonly openedAt: Date
  readonly openedBy: string
  /** Given up before it was carried out. */
  readonly withdrawn: { readonly by: string; readonly at: Date; readonly why: string } | null
  readonly exhibits: readonly string[]
  readonly signatures: readonly Signed[]
}

/** How a campaign stands, by its signatures and by whether it was given up. */
export const disposalState = ({
  signatures,
  withdrawn,
}: Pick<Disposal, 'withdrawn'> & { readonly signatures: readonly unknown[] }): DisposalState => {
  if (withdrawn) return 'withdrawn'
  return signatures.length === 0 ? 'open' : signatures.length === 1 ? 'half_signed' : 'carried_out'
}

interface Row extends Omit<Disposal, 'exhibits' | 'signatures' | 'hash' | 'withdrawn'> {
  readonly hash: Buffer
  readonly withdrawnBy: string | null
  readonly withdrawnAt: Date | null
  readonly why: string | null
}

/** A campaign of destruction. Throws `not_found`. */
export async function needDisposal({ client }: Context, id: string): Promise<Disposal> {
  const { rows } = await client.query<Row>(
    `SELECT d.id, d.vis, d.agency_id AS agency, d.name, d.place, w.name AS witness, d.hash, d.opened_at AS "openedAt", o.name AS "openedBy",
       b.name AS "withdrawnBy", x.withdrawn_at AS "withdrawnAt", x.why
     FROM disposal d JOIN account o ON o.id = d.opened_by LEFT JOIN disposal_witness w ON w.disposal_id = d.id
     LEFT JOIN disposal_withdrawal x ON x.disposal_id = d.id LEFT JOIN account b ON b.id = x.withdrawn_by
     WHERE d.id = $1`,
    [id],
  )
  if (!rows[0]) throw new ProofmarkError('not_found', { what: id })
  const { withdrawnBy, withdrawnAt, why, ...found } = rows[0]
  const exhibits = await client.query<{ id: string }>(
    'SELECT exhibit_id AS id FROM disposal_exhibit WHERE disposal_id = $1 ORDER BY exhibit_id',
    [id],
  )
  const signatures = await client.query<Signed>(
    `SELECT s.signed_by AS account, a.name, s.signed_at AS at, s.signature IS NOT NULL AS passkey, s.entry_id AS entry
     FROM disposal_signature s JOIN account a ON a.id = s.signed_by WHERE s.disposal_id = $1 ORDER BY s.number`,
    [id],
  )
  return {
    ...found,
    withdrawn: withdrawnAt && { by: withdrawnBy!, at: withdrawnAt, why: why! },
    hash: found.hash.toString('hex'),
    exhibits: exhibits.rows.map((row) => row.id),
    signatures: signatures.rows,
  }
}
