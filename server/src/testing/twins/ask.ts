import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import type { Role } from '@proofmark/contract/roles'
import type { Asked } from './asked.ts'
import type { Twin } from './twin.ts'

/** What came back, whole: status, headers but those of the moment, and the body. */
export interface Said {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** They tell of the moment, or of how long a number is that is drawn by lot. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['date', 'set-cookie', 'content-length'])

/** Signs the person of this role in by their link; answers the cookie of the session. */
export async function signIn({ links }: Pick<Twin, 'links'>, served: string, role: Role): Promise<string> {
  const { method, path } = PATHS.sessionOpen
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(served + path, { method, headers, body: JSON.stringify({ token: links[role] }) })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}

/**
 * Asks a twin that is served at this address, in the name of the person of this role, or of nobody. `cookie`: by a
 * session in place of a token.
 */
export async function ask(
  { tokens }: Pick<Twin, 'tokens'>,
  served: string,
  name: RouteName,
  role: Role | null,
  { address = {}, body, file }: Asked,
  cookie?: string,
): Promise<Said> {
  const { method, path } = PATHS[name]
  const type = file === undefined ? 'application/json' : 'text/csv'
  const sent = file ?? (body === undefined ? undefined : JSON.stringify(body))
  const answer = await fetch(served + addressOf(path, address), {
    method,
    headers: {
      ...(cookie !== undefined ? { cookie } : role === null ? {} : { authorization: `Bearer ${tokens[role]}` }),
      ...(sent === undefined ? {} : { 'content-type': type }),
    },
    ...(sent === undefined ? {} : { body: sent }),
  })
  const headers = Object.fromEntries([...answer.headers].filter(([header]) => !OF_THE_MOMENT.has(header)))
  const text = await answer.text()
  const json = headers['content-type']?.startsWith('application/json')
  return { status: answer.status, headers, body: json ? (JSON.parse(text) as unknown) : text.split('\n') }
}
