import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Options {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: { readonly id?: string }
}

/** What the browser would have said, to be told otherwise. */
export interface Told {
  readonly origin: string
  readonly host?: string
  readonly counter?: number
  readonly verified?: boolean
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const hash = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()

/** A passkey in software: a P-256 key, attestation "none", a counter (WebAuthn Level 3, section 6). */
export function softwareAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const credential = randomBytes(16)
  let counter = 0

  const authenticatorData = (host: string, flags: number, count: number, attested = Buffer.alloc(0)): Buffer => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(count)
    return Buffer.concat([hash(host), Buffer.from([flags]), counted, attested])
  }
  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    /** The answer to the options of adding a passkey. */
    make(
      options: Readonly<Record<string, unknown>>,
      { origin, host, verified = true }: Told,
    ): RegistrationResponseJSON {
      const { challenge, rp } = options as unknown as Options
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
          [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credential.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, credential, key])
      const flags = USER_PRESENT | WITH_CREDENTIAL | (verified ? USER_VERIFIED : 0)
      const authData = authenticatorData(host ?? rp?.id ?? '', flags, counter, attested)
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', Uint8Array.from(authData)],
        ]),
      )
      return {
        id: encoded(credential),
        rawId: encoded(credential),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: encoded(clientData('webauthn.create', challenge, origin)),
          attestationObject: encoded(attestationObject),
          transports: ['internal'],
        },
      }
    },
    /** The answer to the options of signing in. */
    answer(options: Readonly<Record<string, unknown>>, told: Told): AuthenticationResponseJSON {
      const { challenge, rpId } = options as unknown as Options
      counter = told.counter ?? counter + 1
      const flags = USER_PRESENT | (told.verified === false ? 0 : USER_VERIFIED)
      const authData = authenticatorData(told.host ?? rpId ?? '', flags, counter)
      const client = clientData('webauthn.get', challenge, told.origin)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, hash(client)]))
        .sign(privateKey)
      return {
        id: encoded(credential),
        rawId: encoded(credential),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: encoded(client),
          authenticatorData: encoded(authData),
          signature: encoded(signature),
        },
      }
    },
  }
}
export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>
