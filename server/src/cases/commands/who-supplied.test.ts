import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import type { GraphFindings } from '@proofmark/contract/schemas/graph'
import type { Context, Run } from '../../access/context.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { addSource } from '../../records/commands/add-source.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { personOf } from '../../testing/desks.ts'
import { openCaseRows, thingRows, tieRows } from '../../testing/graph-rows.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { releasesOfTest } from '../../testing/releases.ts'
import { sourcesWith } from '../../testing/sources.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { importRows } from '../../testing/twins/rows.ts'
import { presentFindings } from '../present/paths.ts'
import { askGraph } from './ask-graph.ts'

const database = await testDatabase()
const steward = await personOf(database, 'Police', 'steward', ['data_steward', 'recorder'])
const lead = await personOf(database, 'Police', 'lead', ['investigator', 'analyst'])
const customs = await personOf(database, 'Customs', 'customs', ['data_steward', 'recorder', 'investigator'])
const accounts = new Map([
  ['steward', steward],
  ['customs', customs],
])
const as = async <Answer>(account: string, work: (context: Context) => Promise<Answer>): Promise<Answer> =>
  database.as(await database.reader(account), work)
const run: Run = (work) => as(lead, work)
const OPEN = { agency: 'Police', visibility: 'open', by: 'steward' } as const
const HIDDEN = { agency: 'Customs', visibility: 'silent', by: 'customs' } as const
const HEAD = 'id,serial,make,model,calibre,type,country,date,place,ref,reason,importer,quantity'

const source = sourcesWith(database, accounts, HEAD, OPEN)

const serial = (number: number) => `TSTQ${40_000 + 371 * number}`
const row = (key: string, number: number, day: string, place: string, ref = '', importer = '') =>
  `${key},${serial(number)},Taurus,PT 92,9x19mm,pistol,BR,${day},${place},${ref},,${importer},`
await source('seizures', 'seizure', [...[1, 2, 3, 4, 5, 6].map((each) => row(`S${each}`, each, '2022-05-01', 'Vard'))])
await source('deliveries', 'delivery', [
  row('D1', 1, '2019-03-01', 'Kessin', 'DN 4471/19', 'Halden Arms'),
  row('D2', 2, '2019-03-01', 'Kessin', 'DN 4471/19', 'Halden Arms'),
  row('D9', 9, '2019-03-01', 'Kessin', 'DN 4471/19', 'Halden Arms'),
])
await source('ledgers', 'transfer', [
  row('M1', 1, '2020-04-17', 'Kessin'),
  row('M2', 2, '2020-06-01', 'Nim'),
  row('M3', 3, '2021-01-01', 'Nim'),
])
await source('other ledgers', 'transfer', [row('N3', 3, '2021-01-01', 'Ostrel')])
await source('losses', 'loss-theft', [row('T1', 1, '2021-02-11', 'Kessin')])
await source('licences', 'import-licence', ['IL1,,Taurus,PT 92,9x19mm,pistol,BR,2018-09-01,XB,DN 4471/19,,,10000'])
await matchAll(database)

const record = (of: string, key: string) => run((context) => recordNamed(context, of, key, undefined))
const NARROW = { relevance: true, protectedPersons: false } as const
const ask = async (nodes: readonly string[], more: { named?: { case: string } } = {}): Promise<GraphFindings> => {
  const answered = await run((context) =>
    askGraph(context, { question: 'who_supplied', nodes: [...nodes], ...NARROW, ...more }),
  )
  return presentFindings('who_supplied', answered, say)
}
const say = sayIn('en')
/** The findings as they are read, each with the keys of its records. */
const read = ({ findings }: GraphFindings): string[] =>
  findings.map(({ message, values, evidence, supply }) =>
    [
      say(message, values),
      supply && supply.standing !== 'fact' ? `[${supply.standing}]` : '',
      evidence.map(({ key }) => key).join(' '),
    ]
      .filter((each) => each !== '' && each !== null)
      .join(' | '),
  )

