import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'

export interface Disposal {
  readonly id: string
  readonly vis: number
  readonly name: string
  readonly place: string
  /** Null once the name was erased. */
  readonly witness: string | null
  readonly hash: string
  readonly openedAt: Date
  readonly exhibits: readonly string[]
  readonly signatures: readonly {
    readonly account: string
    readonly name: string
    readonly at: Date
    readonly passkey: boolean
    readonly entry: string
  }[]
}

/** A campaign of destruction. Throws `not_found`. */
export async function needDisposal({ client }: Context, id: string): Promise<Disposal> {
  const { rows } = await client.query<Omit<Disposal, 'exhibits' | 'signatures' | 'hash'> & { hash: Buffer }>(
    `SELECT d.id, d.vis, d.name, d.place, w.name AS witness, d.hash, d.opened_at AS "openedAt"
     FROM disposal d LEFT JOIN disposal_witness w ON w.disposal_id = d.id WHERE d.id = $1`,
    [id],
  )
  const [found] = rows
  if (!found) throw new ProofmarkError('not_found', { what: id })
  const exhibits = await client.query<{ id: string }>(
    'SELECT exhibit_id AS id FROM disposal_exhibit WHERE disposal_id = $1 ORDER BY exhibit_id',
    [id],
  )
  const signatures = await client.query<Disposal['signatures'][number]>(
    `SELECT s.signed_by AS account, a.name, s.signed_at AS at, s.signature IS NOT NULL AS passkey, s.entry_id AS entry
     FROM disposal_signature s JOIN account a ON a.id = s.signed_by WHERE s.disposal_id = $1 ORDER BY s.number`,
    [id],
  )
  return {
    ...found,
    hash: found.hash.toString('hex'),
    exhibits: exhibits.rows.map((row) => row.id),
    signatures: signatures.rows,
  }
}
