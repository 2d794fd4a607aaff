import { type EnvelopeContent, envelopeContent } from '@proofmark/contract/schemas/exchange-signature'
import { CompactEncrypt, compactDecrypt } from 'jose'
import type { NodeKeys } from './node-keys.ts'
import { keyName, publicKeyOf } from './raw-keys.ts'

/** The largest file that is opened, in bytes. */
export const ENVELOPE_LIMIT_BYTES = 40_000_000

/**
 * A file for one recipient: a compact JWE (RFC 7516; ECDH-ES over X25519 by RFC 8037, AES-256-GCM). What is in it is signed
 * by itself, so that whoever carries the file can neither read nor change it.
 */
export function sealEnvelope(recipientKey: Uint8Array, content: EnvelopeContent): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', typ: 'proofmark-envelope-1', kid: keyName(recipientKey) })
    .encrypt(publicKeyOf('X25519', recipientKey))
}

/** What a file for this node holds; null for what was not sealed to it, was changed on the way, or is no such file. */
export async function openEnvelope(keys: NodeKeys, sealed: string): Promise<EnvelopeContent | null> {
  if (sealed.length > ENVELOPE_LIMIT_BYTES) return null
  try {
    const { plaintext } = await compactDecrypt(sealed.trim(), keys.envelope, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return envelopeContent.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)))
  } catch {
    return null
  }
}
