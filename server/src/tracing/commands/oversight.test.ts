import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { lifeShow } from '@proofmark/contract/schemas/life'
import { oversightList } from '@proofmark/contract/schemas/oversight'
import { nameOverseer } from '../../access/commands/name-overseer.ts'
import type { Context } from '../../access/context.ts'
import { runCommand } from '../../access/run-command.ts'
import { countNotices, listNotices } from '../../linkage/queries/list-notices.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentLife } from '../present/life.ts'
import { presentOversight } from '../present/oversight.ts'
import { listOverseen } from './list-overseen.ts'
import { passOn } from './pass-on.ts'
import { showLife } from './show-life.ts'

const database = await testDatabase()
/** Each is a data steward among others. */
const { police, customs } = await twoAgencies(database)
const inspector = await personOf(database, 'Inspectorate of XA', 'inspector', ['analyst'])
const colleague = await personOf(database, 'Customs of XA', 'second officer of the customs', ['analyst'])

const HEAD = 'id,serial,make,model,calibre,type,date\n'
const [LEAKED, BURIED, COVERT, WATCHED] = ['TKR10483', 'PZB55127', 'HHW90771', 'KNV31956'].map(
  (serial) => `${serial},Taurus,PT 92,9x19mm,pistol`,
)
for (const [name, agency, visibility, rows] of [
  [
    'border seizures',
    'Customs of XA',
    'open',
    `B1,${LEAKED},2015-02-02\nB2,${BURIED},2015-03-03\nB3,${COVERT},2015-04-04\nB4,${WATCHED},2015-05-05`,
  ],
  ['police seizures', 'Police of XA', 'pointer', `P1,${LEAKED},2019-06-06\nP2,${BURIED},2019-07-07`],
  ['covert finds of the customs', 'Customs of XA', 'silent', `C1,${COVERT},2019-08-08`],
  ['covert finds of the police', 'Police of XA', 'silent', `W1,${WATCHED},2019-09-09`],
] as const)
  await sourceWith(database, { name, kind: 'seizure', agency, visibility }, `${HEAD}${rows}\n`)
await matchAll(database)

const DAY_MS = 86_400_000
const english = { say: sayIn('en'), locale: 'en' } as const

async function act<Result>(account: string, work: (context: Context) => Promise<Result>, daysLater = 0) {
  const clock = () => new Date(Date.now() + daysLater * DAY_MS)
  const reader = await database.reader(account)
  return runCommand({ ...database.services, clock }, reader, { purpose: 'trace' }, work)
}

async function life(account: string, key: string, daysLater = 0) {
  const record = await recordOf(database, key)
  const shown = presentLife(await act(account, (context) => showLife(context, record), daysLater), english)
  return lifeShow.parse(shown)
}

type Shown = Awaited<ReturnType<typeof life>>
const accusation = ({ findings }: Shown) => findings.find(({ rule }) => rule === 'recovered_again')
/** Everything that the life judges, in one text. */
const judgedIn = ({ findings, diversions, lastLawfulCustody }: Shown) =>
  JSON.stringify([findings, diversions, lastLawfulCustody])

async function list(account: string, daysLater = 0) {
  const now = new Date(Date.now() + daysLater * DAY_MS)
  return oversightList.parse(presentOversight(await act(account, listOverseen, daysLater), now, english))
}

const name = (by: string, officer: string, agency = 'Customs of XA') =>
  act(by, (context) => nameOverseer(context, { agency, officer }))
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
const toldOf = async (account: string) =>
  (await act(account, listNotices)).filter(({ kind }) => kind === 'finding_filed').map(({ custodian }) => custodian)

async function filed() {
  const { rows } = await database.pool('backup').query<{ keys: string[] }>(
    `SELECT ARRAY(SELECT source_key FROM record WHERE id = ANY (f.records) ORDER BY 1) AS keys
       FROM oversight_finding f ORDER BY 1`,
  )
  return rows.map(({ keys }) => keys.join(' '))
}

test('who may not see the second recovery files nothing; who may, files it once and is not shown it', async () => {
  await life(customs, 'B1')
  assert.deepEqual(await filed(), [])
  for (let time = 0; time < 2; time++) {
    const shown = await life(police, 'P1')
    assert.deepEqual(
      shown.events.map(({ key }) => key),
      ['B1', 'P1'],
    )
    assert.doesNotMatch(judgedIn(shown), /custody-leak|recovered_again|2019/)
  }
  assert.deepEqual(await filed(), ['B1 P1'])
  const { rows } = await database
    .pool('backup')
    .query(`SELECT agency, body FROM audit_entry WHERE action = 'oversight.finding_filed'`)
  // Of no agency, whose data-protection officer would else read of it first.
  assert.deepEqual(rows, [{ agency: null, body: { rule: 'recovered_again', custodian: 'Customs of XA' } }])
})

test('until an officer is named, nobody hears of it, least of all the custodian’s own people', async () => {
  for (const account of [police, customs, colleague, inspector]) {
    assert.deepEqual(await toldOf(account), [])
    assert.deepEqual(await list(account), { oversees: [], findings: [] })
  }
})

