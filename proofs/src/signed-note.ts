/**
 * Signed notes after C2SP signed-note: a text, a blank line, and a line `— <key name> <base64>` for each signature.
 * The text means nothing until `openNote` has given it back.
 */
import { fromBase64, fromHex, fromUtf8, toBase64, toHex, toUtf8 } from './bytes.ts'
import { ProofError, quoted } from './errors.ts'
import { isKeyName, type NoteSigner, type VerifierKey, verifySignature } from './note-key.ts'

/** Largest note that is read or made, in bytes: room for a hundred post-quantum signatures of 5 kB. */
export const MAX_NOTE_BYTES = 1_000_000
/** Most signatures that a note may bear. The standard asks for at least 16; the Go implementation takes 100. */
export const MAX_SIGNATURES = 100

const SIGNATURE_PREFIX = '— '
const KEY_ID_BYTES = 4

/** One signature line: who signed by its own words (8 hexadecimal digits of key id), and the signature's bytes. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A note that at least one known key has signed. `unverified` are lines of unknown keys, worth nothing by themselves. */
export interface OpenedNote {
  readonly text: string
  readonly verified: readonly NoteSignature[]
  readonly unverified: readonly NoteSignature[]
}

/**
 * Signs a text that ends in a newline. Signatures in `kept` (of a note opened before) stand first, unless a signer
 * signs with the same key again.
 *
 * Throws `malformed_note` for a text that a note cannot hold, `malformed_key` for the same signer twice,
 * `invalid_signature` where a signer gives what its own public key does not verify, `note_too_large`.
 */
export function signNote(text: string, signers: readonly NoteSigner[], kept: readonly NoteSignature[] = []): string {
  requireNoteText(text)
  const message = toUtf8(text)
  const fresh = signers.map((signer) => {
    const signature = signer.sign(message)
    if (!verifySignature(signer, message, signature))
      throw new ProofError('invalid_signature', `The signer ${keyLabel(signer)} made a signature that does not verify.`)
    return { name: signer.name, keyId: signer.keyId, signature }
  })
  const labels = new Set(fresh.map(keyLabel))
  if (labels.size < fresh.length) throw new ProofError('malformed_key', 'The same signer was given twice.')
  const signatures = [...kept.filter((signature) => !labels.has(keyLabel(signature))), ...fresh]
  if (signatures.length === 0) throw new ProofError('malformed_note', 'A note needs at least one signature; got none.')
  if (signatures.length > MAX_SIGNATURES)
    throw new ProofError('note_too_large', `${signatures.length} signatures; at most ${MAX_SIGNATURES} are accepted.`)
  const note = `${text}\n${signatures.map(formatSignature).join('')}`
  requireSize(toUtf8(note).length)
  return note
}

/**
 * Opens a note with the keys one trusts. Signatures of unknown keys are set aside; every signature of a known key is
 * verified, and at least one there must be.
 *
 * Throws `malformed_note`, `note_too_large`, `invalid_signature` (a known key, a wrong signature: the whole note is
 * refused), `no_known_signature`, `malformed_key` (two different known keys under one name and key id).
 */
export function openNote(note: string | Uint8Array, keys: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(note)
  const known = keysByLabel(keys)
  const message = toUtf8(text)
  const verified = new Map<string, NoteSignature>()
  const unverified: NoteSignature[] = []
  for (const signature of signatures) {
    const key = known.get(keyLabel(signature))
    if (key === undefined) {
      unverified.push(signature)
      continue
    }
    if (!verifySignature(key, message, signature.signature))
      throw new ProofError('invalid_signature', `The signature of ${keyLabel(key)} is not one of this text.`)
    if (!verified.has(keyLabel(key))) verified.set(keyLabel(key), signature)
  }
  if (verified.size === 0) {
    const signers = unverified.map(keyLabel).slice(0, 5).join(', ')
    throw new ProofError('no_known_signature', `No known key signed this note; it is signed by ${quoted(signers)}.`)
  }
  return { text, verified: [...verified.values()], unverified }
}

