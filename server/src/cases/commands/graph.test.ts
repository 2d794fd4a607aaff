import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type GraphAnswer, graphExpandRequest } from '@proofmark/contract/schemas/graph'
import pg from 'pg'
import type { Context, Run } from '../../access/context.ts'
import { personOf } from '../../testing/desks.ts'
import { letIn, openCaseRows, type TieRows, thingRows, tieRows } from '../../testing/graph-rows.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentGraph } from '../present/graph.ts'
import { presentGraphFile } from '../present/graph-file.ts'
import { presentPaths } from '../present/paths.ts'
import { idOf, type NodeName } from '../rules/graph/node.ts'
import { valueKey } from '../rules/value-key.ts'
import { askGraph } from './ask-graph.ts'
import { connectNodes } from './connect-nodes.ts'
import { type Expansion, expandGraph } from './expand-graph.ts'
import { exportGraph } from './export-graph.ts'
import { findNodes } from './find-nodes.ts'
import { keepGraph, openGraph } from './keep-graph.ts'

const database = await testDatabase()
const lead = await personOf(database, 'Police', 'lead', ['investigator'])
const guest = await personOf(database, 'Customs', 'guest', ['investigator'])
const analyst = await personOf(database, 'Police', 'analyst', ['analyst'])

/** Runs in the name of somebody whose rights are resolved anew each time. */
const as =
  (account: string): Run =>
  async (work) =>
    database.as(await database.reader(account), work)

const node = (kind: string): NodeName => `${kind}:${randomUUID()}`
const tie = (from: NodeName, to: NodeName, relation: TieRows['relation'], more: Partial<TieRows> = {}): TieRows => ({
  ...{ id: randomUUID(), from, to, relation },
  ...more,
})
const NARROW = { relevance: true, protectedPersons: false } as const
const asked = (nodes: readonly NodeName[], more: Partial<Expansion> = {}): Expansion => ({
  ...{ nodes: [...nodes], steps: 1, most: 500, ...NARROW },
  ...more,
})
const expand = async (account: string, wanted: Expansion): Promise<GraphAnswer> =>
  presentGraph(await as(account)((context) => expandGraph(context, wanted)))
const namesIn = ({ nodes }: GraphAnswer) => nodes.map((each) => each.node).sort()

const CASE = randomUUID()
const vis = await openCaseRows(as(lead), { id: CASE, reference: 'P 7/26', members: [guest, analyst] })
const put = (things: Readonly<Record<NodeName, string>>, ties: readonly TieRows[], of = vis) =>
  as(lead)(async (context: Context) => {
    await thingRows(context, of, things)
    await tieRows(context, of, ties)
  })

test('a firearm’s ties lead on, each with its standing, and paths of facts go before those of leads', async () => {
  const [one, middle, short, other] = [node('person'), node('telephone'), node('vehicle'), node('person')]
  await put({ [one]: 'One', [middle]: '+1', [short]: 'XA 1', [other]: 'Other' }, [
    tie(one, middle, 'uses'),
    tie(other, middle, 'uses'),
    tie(one, short, 'uses', { standing: 'lead' }),
    tie(other, short, 'uses', { standing: 'lead' }),
  ])
  const { paths } = await as(lead)((context) =>
    connectNodes(context, { from: one, to: other, most: 10, longest: 6, ...NARROW }),
  )
  assert.deepEqual(
    paths.map(({ steps }) => steps.map(({ to, tie: { kind } }) => [to, kind])),
    [
      [
        [middle, 'fact'],
        [other, 'fact'],
      ],
      [
        [short, 'lead'],
        [other, 'lead'],
      ],
    ],
  )
  assert.ok(paths[0]!.weight > paths[1]!.weight)
  const { nodes, edges } = await expand(lead, asked([one], { standings: ['fact'] }))
  assert.deepEqual(nodes.map(({ label }) => label).sort(), ['+1', 'One'])
  assert.deepEqual(
    edges.map(({ kind, relation, said }) => [kind, relation, said?.by, said?.agency]),
    [['fact', 'uses', 'lead', 'Police']],
  )
})

