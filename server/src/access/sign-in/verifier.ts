import * as crypto from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP, Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const LENGTH = 32
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/**
 * Argon2id (RFC 9106). Node's own, which every platform but one has; the package, which brings it built for that one
 * (Apple silicon, where Node 24 comes to us as 24.0) and not for all others.
 */
async function argon2id(
  password: string,
  salt: Buffer,
  { memory, passes, lanes }: Cost,
  length: number,
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'))
  if (typeof crypto.argon2 === 'function') {
    const parameters = { message, nonce: salt, memory, passes, parallelism: lanes, tagLength: length }
    return promisify(crypto.argon2)('argon2id', parameters)
  }
  return argon2idOfPackage(message, salt, { memory, passes, lanes }, length)
}

/** The same by the package. */
export async function argon2idOfPackage(
  message: Buffer,
  salt: Buffer,
  { memory, passes, lanes }: Cost,
  length: number,
): Promise<Buffer> {
  const { hash } = await import('argon2')
  return hash(message, {
    raw: true,
    salt,
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    hashLength: length,
  })
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** What is kept of a password, from which it cannot be had back: a PHC string with parameters and salt. */
export async function makeVerifier(password: string): Promise<string> {
  const salt = crypto.randomBytes(16)
  const made = await argon2id(password, salt, { memory: MEMORY_KIB, passes: PASSES, lanes: LANES }, LENGTH)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(made)}`
}

/** Fits no password, and takes as long to find out. */
const NOBODYS = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(Buffer.alloc(16))}$${unpadded(Buffer.alloc(LENGTH))}`

/** Is this the password? With null, for an account that is not there or has none, it takes the same time to say no. */
export async function fitsVerifier(password: string, verifier: string | null): Promise<boolean> {
  const [, memory, passes, lanes, salt, tag] = FORM.exec(verifier ?? NOBODYS) ?? []
  if (salt === undefined || tag === undefined) throw new TypeError('A password verifier is not in its form.')
  const wanted = Buffer.from(tag, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) }
  const made = await argon2id(password, Buffer.from(salt, 'base64'), cost, wanted.length)
  return crypto.timingSafeEqual(made, wanted) && verifier !== null
}
