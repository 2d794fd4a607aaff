import { createHash } from 'node:crypto'
import type { CustodyPurpose, CustodyTeller, CustodyVerdict } from '@proofmark/contract/custody-words'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'

/** One side in a statement: identifiers alone. Whoever is outside stands in what `outside` of the statement commits to. */
export interface StatedParty {
  readonly account: string | null
  readonly agency: string | null
  readonly outside: boolean
}

/** What is signed and hashed of an event: all that was said, and the hash of the event before it. */
export interface EventStatement {
  readonly form: 'proofmark-custody-event-1'
  readonly event: string
  readonly exhibit: string
  readonly number: number
  /** Hash of the event before it, in hexadecimal; null for the first. */
  readonly previous: string | null
  readonly told: CustodyTeller
  readonly purpose: CustodyPurpose
  readonly from: StatedParty | null
  readonly to: StatedParty | null
  readonly saidAt: string
  /**
   * Only where no hour was stated: the day alone, as `2026-11-20`, of which `saidAt` is the first moment; null where no day
   * was stated either, and `saidAt` is when it was written down.
   */
  readonly statedDay?: string | null
  readonly zone: string | null
  readonly place: string | null
  readonly storage: string | null
  readonly sealIn: string | null
  readonly sealOut: string | null
  readonly resealed: string | null
  readonly condition: string | null
  /** Hash of the scan of the paper that says so. */
  readonly scan: string | null
  /** Was it signed before a witness, whose name stands in what `outside` commits to? */
  readonly witnessed: boolean
  /** The order that allows it. */
  readonly order: string | null
  /** For a loan, the day on which it is to be back. */
  readonly due: string | null
  /** Of which exhibits it was made, or into which it went. */
  readonly others: readonly string[]
  /** Commitment to the names of those outside and of the witness. */
  readonly outside: string | null
}

/** What is signed and hashed of an answer. */
export interface AnswerStatement {
  readonly form: 'proofmark-custody-answer-1'
  readonly event: string
  readonly hash: string
  readonly verdict: CustodyVerdict
  readonly by: StatedParty
  readonly saidAt: string
  readonly zone: string | null
  readonly seal: string | null
  readonly storage: string | null
  readonly condition: string | null
}

/** SHA-256 over the canonical JSON (RFC 8785) of a statement, in hexadecimal: the challenge that a passkey signs. */
export const statementHash = (statement: EventStatement | AnswerStatement): string =>
  createHash('sha256')
    .update(canonicalJson(statement as unknown as PlainData))
    .digest('hex')