test('in the order of days a longer path is found where the shorter goes back, from the one end and not from the other', async () => {
  const [one, two, three, four] = [node('person'), node('group'), node('group'), node('person')]
  const on = (day: string) => ({ fromDay: day, toDay: day })
  await put({ [one]: 'One', [two]: 'Two', [three]: 'Three', [four]: 'Four' }, [
    tie(one, two, 'passed_to', on('2022-05-01')),
    tie(two, four, 'passed_to', on('2021-01-01')),
    tie(two, three, 'related_to'),
    tie(three, four, 'passed_to', { fromDay: '2020-01-01' }),
  ])
  const connect = async (from: NodeName, to: NodeName, inOrder: boolean) => {
    const wanted = { from, to, most: 10, longest: 6, inOrder, ...NARROW }
    const { paths } = presentPaths(await as(lead)((context) => connectNodes(context, wanted)))
    assert.ok(paths.every(({ steps }) => steps.every(({ forward }) => forward === (from === one))))
    return paths.map(({ steps }) => steps.map(({ to: end, fromDay, toDay }) => [end, fromDay, toDay]))
  }
  assert.deepEqual(
    (await connect(one, four, false)).map(({ length }) => length),
    [2, 3],
  )
  assert.deepEqual(await connect(one, four, true), [
    [
      [two, '2022-05-01', '2022-05-01'],
      [three, null, null],
      [four, '2020-01-01', null],
    ],
  ])
  assert.deepEqual(
    (await connect(four, one, true)).map(({ length }) => length),
    [2, 3],
  )
})

test('what many share ties nothing together, is left out with its number, and comes back when asked for', async () => {
  const [one, other, station] = [node('person'), node('person'), node('address')]
  const crowd = Array.from({ length: 30 }, () => node('person'))
  await put(
    {
      [one]: 'One',
      [other]: 'Other',
      [station]: 'The police station',
      ...Object.fromEntries(crowd.map((each) => [each, 'P'])),
    },
    [one, other, ...crowd].map((each) => tie(each, station, 'related_to')),
  )
  const connect = (relevance: boolean) =>
    as(lead)((context) => connectNodes(context, { from: one, to: other, most: 10, longest: 4, ...NARROW, relevance }))
  const without = await connect(true)
  assert.deepEqual(without.paths, [])
  assert.deepEqual(without.graph.leftOut, [
    { reason: 'common_value', node: station, label: 'The police station', count: 32 },
  ])
  assert.equal((await connect(false)).paths.length, 1)
  const { nodes, leftOut } = await expand(lead, asked([one]))
  assert.deepEqual(
    nodes.map((each) => each.node),
    [one],
  )
  assert.deepEqual(leftOut, [{ reason: 'common_value', node: station, label: 'The police station', count: 32 }])
})

test('whatever of a node’s neighbours is hidden changes neither nodes nor degrees, though the tie may be read', async () => {
  const [seen, beside, secret] = [node('person'), node('vehicle'), node('person')]
  const inner = await openCaseRows(as(lead), { id: randomUUID(), reference: 'P 8/26', members: [] })
  await put({ [seen]: 'Seen', [beside]: 'XA 2' }, [tie(seen, beside, 'owns')])
  const before = await expand(guest, asked([seen], { steps: 3 }))
  await put({ [secret]: 'Secret' }, [tie(secret, beside, 'uses')], inner)
  await put({}, [tie(seen, secret, 'in_contact_with')])
  assert.deepEqual(await expand(guest, asked([seen], { steps: 3 })), before)
  assert.deepEqual(namesIn(await expand(lead, asked([seen]))), [seen, beside, secret].sort())
  await assert.rejects(expand(guest, asked([secret])), { code: 'not_found' })
  const mixed = await expand(guest, asked([seen, secret]))
  assert.deepEqual(mixed.leftOut, [{ reason: 'not_visible', node: secret, label: null, count: 1 }])
})

test('victims and witnesses are left out until somebody asks for them, and that is an entry of the log', async () => {
  const [suspect, witness] = [node('person'), node('person')]
  const category = (of: string) => ({ case: CASE, said: { category: of } })
  await put({ [suspect]: 'Suspect', [witness]: 'Witness' }, [
    tie(suspect, witness, 'in_contact_with'),
    tie(witness, `case:${CASE}`, 'subject_of', category('witness')),
    tie(witness, `case:${CASE}`, 'subject_of', category('suspect')),
  ])
  const without = await expand(lead, asked([suspect]))
  assert.deepEqual(namesIn(without), [suspect])
  assert.deepEqual(without.leftOut, [{ reason: 'hidden_persons', node: null, label: null, count: 1 }])
  const all = await expand(lead, asked([suspect], { protectedPersons: true }))
  assert.deepEqual(
    all.nodes.map((each) => [each.label, each.protected]),
    [
      ['Suspect', false],
      ['Witness', true],
    ],
  )
  const { rows } = await database
    .pool('backup')
    .query("SELECT subjects FROM audit_entry WHERE action = 'graph.protected_seen'")
  assert.deepEqual(rows, [{ subjects: [witness.slice('person:'.length)] }])
  const unnamed = await expand(analyst, asked([suspect]))
  assert.deepEqual(
    unnamed.nodes.map(({ kind, label }) => [kind, label]),
    [['person', null]],
  )
})

