import { type Cosigner, cosignerFromSeed } from '@proofmark/proofs/cosignature'
import { type NoteSigner, signerFromSeed } from '@proofmark/proofs/note-key'

/** The name of an installation's exchange ledger for ever, and of the key that signs its checkpoints. */
export const exchangeOrigin = (installation: string): string => `proofmark/${installation}/exchange`

export function exchangeSigner(installation: string, seed: Uint8Array): NoteSigner {
  return signerFromSeed(exchangeOrigin(installation), seed)
}

/** By which name an installation cosigns what its partners show it. */
export const witnessName = (installation: string): string => `proofmark/${installation}/witness`

export function exchangeCosigner(installation: string, seed: Uint8Array): Cosigner {
  return cosignerFromSeed(witnessName(installation), seed)
}
