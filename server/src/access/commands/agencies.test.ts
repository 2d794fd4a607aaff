import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { ROLES } from '@proofmark/contract/roles'
import { READERS } from '@proofmark/contract/route'
import { agencyList } from '@proofmark/contract/schemas/agency'
import { listWaits } from '../../home/queries/list-waits.ts'
import { personOf } from '../../testing/desks.ts'
import { twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import type { Context } from '../context.ts'
import { knownAgencies } from '../queries/known-agencies.ts'
import { overseenBy } from '../queries/overseen-by.ts'
import { addAgency } from './add-agency.ts'
import { correctDesk } from './correct-desk.ts'
import { inviteAccount } from './invite-account.ts'
import { nameOverseer } from './name-overseer.ts'
import { requestRole } from './request-role.ts'

const database = await testDatabase()
const [POLICE, CUSTOMS, EMPTY] = ['Police of XA', 'Customs of XA', 'Proof House of XA'] as const
/** Both are data stewards among others. */
const { police, customs } = await twoAgencies(database)
const administrator = await personOf(database, POLICE, 'administrator', ['administrator'])
const officer = await personOf(database, POLICE, 'data-protection officer', ['data_protection_officer'])

const act = async <Result>(account: string, work: (context: Context) => Promise<Result>) =>
  database.as(await database.reader(account), work)
const known = async (account: string) => agencyList.parse(await act(account, knownAgencies))
const entriesOf = async (action: string) =>
  (
    await database
      .pool('backup')
      .query<{ body: object }>('SELECT body FROM audit_entry WHERE action = $1 ORDER BY recorded_at', [action])
  ).rows.map(({ body }) => body)

test('whoever works with records learns of every agency whom to ask, and how many people it has who oversees them', async () => {
  await act(administrator, (context) => addAgency(context, { name: EMPTY, desk: 'counter, +XA 55 0190' }))
  const { agencies, own } = await known(customs)
  assert.equal(own?.name, CUSTOMS)
  assert.deepEqual(
    agencies.map(({ name, desk, people }) => [name, desk, people]),
    [
      [POLICE, 'desk of the police, +XA 55 0100', null],
      [EMPTY, 'counter, +XA 55 0190', null],
    ],
  )
  for (const account of [administrator, officer]) {
    const listed = await known(account)
    assert.deepEqual([listed.own?.name, listed.own?.people], [POLICE, 3])
    assert.deepEqual(
      listed.agencies.map(({ name, people }) => [name, people]),
      [
        [CUSTOMS, 1],
        [EMPTY, 0],
      ],
    )
  }
})

test('an administrator corrects a desk, nobody else does, and the log holds what it became', async () => {
  const customsAgency = (await known(administrator)).agencies[0]!.id
  const correction = { agency: customsAgency, desk: 'liaison desk, +XA 55 0142' }
  for (const account of [customs, officer])
    await assert.rejects(
      act(account, (context) => correctDesk(context, correction)),
      { code: 'role_needed' },
    )
  await act(administrator, (context) => correctDesk(context, correction))
  assert.equal((await known(police)).agencies[0]?.desk, correction.desk)
  assert.deepEqual(await entriesOf('agency.desk_corrected'), [{ desk: correction.desk }])
  await assert.rejects(
    act(administrator, (context) => correctDesk(context, { ...correction, agency: randomUUID() })),
    { code: 'not_found' },
  )
})

test('an administrator names who oversees any custody, a data steward who oversees that of their own agency', async () => {
  const name = (by: string, agency: string, whom: string | null) =>
    act(by, (context) => nameOverseer(context, { agency, officer: whom }))
  await name(administrator, POLICE, 'officer of the customs')
  assert.equal((await known(police)).own?.overseer, 'officer of the customs')
  await assert.rejects(name(customs, POLICE, null), { code: 'not_your_agency' })
  await assert.rejects(name(officer, POLICE, null), { code: 'role_needed' })
  await assert.rejects(name(police, POLICE, 'officer of the police'), { code: 'oversees_oneself' })
  await assert.rejects(name(administrator, POLICE, 'administrator'), { code: 'oversees_oneself' })
  await assert.rejects(name(administrator, POLICE, 'data-protection officer'), { code: 'value_not_listed' })
  await name(police, POLICE, null)
  await name(police, POLICE, null)
  assert.equal((await known(police)).own?.overseer, null)
  assert.deepEqual(await overseenBy(database.services.pool, customs), [])
  assert.deepEqual(await entriesOf('agency.overseer_named'), [{ officer: 'officer of the customs' }])
  assert.deepEqual(await entriesOf('agency.overseer_unnamed'), [{ officer: 'officer of the customs' }])
})

test('of an overseer who was disabled nobody is told, as nobody there can be asked', async () => {
  const inspector = await personOf(database, CUSTOMS, 'inspector', ['analyst'])
  await act(administrator, (context) => nameOverseer(context, { agency: POLICE, officer: 'inspector' }))
  await database.services.pool.query('UPDATE account SET disabled_at = now() WHERE id = $1', [inspector])
  assert.equal((await known(police)).own?.overseer, null)
})

test('a role that works with records is requested for nobody who works for no agency', async () => {
  const invite = (name: string, roles: (typeof ROLES)[number][]) =>
    act(administrator, (context) => inviteAccount(context, { name, agency: null, roles }))
  const { id } = await invite('of no agency', ['administrator', 'data_protection_officer'])
  for (const role of READERS) {
    await assert.rejects(invite(`${role} of no agency`, ['administrator', role]), {
      code: 'role_needs_agency',
      parameters: { account: `${role} of no agency`, role },
    })
    await assert.rejects(
      act(administrator, (context) => requestRole(context, { account: id, role })),
      { code: 'role_needs_agency', parameters: { account: 'of no agency', role } },
    )
  }
})

test('a role waits at Home for a second person once it can be confirmed, and not before', async () => {
  const waits = async () => (await act(officer, (context) => listWaits(context, null))).map(({ kind }) => kind)
  const { id } = await act(administrator, (context) =>
    inviteAccount(context, { name: 'newcomer', agency: EMPTY, roles: ['analyst'] }),
  )
  assert.deepEqual(await waits(), [])
  await database.services.pool.query(
    `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, host, name, backed_up, added_at)
     VALUES ($1, $2, 'credential', '', 0, '{}', 'localhost', 'key', false, now())`,
    [randomUUID(), id],
  )
  assert.deepEqual(await waits(), ['role_requests'])
})