test('whoever was judged one with a witness is left out as the witness is, and those who may see no persons ask for neither', async () => {
  const [suspect, twin, witness] = [node('person'), node('person'), node('person')]
  await put({ [suspect]: 'Suspect', [twin]: 'Twin of Witness', [witness]: 'Witness' }, [
    tie(suspect, twin, 'in_contact_with'),
    tie(witness, `case:${CASE}`, 'subject_of', { case: CASE, said: { category: 'witness' } }),
  ])
  await as(lead)(({ client, reader }) =>
    client.query(
      `INSERT INTO thing_judgement (thing_id, other_id, number, id, vis, other_vis, verdict, judged_by)
       SELECT one, other, 900, $3, $4, $4, 'same', $5
       FROM (VALUES ($1::uuid, $2::uuid), ($2, $1)) AS pair (one, other)`,
      [idOf(twin), idOf(witness), randomUUID(), vis, reader.account],
    ),
  )
  for (const account of [lead, analyst]) {
    const without = await expand(account, asked([suspect], { steps: 2 }))
    assert.deepEqual(namesIn(without), [suspect])
    assert.ok(!JSON.stringify(without).includes(twin))
  }
  assert.deepEqual((await as(lead)((context) => findNodes(context, { text: 'Twin of' }))).nodes, [])
  const all = await expand(lead, asked([suspect], { steps: 2, protectedPersons: true }))
  assert.deepEqual(
    all.nodes
      .filter((each) => each.protected)
      .map((each) => each.node)
      .sort(),
    [twin, witness].sort(),
  )
  const refused = await expand(analyst, asked([suspect], { steps: 2, protectedPersons: true }))
  assert.deepEqual(
    [namesIn(refused), refused.leftOut],
    [[suspect], [{ reason: 'hidden_persons', node: null, label: null, count: 1 }]],
  )
})

test('a grant that ends while the graph is open ends what comes next, with a clear answer and nothing lost', async () => {
  const [person, vehicle] = [node('person'), node('vehicle')]
  const graph = randomUUID()
  await put({ [person]: 'P', [vehicle]: 'V' }, [tie(person, vehicle, 'owns')])
  const layout = { name: 'ours', hidden: [], group: 'none', filters: { relevance: true } } as const
  const placed = (...nodes: NodeName[]) => ({
    ...layout,
    hidden: [],
    nodes: nodes.map((each) => ({ node: each, x: 1, y: 2, pinned: false, collapsed: false })),
  })
  const keep = (account: string, base: number, nodes: NodeName[]) =>
    as(account)((context) => keepGraph(context, { graph, case: CASE, base, layout: placed(...nodes) }))
  assert.equal((await keep(guest, 0, [person, vehicle])).version, 1)
  assert.deepEqual(await keep(lead, 1, [vehicle]).then(({ version, beside }) => [version, beside.length]), [2, 0])
  // Both began from the first version: the second is told of the other, and both are there.
  const second = await keep(guest, 1, [person])
  assert.deepEqual([second.version, second.beside.map(({ version, by }) => [version, by])], [3, [[2, 'lead']]])
  assert.equal((await keep(guest, 1, [person])).version, 3)
  const opened = await as(lead)((context) => openGraph(context, { case: CASE, graph }))
  assert.deepEqual(
    [opened.kept.version, opened.versions.map(({ version, base }) => [version, base])],
    [
      3,
      [
        [3, 1],
        [2, 1],
        [1, 0],
      ],
    ],
  )
  assert.equal((await expand(guest, asked([person]))).nodes.length, 2)
  await as(lead)((context) => letIn(context, CASE, guest, 2, undefined, 'none'))
  await assert.rejects(expand(guest, asked([person])), { code: 'not_found' })
  await assert.rejects(keep(guest, 3, [person]), { code: 'not_found' })
  assert.equal((await expand(lead, asked([person]))).nodes.length, 2)
})

