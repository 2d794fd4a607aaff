import { toBase64 } from '@proofmark/proofs/bytes'
import type { PlainData } from '@proofmark/proofs/canonical'
import type { EntryHead, Outcome } from '@proofmark/proofs/entry-leaf'
import { inclusionIn, type ReadLeaves } from '../../exchange/queries/tree-proofs.ts'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** An entry of the access log, opened, with the proof that it stands in the tree. */
export interface ProvenAccess {
  readonly head: EntryHead
  /** Null once it was erased: the head stands, and says no more what was written down. */
  readonly body: PlainData
  readonly salt: string | null
  readonly index: number
  /** Base64. */
  readonly proof: readonly string[]
}

/** Entries under one signed state of the access log. */
export interface AccessProofs {
  readonly checkpoint: string
  readonly entries: readonly ProvenAccess[]
}

interface Row {
  id: string
  recorded_at: string
  actor: string
  agency: string | null
  action: string
  outcome: Outcome
  purpose: string | null
  subjects: string[]
  body_commitment: Buffer
  body: PlainData
  salt: Buffer | null
  index: string | null
}

const headOf = (row: Row): EntryHead => ({
  id: row.id,
  recordedAt: row.recorded_at,
  actor: row.actor,
  agency: row.agency,
  action: row.action,
  outcome: row.outcome,
  purpose: row.purpose,
  subjects: row.subjects,
  bodyCommitment: row.body_commitment.toString('hex'),
})

interface Signed {
  readonly size: number
  readonly note: string
  readonly key: string
}

/** The newest signed state of the access log and the key that signs it; null before anything was signed. */
export async function accessCheckpoint({ client }: Pick<ReaderTransaction, 'client'>): Promise<Signed | null> {
  const { rows } = await client.query<Omit<Signed, 'size'> & { size: string }>('SELECT * FROM access_checkpoint()')
  return rows[0] ? { ...rows[0], size: Number(rows[0].size) } : null
}

/** Opens these entries of custody and proves them, in their order; null while one of them has no place that is signed. */
export async function proveAccess(
  { client }: Pick<ReaderTransaction, 'client'>,
  entries: readonly string[],
): Promise<AccessProofs | null> {
  const signed = await accessCheckpoint({ client })
  if (signed === null) return null
  const { rows } = await client.query<Row>('SELECT * FROM custody_entries($1::uuid[])', [entries])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const read: ReadLeaves = async (from, past) => {
    const leaves = await client.query<{ leaf_hash: Buffer }>('SELECT leaf_hash FROM access_leaves($1, $2)', [
      from,
      past,
    ])
    return leaves.rows.map(({ leaf_hash: hash }) => hash)
  }
  const proven: ProvenAccess[] = []
  for (const id of entries) {
    const row = byId.get(id)
    const index = row?.index === null || row === undefined ? null : Number(row.index)
    if (row === undefined || index === null || index >= signed.size) return null
    proven.push({
      head: headOf(row),
      body: row.body,
      salt: row.salt === null ? null : row.salt.toString('base64'),
      index,
      proof: (await inclusionIn(read, index, signed.size)).map(toBase64),
    })
  }
  return { checkpoint: signed.note, entries: proven }
}
