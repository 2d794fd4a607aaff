/**
 * What a holder publishes to one partner: a filter of evaluated tokens of one data class, kind and epoch. A head of
 * canonical JSON on one line, then the cells. Whoever holds it can test outputs and nothing else, and outputs are had
 * from the holder alone.
 */
import { fromHex, fromUtf8, sameBytes, sha256, toHex, toUtf8 } from '../bytes.ts'
import { canonicalJson } from '../canonical.ts'
import { ProofError } from '../errors.ts'
import { inTwoBytes, joined, sha512 } from './contexts.ts'
import { fillCells, isInCells, MOST_ATTEMPTS, WORDS } from './filter-cells.ts'
import { bucketOf, cellsOf, type FilterShape, isBucket, MOST_CAPACITY, shapeOf } from './filter-shape.ts'
import { ELEMENT_BYTES, requireElement } from './group.ts'
import { TOKEN_KINDS, type TokenKind } from './token.ts'

export const FILTER_FORM = 'proofmark-filter-1'

/** What the filter is of. All of it stands in its head, and so in its hash. */
export interface FilterHead {
  /** The node that publishes it, and the partner that it is for: `XA`, `XB`. */
  readonly holder: string
  readonly partner: string
  readonly dataClass: string
  readonly kind: TokenKind
  readonly epoch: string
  /** 0: the whole; from 1 on what was added since. */
  readonly number: number
  /** 32 bytes. */
  readonly publicKey: Uint8Array
}

export interface Filter extends FilterHead {
  readonly shape: FilterShape
  readonly attempt: number
  readonly cells: Uint32Array
  /** SHA-256 of the whole, in hexadecimal: what is committed to. */
  readonly hash: string
}

/** Bytes of an output that a filter uses: four words of 32 bits. The first so many bytes of the 64. */
export const OUTPUT_BYTES = WORDS * 4
const LONGEST_HEAD = 1_024
const WORD = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/
const LINE_END = 0x0a

/** The most bytes that a filter may have: for whoever takes one in, before anything is read. */
export const MOST_FILTER_BYTES = LONGEST_HEAD + 1 + 4 * cellsOf(shapeOf(MOST_CAPACITY))

/** The words of outputs that stand one after the other, little-endian. */
function wordsOf(outputs: Uint8Array): Uint32Array {
  const view = new DataView(outputs.buffer, outputs.byteOffset, outputs.length)
  const words = new Uint32Array(outputs.length / 4)
  for (let word = 0; word < words.length; word += 1) words[word] = view.getUint32(word * 4, true)
  return words
}

/** The part of each output that a filter uses, one after the other: what `buildFilter` takes. */
export function packedOutputs(outputs: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(outputs.length * OUTPUT_BYTES)
  for (const [at, output] of outputs.entries()) packed.set(output.subarray(0, OUTPUT_BYTES), at * OUTPUT_BYTES)
  return packed
}

/** Outputs of no token, which fill the bucket: nobody without the secret can tell them from those of tokens. */
function pads(secret: Uint8Array, count: number): Uint8Array {
  const made = new Uint8Array(count * OUTPUT_BYTES)
  for (let block = 0, at = 0; at < made.length; block += 1) {
    const drawn = sha512(joined(secret, toUtf8('pad'), inTwoBytes(block >>> 16), inTwoBytes(block & 0xffff)))
    made.set(drawn.subarray(0, made.length - at), at)
    at += drawn.length
  }
  return made
}

function haveTwins(outputs: Uint8Array): boolean {
  const halves = new BigUint64Array(outputs.length / OUTPUT_BYTES)
  const view = new DataView(outputs.buffer, outputs.byteOffset, outputs.length)
  for (let at = 0; at < halves.length; at += 1) halves[at] = view.getBigUint64(at * OUTPUT_BYTES)
  halves.sort()
  return halves.some((half, at) => half === halves[at - 1])
}

/** Each output once: one that is there twice could not be placed. */
function once(outputs: Uint8Array): Uint8Array {
  if (!haveTwins(outputs)) return outputs
  const known = new Map<string, Uint8Array>()
  for (let at = 0; at < outputs.length; at += OUTPUT_BYTES) {
    const output = outputs.subarray(at, at + OUTPUT_BYTES)
    known.set(toHex(output), output)
  }
  return packedOutputs([...known.values()])
}

function headBytes(head: FilterHead, { capacity, segmentLength, segmentCount }: FilterShape, attempt: number) {
  const { holder, partner, dataClass, kind, epoch, number, publicKey } = head
  const stated = { holder, partner, dataClass, kind, epoch, number, publicKey: toHex(publicKey) }
  return canonicalJson({ form: FILTER_FORM, ...stated, capacity, segmentLength, segmentCount, attempt })
}

/**
 * The filter's bytes: the same for the same outputs in any order, the same head and the same secret. `outputs`: the first
 * 16 bytes of each, one after the other (`packedOutputs`). Throws `filter_not_built` for more than twelve million.
 */
