import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Profile } from '@proofmark/contract/schemas/profile'
import fc from 'fast-check'
import { addAccount } from '../../access/commands/add-account.ts'
import type { Context } from '../../access/context.ts'
import { twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { findProfile, listProfiles } from '../queries/find-profile.ts'
import { getSource } from '../queries/find-source.ts'
import { anyProfile } from '../rules/arbitrary-profile.test-helper.ts'
import { addSource } from './add-source.ts'
import { saveProfile } from './save-profile.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const FIRST: Profile = {
  profile: 1,
  name: 'first',
  fields: { serial: 'Nr', make: 'Marke' },
  persons: { Name: 'holder' },
}

let sources = 0
/** A new source of the police, and who may work on it. */
async function newSource() {
  const name = `profiles ${++sources}`
  const officer = await database.reader(people.police)
  await database.as(officer, (context) =>
    addSource(context, { name, kind: 'register', agency: 'Police of XA', handling: 'H0', visibility: 'open' }),
  )
  const reader = await database.reader(people.police)
  const as = <Result>(work: (context: Context) => Promise<Result>) => database.as(reader, work)
  const { id } = await as((context) => getSource(context, name))
  return { name, id, as, save: (profile: Profile) => as((context) => saveProfile(context, { source: name, profile })) }
}

const refusedAs = (code: string) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === code

test('a profile is a new version where it says something new, and the old ones stay', async () => {
  const { id, as, save } = await newSource()
  assert.equal(await as((context) => findProfile(context, id)), null)
  assert.equal(await save(FIRST), 1)
  assert.equal(await save({ ...FIRST, name: 'second', dates: 'day_first' }), 2)
  assert.deepEqual((await as((context) => findProfile(context, id)))?.profile.dates, 'day_first')
  assert.deepEqual((await as((context) => findProfile(context, id, 1)))?.profile, FIRST)
  for (const version of [3, 0, 1.5, Number.NaN, 2 ** 40])
    assert.equal(await as((context) => findProfile(context, id, version)), null)
  const listed = await as((context) => listProfiles(context, id))
  assert.deepEqual(
    listed.map(({ version, name, by }) => [version, name, by]),
    [
      [2, 'second', 'officer of the police'],
      [1, 'first', 'officer of the police'],
    ],
  )
  assert.ok(listed.every(({ at }) => at instanceof Date))
})

test('the same profile again is the version that it was, in whatever order its members come', async () => {
  const { save } = await newSource()
  const { persons, fields, ...rest } = FIRST
  assert.equal(await save(FIRST), 1)
  assert.equal(await save({ persons, fields: { make: 'Marke', serial: 'Nr' }, ...rest } as Profile), 1)
  assert.equal(await save({ ...FIRST, key: undefined }), 1)
  assert.equal(await save({ ...FIRST, fields: { serial: 'Nr' } }), 2)
  assert.equal(await save(FIRST), 3)
})

test('what is saved comes back as it was', async () => {
  const { id, as, save } = await newSource()
  await fc.assert(
    fc.asyncProperty(anyProfile, async (profile) => {
      const version = await save(profile)
      assert.deepEqual((await as((context) => findProfile(context, id, version)))?.profile, profile)
    }),
    { numRuns: 40 },
  )
})

test('of two that save at once each gets a version of its own', async () => {
  const { id, as, save } = await newSource()
  const versions = await Promise.all([1, 2, 3, 4].map((row) => save({ ...FIRST, file: { heading: row } })))
  assert.deepEqual(versions.toSorted(), [1, 2, 3, 4])
  for (const [place, version] of versions.entries())
    assert.equal((await as((context) => findProfile(context, id, version)))?.profile.file?.heading, place + 1)
})

test('only a recorder or data steward of the source’s own agency saves a profile, and nobody else sees one', async () => {
  const { name, id, save } = await newSource()
  await save(FIRST)
  const stranger = await database.reader(people.customs)
  const saveAs = (context: Context) => saveProfile(context, { source: name, profile: FIRST })
  await assert.rejects(database.as(stranger, saveAs), refusedAs('not_your_agency'))
  await assert.rejects(
    database.as(stranger, (context) => findProfile(context, id)),
    refusedAs('not_your_agency'),
  )
  await assert.rejects(
    database.as(stranger, (context) => listProfiles(context, id)),
    refusedAs('not_your_agency'),
  )
  const analyst = await database.as(await database.installer(), (context) =>
    addAccount(context, { name: 'analyst of the police', agency: 'Police of XA', roles: ['analyst'] }),
  )
  await assert.rejects(database.as(await database.reader(analyst), saveAs), refusedAs('role_needed'))
})

test('a profile that contradicts itself is not saved', async () => {
  const { id, as, save } = await newSource()
  await assert.rejects(save({ ...FIRST, key: 'name' }), refusedAs('profile_invalid'))
  assert.equal(await as((context) => findProfile(context, id)), null)
})

test('each new version is an entry of the log, an unchanged one is none', async () => {
  const { name, id, save } = await newSource()
  await save(FIRST)
  await save(FIRST)
  const { rows } = await database
    .pool('log')
    .query<{ subjects: string[]; body: unknown }>(
      `SELECT subjects, body FROM audit_entry WHERE action = 'profile.saved' AND $1 = ANY (subjects)`,
      [id],
    )
  assert.deepEqual(rows, [{ subjects: [id], body: { source: name, version: 1 } }])
})
