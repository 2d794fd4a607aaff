import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { recordShow } from '@proofmark/contract/schemas/find'
import { noticeList } from '@proofmark/contract/schemas/pointer'
import { releaseList, releaseRequest } from '@proofmark/contract/schemas/release'
import { find } from '../linkage/commands/find.ts'
import { judge } from '../linkage/commands/judge.ts'
import { saveItem } from '../linkage/commands/save-item.ts'
import { answerSavedItem } from '../linkage/pointers/answer.ts'
import { itemOf } from '../linkage/queries/item-of.ts'
import { listNotices } from '../linkage/queries/list-notices.ts'
import { holdRows } from '../records/commands/hold-rows.ts'
import { showRecord } from '../records/commands/show-record.ts'
import { presentRecord } from '../records/present/record.ts'
import { getSource } from '../records/queries/find-source.ts'
import { judgeWholeImport } from '../records/runs/judge-import.ts'
import { untilCommitted } from '../records/runs/until-committed.ts'
import { CHECKS } from '../store/doctor.ts'
import { personOf } from '../testing/desks.ts'
import { matchAll, recordOf } from '../testing/matching.ts'
import { importText, installersPlace, sourceWith, twoAgencies } from '../testing/nation.ts'
import { dayAfter, releasesOfTest } from '../testing/releases.ts'
import { testDatabase } from '../testing/test-database.ts'
import { nameOfficer } from './commands/name-officer.ts'
import { presentReleaseList } from './present/release.ts'
import { listReleases } from './queries/list-releases.ts'

const database = await testDatabase()
const { as, release, withdraw, settle } = releasesOfTest(database)
const people = await twoAgencies(database)
const port = await personOf(database, 'Port of XA', 'officer of the port', ['analyst'])
const HEAD = 'id,serial,make,model,calibre,type,date,holder\n'
const SEIZURES = { name: 'seizures', kind: 'seizure', agency: 'Police of XA', handling: 'H2' } as const
await sourceWith(
  database,
  SEIZURES,
  `${HEAD}S1,TKR10483,Taurus,PT 92,9mm,pistol,2023-04-02,Invented Person\nS2,PZB55127,Glock,17,9mm,pistol,2023-04-03,\n`,
)
await sourceWith(
  database,
  { name: 'border', kind: 'seizure', agency: 'Customs of XA' },
  `${HEAD}B1,TKR10483,Taurus,PT 92,9mm,pistol,2024-02-11,\n`,
)
await sourceWith(
  database,
  { name: 'covert', kind: 'find', agency: 'Police of XA', visibility: 'silent' },
  `${HEAD}X1,TKR10483,Taurus,PT 92,9mm,pistol,2024-03-01,\n`,
)
await sourceWith(
  database,
  { name: 'gate', kind: 'seizure', agency: 'Port of XA' },
  `${HEAD}G1,TKR10483,Taurus,PT 92,9mm,pistol,2024-05-01,\n`,
)
await matchAll(database)
const id = Object.fromEntries(
  await Promise.all(['S1', 'S2', 'B1', 'X1', 'G1'].map(async (key) => [key, await recordOf(database, key)])),
) as Record<'S1' | 'S2' | 'B1' | 'X1' | 'G1', string>
const agencyOf = async (account: string) => (await database.reader(account)).agency!.id
const [police, customs] = [people.police, people.customs]
const [toCustoms, toPort, toPolice] = await Promise.all([customs, port, police].map(agencyOf))

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
const showTo = async (account: string, record: string, now?: Date) =>
  recordShow.parse(presentRecord(await as(account, (context) => showRecord(context, record), now)))

/** What a reader sees of one record, through every way that leads to it. */
async function seen(account: string, record: string, now?: Date) {
  return as(
    account,
    async (context) => {
      const rows = async (text: string) => (await context.client.query(text, [record])).rowCount ?? 0
      const shown = await failureOf(showRecord(context, record))
      const { candidates } = await find(context, { serial: 'TKR10483' }, 50)
      const own = context.reader.agency?.id === toCustoms ? id.B1 : id.G1
      return {
        shown,
        found: candidates.some((each) => each.record === record),
        items: (await itemOf(context, own)).members.some((each) => each.record === record),
        evidence: await rows('SELECT FROM pair_evidence WHERE record_id = $1 OR other_id = $1'),
        judgements: await rows('SELECT FROM judgement WHERE record_id = $1 OR other_id = $1'),
        persons: await rows('SELECT FROM record_person WHERE record_id = $1'),
        tally: Number((await context.client.query('SELECT sum(records) AS sum FROM class_tally')).rows[0].sum),
      }
    },
    now,
  )
}
const HIDDEN = { shown: 'not_found', found: false, items: false, evidence: 0, judgements: 0, persons: 0, tally: 1 }

