import type { CustodySignature } from '@proofmark/contract/schemas/custody'
import { answerError, api } from '../frame/api.ts'
import { askForPasskey, usesPasskeys } from '../sign-in/ceremony.ts'

type Said = Parameters<typeof api<'custodySign'>>[1]

/**
 * The signature of a passkey under what will be said; undefined where the reader has none at this address: it is then said
 * under their session alone, and graded so. Throws {@link CeremonyError} where it was cancelled.
 */
export async function signatureOf(said: Said): Promise<CustodySignature | undefined> {
  if (!usesPasskeys()) return undefined
  const asked = await api('custodySign', said).catch((thrown: unknown) => {
    if (answerError(thrown).code === 'passkey_needs_name') return null
    throw thrown
  })
  const keys = asked?.options.allowCredentials
  if (!asked || !Array.isArray(keys) || keys.length === 0) return undefined
  return (await askForPasskey(asked.options)) as unknown as CustodySignature
}
