/**
 * Cosignatures after C2SP tlog-cosignature, form `cosignature/v1` with Ed25519: a witness states that, as of a time, the
 * largest tree of this log that it has seen, all consistent with each other, has this size and root. Two histories of one
 * log need two sets of witnesses that never compare.
 */
import { toUtf8 } from './bytes.ts'
import { type Checkpoint, formatCheckpoint, type OpenedCheckpoint } from './checkpoint.ts'
import { keyPairFromSeed, SIGNATURE_BYTES, verifyEd25519 } from './ed25519.ts'
import { ProofError } from './errors.ts'
import { formatKey, keyOfType, parseKey, type VerifierKey } from './note-key.ts'
import { formatSignature, type NoteSignature, parseSignature } from './signed-note.ts'

const COSIGNATURE_TYPE = 0x04
const TIME_BYTES = 8

/** The key of a witness. Of a type of its own, so that the same bytes never sign for a log and as a witness. */
export interface CosignerKey extends VerifierKey {}

/** A witness with the means to sign. */
export interface Cosigner extends CosignerKey {
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Who cosigned, and when by their own clock: seconds since 1970. */
export interface Cosignature {
  readonly name: string
  readonly keyId: string
  readonly time: number
}

/** The text of a cosigner's key, `<name>+<key id>+<base64 of 0x04 || public key>`. */
export function formatCosignerKey(key: CosignerKey): string {
  return formatKey(COSIGNATURE_TYPE, key)
}

/** Reads the text of a cosigner's key. Throws `malformed_key`. */
export function parseCosignerKey(text: string): CosignerKey {
  return parseKey(COSIGNATURE_TYPE, text)
}

/** A cosigner from a 32-byte Ed25519 seed, which must serve one name alone: the message does not hold the name. */
export function cosignerFromSeed(name: string, seed: Uint8Array): Cosigner {
  const { publicKey, sign } = keyPairFromSeed(seed)
  return { ...keyOfType(COSIGNATURE_TYPE, name, publicKey), sign }
}

/**
 * The line, with its newline, by which a witness cosigns a checkpoint at a time in whole seconds since 1970. The caller
 * must have seen that the checkpoint is consistent with every one of this log that it cosigned before. Throws
 * `out_of_range` for a time that cannot be written.
 */
export function cosign(checkpoint: Checkpoint, cosigner: Cosigner, time: number): string {
  if (!Number.isSafeInteger(time) || time < 0)
    throw new ProofError('out_of_range', `The time is ${time}; whole seconds from 0 to 2^53 - 1 are accepted.`)
  const signature = new Uint8Array(TIME_BYTES + SIGNATURE_BYTES)
  new DataView(signature.buffer).setBigUint64(0, BigInt(time))
  signature.set(cosigner.sign(cosignedMessage(formatCheckpoint(checkpoint), time)), TIME_BYTES)
  return formatSignature({ name: cosigner.name, keyId: cosigner.keyId, signature })
}

/**
 * The cosignatures of these witnesses under a checkpoint, each once. Lines of other keys say nothing and are passed over;
 * a line of a known witness that does not verify is refused with `invalid_signature`, and with it the whole checkpoint.
 */
export function openCosignatures(checkpoint: OpenedCheckpoint, cosigners: readonly CosignerKey[]): Cosignature[] {
  const found = new Map<string, Cosignature>()
  for (const line of checkpoint.unverified) {
    const key = cosigners.find(({ name, keyId }) => name === line.name && keyId === line.keyId)
    if (key) found.set(`${key.name}+${key.keyId}`, read(checkpoint, key, line))
  }
  return [...found.values()]
}

/** Reads one cosignature line of a known witness. Throws `malformed_note`, `no_known_signature`, `invalid_signature`. */
export function openCosignature(checkpoint: Checkpoint, key: CosignerKey, line: string): Cosignature {
  const signature = parseSignature(line.replace(/\n$/, ''))
  if (signature.name !== key.name || signature.keyId !== key.keyId)
    throw new ProofError('no_known_signature', `The line is signed by ${signature.name}, not by ${key.name}.`)
  return read(checkpoint, key, signature)
}

function read(checkpoint: Checkpoint, key: CosignerKey, { signature }: NoteSignature): Cosignature {
  const refused = () =>
    new ProofError('invalid_signature', `The cosignature of ${key.name} is not one of this checkpoint.`)
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) throw refused()
  const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0))
  if (!Number.isSafeInteger(time)) throw refused()
  const message = cosignedMessage(formatCheckpoint(checkpoint), time)
  if (!verifyEd25519(key.publicKey, message, signature.subarray(TIME_BYTES))) throw refused()
  return { name: key.name, keyId: key.keyId, time }
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return toUtf8(`cosignature/v1\ntime ${time}\n${text}`)
}