const group = `group:${randomUUID()}`
const [member, car] = [`person:${randomUUID()}`, `vehicle:${randomUUID()}`]
const CASE = randomUUID()
const vis = await openCaseRows(run, { id: CASE, reference: 'P 12/26', members: [] })
const tie = (from: string, to: string, relation: 'member_of' | 'uses' | 'carried' | 'possessed') => ({
  ...{ id: randomUUID(), from, to, relation },
})
const [one, two, three, four] = [
  await record('seizures', 'S1'),
  await record('seizures', 'S2'),
  await record('seizures', 'S3'),
  await record('seizures', 'S4'),
]
await run(async (context) => {
  await thingRows(context, vis, { [group]: 'Quay', [member]: 'Member', [car]: 'XA 1' })
  await tieRows(context, vis, [
    tie(member, group, 'member_of'),
    tie(member, car, 'uses'),
    tie(car, `record:${one}`, 'carried'),
    tie(member, `record:${two}`, 'possessed'),
    tie(member, `record:${three}`, 'possessed'),
    tie(member, `record:${four}`, 'possessed'),
  ])
})

const nameOf = ({ graph }: GraphFindings, record: string): string =>
  graph.nodes.find(({ records }) => records.includes(record))!.node
/** What is said of the firearm of this record alone. */
const about = (answer: GraphFindings, record: string): string[] => {
  const firearm = nameOf(answer, record)
  return read({ ...answer, findings: answer.findings.filter(({ supply }) => supply?.firearm === firearm) })
}

test('a group’s firearms are followed to the records of their supply: together, then one by one', async () => {
  const answer = await ask([group])
  assert.deepEqual(read(answer).slice(0, 6), [
    'Firearms that they or theirs had: 4; with a record of supply that you may see: 3',
    'Supplied as ledgers of Police says: 3 of the 4 firearms; of these by a lead alone: 3 | M1 M2 M3',
    'Supplied as deliveries of Police says: 2 of the 4 firearms; of these by a lead alone: 2 | D1 D2',
    'Came by document DN 4471/19: 2 of the 4 firearms; of these by a lead alone: 2 | D1 D2',
    'Bear the importer Halden Arms in their records of supply: 2 of the 4 firearms; of these by a lead alone: 2 | D1 D2',
    'licences of Police holds document DN 4471/19, which records of 2 of the 4 firearms name; the number alone joins them | IL1',
  ])
  const [licence] = answer.findings[5]!.evidence
  assert.deepEqual([licence?.joined, licence?.place, licence?.quantity], ['document', 'XB', 10_000])
  assert.deepEqual(about(answer, two), [
    'The last supply on record before it was recovered (2022-05-01): sold or transferred, 2020-06-01 | [lead] | M2',
    'delivered, 2019-03-01 | [lead] | D2',
    'The last lawful hands on record: a private holder, 2020-06-01, Nim | [lead] | M2',
  ])
  const [sold, delivered] = answer.findings.filter(({ supply }) => supply?.firearm === nameOf(answer, two))
  const [{ document, place, importer, joined, version, agency }] = delivered!.evidence as [
    GraphFindings['findings'][number]['evidence'][number],
  ]
  assert.deepEqual(
    [document, place, importer, joined, agency],
    ['DN 4471/19', 'Kessin', 'Halden Arms', 'lead', 'Police'],
  )
  assert.match(version, /^[0-9]+$/)
  // From the group over its member to the firearm, and where a document is named to its consignment.
  const firearm = nameOf(answer, two)
  assert.deepEqual(
    sold!.paths.map(({ steps }) => steps.map(({ to }) => to)),
    [[member, firearm]],
  )
  const [path] = delivered!.paths
  assert.deepEqual(
    path?.steps.map(({ to, kind }) => [to.split(':')[0], kind]),
    [
      ['person', 'fact'],
      ['firearm', 'fact'],
      ['consignment', 'fact'],
    ],
  )
  assert.deepEqual(path?.steps.at(-1)?.records, [await record('deliveries', 'D2')])
})

