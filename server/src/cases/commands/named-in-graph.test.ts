import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { GraphAnswer } from '@proofmark/contract/schemas/graph'
import type { Profile } from '@proofmark/contract/schemas/profile'
import type { Context, Run } from '../../access/context.ts'
import { saveRecovery } from '../../custody/commands/save-recovery.ts'
import type { NewSource } from '../../records/commands/add-source.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { createPool } from '../../store/connection.ts'
import { personOf } from '../../testing/desks.ts'
import { openCaseRows, thingRows, tieRows } from '../../testing/graph-rows.ts'
import { sourceWith } from '../../testing/nation.ts'
import { recoveryOf } from '../../testing/recoveries.ts'
import { releasesOfTest } from '../../testing/releases.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentGraph } from '../present/graph.ts'
import { idOf } from '../rules/graph/node.ts'
import { addNamed, placeOfNamed } from './add-named.ts'
import { connectNodes } from './connect-nodes.ts'
import { type Expansion, expandGraph } from './expand-graph.ts'
import { exportGraph } from './export-graph.ts'
import { keepGraph, openGraph } from './keep-graph.ts'
import { measureGraph } from './measure-graph.ts'

const database = await testDatabase()
const owner = createPool(database.ownerUrl, 1)
after(() => owner.end())
const people = {
  recorder: await personOf(database, 'Police', 'recorder', ['recorder', 'investigator', 'data_steward']),
  tracer: await personOf(database, 'Police', 'tracer', ['trace_officer']),
  investigator: await personOf(database, 'Police', 'investigator', ['investigator']),
  analyst: await personOf(database, 'Police', 'analyst', ['analyst']),
  'customs tracer': await personOf(database, 'Customs', 'customs tracer', ['trace_officer']),
  'customs investigator': await personOf(database, 'Customs', 'customs investigator', ['investigator', 'recorder']),
} as const
type Person = keyof typeof people
const as =
  (person: Person): Run =>
  async (work) =>
    database.as(await database.reader(people[person]), work)

const HEAD = 'id,serial,make,date,holder,buyer,witness,officer'
const PROFILE: Profile = {
  profile: 1,
  key: 'id',
  fields: { serial: 'serial', make: 'make', date: 'date' },
  persons: { holder: 'holder', buyer: 'buyer', witness: 'witness', officer: 'officer' },
}
const source = (agency: string, said: Omit<NewSource, 'agency'>, rows: string[]) =>
  sourceWith(database, { agency, ...said }, `${[HEAD, ...rows].join('\n')}\n`, PROFILE)
await source('Police', { name: 'register', kind: 'register', handling: 'H0', visibility: 'open' }, [
  'L1,TSTN7701,glock,2019-03-01,Anouk Lindqvar,,,Sgt. Office',
  'L2,TSTN8802,glock,2019-04-01,Other Holder,,,',
])
await source('Police', { name: 'ledger', kind: 'delivery', handling: 'H2', visibility: 'open' }, [
  'D1,TSTN9903,glock,2020-05-01,,LINDQVAR Anouk,Wilma Witness,',
])
await source('Customs', { name: 'border', kind: 'seizure', handling: 'H0', visibility: 'pointer' }, [
  'B1,TSTN6604,glock,2021-05-01,Hidden Holder,,,',
])
const record = (of: string, key: string) => as('recorder')((context) => recordNamed(context, of, key, undefined))
const [L1, L2, D1] = [await record('register', 'L1'), await record('register', 'L2'), await record('ledger', 'D1')]

const CASE = randomUUID()
const vis = await openCaseRows(as('recorder'), { id: CASE, reference: 'P 50/26', members: Object.values(people) })
const NARROW = { relevance: true, protectedPersons: false } as const
const named = { case: CASE }
const asked = (nodes: readonly string[], more: Partial<Expansion> = {}): Expansion => ({
  ...{ nodes: [...nodes], steps: 0, most: 500, named, ...NARROW },
  ...more,
})
const expand = async (person: Person, wanted: Expansion): Promise<GraphAnswer> =>
  presentGraph(await as(person)((context) => expandGraph(context, wanted)))
const personsIn = ({ nodes }: GraphAnswer) => nodes.filter(({ kind }) => kind === 'named_person')
const namesIn = (answer: GraphAnswer) =>
  personsIn(answer)
    .map(({ label }) => label)
    .sort()
const give = (node: string) =>
  as('recorder')((context) =>
    tieRows(context, vis, [{ id: randomUUID(), from: node, to: `case:${CASE}`, relation: 'in_case', case: CASE }]),
  )