test('a data steward of the custodian names somebody of any agency, and not themselves', async () => {
  assert.equal(await failureOf(name(colleague, 'inspector')), 'role_needed')
  assert.equal(await failureOf(name(police, 'inspector')), 'not_your_agency')
  assert.equal(await failureOf(name(customs, 'officer of the customs')), 'oversees_oneself')
  assert.equal(await failureOf(name(customs, 'nobody')), 'value_not_listed')
  assert.equal(await failureOf(name(customs, 'inspector')), 'done')
})

test('naming an officer brings all that waits: what may be told, own records, and of others how many and whom to ask', async () => {
  assert.deepEqual(await toldOf(inspector), ['Customs of XA'])
  assert.equal(await act(inspector, (context) => countNotices(context, null)), 1)
  const { oversees, findings } = await list(inspector)
  assert.deepEqual(oversees, ['Customs of XA'])
  const [finding] = findings
  assert.match(finding!.text, /^Recovered \(2015-02-02\) and recovered again \(2019-06-06\)/)
  assert.ok(finding!.alternatives.some(({ kind }) => kind === 'unrecorded-return'))
  assert.deepEqual(
    [findings.length, finding!.state, finding!.daysLeft, finding!.agencies, finding!.records.map(({ key }) => key)],
    [1, 'waiting', 30, ['Police of XA'], ['B1']],
  )
  assert.deepEqual(finding!.others, [{ agency: 'Police of XA', desk: 'desk of the police, +XA 55 0100', records: 1 }])
  assert.doesNotMatch(JSON.stringify(finding), /police seizures|P1/)
  for (const account of [police, customs, colleague]) assert.deepEqual(await toldOf(account), [])
})

test('an officer who may see the records sees it on the life at once, with who else waits', async () => {
  await name(customs, 'officer of the police')
  const shown = await life(police, 'P1')
  const [waits] = accusation(shown)!.oversight
  assert.deepEqual([waits?.custodian, waits?.agencies], ['Customs of XA', ['Police of XA']])
  assert.ok(shown.diversions.some(({ alternatives }) => alternatives.some(({ kind }) => kind === 'custody-leak')))
  await name(customs, 'inspector')
  assert.equal(accusation(await life(police, 'P1')), undefined)
})

test('the officer alone passes it on; then whoever may see the records sees it, with what the officer said', async () => {
  const [finding] = (await list(inspector)).findings
  const pass = (account: string, note: string) =>
    act(account, (context) => passOn(context, { finding: finding!.finding, note }))
  for (const account of [police, customs]) assert.equal(await failureOf(pass(account, '')), 'not_found')
  assert.equal((await pass(inspector, 'The exhibit book names no release.')).passedOnBy, 'inspector')
  assert.equal((await pass(inspector, 'Said again.')).note, 'The exhibit book names no release.')
  const shown = await life(police, 'P1')
  assert.deepEqual(accusation(shown)!.notes, [
    { custodian: 'Customs of XA', text: 'The exhibit book names no release.' },
  ])
  assert.deepEqual(accusation(shown)!.oversight, [])
  assert.match(judgedIn(shown), /custody-leak/)
  assert.equal((await list(inspector)).findings[0]!.state, 'passed-on')
  const { rows } = await database
    .pool('backup')
    .query(`SELECT count(*)::int AS times FROM audit_entry WHERE action = 'oversight.finding_passed_on'`)
  assert.deepEqual(rows, [{ times: 1 }])
})

test('what nobody passes on comes out when it is due', async () => {
  assert.equal(accusation(await life(police, 'P2')), undefined)
  assert.equal(accusation(await life(police, 'P2', 29)), undefined)
  assert.deepEqual(accusation(await life(police, 'P2', 31))?.notes, [])
  assert.deepEqual((await list(inspector, 31)).findings.map(({ state, daysLeft }) => [state, daysLeft]).sort(), [
    ['due', 0],
    ['passed-on', 0],
  ])
})

test('what a silent source of the custodian’s tells waits, for an officer of its own alone', async () => {
  assert.equal(accusation(await life(customs, 'C1')), undefined)
  assert.ok((await filed()).includes('B3 C1'))
  assert.doesNotMatch(JSON.stringify(await list(inspector)), /2019-08-08/)
  assert.equal((await toldOf(inspector)).length, 2)
  await name(customs, 'second officer of the customs')
  assert.match(JSON.stringify(await list(colleague)), /2019-08-08/)
  assert.equal((await toldOf(colleague)).length, 3)
})

test('what a silent source of another agency tells is known there, and goes to nobody else', async () => {
  assert.ok(accusation(await life(police, 'W1')))
  assert.ok(!(await filed()).some((keys) => keys.includes('W1')))
})

test('the server can neither shorten nor prolong the days of a finding, nor take one away', async () => {
  const serve = database.pool('serve')
  for (const change of [
    'UPDATE oversight_finding SET due_at = now()',
    'UPDATE oversight_finding SET records = records',
    'DELETE FROM oversight_finding',
  ])
    await assert.rejects(serve.query(change), { code: '42501' }, change)
})