test('a theft between supply and recovery stands apart, and what a car carried was its driver’s group’s', async () => {
  assert.deepEqual(about(await ask([group]), one), [
    'Left lawful hands here, which is no supply: reported lost or stolen, 2021-02-11 | [lead] | T1',
    'The last supply on record before it was recovered (2022-05-01): sold or transferred, 2020-04-17 | [lead] | M1',
    'delivered, 2019-03-01 | [lead] | D1',
    'The last lawful hands on record: a private holder, 2020-04-17, Kessin | [lead] | M1',
  ])
})

test('where two ledgers sold one firearm on one day neither is named the last', async () => {
  const lines = about(await ask([group]), three)
  const may = 'May be the last supply before it was recovered (2022-05-01), days or records leave it open: '
  assert.deepEqual(lines.slice(0, 2).sort(), [
    `${may}sold or transferred, 2021-01-01 | [lead] | M3`,
    `${may}sold or transferred, 2021-01-01 | [lead] | N3`,
  ])
})

test('without a record of supply that is said in the same words, whether there is none or it is hidden', async () => {
  const none = 'No record of supply that you may see. A trace request asks who supplied it.'
  assert.deepEqual(about(await ask([group]), four), [none])
  const before = JSON.stringify(await ask([group]))
  await source(
    'covert ledgers',
    'transfer',
    [row('H1', 1, '2022-03-01', 'Nim', 'DN 4471/19'), row('H4', 4, '2022-01-01', 'Nim', 'DN 4471/19')],
    HIDDEN,
  )
  await source(
    'covert licences',
    'import-licence',
    ['IL2,,Taurus,PT 92,9x19mm,pistol,BR,2018-09-01,XB,DN 4471/19,,,7'],
    HIDDEN,
  )
  await matchAll(database)
  assert.equal(JSON.stringify(await ask([group])), before)
})

test('what a person judged is a fact, what a model joined a lead; a firearm is asked about by itself as well', async () => {
  await run(async (context) =>
    judge(context, {
      ...{ id: randomUUID(), record: two, other: await record('deliveries', 'D2') },
      ...{ about: 'firearm', verdict: 'same', reason: 'the same mark' },
    }),
  )
  const answer = await ask([`record:${two}`])
  const may = 'May be the last supply before it was recovered (2022-05-01), days or records leave it open: '
  assert.deepEqual(read(answer), [
    'Firearms that they or theirs had: 1; with a record of supply that you may see: 1',
    'licences of Police holds document DN 4471/19, which records of 1 of the 1 firearms name; the number alone joins them | IL1',
    `${may}sold or transferred, 2020-06-01 | [lead] | M2`,
    `${may}delivered, 2019-03-01 | D2`,
    'The last lawful hands on record: a private holder, 2020-06-01, Nim | [lead] | M2',
  ])
  const [delivered] = answer.findings.filter(({ evidence }) => evidence.some(({ key }) => key === 'D2'))
  assert.deepEqual([delivered?.supply?.standing, delivered?.evidence[0]?.joined], ['fact', 'named'])
  const { rows } = await database
    .pool('backup')
    .query<{ subjects: string[] }>("SELECT subjects FROM audit_entry WHERE action = 'graph.asked'")
  const logged = new Set(rows.flatMap(({ subjects }) => subjects))
  for (const { record: each } of answer.findings.flatMap(({ evidence }) => evidence)) assert.ok(logged.has(each))
})