test('a graph is kept with what it was narrowed to, which whoever may not see that case is not told', async () => {
  const [person, other] = [node('person'), randomUUID()]
  const graph = randomUUID()
  await put({ [person]: 'P' }, [])
  await openCaseRows(as(lead), { id: other, reference: 'P 10/26', members: [] })
  const layout = (within: string | null) => ({
    ...({ name: 'narrowed', hidden: [], group: 'none', filters: { relevance: true }, within, places: true } as const),
    hidden: [],
    nodes: [{ node: person, x: 1, y: 2, pinned: false, collapsed: false }],
  })
  const keep = (account: string, base: number, within: string | null) =>
    as(account)((context) => keepGraph(context, { graph, case: CASE, base, layout: layout(within) }))
  const opened = async (account: string) => {
    const { kept } = await as(account)((context) => openGraph(context, { case: CASE, graph }))
    return [kept.layout.within, kept.layout.places, kept.layout.nodes.length]
  }
  await keep(lead, 0, other)
  assert.deepEqual(await opened(lead), [other, true, 1])
  assert.deepEqual(await opened(analyst), [undefined, true, 1])
  await assert.rejects(keep(analyst, 1, other), { code: 'not_found' })
  await keep(analyst, 1, CASE)
  assert.deepEqual(await opened(analyst), [CASE, true, 1])
})

test('hundreds of nodes are asked about at once how they hang together, and a step goes from few of them', async () => {
  const people = Array.from({ length: 250 }, () => node('person'))
  await put(Object.fromEntries(people.map((each) => [each, 'P'])), [tie(people[0]!, people[249]!, 'related_to')])
  const wanted = { nodes: people, grounds: { purpose: 'criminal_investigation' } }
  const { nodes, edges } = await expand(lead, graphExpandRequest.parse({ ...wanted, steps: 0 }))
  assert.deepEqual([nodes.length, edges.length], [250, 1])
  const refused = graphExpandRequest.safeParse({ ...wanted, steps: 1 }).error?.issues
  assert.deepEqual(
    refused?.map(({ path, code }) => [path, code]),
    [[['nodes'], 'too_big']],
  )
})

test('a contribution that is withdrawn leaves the graph, and what others built upon it stays by itself', async () => {
  const [one, given, built] = [node('person'), node('telephone'), node('person')]
  const theirs = tie(one, given, 'uses', { case: CASE })
  await put({ [one]: 'One', [given]: '+2', [built]: 'Built' }, [theirs, tie(built, given, 'uses')])
  assert.equal((await expand(lead, asked([one], { steps: 2 }))).nodes.length, 3)
  await as(lead)(({ client, reader }) =>
    client.query('UPDATE tie SET withdrawn_by = $2, withdrawn_at = now() WHERE id = $1', [theirs.id, reader.account]),
  )
  assert.deepEqual(namesIn(await expand(lead, asked([one], { steps: 2 }))), [one])
  assert.deepEqual(namesIn(await expand(lead, asked([built]))), [built, given].sort())
})

test('a file for a court or another state leaves out what handling codes keep from them, and another agency’s names', async () => {
  const [one, free, court, secret] = [node('vehicle'), node('telephone'), node('telephone'), node('telephone')]
  const joint = await openCaseRows(as(lead), { id: randomUUID(), reference: 'P 9/26', members: [guest] })
  const graded = (code: string) => ({
    said: { evaluation: { scheme: 'europol', sourceGrade: 'A', informationGrade: '1', codes: [code] } },
  })
  const ties = [
    tie(one, free, 'registered_to', graded('H0')),
    tie(one, court, 'registered_to', graded('H1')),
    tie(one, secret, 'registered_to', graded('H2')),
  ]
  await put({ [one]: 'XA 77', [free]: '+71', [court]: '+72', [secret]: '+73' }, ties, joint)
  await as(lead)(({ client }) =>
    client.query('UPDATE thing_value SET said = $2 WHERE thing_id = $1', [
      secret.slice('telephone:'.length),
      JSON.stringify(graded('H2').said),
    ]),
  )
  const nodes = [one, free, court, secret]
  const told = async (account: string, audience: 'own' | 'court' | 'onward') => {
    const file = await as(account)((context) => exportGraph(context, { form: 'csv', audience, nodes, ...NARROW }))
    const named = file.nodes.flatMap(({ label }) => label ?? []).sort()
    return [file.ties.map(({ to }) => nodes.indexOf(to)).sort(), named]
  }
  assert.deepEqual(await told(lead, 'own'), [
    [1, 2, 3],
    ['+71', '+72', '+73', 'XA 77'],
  ])
  assert.deepEqual(await told(lead, 'court'), [[1], ['+71', '+72', 'XA 77']])
  assert.deepEqual(await told(lead, 'onward'), [
    [1, 2],
    ['+71', '+72', 'XA 77'],
  ])
  assert.deepEqual(await told(guest, 'own'), await told(lead, 'own'))
  assert.deepEqual(await told(guest, 'onward'), [[], []], 'what the police keep at H2 is not for customs to pass on')
})

