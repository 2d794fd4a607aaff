import type { FilterHead } from '@proofmark/proofs/private/filter'
import type { Evaluation } from '@proofmark/proofs/private/voprf'
import type { KeyName } from './key-name.ts'

/** What may be asked of whoever keeps the keys of the private look-up. No key ever leaves. */
export interface PrivateKeys {
  /** The public key of this name; the key is made where there is none, and destroyed when its epoch ends. */
  readonly open: (name: KeyName, ends: Date) => Promise<Uint8Array>
  /** Evaluates blinded elements for a partner, with the proof. Null where there is no such key, or no longer. */
  readonly answer: (name: KeyName, blinded: readonly Uint8Array[]) => Promise<Evaluation | null>
  /** The outputs of one's own tokens, packed as a filter takes them. Null where there is no such key. */
  readonly outputs: (name: KeyName, tokens: readonly Uint8Array[]) => Promise<Uint8Array | null>
  /** Builds a filter of these outputs, padded under a secret that stays there. Null where there is no such key. */
  readonly build: (name: KeyName, head: FilterHead, outputs: Uint8Array) => Promise<Uint8Array | null>
  /** Destroys keys for good. */
  readonly destroy: (names: readonly KeyName[]) => Promise<void>
}
