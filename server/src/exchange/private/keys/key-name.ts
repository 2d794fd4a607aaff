import { createHash } from 'node:crypto'
import type { LookUpClass, LookUpKind } from '@proofmark/contract/private-words'
import { canonicalJson } from '@proofmark/proofs/canonical'

/** Which key it is: of one holder for one partner, class of data, kind of mark and epoch, and for nothing else. */
export interface KeyName {
  readonly holder: string
  readonly partner: string
  readonly dataClass: LookUpClass
  readonly kind: LookUpKind
  readonly epoch: string
}

/** The words that the key is derived under (`KeyInfo` of RFC 9497). */
export function keyWords({ holder, partner, dataClass, kind, epoch }: KeyName): Uint8Array {
  return new TextEncoder().encode(['proofmark-private-1', holder, partner, dataClass, kind, epoch].join('|'))
}

/** The key's file, which tells no partner's name. */
export function keyFile({ holder, partner, dataClass, kind, epoch }: KeyName): string {
  const hash = createHash('sha256').update(canonicalJson({ holder, partner, dataClass, kind, epoch }))
  return `${hash.digest('hex')}.key`
}
