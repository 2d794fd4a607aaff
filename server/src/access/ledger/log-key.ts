import { formatVerifierKey, type NoteSigner, signerFromSeed } from '@proofmark/proofs/note-key'

/** The name of an installation's access log for ever, and of the key that signs its checkpoints. */
export const logOrigin = (installation: string): string => `proofmark/${installation}/access`

export function logSigner(installation: string, seed: Uint8Array): NoteSigner {
  return signerFromSeed(logOrigin(installation), seed)
}

/** What is given to those who verify: the text of the public key. */
export const publicLogKey = (signer: NoteSigner): string => formatVerifierKey(signer)
