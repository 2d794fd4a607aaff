import type { ValueField } from '@proofmark/contract/thing-words'
import { keyText } from '@proofmark/domain/identifiers/read-value'
import { keyedHash } from '../../records/rules/keyed-hash.ts'

/** How long the key of a value is, in bytes. */
const LENGTH = 16

/**
 * Under which key a value is found: a keyed hash of what it reads as, so that whoever holds the table alone cannot try
 * telephones out. Null where it cannot be found by.
 */
export function valueKey(secret: Buffer, field: ValueField, stated: string): Buffer | null {
  const text = keyText(field, stated)
  return text === null ? null : keyedHash(secret, `thing value ${text}`).subarray(0, LENGTH)
}
