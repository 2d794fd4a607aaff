import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import fc from 'fast-check'
import { testDatabase } from '../testing/test-database.ts'
import { stage } from './staging.ts'
import { inTransaction } from './transaction.ts'

const database = await testDatabase()
const pool = database.pool('serve')

test('whatever text is staged stands there as it was, blank apart from null', async () => {
  const texts = fc.array(
    fc.option(
      fc.string({ unit: CODE_POINT }).map((text) => text.replaceAll('\0', '')),
      { nil: null },
    ),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (values) => {
      const columns = { place: 'int4', text: 'text', bytes: 'bytea', numbers: 'int4[]' }
      const rows = await inTransaction(pool, async (client) => {
        await stage(client, 'staged_trial', columns, [...values.entries()], ([place, text]) => [
          place,
          text,
          Buffer.from(text ?? ''),
          [place, -place],
        ])
        return (await client.query('SELECT text, bytes, numbers FROM pg_temp.staged_trial ORDER BY place')).rows
      })
      assert.deepEqual(
        rows,
        values.map((text, place) => ({
          text,
          bytes: Buffer.from(text ?? ''),
          numbers: [place, place === 0 ? 0 : -place],
        })),
      )
    }),
    { numRuns: 60 },
  )
})

test('rows of an earlier transaction or an earlier call are gone', async () => {
  const put = (client: Parameters<typeof stage>[0], values: readonly string[]) =>
    stage(client, 'staged_once', { text: 'text' }, values, (value) => [value])
  const counted = await inTransaction(pool, async (client) => {
    await put(client, ['a', 'b'])
    await put(client, ['c'])
    return (await client.query('SELECT text FROM pg_temp.staged_once')).rows
  })
  assert.deepEqual(counted, [{ text: 'c' }])
})
