import { ProofmarkError } from '@proofmark/contract/errors'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Names by which this server may be called, besides those of this machine. */
export interface Guard {
  readonly hosts: readonly string[]
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}

/** Throws `host_refused` for a name that is not ours: a foreign page may have pointed its own name at this machine. */
export function checkHost(host: string | null, { hosts }: Guard): void {
  const name = hostName(host ?? '')
  if (!LOCAL.has(name) && !hosts.includes(name)) throw new ProofmarkError('host_refused')
}

/** Throws `origin_refused` for a change asked for by a page of another site. */
export function checkOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const foreignOrigin = origin !== null && hostOf(origin) !== request.headers.get('host')
  if (foreignOrigin || (site !== null && site !== 'same-origin' && site !== 'none'))
    throw new ProofmarkError('origin_refused')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Is the caller on this machine, with no proxy between? */
export function isLocal(address: string | undefined, headers: Headers): boolean {
  const forwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers.has(name))
  return !forwarded && (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1')
}

/** Sent with every answer. Nothing is loaded from elsewhere, nothing is framed, nothing is kept by a cache in between. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