/** No row stands in another class than its record, and no total is wrong. */
async function nothingWrong() {
  for (const { check, query } of CHECKS) {
    const { rows } = await database.pool('backup').query<{ wrong: string }>(query)
    assert.equal(rows[0]?.wrong, '0', check)
  }
}

await as(police, (context) =>
  judge(context, { id: randomUUID(), record: id.S1, other: id.X1, about: 'firearm', verdict: 'same' }),
)

test('a released record is seen in every way by the receiver, without its persons, and by nobody else; a withdrawal hides all of it', async () => {
  assert.deepEqual(await seen(customs, id.S1), HIDDEN)
  const made = await release(police, {
    records: [id.S1],
    to: toCustoms!,
    conditions: ['report_result', 'not_in_court'],
    note: 'ring us first',
    reference: 'case 7',
    basis: 'criminal_procedure',
  })
  await matchAll(database)
  await as(customs, (context) =>
    judge(context, { id: randomUUID(), record: id.S1, other: id.B1, about: 'firearm', verdict: 'same' }),
  )
  const visible = await seen(customs, id.S1)
  assert.deepEqual(
    { ...visible, evidence: visible.evidence > 0 },
    { shown: 'done', found: true, items: true, evidence: true, judgements: 2, persons: 0, tally: 2 },
  )
  assert.deepEqual(await seen(port, id.S1), HIDDEN)
  await nothingWrong()
  const { release: received, released } = await showTo(customs, id.S1)
  assert.deepEqual(received, {
    by: 'Police of XA',
    until: made.until,
    conditions: ['not_in_court', 'report_result'],
    note: 'ring us first',
    reference: 'case 7',
  })
  assert.deepEqual(released, [])
  const own = await showTo(police, id.S1)
  assert.deepEqual([own.release, own.mayRelease], [null, true])
  assert.deepEqual(
    own.released.map(({ to, basis, by }) => [to, basis, by]),
    [['Customs of XA', 'criminal_procedure', 'officer of the police']],
  )
  await withdraw(police, made.release)
  assert.deepEqual(await seen(customs, id.S1), HIDDEN)
  await nothingWrong()
})

test('pairs whose other side the owner cannot see move with the record', async () => {
  const made = await release(police, { records: [id.S1], to: toPort! })
  const { evidence } = await seen(port, id.S1)
  assert.ok(evidence > 0, 'the port sees the pair of the police’s record with its own')
  const ofPolice = await as(police, async ({ client }) =>
    client.query('SELECT FROM pair_evidence WHERE record_id = $1 AND other_id = $2', [id.S1, id.G1]),
  )
  assert.equal(ofPolice.rowCount, 0)
  await withdraw(police, made.release)
  await nothingWrong()
})

test('an end takes effect at its moment, and the matching process puts the rows back once', async () => {
  const now = new Date()
  const made = await release(police, { records: [id.S1], to: toCustoms!, until: dayAfter(now, 1) }, now)
  const lastMoment = new Date(`${dayAfter(now, 1)}T23:59:59.999Z`)
  const over = new Date(`${dayAfter(now, 2)}T00:00:00Z`)
  assert.equal((await seen(customs, id.S1, lastMoment)).shown, 'done')
  assert.deepEqual(await seen(customs, id.S1, over), HIDDEN)
  assert.equal(await settle(lastMoment), 0)
  assert.deepEqual([await settle(over), await settle(over)], [1, 0])
  assert.deepEqual(await seen(customs, id.S1, now), HIDDEN)
  await nothingWrong()
  const entries = await database
    .pool('backup')
    .query(`SELECT FROM audit_entry WHERE action = 'release.ended' AND subjects @> ARRAY[$1::uuid]`, [id.S1])
  assert.equal(entries.rowCount, 1)
  assert.equal(await failureOf(withdraw(police, made.release, over)), 'release_ended')
  // The clock of the other tests has not come so far.
  await withdraw(police, made.release)
})

test('a record released twice is seen by both, and by the one that remains when the other is withdrawn', async () => {
  const first = await release(police, { records: [id.S1, id.S2], to: toCustoms! })
  const second = await release(police, { records: [id.S1], to: toPort! })
  assert.deepEqual([(await seen(customs, id.S1)).shown, (await seen(port, id.S1)).shown], ['done', 'done'])
  await withdraw(police, first.release)
  assert.deepEqual([(await seen(customs, id.S1)).shown, (await seen(port, id.S1)).shown], ['not_found', 'done'])
  await withdraw(police, second.release)
  assert.deepEqual(await seen(port, id.S1), HIDDEN)
  await nothingWrong()
})