test('whom a record of supply names is told on the ground of a case that it stands in, as it names them, and counted by nobody', async () => {
  await sourceWith(
    database,
    { name: 'books', kind: 'transfer', agency: 'Police', handling: 'H0', visibility: 'open' },
    `id,serial,make,date,seller,buyer\nB5,${serial(5)},Taurus,2021-01-05,Kestrel Trade,Anouk Lindqvar\n`,
    {
      ...{ profile: 1, key: 'id', fields: { serial: 'serial', make: 'make', date: 'date' } },
      persons: { seller: 'seller', buyer: 'buyer' },
    },
  )
  await matchAll(database)
  const [seized, sold] = [await record('seizures', 'S5'), await record('books', 'B5')]
  const told = async (named?: { case: string }) => {
    const answer = await ask([`record:${seized}`], named ? { named } : {})
    const [act] = answer.findings.filter(({ evidence }) => evidence.some(({ key }) => key === 'B5'))
    const labels = new Map(answer.graph.nodes.map(({ node, label }) => [node, label]))
    return {
      roles: act?.evidence[0]?.names,
      named: act?.evidence[0]?.named.map(({ node, relation }) => `${relation} ${labels.get(node)}`).sort(),
      ways: act?.paths.map(({ steps }) => steps.map(({ to, relation }) => `${relation} ${labels.get(to)}`)),
    }
  }
  // Its own agency is told in which roles it names somebody, as on the record's page, and not whom.
  const unnamed = { roles: ['buyer', 'seller'], named: [], ways: [] }
  assert.deepEqual(await told(), unnamed)
  assert.deepEqual(await told({ case: CASE }), unnamed)
  await run((context) =>
    tieRows(context, vis, [
      { id: randomUUID(), from: `record:${sold}`, to: `case:${CASE}`, relation: 'in_case', case: CASE },
    ]),
  )
  assert.deepEqual(await told(), { ...unnamed })
  assert.deepEqual(await told({ case: CASE }), {
    roles: ['buyer', 'seller'],
    named: ['bought Anouk Lindqvar', 'sold Kestrel Trade'],
    ways: [['sold Kestrel Trade']],
  })
})

test('a record of supply that was released is told while the release holds, and no longer', async () => {
  await source('their ledgers', 'transfer', [row('R6', 6, '2021-05-05', 'Nim')], { ...HIDDEN, visibility: 'pointer' })
  await matchAll(database)
  const six = await record('seizures', 'S6')
  const before = JSON.stringify(await ask([`record:${six}`]))
  const { release, withdraw } = releasesOfTest(database)
  const { rows } = await database.pool('backup').query<{ id: string }>("SELECT id FROM agency WHERE name = 'Police'")
  const made = await release(customs, { records: [await recordOf(database, 'R6')], to: rows[0]!.id })
  assert.deepEqual(
    about(await ask([`record:${six}`]), six)[0]
      ?.split(' | ')
      .at(-1),
    'R6',
  )
  await withdraw(customs, made.release)
  assert.equal(JSON.stringify(await ask([`record:${six}`])), before)
})

test('a licence that states a range in which their numbers lie is a lead, whatever document it names', async () => {
  const asked = async () =>
    (await ask([group])).findings.filter(({ message }) => message === 'connect.finding.supply_range')
  const add = (name: string, by: 'steward' | 'customs', numbers: string) =>
    importRows({ database, accounts }, by, name, `id,serial,make,date,ref,quantity\n${numbers}`)
  assert.deepEqual(await asked(), [])
  await database.as(await database.installer(), (context) =>
    addSource(context, {
      name: 'hidden licences',
      kind: 'export-licence',
      handling: 'H0',
      ...{ agency: 'Customs', visibility: 'silent' },
    }),
  )
  await add('hidden licences', 'customs', `X1,${serial(0)} to ${serial(9)},Taurus,2017-01-01,EL 1,3340`)
  await matchAll(database)
  assert.deepEqual(await asked(), [])
  await add('licences', 'steward', `IL2,${serial(1)} – ${serial(2)},Taurus,2018-01-01,IL 22/18,300`)
  await matchAll(database)
  const [found, ...others] = await asked()
  assert.deepEqual(others, [])
  assert.equal(
    say(found!.message, found!.values),
    `licences of Police states numbers from ${serial(1)} to ${serial(2)}, in which those of 2 of the 4 firearms lie; its quantity does not agree with them; the number alone joins them`,
  )
  assert.deepEqual(
    found!.evidence.map(({ key, joined, quantity, numbers }) => [key, joined, quantity, numbers]),
    [['IL2', 'range', 300, `${serial(1)} – ${serial(2)}`]],
  )
})
