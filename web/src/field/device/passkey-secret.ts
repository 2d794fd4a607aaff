import { newSalt } from './seal.ts'

/**
 * The secret that a passkey of this address makes of a salt (WebAuthn Level 3, the `prf` extension), asked of whatever
 * keeps it and of no server, so that it works without a network. Null where it was cancelled, or where what keeps the
 * passkey makes no secrets.
 */
export async function passkeySecret(salt: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer | null> {
  if (typeof PublicKeyCredential === 'undefined') return null
  const given = await navigator.credentials
    .get({
      publicKey: {
        // Nobody checks the signature: what opens the drafts is the secret.
        challenge: newSalt(),
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    })
    .catch(() => null)
  if (!(given instanceof PublicKeyCredential)) return null
  const made = given.getClientExtensionResults().prf?.results?.first
  return made instanceof ArrayBuffer ? made : null
}