test('a new version of a released record stays released, and its import can be taken back', async () => {
  const made = await release(police, { records: [id.S1], to: toCustoms! })
  const again = await importText(
    database,
    'seizures',
    `${HEAD}S1,TKR10483,Taurus,PT 99,9mm,pistol,2023-04-02,Another Person\n`,
  )
  assert.equal(again.changed, 1)
  const { versions, stated } = await showTo(customs, id.S1)
  assert.deepEqual([versions, stated.model], [2, 'PT 99'])
  assert.equal((await as(customs, (context) => getSource(context, 'seizures'))).agency.name, 'Police of XA')
  assert.equal((await seen(customs, id.S1)).persons, 0)
  await judgeWholeImport(installersPlace(database), { import: again.import, verdict: 'taken_back' })
  assert.equal((await showTo(customs, id.S1)).stated.model, 'PT 92')
  await nothingWrong()
  await withdraw(police, made.release)
  assert.deepEqual(await seen(customs, id.S1), HIDDEN)
  assert.equal(await failureOf(as(customs, (context) => getSource(context, 'seizures'))), 'source_unknown')
})

test('writing rows of a source begins anew where records were released since it was settled what it sees', async () => {
  const before = await database.reader(police)
  const made = await release(police, { records: [id.S2], to: toCustoms!, until: dayAfter(new Date(), 400) })
  const { run } = installersPlace(database)
  let first = true
  const late: typeof run = async (work) => {
    const stale = first
    first = false
    return stale ? database.as(before, work) : run(work)
  }
  const source = await run(({ query }) =>
    query.selectFrom('source').select('id').where('name', '=', 'seizures').executeTakeFirstOrThrow(),
  )
  assert.equal(await failureOf(database.as(before, (context) => holdRows(context, source))), 'records_moved')
  await untilCommitted(late, (context) => holdRows(context, source))
  await withdraw(police, made.release)
})

test('releases, withdrawals, verdicts, imports and matching at the same moment leave every row in the class of its record', async () => {
  const until = (days: number) => dayAfter(new Date(), days)
  const given = async (to: string, days: number) => {
    const input = { id: randomUUID(), records: [id.S1, id.S2], to, until: until(days) }
    const made = await release(police, input)
    await withdraw(police, made.release)
  }
  const verdict = (other: string) =>
    as(police, (context) =>
      judge(context, { id: randomUUID(), record: id.S1, other, about: 'firearm', verdict: 'undecided' }),
    )
  await Promise.all([
    ...[11, 12, 13].map((days) => given(toCustoms!, days)),
    ...[14, 15].map((days) => given(toPort!, days)),
    importText(database, 'seizures', `${HEAD}S1,TKR10483,Taurus,PT 101,9mm,pistol,2023-04-02,\n`),
    matchAll(database),
    // A verdict may meet a record that moves: it is refused, and is not half written.
    ...[1, 2, 3, 4].map(() => failureOf(verdict(id.X1))),
  ])
  await matchAll(database)
  await nothingWrong()
  assert.deepEqual(await seen(customs, id.S1), HIDDEN)
  assert.deepEqual(await seen(port, id.S1), HIDDEN)
})

test('the same release sent again is one; another under its identifier, an end out of bounds and a wrong receiver are refused', async () => {
  const input = { id: randomUUID(), records: [id.S2], to: toCustoms! }
  const [first, second] = await Promise.all([release(police, input), release(police, input)])
  assert.deepEqual(second, first)
  assert.deepEqual(await release(police, { ...input, records: [id.S2.toUpperCase()] }), first)
  assert.equal(await failureOf(release(police, { ...input, note: 'more' })), 'release_id_used')
  const notices = noticeList.parse({ notices: await as(customs, listNotices) }).notices
  const told = notices.filter((notice) => notice.release?.release === first.release)
  assert.deepEqual(
    told.map(({ kind, asker, release: of }) => [kind, asker, of?.until, of?.records.map(({ record }) => record)]),
    [['record_released', 'Police of XA', first.until, [id.S2]]],
  )
  const to = (more: object) => failureOf(release(police, { records: [id.S2], to: toCustoms!, ...more }))
  assert.equal(await to({ until: dayAfter(new Date(), -1) }), 'release_end_wrong')
  assert.equal(await to({ until: dayAfter(new Date(), 6 * 366) }), 'release_end_wrong')
  assert.equal(await to({ to: toPolice }), 'value_not_listed')
  assert.equal(await to({ to: randomUUID() }), 'agency_unknown')
  assert.equal(await to({ records: [id.B1] }), 'not_found')
  assert.equal(await to({ records: [id.S2, randomUUID()] }), 'not_found')
  assert.equal(await failureOf(release(port, { records: [id.G1], to: toCustoms! })), 'role_needed')
  assert.equal(await failureOf(release(customs, { records: [id.S2], to: toPort! })), 'not_your_agency')
  assert.equal(await failureOf(withdraw(customs, first.release)), 'not_your_agency')
  assert.equal(await failureOf(withdraw(port, first.release)), 'not_found')
  const { withdrawnAt } = await withdraw(police, first.release)
  assert.deepEqual((await withdraw(police, first.release)).withdrawnAt, withdrawnAt)
  const after = await as(customs, listNotices)
  assert.deepEqual(after.find((notice) => notice.release?.release === first.release)?.release?.records, [])
  for (const wrong of [{ conditions: ['anything'] }, { records: [] }, { until: 'soon' }, { note: ' ' }])
    assert.ok(!releaseRequest.safeParse({ id: randomUUID(), records: [id.S2], to: toCustoms, ...wrong }).success)
})