test('of persons, groups and organisations no figure is told by any door, and of things one is', async () => {
  const [busy, quiet, group, car] = [node('person'), node('person'), node('group'), node('vehicle')]
  const numbers = Array.from({ length: 3 }, () => node('telephone'))
  await put(
    {
      ...{ [busy]: 'Busy', [quiet]: 'Quiet', [group]: 'Group', [car]: 'XA 3' },
      ...Object.fromEntries(numbers.map((each) => [each, '+5'])),
    },
    [
      ...numbers.map((each) => tie(busy, each, 'uses')),
      ...[tie(busy, car, 'sold'), tie(busy, group, 'member_of'), tie(quiet, group, 'member_of')],
      ...[tie(quiet, car, 'uses'), tie(busy, quiet, 'sold')],
    ],
  )
  const answer = await expand(lead, asked([busy, quiet, group, car], { steps: 0 }))
  const told = new Map(answer.nodes.map((each) => [each.node, [each.degree, each.more]]))
  assert.deepEqual(
    [busy, quiet, group, car].map((each) => told.get(each)),
    [
      [null, true],
      [null, false],
      [null, false],
      [2, false],
    ],
  )
  const export_ = (form: 'csv' | 'graphml') =>
    as(lead)((context) => exportGraph(context, { form, nodes: [busy, quiet, group, car], ...NARROW }))
  for (const form of ['csv', 'graphml'] as const) {
    const { bytes } = presentGraphFile(await export_(form), form, (id) => id)
    assert.doesNotMatch(new TextDecoder().decode(bytes), /degree|more|count|[>,"][0-9]+[<,"]/)
  }
  const { findings } = await as(lead)((context) =>
    askGraph(context, { question: 'who_supplied', nodes: [quiet], ...NARROW }),
  )
  assert.deepEqual(
    findings.map(({ nodes, values, paths }) => [nodes, values, paths.length]),
    [[[busy], {}, 2]],
  )
})

test('questions answer by their definitions: who supplied a group, which firearm several cases share, what is new', async () => {
  const [group, member, seller] = [node('group'), node('person'), node('person')]
  await put({ [group]: 'Group', [member]: 'Member', [seller]: 'Seller' }, [
    tie(member, group, 'member_of'),
    tie(seller, member, 'sold', { standing: 'assessment' }),
  ])
  const ask = (question: 'who_supplied' | 'shared_firearms' | 'changed_since', nodes: NodeName[]) =>
    as(lead)((context) => askGraph(context, { question, nodes, ...NARROW }))
  const { findings } = await ask('who_supplied', [group])
  assert.deepEqual(
    findings.map(({ nodes, paths }) => [nodes, paths.map(({ steps }) => steps.map(({ to }) => to))]),
    [[[seller], [[member, seller]]]],
  )
  const { findings: fresh } = await ask('changed_since', [group])
  assert.deepEqual(
    fresh.map(({ nodes }) => nodes),
    [[member, group]],
  )
  await assert.rejects(ask('shared_firearms', [group]), { code: 'graph_question_unfit' })
})

test('a thing is found by what a value reads as, and by the beginning of a value or of one of its words', async () => {
  const [person, car, quay] = [node('person'), node('vehicle'), node('organisation')]
  await put(
    { [person]: 'Yosif Karadem', [car]: 'KX-7731 b', [quay]: 'Trading  Company of the Northern Quay and Sons' },
    [],
  )
  await as(lead)(({ client, recordSecret }) =>
    client.query("UPDATE thing_value SET key = $2 WHERE thing_id = $1 AND field = 'name'", [
      idOf(car),
      valueKey(recordSecret, 'plate', 'KX-7731 b'),
    ]),
  )
  const found = async (account: string, text: string) =>
    (await as(account)((context) => findNodes(context, { text }))).nodes.map((each) => each.node)
  for (const text of ['kx 7731B', 'KX-77', 'kx-7731 b']) assert.deepEqual(await found(lead, text), [car], text)
  for (const text of ['yosif', 'KARAD', 'Yosif Karadem']) assert.deepEqual(await found(lead, text), [person], text)
  for (const text of ['company', 'NORTH', 'trading', 'sons']) assert.deepEqual(await found(lead, text), [quay], text)
  for (const text of ['osif', '%', '_X']) assert.deepEqual(await found(lead, text), [], text)
  assert.deepEqual(await found(analyst, 'yosif'), [])
})