const entriesOf = async (action: string) =>
  (
    await owner.query<{ subjects: string[]; body: object }>(
      'SELECT subjects, body FROM audit_entry WHERE action = $1 ORDER BY recorded_at',
      [action],
    )
  ).rows

test('whom a record names is drawn for whoever may know, by the record’s agency, handling and place in the case, and for nobody else', async () => {
  const seen = async (node: string) =>
    Object.fromEntries(
      await Promise.all(
        (Object.keys(people) as Person[]).map(async (person) => {
          const answer = await expand(person, asked([node])).catch(() => null)
          return [person, answer && namesIn(answer)] as const
        }),
      ),
    )
  const nobody = {
    recorder: [],
    tracer: [],
    investigator: [],
    analyst: [],
    'customs tracer': [],
    'customs investigator': [],
  }
  const own = ['Anouk Lindqvar']
  assert.deepEqual(await seen(`record:${L1}`), { ...nobody, recorder: own, tracer: own, 'customs tracer': own })
  // Of a source that others ask for first, and that the police work on.
  const handled = { 'customs tracer': null, 'customs investigator': null }
  assert.deepEqual(await seen(`record:${D1}`), {
    ...nobody,
    recorder: ['LINDQVAR Anouk'],
    tracer: ['LINDQVAR Anouk'],
    ...handled,
  })
  await give(`record:${L1}`)
  assert.deepEqual(await seen(`record:${L1}`), {
    ...{ recorder: own, tracer: own, investigator: own, analyst: [null] },
    ...{ 'customs tracer': own, 'customs investigator': [] },
  })
  // The case holds one record, and not all of the register.
  assert.deepEqual((await seen(`record:${L2}`)).investigator, [])
})

test('a release of a record hands over nobody whom it names, nor their number', async () => {
  const steward = await personOf(database, 'Customs', 'customs steward', ['data_steward'])
  const record = await as('customs tracer')((context) => recordNamed(context, 'border', 'B1', undefined))
  const to = (await database.reader(people.tracer)).agency!.id
  await releasesOfTest(database).release(steward, { records: [record], to })
  for (const person of ['recorder', 'tracer', 'investigator', 'analyst'] as const) {
    const answer = await expand(person, asked([`record:${record}`], { protectedPersons: true }))
    assert.deepEqual([answer.nodes.length, personsIn(answer), answer.leftOut], [1, [], []])
  }
  assert.deepEqual(namesIn(await expand('customs tracer', asked([`record:${record}`]))), ['Hidden Holder'])
})

test('nobody is drawn unasked, nor for who only reads in the case, nor on the ground of another’s', async () => {
  const plain = await expand('recorder', asked([`record:${L1}`], { named: undefined }))
  assert.deepEqual(personsIn(plain), [])
  const strangers = randomUUID()
  await openCaseRows(as('recorder'), { id: strangers, reference: 'P 51/26', members: [] })
  await assert.rejects(expand('tracer', asked([`record:${L1}`], { named: { case: strangers } })), { code: 'not_found' })
  await as('recorder')(({ client, reader }) =>
    client.query(
      `INSERT INTO compartment_member (compartment_id, account_id, number, part, why, said_by) VALUES ($1, $2, 9, 'reader', 'looks', $3)`,
      [strangers, people.tracer, reader.account],
    ),
  )
  await assert.rejects(expand('tracer', asked([`record:${L1}`], { named: { case: strangers } })), {
    code: 'case_part_needed',
  })
})

test('a person is tied by their role as a fact of the record, officials are not drawn, and each record is an entry of the log with its case', async () => {
  const before = (await entriesOf('record.persons_seen')).length
  const { nodes, edges } = await expand('recorder', asked([`record:${L1}`]))
  const [person] = nodes.filter(({ kind }) => kind === 'named_person')
  assert.deepEqual(
    edges.map(({ from, relation, kind, records, why }) => [from, relation, kind, records, why[0]!.message]),
    [[person!.node, 'possessed', 'fact', [L1], 'connect.why.named_as.holder']],
  )
  assert.ok(!JSON.stringify(nodes).includes('Sgt. Office'))
  assert.ok(!person!.node.includes('Lindqvar'))
  const entries = (await entriesOf('record.persons_seen')).slice(before)
  assert.deepEqual(entries, [{ subjects: [L1, CASE], body: { case: CASE, names: true } }])
  await expand('analyst', asked([`record:${L1}`]))
  assert.deepEqual((await entriesOf('record.persons_seen')).at(-1)?.body, { case: CASE, names: false })
})

