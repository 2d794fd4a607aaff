import type { DeconflictionKind } from '@proofmark/contract/deconfliction-words'
import { keyText } from '@proofmark/domain/identifiers/read-value'
import type { ValueField } from '@proofmark/domain/identifiers/value-fields'
import { norm, skeleton } from '@proofmark/domain/serial-norm'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { valueKey } from './value-key.ts'

/** Of what is kept of things, the field under which the value of a question is looked for. */
const FIELDS: Readonly<Record<Exclude<DeconflictionKind, 'serial'>, (value: string) => ValueField>> = {
  telephone: () => 'number',
  address: () => 'address',
  person: () => 'name',
  plate: () => 'plate',
  account: (value) =>
    /^\s*@/.test(value) ? 'handle' : /^\s*[a-z]{2}\s*\d\s*\d/i.test(value) ? 'iban' : 'account_number',
  event: () => 'name',
}
/** Fewer letters and digits tell nothing apart. */
const LEAST: Readonly<Record<DeconflictionKind, number>> = {
  ...{ telephone: 7, address: 5, person: 4, plate: 3, account: 5, serial: 4, event: 4 },
}
const KEY_BYTES = 16
const OPEN_CHARACTERS = /[?*[]/

/** The skeleton of a serial that is legible whole; null for any other. */
export function askedSkeleton(value: string): string | null {
  const found = skeleton(norm(value))
  return found === null || OPEN_CHARACTERS.test(found) ? null : found
}

/** What a value reads as, whoever wrote it how: its kind and its form. Null where it says too little to ask by. */
export function readAsked(kind: DeconflictionKind, value: string): string | null {
  if (value.replaceAll(/[^\p{L}\p{Nd}]/gu, '').length < LEAST[kind]) return null
  if (kind === 'serial') {
    const found = askedSkeleton(value)
    return found === null || found.length < LEAST.serial ? null : `serial ${found}`
  }
  const text = keyText(FIELDS[kind](value), value)
  // One name alone is everybody's.
  return kind === 'person' && text !== null && text.split(' ').length < 3 ? null : text
}

/** The key under which it is compared, the same as that of what is kept of things; null where it says too little. */
export function askedKey(secret: Buffer, kind: DeconflictionKind, value: string): Buffer | null {
  const text = readAsked(kind, value)
  if (text === null) return null
  if (kind !== 'serial') return valueKey(secret, FIELDS[kind](value), value)
  return keyedHash(secret, `serial value ${text}`).subarray(0, KEY_BYTES)
}
