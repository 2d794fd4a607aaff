import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import type { NodeIdentity } from '@proofmark/contract/schemas/partner'
import { fingerprintOf, selfSigned, toPem } from './certificate.ts'
import { keyName, privateKeyOf, rawPublicKey } from './raw-keys.ts'

/** What a node keeps in its keys folder for exchange: texts, as they stand in the files and travel to the process. */
export interface NodeSecrets {
  /** Seed of the Ed25519 key of messages and receipts: 64 hexadecimal digits. */
  readonly messageSeed: string
  /** X25519, for files that are encrypted to this node: 64 hexadecimal digits. */
  readonly envelopeSeed: string
  /** PEM. */
  readonly tlsKey: string
  readonly tlsCertificate: string
}

/** The same, ready for use, and under the name by which partners know the node. */
export interface NodeKeys {
  readonly node: string
  readonly message: KeyObject
  readonly messageKey: string
  readonly envelope: KeyObject
  readonly envelopeKey: string
  readonly tls: { readonly key: string; readonly cert: string }
  readonly fingerprint: string
}

const YEARS = 5

/** A new key and certificate for the node's end of connections. */
export function makeTlsIdentity(now: Date): { readonly key: string; readonly certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const to = new Date(now)
  to.setUTCFullYear(to.getUTCFullYear() + YEARS)
  // A minute back: a partner's clock may be slower.
  const from = new Date(now.getTime() - 60_000)
  const certificate = toPem(selfSigned({ name: 'Proofmark node', privateKey, publicKey, from, to }))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate }
}

/** Do the key and the certificate belong to each other? */
export function isTlsIdentity({ key, certificate }: { readonly key: string; readonly certificate: string }): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

export function openNodeKeys(node: string, secrets: NodeSecrets): NodeKeys {
  const message = privateKeyOf('Ed25519', Buffer.from(secrets.messageSeed, 'hex'))
  const envelope = privateKeyOf('X25519', Buffer.from(secrets.envelopeSeed, 'hex'))
  return {
    node,
    message,
    messageKey: keyName(rawPublicKey(message)),
    envelope,
    envelopeKey: keyName(rawPublicKey(envelope)),
    tls: { key: secrets.tlsKey, cert: secrets.tlsCertificate },
    fingerprint: fingerprintOf(new X509Certificate(secrets.tlsCertificate).raw),
  }
}

/** What is given to partners, who pin it. */
export function identityOf({ node, fingerprint, messageKey, envelopeKey }: NodeKeys): NodeIdentity {
  return {
    form: 'proofmark-identity-1',
    node,
    certificates: [fingerprint],
    messageKeys: [{ key: messageKey, from: null, to: null }],
    envelopeKeys: [{ key: envelopeKey, from: null, to: null }],
  }
}

const DAY_MS = 24 * 3_600_000
/** So long what went before is still taken for ours: for those who switch late, and for what is under way. */
const OVERLAP_DAYS = 180

/** What partners pin while one set of keys follows another: both, the earlier message key until a day. */
export function followingIdentity(before: NodeKeys, after: NodeKeys, now: Date): NodeIdentity {
  const to = new Date(now.getTime() + OVERLAP_DAYS * DAY_MS).toISOString()
  return {
    ...identityOf(before),
    certificates: [...new Set([before.fingerprint, after.fingerprint])],
    messageKeys: [
      { key: before.messageKey, from: null, to },
      { key: after.messageKey, from: null, to: null },
    ],
  }
}
