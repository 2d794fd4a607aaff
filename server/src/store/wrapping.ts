import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { ProofmarkError } from '@proofmark/contract/errors'

/**
 * Wraps the files of the keys folder under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM bound to the
 * file's name seals the content. A file that is not wrapped reads as it stands.
 */
export interface Wrapping {
  /** Throws `keys_wrapped` for a wrapped file where no passphrase is given, `passphrase_wrong` for another's. */
  readonly open: (name: string, text: string) => Promise<string>
  readonly seal: (name: string, content: string) => Promise<string>
}

type Cost = Readonly<Record<'N' | 'r' | 'p', number>>

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** OWASP's first choice for scrypt: 128 MiB, about half a second. Written into each file, so that it can rise later. */
const COST = { N: 131_072, r: 8, p: 1 } as const
const MOST_N = 1_048_576
const FORM = 'proofmark-wrapped-1'
const LEAST = 12
const MOST_BYTES = 1_024

export const isWrapped = (text: string): boolean => text.startsWith(`${FORM} `)

/** The passphrase that a file holds, without the line's end. Throws `passphrase_unreadable`. */
export async function readPassphrase(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ProofmarkError('passphrase_unreadable', { file, least: LEAST }, cause)
  })
  const passphrase = text.replace(/\r?\n$/, '').normalize('NFC')
  if ([...passphrase].length < LEAST || Buffer.byteLength(passphrase) > MOST_BYTES)
    throw new ProofmarkError('passphrase_unreadable', { file, least: LEAST })
  return passphrase
}

/** Reads what is not wrapped, and wraps nothing. */
export const UNWRAPPED: Wrapping = {
  open: async (_, text) => {
    if (isWrapped(text)) throw new ProofmarkError('keys_wrapped')
    return text
  },
  seal: async (_, content) => content,
}

/** Wraps under this passphrase. The key is made once for each salt, and one salt serves the whole folder. */
export function wrappingUnder(passphrase: string): Wrapping {
  const made = new Map<string, Promise<Buffer>>()
  const keyOf = (salt: string, { N, r, p }: Cost): Promise<Buffer> => {
    const under = [salt, N, r, p].join(' ')
    const known = made.get(under)
    if (known) return known
    const coming = derive(passphrase, Buffer.from(salt, 'base64url'), 32, { N, r, p, maxmem: 256 * N * r + 1_048_576 })
    made.set(under, coming)
    return coming
  }
  return {
    async open(name, text) {
      if (!isWrapped(text)) return text
      const [, cost = '', salt = '', nonce = '', sealed = '', tag = ''] = text.trim().split(' ')
      const [N = 0, r = 0, p = 0] = cost.split(',').map(Number)
      if (!(N <= MOST_N && N > 1 && r <= 32 && r > 0 && p <= 16 && p > 0))
        throw new ProofmarkError('passphrase_wrong', { name })
      try {
        const key = await keyOf(salt, { N, r, p })
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
          .setAAD(Buffer.from(name))
          .setAuthTag(Buffer.from(tag, 'base64url'))
        return decipher.update(sealed, 'base64url', 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new ProofmarkError('passphrase_wrong', { name }, cause)
      }
    },
    async seal(name, content) {
      const known = [...made.keys()].find((under) => under.endsWith(` ${Object.values(COST).join(' ')}`))
      const salt = known?.split(' ')[0] ?? randomBytes(16).toString('base64url')
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', await keyOf(salt, COST), nonce).setAAD(Buffer.from(name))
      const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]).toString('base64url')
      const parts = [salt, nonce.toString('base64url'), sealed, cipher.getAuthTag().toString('base64url')]
      return `${FORM} ${Object.values(COST).join(',')} ${parts.join(' ')}\n`
    },
  }
}
