import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ERRORS, type ErrorCode, ProofmarkError } from '@proofmark/contract/errors'
import { twoAgencies } from '../testing/nation.ts'
import { testDatabase } from '../testing/test-database.ts'
import { settleFailure } from './run-command.ts'

const database = await testDatabase()
const { police } = await twoAgencies(database)

test('the log tells a refusal, which a rule made, from a failure, for each error of the table', async () => {
  const reader = await database.reader(police)
  for (const code of Object.keys(ERRORS) as ErrorCode[])
    await settleFailure(database.services, reader, null, code, new ProofmarkError(code))
  await settleFailure(database.services, reader, null, 'broken', new TypeError('nobody foresaw this'))
  const { rows } = await database
    .pool('backup')
    .query<{ action: string; outcome: string; body: { route: string; code: string } }>(
      `SELECT action, outcome, body FROM audit_entry WHERE action LIKE 'request.%' AND body ->> 'route' <> 'shell'`,
    )
  const logged = new Map(rows.map(({ action, outcome, body }) => [body.route, [action, outcome, body.code]]))
  for (const [code, { kind }] of Object.entries(ERRORS))
    assert.deepEqual(
      logged.get(code),
      kind === 'refusal' ? ['request.refused', 'refused', code] : ['request.failed', 'failed', code],
    )
  assert.deepEqual(logged.get('broken'), ['request.failed', 'failed', 'unexpected'])
  for (const code of ['oversees_oneself', 'records_moved', 'account_own', 'role_second_person'] as const)
    assert.equal(logged.get(code)?.[1], 'refused', code)
})
