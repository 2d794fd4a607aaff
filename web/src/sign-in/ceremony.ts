import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/** Why the browser, or what keeps the passkey, did not do it: the end of the identifier of its sentence. */
export type Unmade = 'already' | 'cancelled' | 'address' | 'cannot' | 'failed'

/** What the browser would not do for the page; nothing of it went to the server. */
export class CeremonyError extends Error {
  readonly unmade: Unmade
  constructor(unmade: Unmade, cause: unknown) {
    super(unmade, { cause })
    this.name = 'CeremonyError'
    this.unmade = unmade
  }
}

/** Can this browser use passkeys at this address at all? */
export function usesPasskeys(): boolean {
  return browserSupportsWebAuthn()
}

/** Asks for a passkey of this address, whoever's it is. Throws {@link CeremonyError}. */
export async function askForPasskey(options: Readonly<Record<string, unknown>>) {
  const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON']
  const made = await startAuthentication({ optionsJSON }).catch(unmade)
  return { ...made, response: { ...made.response } }
}

/** Makes a passkey for this address. Throws {@link CeremonyError}. */
export async function makePasskey(options: Readonly<Record<string, unknown>>) {
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON']
  const made = await startRegistration({ optionsJSON }).catch(unmade)
  return { ...made, response: { ...made.response } }
}

function unmade(thrown: unknown): never {
  throw new CeremonyError(reasonOf(thrown), thrown)
}

/** The reason in what a browser threw; browsers tell no page whether somebody cancelled or nothing was found. */
export function reasonOf(thrown: unknown): Unmade {
  const code = thrown instanceof WebAuthnError ? thrown.code : null
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'already'
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return 'address'
  if (code?.includes('_MISSING_') || code === 'ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG') return 'cannot'
  if (code === 'ERROR_CEREMONY_ABORTED') return 'cancelled'
  return thrown instanceof Error && thrown.name === 'NotAllowedError' ? 'cancelled' : 'failed'
}
