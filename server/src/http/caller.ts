import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { browserWords } from '../access/rules/browser-words.ts'
import type { Caller } from '../access/sign-in/attempt.ts'
import { isLocal } from './guard.ts'

/** Did the browser come over HTTPS, here or to a proxy before us? */
export const isSecure = (http: HonoContext): boolean =>
  new URL(http.req.url).protocol === 'https:' || http.req.header('x-forwarded-proto') === 'https'

/** The name of the session's cookie: bound to this very host where the connection is encrypted (RFC 6265bis, 4.1.3.2). */
export const cookieName = (installation: string, secure: boolean): string =>
  `${secure ? '__Host-' : ''}proofmark_${installation.slice(0, 8)}`

/** The token of the session's cookie, by its name over this connection. */
export const sessionCookie = (http: HonoContext, installation: string): string | undefined =>
  getCookie(http, cookieName(installation, isSecure(http)))

/** Scheme, name and port as the browser states them, where it does; the guards hold both to the host of the request. */
function originOf(http: HonoContext): string {
  const host = http.req.header('host') ?? 'localhost'
  const stated = http.req.header('origin')
  if (stated !== undefined && URL.canParse(stated) && new URL(stated).host === host) return new URL(stated).origin
  return new URL(`${isSecure(http) ? 'https' : 'http'}://${host}`).origin
}

/** Who asks, as far as the connection tells. */
export function callerOf(http: HonoContext, now: Date): Caller {
  const address = getConnInfo(http).remote.address
  return {
    address: address ?? '',
    local: isLocal(address, http.req.raw.headers),
    browser: browserWords(http.req.header('user-agent')),
    origin: originOf(http),
    now,
  }
}
