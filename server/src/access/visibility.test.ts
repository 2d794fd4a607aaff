import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Role } from '@proofmark/contract/roles'
import fc from 'fast-check'
import { testDatabase } from '../testing/test-database.ts'
import { addAccount } from './commands/add-account.ts'
import { addAgency } from './commands/add-agency.ts'
import { internVisibility } from './commands/intern-visibility.ts'
import type { Context } from './context.ts'
import type { ClassReader } from './rules/may-read.ts'

const database = await testDatabase()
const AGENCIES = ['a', 'b', 'c', 'd'] as const
const VISIBILITIES = ['open', 'pointer', 'silent'] as const
const HANDLINGS = ['H0', 'H1', 'H2', 'H3'] as const
const ROLE_SETS: readonly (readonly Role[])[] = [
  ['recorder'],
  ['trace_officer'],
  ['analyst'],
  ['data_steward'],
  ['administrator'],
  ['data_protection_officer'],
  ['administrator', 'data_protection_officer'],
  ['administrator', 'analyst'],
  [],
]

/** When every release here ends. */
const END = new Date('2999-01-01T00:00:00Z')

const agencies = new Map<string, string>()
const accounts: { readonly id: string; readonly agency: string; readonly roles: readonly Role[] }[] = []
await database.as(await database.installer(), async (context) => {
  for (const name of AGENCIES) agencies.set(name, (await addAgency(context, { name, desk: name })).id)
  for (const agency of AGENCIES) {
    for (const roles of ROLE_SETS) {
      accounts.push({
        id: await addAccount(context, { name: `${agency} ${roles.join(' ')}`, agency, roles }),
        agency,
        roles,
      })
    }
  }
})

/** One record of a class, as its owner made it, and the agencies to which it was released. */
interface Placed {
  readonly owner: (typeof AGENCIES)[number]
  readonly visibility: (typeof VISIBILITIES)[number]
  readonly handling: (typeof HANDLINGS)[number]
  readonly released: readonly (typeof AGENCIES)[number][]
}

/** The rule in the plainest words, apart from the code that it judges. */
function maySee(
  { agency, roles }: (typeof accounts)[number],
  { owner, visibility, handling, released }: Placed,
  now: Date,
): boolean {
  const handlesRecords = roles.some((role) => ['recorder', 'trace_officer', 'analyst', 'data_steward'].includes(role))
  if (!handlesRecords) return false
  if (agency === owner) return true
  if (now < END && released.includes(agency as (typeof AGENCIES)[number])) return true
  return visibility === 'open' && (handling === 'H0' || handling === 'H1')
}

const intern =
  ({ owner, visibility, handling, released }: Placed) =>
  async (context: Context) =>
    internVisibility(context, {
      agency: agencies.get(owner)!,
      sourceVisibility: visibility,
      handling,
      readers: released.map((name) => ({ agency: agencies.get(name)!, end: END })),
    })

async function place(placed: Placed): Promise<string> {
  const vis = await database.as(await database.installer(), intern(placed))
  // Resolved again: the installer's classes now hold the new one.
  const installer = await database.installer()
  const [id, source] = [randomUUID(), randomUUID()]
  await database.as(installer, async ({ client }) => {
    await client.query(
      `INSERT INTO source (id, agency_id, name, kind, handling, source_visibility, vis, created_by)
       VALUES ($1, $2, $3, 'seizure', $4, $5, $6, $7)`,
      [source, agencies.get(placed.owner), source, placed.handling, placed.visibility, vis, installer.account],
    )
    await client.query('INSERT INTO record (id, vis, source_id, source_key, version) VALUES ($1, $2, $3, $4, 1)', [
      id,
      vis,
      source,
      'key',
    ])
  })
  return id
}

test('whoever asks sees exactly the records that the plain rule grants, for every role, agency, handling, visibility, release and end', async () => {
  const placedArbitrary = fc.record<Placed>({
    owner: fc.constantFrom(...AGENCIES),
    visibility: fc.constantFrom(...VISIBILITIES),
    handling: fc.constantFrom(...HANDLINGS),
    released: fc.uniqueArray(fc.constantFrom(...AGENCIES), { maxLength: 3 }),
  })
  const [records] = fc.sample(fc.array(placedArbitrary, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 20 })
  const placed: { readonly id: string; readonly as: Placed }[] = []
  for (const each of records!) placed.push({ id: await place(each), as: each })
  for (const now of [new Date(), END]) {
    for (const account of accounts) {
      const reader = await database.reader(account.id, now)
      const seen = await database.as(reader, async ({ client }) =>
        (await client.query<{ id: string }>('SELECT id FROM record')).rows.map(({ id }) => id),
      )
      const granted = placed.filter(({ as }) => maySee(account, as, now)).map(({ id }) => id)
      assert.deepEqual(seen.sort(), granted.sort(), `${account.agency} ${account.roles.join(' ')}`)
    }
  }
})

test('a class that is made again has the number that it had', async () => {
  const wanted = {
    agency: agencies.get('a')!,
    sourceVisibility: 'pointer',
    handling: 'H2',
    readers: ['c', 'b'].map((name) => ({ agency: agencies.get(name)!, end: END })),
  } as const
  const number = (readers: readonly ClassReader[]) =>
    database.installer().then((who) => database.as(who, (context) => internVisibility(context, { ...wanted, readers })))
  assert.equal(await number(wanted.readers), await number([...wanted.readers].reverse()))
})
