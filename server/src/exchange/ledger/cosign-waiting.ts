import { parseCheckpoint } from '@proofmark/proofs/checkpoint'
import { type Cosigner, cosign, formatCosignerKey } from '@proofmark/proofs/cosignature'
import type pg from 'pg'

/** Checkpoints that are cosigned in one turn. */
const BATCH = 100

/** The text of a note that was opened before it was kept. */
export const noteText = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1)

/**
 * Cosigns the newest checkpoint of each partner's ledger that was taken and not cosigned yet, and answers how many. The
 * key stays with the log process; what is consistent with what was decided by whoever took the checkpoint in. An older
 * one is passed over: a cosignature states the largest tree that was seen.
 */
export async function cosignWaiting(pool: pg.Pool, cosigner: Cosigner, now: Date): Promise<number> {
  const { rows } = await pool.query<{ partner: string; size: string; note: string }>(
    `SELECT partner, size, note FROM witnessed_checkpoint w
     WHERE cosignature IS NULL
       AND NOT EXISTS (SELECT FROM witnessed_checkpoint n WHERE n.partner = w.partner AND n.size > w.size)
     LIMIT ${BATCH}`,
  )
  for (const { partner, size, note } of rows) {
    const line = cosign(parseCheckpoint(noteText(note)), cosigner, Math.floor(now.getTime() / 1000))
    await pool.query(
      `UPDATE witnessed_checkpoint SET cosignature = $3, cosigner_key = $4
       WHERE partner = $1 AND size = $2 AND cosignature IS NULL`,
      [partner, size, line, formatCosignerKey(cosigner)],
    )
  }
  return rows.length
}
