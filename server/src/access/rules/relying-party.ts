import { isIP } from 'node:net'
import { ProofmarkError } from '@proofmark/contract/errors'

/** The server as passkeys know it: they are bound to its name, and answer at one origin. */
export interface RelyingParty {
  readonly host: string
  readonly origin: string
}

/**
 * The server as this request called it, by a name that the Host guard let through. Throws `passkey_needs_name` for an
 * address of digits, to which WebAuthn binds nothing (Level 3, section 5.1.2: the RP ID is a domain).
 */
export function relyingParty(origin: string): RelyingParty {
  const host = new URL(origin).hostname
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) throw new ProofmarkError('passkey_needs_name', { host })
  return { host, origin }
}
