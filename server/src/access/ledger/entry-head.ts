import { type EntryHead, OUTCOMES, type Outcome } from '@proofmark/proofs/entry-leaf'

/** An entry as the database gives it. The time is put into text by the database, so that no zone or rounding intervenes. */
export interface EntryRow {
  readonly id: string
  readonly recorded_at: string
  readonly actor: string
  readonly agency: string | null
  readonly action: string
  readonly outcome: string
  readonly purpose: string | null
  readonly subjects: readonly string[]
  readonly body_commitment: Buffer
}

/** The columns of {@link EntryRow}, for an `audit_entry` named e. */
export const ENTRY_COLUMNS = `
  e.id, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded_at,
  e.actor, e.agency, e.action, e.outcome, e.purpose, e.subjects, e.body_commitment`

const isOutcome = (word: string): word is Outcome => (OUTCOMES as readonly string[]).includes(word)

/** The head of an entry, to which its leaf in the tree commits. */
export function entryHead(row: EntryRow): EntryHead {
  if (!isOutcome(row.outcome))
    throw new TypeError(`An entry has the outcome ${row.outcome}; ${OUTCOMES.join(', ')} are known.`)
  return {
    id: row.id,
    recordedAt: row.recorded_at,
    actor: row.actor,
    agency: row.agency,
    action: row.action,
    outcome: row.outcome,
    purpose: row.purpose,
    subjects: row.subjects,
    bodyCommitment: row.body_commitment.toString('hex'),
  }
}
