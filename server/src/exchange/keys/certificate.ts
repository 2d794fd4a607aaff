import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'

/**
 * A self-signed X.509 certificate (RFC 5280) in DER: what TLS asks for. Nobody's trust rests on what it says, since its
 * fingerprint is pinned by each partner; so it says little: a name, a time, and both ends of TLS as its use.
 */
export interface CertificateOf {
  readonly name: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly from: Date
  readonly to: Date
}

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT_IDENTIFIER = 0x06
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18
const BOOLEAN = 0x01
const explicit = (number: number): number => 0xa0 + number

/** ecdsa-with-SHA256, commonName, and the extensions used, as the bytes of their object identifiers. */
const ECDSA_WITH_SHA256 = Buffer.from('2a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('550403', 'hex')
const BASIC_CONSTRAINTS = Buffer.from('551d13', 'hex')
const KEY_USAGE = Buffer.from('551d0f', 'hex')
const EXTENDED_KEY_USAGE = Buffer.from('551d25', 'hex')
const SERVER_AUTHENTICATION = Buffer.from('2b06010505070301', 'hex')
const CLIENT_AUTHENTICATION = Buffer.from('2b06010505070302', 'hex')

function lengthOf(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size])
  const hex = size.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

/** Years until 2049 in two digits, later ones in four (RFC 5280, 4.1.2.5). */
function timeOf(moment: Date): Buffer {
  const digits = `${moment.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
  return moment.getUTCFullYear() < 2050
    ? der(UTC_TIME, Buffer.from(digits.slice(2)))
    : der(GENERALIZED_TIME, Buffer.from(digits))
}

function extension(identifier: Buffer, critical: boolean, value: Buffer): Buffer {
  const marked = critical ? [der(BOOLEAN, Buffer.from([0xff]))] : []
  return der(SEQUENCE, der(OBJECT_IDENTIFIER, identifier), ...marked, der(OCTET_STRING, value))
}

/** Positive, and of no more than twenty bytes. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x3f) | 0x40
  return bytes
}

/** The certificate in DER. The key is one of the curve P-256. */
export function selfSigned({ name, privateKey, publicKey, from, to }: CertificateOf): Buffer {
  const algorithm = der(SEQUENCE, der(OBJECT_IDENTIFIER, ECDSA_WITH_SHA256))
  const subject = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, der(OBJECT_IDENTIFIER, COMMON_NAME), der(UTF8_STRING, Buffer.from(name)))),
  )
  const extensions = der(
    SEQUENCE,
    extension(BASIC_CONSTRAINTS, true, der(SEQUENCE)),
    extension(KEY_USAGE, true, der(BIT_STRING, Buffer.from([7, 0x80]))),
    extension(
      EXTENDED_KEY_USAGE,
      false,
      der(SEQUENCE, der(OBJECT_IDENTIFIER, SERVER_AUTHENTICATION), der(OBJECT_IDENTIFIER, CLIENT_AUTHENTICATION)),
    ),
  )
  const signed = der(
    SEQUENCE,
    der(explicit(0), der(INTEGER, Buffer.from([2]))),
    der(INTEGER, serialNumber()),
    algorithm,
    subject,
    der(SEQUENCE, timeOf(from), timeOf(to)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(explicit(3), extensions),
  )
  const signature = sign('sha256', signed, privateKey)
  return der(SEQUENCE, signed, algorithm, der(BIT_STRING, Buffer.from([0]), signature))
}

export const toPem = (certificate: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`

/** What partners pin: SHA-256 of the DER certificate, in hexadecimal digits. */
export const fingerprintOf = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex')
