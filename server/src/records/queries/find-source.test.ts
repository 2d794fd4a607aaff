import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Context } from '../../access/context.ts'
import { bytesOf, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { addSource } from '../commands/add-source.ts'
import { importFile } from '../runs/import-file.ts'
import { holdBy } from '../runs/run.ts'
import { soleSource } from './find-source.ts'
import { recordNamed } from './record-named.ts'

const database = await testDatabase()
const { police, customs } = await twoAgencies(database)
const [POLICE, CUSTOMS] = ['Police of XA', 'Customs of XA'] as const
const act = async <Result>(account: string, work: (context: Context) => Promise<Result>) =>
  database.as(await database.reader(account), work)

async function keep(account: string, agency: string, name: string, visibility: 'open' | 'silent', csv: string) {
  await database.as(await database.installer(), (context) =>
    addSource(context, { name, kind: 'seizure', agency, handling: 'H0', visibility }),
  )
  const content = bytesOf(`id,serial\n${csv}\n`)
  await importFile(
    { run: (work) => act(account, work), hold: holdBy(database.pool('serve')) },
    { source: name, file: 'rows.csv', content },
  )
}
await keep(police, POLICE, 'seizures', 'open', 'P1,TST1001\nS1,TST1002')
await keep(customs, CUSTOMS, 'seizures', 'open', 'C1,TST1001\nS1,TST1003')
await keep(police, POLICE, 'finds', 'open', 'F1,TST1004')
await keep(customs, CUSTOMS, 'finds', 'silent', 'F1,TST1005')

const agencyOf = async (account: string, name: string, agency?: string) =>
  (await act(account, (context) => soleSource(context, name, agency))).agency.name
const record = (account: string, name: string, key: string, agency?: string) =>
  act(account, (context) => recordNamed(context, name, key, agency))

test('of two sources of one name none is taken for the other: whoever names it is asked whose', async () => {
  const both = { code: 'source_ambiguous', parameters: { value: 'seizures', agencies: `${CUSTOMS}, ${POLICE}` } }
  for (const account of [police, customs]) {
    await assert.rejects(agencyOf(account, 'seizures'), both)
    for (const agency of [POLICE, CUSTOMS]) assert.equal(await agencyOf(account, 'seizures', agency), agency)
  }
})

test('a source that the reader may not know of is not told of by asking whose is meant', async () => {
  assert.equal(await agencyOf(police, 'finds'), POLICE)
  await assert.rejects(agencyOf(police, 'finds', CUSTOMS), { code: 'source_unknown', parameters: { value: 'finds' } })
  await assert.rejects(agencyOf(customs, 'finds'), { code: 'source_ambiguous' })
  assert.notEqual(await record(police, 'finds', 'F1'), await record(customs, 'finds', 'F1', CUSTOMS))
})

test('a record is named by its key where one source alone has it, and by its agency where both have', async () => {
  assert.equal(await record(police, 'seizures', 'C1'), await record(police, 'seizures', 'C1', CUSTOMS))
  await assert.rejects(record(police, 'seizures', 'S1'), {
    code: 'source_ambiguous',
    parameters: { value: 'seizures S1', agencies: `${CUSTOMS}, ${POLICE}` },
  })
  assert.notEqual(await record(police, 'seizures', 'S1', POLICE), await record(police, 'seizures', 'S1', CUSTOMS))
})
