import { createHash } from 'node:crypto'

/** How long the things live that open a door, in milliseconds. */
export const LIFETIME = {
  session: 12 * 60 * 60 * 1000,
  firstAdministratorLink: 30 * 60 * 1000,
  accessToken: 90 * 24 * 60 * 60 * 1000,
} as const

/** A token is kept as its hash: 256 random bits need no salt and no slow function. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
