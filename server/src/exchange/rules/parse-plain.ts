import { isDeeperThan } from '../../access/rules/json-depth.ts'
import { unkeepableIn } from '../../access/rules/unkeepable.ts'

/** Deeper than any form of ours. */
const DEPTH_LIMIT = 40

/** JSON of a stranger's as plain data; null for what is no JSON, no UTF-8, too deep, or could not be kept as it is. */
export function parsePlain(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isDeeperThan(text, DEPTH_LIMIT)) return null
    const value: unknown = JSON.parse(text)
    return unkeepableIn(value) === null ? { value } : null
  } catch {
    return null
  }
}
