import type { DeconflictionKind } from '@proofmark/contract/deconfliction-words'
import { foldKey } from '@proofmark/domain/fold'
import { norm, skeleton } from '@proofmark/domain/serial-norm'
import { keyedHash } from '../../records/rules/keyed-hash.ts'

/** Fewer characters of a value tell nothing apart. */
const LEAST: Readonly<Record<DeconflictionKind, number>> = {
  telephone: 6,
  address: 5,
  person: 4,
  plate: 3,
  account: 6,
  serial: 4,
  event: 4,
}
const KEY_BYTES = 16

const readings: Readonly<Record<DeconflictionKind, (value: string) => string>> = {
  telephone: (value) => foldKey(value).replace(/\D/g, '').replace(/^00/, ''),
  address: foldKey,
  person: foldKey,
  plate: foldKey,
  account: foldKey,
  serial: (value) => skeleton(norm(value)) ?? '',
  event: foldKey,
}

/** What a value says, whoever wrote it how; null where it says too little to ask by. */
export function readValue(kind: DeconflictionKind, value: string): string | null {
  const read = readings[kind](value)
  return [...read].length < LEAST[kind] || /[?*[]/.test(read) ? null : read
}

/** The key under which a value is compared: 16 bytes of an HMAC over its kind and what it reads as. */
export const valueKey = (secret: Buffer, kind: DeconflictionKind, read: string): Buffer =>
  keyedHash(secret, `${kind}\0${read}`).subarray(0, KEY_BYTES)
