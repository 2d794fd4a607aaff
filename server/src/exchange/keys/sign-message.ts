import { type MessageHeader, messageHeader } from '@proofmark/contract/schemas/exchange-signature'
import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import type { NodeKeys } from './node-keys.ts'
import { publicKeyOf } from './raw-keys.ts'

/** Signatures are headers of HTTP too. */
export const SIGNATURE_LIMIT = 4_096

export type Signed = Omit<MessageHeader, 'alg' | 'typ' | 'kid' | 'sender'>

/** The detached signature of these bytes: header and signature, with nothing between their dots. */
export async function signMessage(keys: NodeKeys, body: Uint8Array, signed: Signed): Promise<string> {
  const header: MessageHeader = {
    alg: 'EdDSA',
    typ: 'proofmark-message-1',
    kid: keys.messageKey,
    sender: keys.node,
    ...signed,
  }
  const whole = await new CompactSign(body).setProtectedHeader(header).sign(keys.message)
  const [head, , signature] = whole.split('.')
  return `${head}..${signature}`
}

/** What a signature claims; null where it has no such form. Nothing of it is true before it is verified. */
export function readSignature(detached: string): MessageHeader | null {
  if (detached.length > SIGNATURE_LIMIT || !/^[\w-]+\.\.[\w-]+$/.test(detached)) return null
  try {
    return messageHeader.parse(decodeProtectedHeader(detached))
  } catch {
    return null
  }
}

/** Is it the signature of these very bytes by this public key (32 bytes)? */
export async function isSignatureOf(detached: string, body: Uint8Array, key: Uint8Array): Promise<boolean> {
  const [head, , signature] = detached.split('.')
  const whole = `${head}.${Buffer.from(body).toString('base64url')}.${signature}`
  return compactVerify(whole, publicKeyOf('Ed25519', key), { algorithms: ['EdDSA'] }).then(
    () => true,
    () => false,
  )
}