export function buildFilter(head: FilterHead, outputs: Uint8Array, padSecret: Uint8Array): Uint8Array {
  const known = once(outputs)
  const count = known.length / OUTPUT_BYTES
  if (!Number.isInteger(count) || count > MOST_CAPACITY)
    throw new ProofError('filter_not_built', `A filter holds at most ${MOST_CAPACITY} whole tokens; got ${count}.`)
  const shape = shapeOf(bucketOf(count))
  const filled = fillCells(wordsOf(joined(known, pads(padSecret, shape.capacity - count))), shape)
  if (filled === null)
    throw new ProofError(
      'filter_not_built',
      `No filter could be built in ${MOST_ATTEMPTS} attempts; take another secret.`,
    )
  const bytes = new Uint8Array(filled.cells.length * 4)
  const view = new DataView(bytes.buffer)
  for (let cell = 0; cell < filled.cells.length; cell += 1) view.setUint32(cell * 4, filled.cells[cell]!, true)
  return joined(headBytes(head, shape, filled.attempt), Uint8Array.of(LINE_END), bytes)
}

function refused(what: string): ProofError {
  return new ProofError('malformed_filter', `The filter is not accepted: ${what}.`)
}

function requireWord(stated: Readonly<Record<string, unknown>>, name: string): string {
  const value = stated[name]
  if (typeof value === 'string' && WORD.test(value)) return value
  throw refused(`its head does not name its ${name} in 1 to 64 letters, digits, ".", "_", ":", "-"`)
}

function requireCount(stated: Readonly<Record<string, unknown>>, name: string, most: number): number {
  const value = stated[name]
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  throw refused(`its head does not give ${name} as a whole number up to ${most}`)
}

function readHead(line: Uint8Array): Readonly<Record<string, unknown>> {
  const text = fromUtf8(line)
  try {
    const stated: unknown = JSON.parse(text ?? '')
    if (typeof stated === 'object' && stated !== null && !Array.isArray(stated))
      return stated as Readonly<Record<string, unknown>>
  } catch {}
  throw refused('its first line is no JSON object')
}

/**
 * Reads a filter that another publishes. Throws `malformed_filter` for anything that `buildFilter` would not have
 * written: another form, a head in other bytes, a size that is not its bucket's; and `malformed_element` or
 * `identity_element` for its key.
 */
export function parseFilter(bytes: Uint8Array): Filter {
  if (bytes.length > MOST_FILTER_BYTES) throw refused(`it has ${bytes.length} bytes; ${MOST_FILTER_BYTES} are the most`)
  const end = bytes.subarray(0, LONGEST_HEAD + 1).indexOf(LINE_END)
  if (end === -1) throw refused(`its first line is longer than ${LONGEST_HEAD} bytes`)
  const stated = readHead(bytes.subarray(0, end))
  if (stated.form !== FILTER_FORM) throw refused(`its form is not ${FILTER_FORM}`)
  const kind = TOKEN_KINDS.find((each) => each === stated.kind)
  if (kind === undefined) throw refused(`its kind is none of ${TOKEN_KINDS.join(', ')}`)
  const publicKey = typeof stated.publicKey === 'string' ? fromHex(stated.publicKey) : null
  if (publicKey?.length !== ELEMENT_BYTES) throw refused('its public key is not 32 bytes in hexadecimal')
  requireElement(publicKey, 'public key')
  const head: FilterHead = {
    holder: requireWord(stated, 'holder'),
    partner: requireWord(stated, 'partner'),
    dataClass: requireWord(stated, 'dataClass'),
    kind,
    epoch: requireWord(stated, 'epoch'),
    number: requireCount(stated, 'number', 0xffff),
    publicKey,
  }
  const capacity = requireCount(stated, 'capacity', MOST_CAPACITY)
  if (!isBucket(capacity)) throw refused('its capacity is no bucket')
  const shape = shapeOf(capacity)
  const attempt = requireCount(stated, 'attempt', MOST_ATTEMPTS - 1)
  // Whatever else stands in the head, or stands there otherwise, gives other bytes.
  if (!sameBytes(bytes.subarray(0, end), headBytes(head, shape, attempt)))
    throw refused('its head is not written in the one canonical way')
  const body = bytes.subarray(end + 1)
  if (body.length !== 4 * cellsOf(shape))
    throw refused(`it has ${body.length} bytes of cells; its bucket has ${4 * cellsOf(shape)}`)
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  const cells = Uint32Array.from({ length: cellsOf(shape) }, (_, cell) => view.getUint32(cell * 4, true))
  return { ...head, shape, attempt, cells, hash: filterHash(bytes) }
}

/** What a filter is committed to by: SHA-256 of all its bytes, in hexadecimal. */
export const filterHash = (bytes: Uint8Array): string => toHex(sha256(bytes))

/** Whether the output of a token is among those that the filter was built of; wrongly true once in 2^32. */
export function holdsOutput({ shape, attempt, cells }: Filter, output: Uint8Array): boolean {
  return isInCells(wordsOf(output.subarray(0, OUTPUT_BYTES)), shape, attempt, cells)
}
