import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordShow } from '@proofmark/contract/schemas/find'
import type { Profile } from '@proofmark/contract/schemas/profile'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentRecord } from '../present/record.ts'
import { showRecord } from './show-record.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const PROFILE: Profile = {
  profile: 1,
  name: 'Register with holders',
  row: 'holding',
  key: 'id',
  fields: { serial: 'serial', make: 'make', date: 'date' },
  persons: { OWNER: 'holder', CLERK: 'officer' },
}
const HEADINGS = 'id,serial,make,date,OWNER,CLERK\n'

async function shown(who: 'police' | 'customs') {
  const { rows } = await database.pool('backup').query<{ id: string }>('SELECT id FROM record')
  return database.as(await database.reader(people[who]), async (context) =>
    recordShow.parse(presentRecord(await showRecord(context, rows[0]!.id))),
  )
}

test('a record says what its other versions said, the newest first, and in which roles it names persons, but no person', async () => {
  const source = { name: 'register', kind: 'deregistration', agency: 'Police of XA', visibility: 'open' } as const
  await sourceWith(database, source, `${HEADINGS}R1,TST1001,Taurus,2011,Tove Person,Per Clerk\n`, PROFILE)
  await importText(database, 'register', `${HEADINGS}R1,TST1001,Glock,2011,Tove Person,Per Clerk\n`, PROFILE)
  await importText(database, 'register', `${HEADINGS}R1,TST1007,Glock,2011,Tove Person,Per Clerk\n`, PROFILE)
  const own = await shown('police')
  assert.equal(own.versions, 3)
  assert.deepEqual(
    own.otherVersions.map(({ changes }) => changes),
    [
      [{ column: 'serial', said: 'TST1001', stands: 'TST1007' }],
      [
        { column: 'serial', said: 'TST1001', stands: 'TST1007' },
        { column: 'make', said: 'Taurus', stands: 'Glock' },
      ],
    ],
  )
  assert.deepEqual(own.personRoles, ['holder', 'officer'])
  assert.doesNotMatch(JSON.stringify(own), /Tove|Per Clerk/)
})

test('another agency that may see the record is not told whether it names anybody', async () => {
  const other = await shown('customs')
  assert.deepEqual(other.personRoles, [])
  assert.equal(other.otherVersions.length, 2)
})
