/**
 * The leaf of an audit entry: the canonical JSON of its head, which is never erased, and which commits to its body,
 * which may be. So the head must hold references alone, and nothing that could have to be erased itself.
 */
import { fromHex, HASH_BYTES } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { ProofError, quoted } from './errors.ts'
import { leafHash } from './merkle.ts'

/** How what was attempted ended. */
export const OUTCOMES = ['done', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Who did or saw what, on what grounds, without anything that can be erased. */
export interface EntryHead {
  readonly id: string
  /** Time of the database, UTC, RFC 3339: `2026-11-24T13:30:00.123456Z`. */
  readonly recordedAt: string
  /** Id of the person or the named system principal. */
  readonly actor: string
  /** Id of the actor's agency; null for one without. */
  readonly agency: string | null
  readonly action: string
  readonly outcome: Outcome
  readonly purpose: string | null
  /** References to what was acted on or seen, in the order the entry gives them. */
  readonly subjects: readonly string[]
  /** 64 lower-case hexadecimal digits, from `commit`. */
  readonly bodyCommitment: string
}

/** Largest leaf, in bytes of canonical JSON. */
export const MAX_LEAF_BYTES = 1_000_000

/** A member of the leaf beside those of the head, so that a later form of head can never be taken for this one. */
const FORMAT = 'proofmark audit entry 1'

const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/

/**
 * The bytes of an entry's leaf: canonical JSON of the head's nine members and `"format": "proofmark audit entry 1"`.
 *
 * Throws `malformed_entry`, naming the member, for a head that is not as `EntryHead` says, unknown members included:
 * they would seem to be protected by the tree and would not be.
 */
export function entryLeaf(head: EntryHead): Uint8Array {
  const leaf = canonicalJson({ format: FORMAT, ...readHead(head) })
  if (leaf.length > MAX_LEAF_BYTES)
    throw new ProofError(
      'malformed_entry',
      `The head has ${leaf.length} bytes; at most ${MAX_LEAF_BYTES} are accepted.`,
    )
  return leaf
}

/** The RFC 6962 leaf hash of an entry: what is appended to the tree. Throws as `entryLeaf`. */
export function entryLeafHash(head: EntryHead): Uint8Array {
  return leafHash(entryLeaf(head))
}

/** Reads a head of unknown origin, such as a row of an export. Throws `malformed_entry`. */
export function readHead(value: unknown): EntryHead {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProofError(
      'malformed_entry',
      `The head of an entry is an object; got ${value === null ? 'null' : typeof value}.`,
    )
  const { id, recordedAt, actor, agency, action, outcome, purpose, subjects, bodyCommitment, ...unknown } =
    value as Readonly<Record<string, unknown>>
  const surplus = Object.keys(unknown)[0]
  if (surplus !== undefined)
    throw new ProofError('malformed_entry', `The head has an unknown member ${quoted(surplus)}.`)
  return {
    id: readText('id', id),
    recordedAt: readTime(recordedAt),
    actor: readText('actor', actor),
    agency: agency === null ? null : readText('agency', agency),
    action: readText('action', action),
    outcome: readOutcome(outcome),
    purpose: purpose === null ? null : readText('purpose', purpose),
    subjects: readSubjects(subjects),
    bodyCommitment: readCommitment(bodyCommitment),
  }
}

function readText(member: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.isWellFormed()) return value
  throw refused(member, value, 'a text that is not empty and has no lone surrogates')
}

function readTime(value: unknown): string {
  if (typeof value === 'string' && UTC_TIME.test(value) && isOnTheCalendar(value)) return value
  throw refused('recordedAt', value, 'a time in UTC such as "2026-11-24T13:30:00.123456Z"')
}

/** A parser that takes 30 February for 2 March would let one instant be written in two ways. */
function isOnTheCalendar(time: string): boolean {
  const instant = new Date(time)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 19) === time.slice(0, 19)
}

function readOutcome(value: unknown): Outcome {
  const outcome = OUTCOMES.find((known) => known === value)
  if (outcome !== undefined) return outcome
  throw refused('outcome', value, `one of ${OUTCOMES.join(', ')}`)
}

function readSubjects(value: unknown): readonly string[] {
  if (Array.isArray(value)) return Array.from(value, (subject, position) => readText(`subjects/${position}`, subject))
  throw refused('subjects', value, 'a list of references')
}

function readCommitment(value: unknown): string {
  if (typeof value === 'string' && fromHex(value)?.length === HASH_BYTES) return value
  throw refused('bodyCommitment', value, `${HASH_BYTES * 2} lower-case hexadecimal digits`)
}

function refused(member: string, value: unknown, accepted: string): ProofError {
  const found = typeof value === 'string' ? quoted(value) : value === null ? 'null' : typeof value
  return new ProofError('malformed_entry', `The head's "${member}" is ${found}; accepted is ${accepted}.`)
}
