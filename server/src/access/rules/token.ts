import { createHash, randomBytes } from 'node:crypto'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long the things live that open a door, in milliseconds. */
export const LIFETIME = {
  session: 12 * HOUR,
  /** Of a session that a link opened: long enough to set how one signs in. */
  linkSession: 30 * MINUTE,
  /** Without a request. */
  idleSession: HOUR,
  /** After a sign-in, in which one may change by what one signs in. */
  recentSignIn: 15 * MINUTE,
  firstAdministratorLink: 30 * MINUTE,
  invitation: 7 * DAY,
  reset: DAY,
  accessToken: 90 * DAY,
  ticket: 5 * MINUTE,
  /** The second factor may be set up with a phone that is still to be fetched. */
  secondFactorTicket: 15 * MINUTE,
} as const

/** 256 random bits, as they stand in a link, a cookie or an environment variable. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A token is kept as its hash: 256 random bits need no salt and no slow function. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Clocks of several servers differ by so much and no more. */
const CLOCKS_APART = 5 * MINUTE

/**
 * Does this lie further ahead than anything that was written by a right clock? A clock that ran ahead for a while must
 * leave no session that lives for years.
 */
export const isAhead = (moment: Date, now: Date, lifetime = 0): boolean =>
  moment.getTime() > now.getTime() + lifetime + CLOCKS_APART

/** The moment that is so many milliseconds after another. */
export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds)