test('a witness is hidden and counted until asked for, which is an entry of its own', async () => {
  const without = await expand('recorder', asked([`record:${D1}`]))
  assert.deepEqual(without.leftOut, [{ reason: 'hidden_persons', node: null, label: null, count: 1 }])
  const all = await expand('recorder', asked([`record:${D1}`], { protectedPersons: true }))
  assert.deepEqual(
    personsIn(all)
      .map(({ label, protected: guarded }) => [label, guarded])
      .sort(),
    [
      ['LINDQVAR Anouk', false],
      ['Wilma Witness', true],
    ],
  )
  assert.deepEqual((await entriesOf('graph.protected_seen')).at(-1)?.subjects, [D1, CASE])
})

test('names that read alike among what is drawn are a lead with its reason, and nothing is looked for beyond', async () => {
  const alone = await expand('recorder', asked([`record:${L1}`]))
  assert.deepEqual(
    alone.edges.map(({ relation }) => relation),
    ['possessed'],
  )
  const thing = `person:${randomUUID()}`
  await as('recorder')((context: Context) => thingRows(context, vis, { [thing]: 'Anuk Lindkvar' }))
  const both = await expand('recorder', asked([`record:${L1}`, `record:${D1}`, thing]))
  const labels = new Map(both.nodes.map(({ node, label }) => [node, label!]))
  assert.deepEqual(
    both.edges
      .filter(({ relation }) => relation === 'may_be_same')
      .map(({ from, to, kind, why }) => [
        [labels.get(from)!, labels.get(to)!].sort().join(' ~ '),
        kind,
        why[0]!.message,
      ])
      .sort(),
    [
      ['Anouk Lindqvar ~ LINDQVAR Anouk', 'lead', 'connect.why.names_read_alike'],
      ['Anouk Lindqvar ~ Anuk Lindkvar', 'lead', 'connect.why.names_sound_alike'],
      ['Anuk Lindkvar ~ LINDQVAR Anouk', 'lead', 'connect.why.names_sound_alike'],
    ].sort(),
  )
  // An analyst learns that two hang together, and no name by a firm's or anybody's.
  await give(`record:${D1}`)
  const seen = await expand('analyst', asked([`record:${L1}`, `record:${D1}`, thing]))
  assert.ok(!JSON.stringify(seen).toLowerCase().includes('lindqvar'))
  assert.equal(seen.edges.filter(({ relation }) => relation === 'may_be_same').length, 3)
})

test('two firearms are connected over persons who may be the same, where persons are wanted', async () => {
  const connect = (more: object) =>
    as('recorder')((context) =>
      connectNodes(context, { from: `record:${L1}`, to: `record:${D1}`, most: 10, longest: 6, ...NARROW, ...more }),
    )
  const overPersons = async (more: object) => {
    const { paths, graph } = await connect(more)
    const over = paths.map(({ steps }) => steps.map(({ tie }) => tie.relation))
    return { over: over.filter((relations) => relations.includes('may_be_same')), answer: presentGraph(graph) }
  }
  assert.deepEqual((await overPersons({})).over, [])
  const { over, answer } = await overPersons({ named })
  assert.deepEqual(over, [['possessed', 'may_be_same', 'bought']])
  const person = personsIn(answer).find(({ label }) => label === 'Anouk Lindqvar')!.node
  // Whoever asks about a person gets what names them, and among what is drawn those who may be the same.
  const drawn = answer.nodes.map(({ node }) => node)
  const around = await expand('recorder', asked([person], { named: { case: CASE, drawn } }))
  const firearms = ({ nodes }: GraphAnswer) =>
    nodes.flatMap(({ kind, node }) => (kind === 'firearm' ? [node] : [])).sort()
  assert.deepEqual([firearms(around), namesIn(around)], [firearms(answer), namesIn(answer)])
  await assert.rejects(expand('recorder', asked([person])), { code: 'not_found' })
})

