import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createPool } from '../../store/connection.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { recordNamed } from '../queries/record-named.ts'
import { showPersons } from './show-persons.ts'
import { showRecord } from './show-record.ts'

const database = await testDatabase()
const owner = createPool(database.ownerUrl, 1)
after(() => owner.end())
const accounts = await twoAgencies(database)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  'id,serial,make,holder\nL-1,TSTH001,glock,A. Lindqvar\nL-2,TSTH002,glock,\n',
)

const persons = async (account: string, key: string) =>
  database.as(await database.reader(account), async (context) =>
    showPersons(context, await recordNamed(context, 'register', key, undefined)),
  )

test('who is named in a register is told to whoever may know, by role and column, and never with the firearm', async () => {
  for (const account of [accounts.police, accounts.customs]) {
    const { persons: named } = await persons(account, 'L-1')
    assert.deepEqual(
      named.map(({ role, column, value }) => ({ role, column, value })),
      [{ role: 'holder', column: 'holder', value: 'A. Lindqvar' }],
    )
    assert.match(named[0]?.reviewOn ?? '', /^\d{4}-\d{2}-\d{2}$/)
  }
  const shown = await database.as(await database.reader(accounts.police), async (context) =>
    showRecord(context, await recordNamed(context, 'register', 'L-1', undefined)),
  )
  assert.ok(!JSON.stringify(shown).includes('Lindqvar'))
})

test('a record that names nobody says so, and each look is an entry of the log under the record', async () => {
  assert.deepEqual((await persons(accounts.police, 'L-2')).persons, [])
  const { rows } = await owner.query(`SELECT FROM audit_entry WHERE action = 'record.persons_seen'`)
  assert.equal(rows.length, 3)
})