/** Takes a note apart without believing any of it. */
function parseNote(note: string | Uint8Array): { text: string; signatures: NoteSignature[] } {
  // A text has at least as many bytes as UTF-16 units: the cheap check comes first.
  requireSize(note.length)
  const whole = typeof note === 'string' ? (note.isWellFormed() ? note : null) : fromUtf8(note)
  if (whole === null) throw new ProofError('malformed_note', 'The note is not valid UTF-8.')
  if (typeof note === 'string') requireSize(toUtf8(note).length)
  requireNoCharacterOfControl(whole)
  const blankLine = whole.lastIndexOf('\n\n')
  if (blankLine < 0)
    throw new ProofError('malformed_note', 'The note has no blank line between its text and its signatures.')
  const text = whole.slice(0, blankLine + 1)
  const block = whole.slice(blankLine + 2)
  if (!block.endsWith('\n'))
    throw new ProofError('malformed_note', 'The note does not end in a signature line with its newline.')
  const lines = block.slice(0, -1).split('\n')
  if (lines.length > MAX_SIGNATURES)
    throw new ProofError('note_too_large', `${lines.length} signatures; at most ${MAX_SIGNATURES} are accepted.`)
  return { text, signatures: lines.map(parseSignature) }
}

/** Reads one signature line, without its newline. Throws `malformed_note`. */
export function parseSignature(line: string): NoteSignature {
  const [name, encoded, ...more] = line.startsWith(SIGNATURE_PREFIX)
    ? line.slice(SIGNATURE_PREFIX.length).split(' ')
    : []
  const bytes = fromBase64(encoded ?? '')
  if (name === undefined || !isKeyName(name) || bytes === null || bytes.length <= KEY_ID_BYTES || more.length > 0)
    throw new ProofError(
      'malformed_note',
      `${quoted(line)} is not a signature line; "— name base64" with key id and signature is accepted.`,
    )
  return { name, keyId: toHex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.subarray(KEY_ID_BYTES) }
}

/** The line of a signature, with its newline. Throws `malformed_note` for one that cannot be written as a line. */
export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  const idBytes = fromHex(keyId)
  if (!isKeyName(name) || idBytes?.length !== KEY_ID_BYTES || signature.length === 0)
    throw new ProofError('malformed_note', `The kept signature of ${quoted(name)} cannot be written as a line.`)
  return `${SIGNATURE_PREFIX}${name} ${toBase64(Uint8Array.of(...idBytes, ...signature))}\n`
}

function keysByLabel(keys: readonly VerifierKey[]): Map<string, VerifierKey> {
  const known = new Map<string, VerifierKey>()
  for (const key of keys) {
    const other = known.get(keyLabel(key))
    if (other !== undefined && toHex(other.publicKey) !== toHex(key.publicKey))
      throw new ProofError('malformed_key', `Two different known keys are called ${keyLabel(key)}.`)
    known.set(keyLabel(key), key)
  }
  return known
}

/** Name and key id in one text. Unambiguous, since a name holds no plus. */
function keyLabel({ name, keyId }: { readonly name: string; readonly keyId: string }): string {
  return `${name}+${keyId}`
}

function requireNoteText(text: string): void {
  if (!text.isWellFormed()) throw new ProofError('malformed_note', 'The text holds a lone surrogate; it has no UTF-8.')
  if (!text.endsWith('\n')) throw new ProofError('malformed_note', 'The text of a note must end in a newline.')
  requireNoCharacterOfControl(text)
}

function requireNoCharacterOfControl(text: string): void {
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position)
    if (unit < 0x20 && unit !== 0x0a)
      throw new ProofError(
        'malformed_note',
        `The note holds control character ${unit} at position ${position}; only newlines are accepted.`,
      )
  }
}

function requireSize(bytes: number): void {
  if (bytes > MAX_NOTE_BYTES)
    throw new ProofError(
      'note_too_large',
      `The note has ${bytes} bytes or more; at most ${MAX_NOTE_BYTES} are accepted.`,
    )
}