test('persons at a recovery are drawn for its own people as at their desk', async () => {
  const recovery = randomUUID()
  await as('recorder')((context) =>
    saveRecovery(context, {
      recovery,
      form: recoveryOf({
        persons: [
          { field: 'p1', role: 'driver', value: 'Dora Driver' },
          { field: 'p2', role: 'witness', value: 'Wim Witness' },
        ],
      }),
    }),
  )
  const node = `recovery:${recovery}`
  const answer = await expand('recorder', asked([node]))
  assert.deepEqual(namesIn(answer), ['Dora Driver'])
  assert.deepEqual(
    answer.edges.map(({ relation, to }) => [relation, to]),
    [['carried', node]],
  )
  assert.deepEqual(answer.leftOut, [{ reason: 'hidden_persons', node: null, label: null, count: 1 }])
  assert.deepEqual((await entriesOf('recovery.persons_seen')).at(-1)?.subjects, [recovery, CASE])
  const investigators = await expand('investigator', asked([node]))
  assert.deepEqual([personsIn(investigators), investigators.leftOut], [[], []])
})

test('they are taken away and kept by the same switch, are never measured, and go when they were erased', async () => {
  const drawn = await expand('recorder', asked([`record:${L1}`]))
  const nodes = drawn.nodes.map(({ node }) => node)
  const person = personsIn(drawn)[0]!.node
  const out = await as('recorder')((context) => exportGraph(context, { form: 'csv', nodes, named, ...NARROW }))
  assert.ok(out.nodes.some(({ label }) => label === 'Anouk Lindqvar'))
  const without = await as('recorder')((context) => exportGraph(context, { form: 'csv', nodes, ...NARROW }))
  assert.ok(!JSON.stringify(without).includes('Lindqvar'))
  const measured = await as('recorder')((context) => measureGraph(context, { nodes, relevance: true }))
  assert.ok(!JSON.stringify(measured.components).includes(person))

  const graph = randomUUID()
  const layout = {
    name: 'g',
    nodes: nodes.map((node) => ({ node, x: 1, y: 1, pinned: false, collapsed: false })),
    hidden: [],
    group: 'none' as const,
    filters: { relevance: true },
  }
  await as('recorder')((context) => keepGraph(context, { graph, case: CASE, base: 0, layout }))
  const open = (who: Person, more: object = {}) =>
    as(who)(async (context) =>
      (await openGraph(context, { case: CASE, graph, ...more })).kept.layout.nodes.map(({ node }) => node),
    )
  assert.ok((await open('recorder', { named })).includes(person))
  assert.ok(!(await open('recorder')).includes(person))
  assert.ok(!(await open('customs investigator', { named })).includes(person))

  await owner.query(`UPDATE record_person SET review_on = '2020-01-01' WHERE record_id = $1`, [L1])
  const due = await expand('recorder', asked([`record:${L1}`]))
  assert.deepEqual([personsIn(due), due.leftOut], [[], [{ reason: 'review_due', node: null, label: null, count: 1 }]])
  await owner.query('DELETE FROM record_person WHERE record_id = $1', [L1])
  const erased = await expand('recorder', asked([`record:${L1}`]))
  assert.deepEqual([personsIn(erased), erased.leftOut], [[], []])
  assert.ok(!(await open('recorder', { named })).includes(person))
})

test('somebody who is named is recorded in the case by one press, once, with the record as source, and not again once erased', async () => {
  const by = `record:${L2}`
  await give(by)
  const seen = await expand('investigator', asked([by]))
  const [person] = personsIn(seen)
  const record = async (who: Person) => {
    await as(who)((context) => placeOfNamed(context, { case: CASE, named: person!.node, by }))
    return as(who)((context) => addNamed(context, { case: CASE, named: person!.node, by }))
  }
  await assert.rejects(record('analyst'), { code: 'role_needed' })
  await assert.rejects(record('customs investigator'), { code: 'not_found' })
  const thing = await record('investigator')
  assert.equal(await record('investigator'), thing)
  const drawn = await expand('investigator', asked([by, thing], { steps: 1 }))
  assert.deepEqual(
    drawn.edges
      .filter(({ from, to }) => from === thing || to === thing)
      .map(({ relation, kind, records }) => [relation, kind, records])
      .sort(),
    [
      ['in_case', 'fact', []],
      ['may_be_same', 'lead', []],
      ['possessed', 'fact', [L2]],
      ['subject_of', 'fact', []],
    ],
  )
  const { rows } = await owner.query('SELECT value, said ->> $2 AS record FROM thing_value WHERE thing_id = $1', [
    idOf(thing),
    'record',
  ])
  assert.deepEqual(rows, [{ value: 'Other Holder', record: L2 }])
  await owner.query(
    `INSERT INTO thing_erasure (thing_id, agency_id, reason, erased_by)
     SELECT id, agency_id, 'data_subject', opened_by FROM thing WHERE id = $1`,
    [idOf(thing)],
  )
  await assert.rejects(record('investigator'), { code: 'thing_erased' })
})