test('a silent source’s records are released by the named officer alone, and then no pointer is made of them', async () => {
  const officer = await personOf(database, 'Police of XA', 'deconfliction officer', ['analyst'])
  assert.equal((await showTo(police, id.X1)).mayRelease, true)
  await as(police, (context) => nameOfficer(context, { agency: 'Police of XA', officer: 'deconfliction officer' }))
  assert.equal(await failureOf(release(police, { records: [id.X1], to: toCustoms! })), 'role_needed')
  assert.equal(await failureOf(release(officer, { records: [id.S1], to: toCustoms! })), 'role_needed')
  const now = new Date()
  const made = await release(officer, { records: [id.X1], to: toCustoms!, until: dayAfter(now, 3) })
  const rest = await release(police, { records: [id.S1, id.S2], to: toCustoms!, until: dayAfter(now, 3) })
  const saved = await as(customs, (context) =>
    saveItem(context, { record: id.B1, reference: 'case 9', basis: 'firearms_act' }),
  )
  const policeIn = async (moment: Date) =>
    (await answerSavedItem(database.pool('match'), saved, moment)).map(({ agency }) => agency)
  assert.deepEqual(await policeIn(now), ['Port of XA'])
  assert.ok((await policeIn(new Date(`${dayAfter(now, 4)}T00:00:00Z`))).includes('Police of XA'))
  await withdraw(police, made.release)
  await withdraw(police, rest.release)
  await nothingWrong()
})

test('both sides list what was given and received, with the records that each may still see', async () => {
  const given = releaseList.parse(presentReleaseList(await as(police, listReleases)))
  const received = releaseList.parse(presentReleaseList(await as(customs, listReleases)))
  assert.ok(given.given.length > 3 && given.received.length === 0)
  assert.ok(received.received.every(({ state, records }) => state !== 'standing' && records.length === 0))
  assert.ok(given.given.every(({ records }) => records.length > 0))
  assert.ok(!JSON.stringify(received).includes('officer of the police'))
})

test('rows change their class by a release alone: neither process can put them where none leads', async () => {
  const { rows } = await database
    .pool('backup')
    .query<{ vis: number; other: number }>(
      'SELECT (SELECT vis FROM record WHERE id = $1) AS vis, (SELECT vis FROM record WHERE id = $2) AS other',
      [id.S1, id.B1],
    )
  const { vis, other } = rows[0]!
  const move = async (account: string, record: string, to: number) =>
    failureOf(as(account, ({ client }) => client.query('SELECT move_records(ARRAY[$1::uuid], $2)', [record, to])))
  assert.equal(await move(police, id.S1, vis), 'done')
  for (const attempt of [move(customs, id.S1, vis), move(police, id.S1, other), move(police, id.S1, 0)])
    assert.match(await attempt, /may not be put/)
  const open = await database.pool('backup').query<{ id: number }>(`SELECT id FROM visibility WHERE readers <> '{}'`)
  for (const each of open.rows) assert.match(await move(police, id.S1, each.id), /may not be put/)
  for (const role of ['serve', 'match'] as const) {
    const pool = database.pool(role)
    await assert.rejects(pool.query('SELECT move_records(ARRAY[$1::uuid], $2)', [id.S1, vis]), { code: '42501' })
    await assert.rejects(pool.query('UPDATE record SET vis = vis'), { code: '42501' })
    await assert.rejects(pool.query('DELETE FROM release_record'), { code: '42501' })
  }
  await assert.rejects(database.pool('log').query('SELECT move_records(ARRAY[$1::uuid], $2)', [id.S1, vis]), {
    code: '42501',
  })
})
