/**
 * Canonical JSON after RFC 8785 (JCS): one sequence of bytes for one piece of plain data, so that it can be hashed.
 * ECMAScript's own serialisation of strings and numbers is what the RFC prescribes; what remains is to sort members by
 * UTF-16 code units and to refuse whatever JSON would drop or change in silence.
 */
import { toUtf8 } from './bytes.ts'
import { ProofError, quoted } from './errors.ts'

/**
 * What JSON can say. Every finite number is written as the double it is; a whole number beyond 2^53 - 1 has most likely
 * lost digits before it came here, so such an id belongs in a string.
 */
export type PlainData =
  | null
  | boolean
  | number
  | string
  | readonly PlainData[]
  | { readonly [member: string]: PlainData }

/** Deepest nesting that is written. A cyclic value is refused by it too. */
export const MAX_DEPTH = 100

/**
 * The canonical UTF-8 bytes of plain data.
 *
 * Throws `not_plain_data`, naming the place as a JSON Pointer (RFC 6901), for undefined, functions, symbols, bigint,
 * NaN and infinities, lone surrogates, arrays with holes, objects that are not plain (dates, maps, class instances),
 * and nesting beyond `MAX_DEPTH`.
 */
export function canonicalJson(value: PlainData): Uint8Array {
  return toUtf8(serialise(value, '', 0))
}

function serialise(value: unknown, place: string, depth: number): string {
  if (depth > MAX_DEPTH) throw refused(place, `is nested deeper than ${MAX_DEPTH}, or cyclic`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return serialiseNumber(value, place)
  if (typeof value === 'string') return serialiseString(value, place)
  if (Array.isArray(value)) return serialiseArray(value, place, depth)
  if (isPlainObject(value)) return serialiseObject(value, place, depth)
  throw refused(place, `is ${describe(value)}`)
}

function serialiseNumber(value: number, place: string): string {
  if (!Number.isFinite(value)) throw refused(place, `is ${value}`)
  return JSON.stringify(value)
}

function serialiseString(value: string, place: string): string {
  if (!value.isWellFormed()) throw refused(place, 'holds a lone surrogate')
  return JSON.stringify(value)
}

function serialiseArray(value: readonly unknown[], place: string, depth: number): string {
  if (Object.keys(value).length !== value.length) throw refused(place, 'is an array with holes or named members')
  return `[${value.map((item, index) => serialise(item, `${place}/${index}`, depth + 1)).join(',')}]`
}

function serialiseObject(value: Readonly<Record<string, unknown>>, place: string, depth: number): string {
  if (Object.getOwnPropertySymbols(value).length > 0) throw refused(place, 'has a member named by a symbol')
  const members = Object.keys(value)
    .sort()
    .map((name) => {
      const memberPlace = `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      return `${serialiseString(name, memberPlace)}:${serialise(value[name], memberPlace, depth + 1)}`
    })
  return `{${members.join(',')}}`
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value
  const name: unknown = value.constructor?.name
  return typeof name === 'string' && name !== '' ? `an object of class ${name}` : 'an object that is not plain'
}

function refused(place: string, what: string): ProofError {
  return new ProofError(
    'not_plain_data',
    `The value at ${quoted(place)} ${what}; null, booleans, finite numbers, well-formed strings, arrays and plain objects are accepted.`,
  )
}
