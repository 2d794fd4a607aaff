import { randomBytes } from 'node:crypto'
import type { Answer } from '@proofmark/contract/client'
import type { ErrorBody } from '@proofmark/contract/errors'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { createApp } from '../http/app.ts'
import { Background } from '../processes/background.ts'
import { noLookUp } from './look-up.ts'
import { noNode } from './no-node.ts'
import type { TestDatabase } from './test-database.ts'

/** An answer as a success has it, or the error in its place. */
export interface Answered<Name extends RouteName> {
  readonly status: number
  readonly cookie: string | null
  readonly body: Answer<Name> & { readonly error?: ErrorBody['error'] }
}

export interface Asked {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** What `set-cookie` said, or a token. */
  readonly as?: string
  readonly token?: string
  /** Scheme, name and port under which the server is called. */
  readonly at?: string
  readonly from?: string
}

export const ORIGIN = 'http://localhost:4100'

/** The HTTP door on a test's database, called without a network, at a time of the test's choosing. */
export function appOf(database: TestDatabase, start = new Date('2026-03-02T08:00:00Z')) {
  const state = { now: start }
  const signInKey = randomBytes(32)
  const none = async (): Promise<never> => {
    throw new Error('No other process runs here.')
  }
  const app = createApp({
    ...database.services,
    clock: () => state.now,
    signInKey,
    installation: database.installation,
    version: 'test',
    guard: { hosts: ['proofmark.example'] },
    webFolder: null,
    background: new Background(),
    lookUp: noLookUp(database.services),
    node: noNode,
    askMatch: none,
    askDeconfliction: none,
    askClearance: none,
    verifyLog: none,
    settleLedgers: none,
  })
  return {
    signInKey,
    now: () => state.now,
    pass: (seconds: number) => {
      state.now = new Date(state.now.getTime() + seconds * 1000)
    },
    async call<Name extends RouteName>(name: Name, asked: Asked = {}): Promise<Answered<Name>> {
      const { body, as, token, headers = {}, at = ORIGIN, from = '203.0.113.5' } = asked
      const { method, path } = PATHS[name]
      const answer = await app.request(
        `${at}${path}`,
        {
          method,
          headers: {
            host: new URL(at).host,
            ...(as === undefined ? {} : { cookie: as.split(';')[0]! }),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
            ...headers,
          },
          ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
        },
        { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } } },
      )
      const isFile = answer.headers.has('content-disposition')
      return {
        status: answer.status,
        cookie: answer.headers.get('set-cookie'),
        body: (await (isFile ? answer.blob() : answer.json())) as Answered<Name>['body'],
      }
    },
  }
}
export type TestApp = ReturnType<typeof appOf>
