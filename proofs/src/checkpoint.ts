/**
 * Checkpoints after C2SP tlog-checkpoint: a signed note that states the size and root of a log. Whoever keeps one can
 * later tell whether the log still begins with the leaves it had then.
 */
import { fromBase64, isHash, requireHash, toBase64 } from './bytes.ts'
import { ProofError, quoted } from './errors.ts'
import type { TreeHead } from './merkle.ts'
import type { NoteSigner, VerifierKey } from './note-key.ts'
import { type NoteSignature, openNote, signNote } from './signed-note.ts'

/** What a checkpoint says. */
export interface Checkpoint extends TreeHead {
  /** Which log this is: a name for ever, such as `focal-point.example/access-log`. It is also the name of the log's key. */
  readonly origin: string
  /** Lines after the root, opaque and best left empty: monitors cannot check them. */
  readonly extensions: readonly string[]
}

/**
 * A checkpoint whose signature by the log itself was verified. `unverified` are lines of keys that are not the log's:
 * cosignatures among them, which `openCosignatures` reads.
 */
export interface OpenedCheckpoint extends Checkpoint {
  readonly verified: readonly NoteSignature[]
  readonly unverified: readonly NoteSignature[]
}

/** The text to sign: origin, size, base64 root and extensions, a line each. Throws `malformed_checkpoint`, `malformed_hash`. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions } = checkpoint
  requireHash(root, 'root')
  if (!Number.isSafeInteger(size) || size < 0)
    throw new ProofError('malformed_checkpoint', `The size is ${size}; a whole number from 0 to 2^53 - 1 is accepted.`)
  for (const line of [origin, ...extensions])
    if (line === '' || line.includes('\n'))
      throw new ProofError(
        'malformed_checkpoint',
        `${quoted(line)} cannot stand as a line; it is empty or has several.`,
      )
  return [origin, String(size), toBase64(root), ...extensions, ''].join('\n')
}

/** Reads the text of a checkpoint, strictly: every checkpoint has one spelling. Throws `malformed_checkpoint`. */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n'))
    throw new ProofError('malformed_checkpoint', 'The text of a checkpoint must end in a newline.')
  const lines = text.slice(0, -1).split('\n')
  const [origin, size, encodedRoot, ...extensions] = lines
  if (origin === undefined || size === undefined || encodedRoot === undefined)
    throw new ProofError(
      'malformed_checkpoint',
      `A checkpoint has at least three lines (origin, size, root); this has ${lines.length}.`,
    )
  if (lines.includes('')) throw new ProofError('malformed_checkpoint', 'A checkpoint has no empty lines; this has one.')
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new ProofError(
      'malformed_checkpoint',
      `The size ${quoted(size)} is not accepted: decimal digits without leading zeros, up to 2^53 - 1.`,
    )
  const root = fromBase64(encodedRoot)
  if (!isHash(root))
    throw new ProofError('malformed_checkpoint', `The root ${quoted(encodedRoot)} is not the base64 of 32 bytes.`)
  return { origin, size: Number(size), root, extensions }
}

/**
 * Signs a checkpoint. One signer is the log's own, named by the origin (else `malformed_key`). Throws as
 * `formatCheckpoint` and `signNote`. The caller must never sign two checkpoints of a log that are not consistent.
 */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  if (!signers.some((signer) => signer.name === checkpoint.origin))
    throw new ProofError('malformed_key', `No signer is named by the origin ${quoted(checkpoint.origin)}.`)
  return signNote(formatCheckpoint(checkpoint), signers)
}

/**
 * Opens the checkpoint of the log `origin`. A key named by the origin must have signed it: a cosigner's signature alone
 * does not make a checkpoint.
 *
 * Throws as `openNote` and `parseCheckpoint`, `wrong_origin` for another log's checkpoint, and `no_known_signature`
 * where only cosigners signed.
 */
export function openCheckpoint(
  note: string | Uint8Array,
  log: { readonly origin: string; readonly keys: readonly VerifierKey[] },
): OpenedCheckpoint {
  const { text, verified, unverified } = openNote(note, log.keys)
  const checkpoint = parseCheckpoint(text)
  if (checkpoint.origin !== log.origin)
    throw new ProofError(
      'wrong_origin',
      `This is a checkpoint of ${quoted(checkpoint.origin)}, not ${quoted(log.origin)}.`,
    )
  if (!verified.some((signature) => signature.name === log.origin))
    throw new ProofError('no_known_signature', `No known key named ${quoted(log.origin)} signed this checkpoint.`)
  return { ...checkpoint, verified, unverified }
}