test('a case’s own ties are found however many others a node has, and what is common stays so by all its ties', async () => {
  const [hub, car, own, line] = [node('person'), node('vehicle'), node('person'), node('telephone')]
  const [other, crowd] = [randomUUID(), Array.from({ length: 30 }, () => node('person'))]
  const apart = await openCaseRows(as(lead), { id: other, reference: 'P 9/26', members: [] })
  await put(
    {
      ...{ [hub]: 'Hub', [car]: 'XA 5', [own]: 'Own', [line]: '+6' },
      ...Object.fromEntries(crowd.map((each) => [each, 'P'])),
    },
    [
      tie(hub, own, 'in_contact_with', { id: `ffffffff${randomUUID().slice(8)}`, case: CASE }),
      ...[hub, own].map((each) => tie(each, line, 'uses', { case: CASE })),
      ...crowd.map((each) => tie(each, line, 'uses')),
    ],
  )
  await as(lead)(({ client, reader }) =>
    client.query(
      `INSERT INTO tie (node_id, id, node_kind, other_kind, other_id, forward, vis, case_id, agency_id, relation, standing, said_by)
       SELECT e.node, md5($1::text || n)::uuid, e.kind, e.other_kind, e.other, e.kind = 'person', $3, $4, $5, 'uses', 'fact', $6
       FROM generate_series(1, 1100) n,
         (VALUES ($1::uuid, 'person', 'vehicle', $2::uuid), ($2::uuid, 'vehicle', 'person', $1::uuid))
           AS e (node, kind, other_kind, other)`,
      [idOf(hub), idOf(car), apart, other, reader.agency!.id, reader.account],
    ),
  )
  // As the database does by itself: until then it takes every node to have few ties.
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('ANALYZE tie')
  await owner.end()
  const { nodes, edges, leftOut } = await expand(lead, asked([hub], { within: CASE }))
  assert.deepEqual(nodes.map(({ label }) => label).sort(), ['Hub', 'Own'])
  assert.deepEqual(
    edges.map(({ from, to }) => [from, to]),
    [[hub, own]],
  )
  assert.deepEqual(leftOut, [{ reason: 'common_value', node: line, label: '+6', count: 32 }])
  const all = await expand(lead, asked([hub], { within: CASE, relevance: false }))
  assert.deepEqual(all.nodes.map(({ label }) => label).sort(), ['+6', 'Hub', 'Own'])
  assert.deepEqual(all.leftOut, [])
  const anywhere = await expand(lead, asked([hub], { kinds: ['person', 'telephone'] }))
  assert.deepEqual(
    anywhere.leftOut.filter(({ node: of }) => of === hub),
    [{ reason: 'too_many_neighbours', node: hub, label: 'Hub', count: null }],
  )
})

test('two things that somebody judged to be one stay two nodes with a tie, until the judgement is withdrawn', async () => {
  const [one, other] = [node('telephone'), node('telephone')]
  await put({ [one]: '+3', [other]: '003' }, [])
  const judge = (number: number, verdict: string) =>
    as(lead)(({ client, reader }) =>
      client.query(
        `INSERT INTO thing_judgement (thing_id, other_id, number, id, vis, other_vis, verdict, judged_by)
         VALUES ($1, $2, $3, $4, $5, $5, $6, $7)`,
        [one.slice(10), other.slice(10), number, randomUUID(), vis, verdict, reader.account],
      ),
    )
  await judge(1, 'same')
  for (const seen of [one, other]) {
    const { edges } = await expand(lead, asked([seen]))
    assert.deepEqual(
      edges.map(({ relation, kind }) => [relation, kind]),
      [['same_thing', 'assessment']],
    )
  }
  await judge(2, 'withdrawn')
  assert.deepEqual(namesIn(await expand(lead, asked([other]))), [other])
})
