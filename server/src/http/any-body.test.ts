import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { addressOf } from '@proofmark/contract/client'
import type { ErrorBody } from '@proofmark/contract/errors'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { ROLES } from '@proofmark/contract/roles'
import { ROUTES, type Route } from '@proofmark/contract/routes'
import fc from 'fast-check'
import { newToken, tokenHash } from '../access/rules/token.ts'
import { bodyOf, spoilt } from '../testing/any-body.ts'
import { personOf } from '../testing/desks.ts'
import { sourceWith } from '../testing/nation.ts'
import { serveApp } from '../testing/serve-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { cookieName } from './caller.ts'

const RUNS = 6
const database = await testDatabase()
const account = await personOf(database, 'Police of XA', 'everybody', ROLES)
// Somebody else administers, so that no question may end it.
await personOf(database, 'Police of XA', 'another', ROLES)
await sourceWith(
  database,
  { agency: 'Police of XA', name: 'register', kind: 'register' },
  'id,serial,make\nL1,TKR1048,Taurus\n',
)
const serve = database.pool('serve')
await serve.query(
  `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, host, name, backed_up, added_at)
   SELECT gen_random_uuid(), id, id, '', 0, '{}', 'localhost', 'key', false, now() FROM account WHERE kind = 'person'`,
)
const address = await serveApp(database)

/** A session of a moment ago, anew for each question: some of them end it. */
async function session(): Promise<string> {
  const token = newToken()
  await serve.query(
    `INSERT INTO session (token_sha256, account_id, opened_by, expires_at)
     VALUES ($1, $2, 'passkey', now() + interval '1 hour')`,
    [tokenHash(token), account],
  )
  return `${cookieName(database.installation.id, false)}=${token}`
}

/** What may stand in the place of a name or number in an address. */
const NAMES = fc.constantFrom(
  'register',
  'none',
  '0',
  '-1',
  '1e400',
  '99999999999999999999',
  randomUUID(),
  '\0',
  '%',
  '..',
  'ü'.repeat(300),
)
const parametersOf = (name: RouteName) => {
  const keys = [...PATHS[name].path.matchAll(/:(\w+)/g)].map(([, key]) => key!)
  const asked = Object.keys((ROUTES[name] as Route).query ?? {})
  return fc.record(Object.fromEntries([...keys, ...asked].map((key) => [key, NAMES])), { requiredKeys: keys })
}

async function ask(name: RouteName, parameters: Readonly<Record<string, string>>, sent: string | null) {
  const { method, path } = PATHS[name]
  const type = (ROUTES[name] as Route).body === 'file' ? 'text/csv' : 'application/json'
  const answer = await fetch(address + addressOf(path, parameters), {
    method,
    headers: { cookie: await session(), 'content-type': type },
    ...(sent === null ? {} : { body: sent }),
  })
  const text = await answer.text()
  const json = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, error: json ? (JSON.parse(text) as Partial<ErrorBody>).error : undefined }
}

/** A refusal is one of the table, in words; of a body it names the field and what would be accepted. */
function examine(name: RouteName, sent: unknown, { status, error }: Awaited<ReturnType<typeof ask>>): void {
  const said = `${name} ${JSON.stringify(sent)?.slice(0, 300)}: ${status} ${error?.code} ${error?.message}`
  // No process of exchange runs beside this test, which is said in words like any refusal.
  assert.ok(status < 500 || error?.code === 'exchange_not_running', said)
  if (status < 400) return
  assert.ok(error && error.message !== '' && !error.message.startsWith('error.'), said)
  if (error.code !== 'body_invalid') return
  assert.ok(String(error.parameters.field) !== '' && String(error.parameters.expected) !== '', said)
}

for (const name of Object.keys(PATHS) as RouteName[]) {
  const { body }: Route = ROUTES[name]
  test(`${name} answers whatever it is sent, or says what is wrong`, async () => {
    const bodies: fc.Arbitrary<unknown> =
      body === null || body === 'file'
        ? fc.constant(null)
        : bodyOf(body).chain((fit) => fc.oneof(fc.constant(fit), spoilt(fit)))
    const runs = body === 'file' || body === null ? 2 : RUNS
    await fc.assert(
      fc.asyncProperty(parametersOf(name), bodies, async (parameters, sent) => {
        const file = body === 'file' ? 'id,serial\n\0\u202E,"=1+1"\n' : null
        examine(name, sent, await ask(name, parameters, file ?? (body === null ? null : JSON.stringify(sent))))
      }),
      { numRuns: runs, endOnFailure: true },
    )
  })
}
