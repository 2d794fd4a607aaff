import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addSource } from '../records/commands/add-source.ts'
import { beginImport } from '../records/commands/begin-import.ts'
import { getSource } from '../records/queries/find-source.ts'
import { twoAgencies } from '../testing/nation.ts'
import { testDatabase } from '../testing/test-database.ts'

const database = await testDatabase()
await twoAgencies(database)
await database.as(await database.installer(), async (context) => {
  for (const [name, agency] of [
    ['ours', 'Police of XA'],
    ['theirs', 'Customs of XA'],
  ] as const)
    await addSource(context, { name, kind: 'seizure', agency, handling: 'H0' })
})

const begin = async (source: string) =>
  database.as(await database.installer(), async (context) =>
    beginImport(context, {
      source: await getSource(context, source),
      ...{ file: 'rows.csv', bytes: null, sha256: null, profileVersion: null },
    }),
  )

test('the number of an import is above the last of its source, whatever others have drawn and whatever the clock says', async () => {
  const first = Number(await begin('ours'))
  const second = Number(await begin('ours'))
  assert.ok(second > first)
  const installer = await database.installer()
  // As if the clock had been far ahead, and another agency had the next number.
  const ahead = 8_000_000_000_000
  const move = (to: number, from: string) =>
    database.as(installer, ({ client }) =>
      client.query(
        `INSERT INTO import_run (id, source_id, rows, accepted, rejected, unchanged, changed, started_by)
         SELECT $1, source_id, 0, 0, 0, 0, 0, started_by FROM import_run WHERE id = $2`,
        [to, from],
      ),
    )
  await move(ahead, String(second))
  await move(ahead + 1, await begin('theirs'))
  assert.equal(await begin('ours'), String(ahead + 2))
})
