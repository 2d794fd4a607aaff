import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import type { GraphAnswer } from '@proofmark/contract/schemas/graph'
import type { ConsignmentShown } from '@proofmark/contract/schemas/graph-work'
import pg from 'pg'
import type { Context, Run } from '../../access/context.ts'
import { saveRecovery } from '../../custody/commands/save-recovery.ts'
import { saveItem } from '../../linkage/commands/save-item.ts'
import { answerSavedItem } from '../../linkage/pointers/answer.ts'
import { settlePointers } from '../../linkage/pointers/settle.ts'
import { addSource } from '../../records/commands/add-source.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { personOf } from '../../testing/desks.ts'
import { openCaseRows, thingRows, tieRows } from '../../testing/graph-rows.ts'
import { matchAll } from '../../testing/matching.ts'
import { recoveryOf } from '../../testing/recoveries.ts'
import { sourcesWith } from '../../testing/sources.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { importRows } from '../../testing/twins/rows.ts'
import { presentGraph } from '../present/graph.ts'
import { presentConsignment } from '../present/paths.ts'
import { countryNode } from '../rules/graph/country-node.ts'
import { idOf } from '../rules/graph/node.ts'
import { askGraph } from './ask-graph.ts'
import { connectNodes } from './connect-nodes.ts'
import { expandGraph } from './expand-graph.ts'
import { findNodes } from './find-nodes.ts'
import { measureGraph } from './measure-graph.ts'
import { showConsignment } from './show-consignment.ts'

const database = await testDatabase()
const steward = await personOf(database, 'Police', 'steward', ['data_steward', 'recorder'])
const lead = await personOf(database, 'Police', 'lead', ['investigator'])
const customs = await personOf(database, 'Customs', 'customs', ['data_steward', 'recorder', 'investigator'])
const tracer = await personOf(database, 'Police', 'tracer', ['trace_officer'])
const accounts = new Map([
  ['steward', steward],
  ['customs', customs],
])
const as = async <Answer>(account: string, work: (context: Context) => Promise<Answer>): Promise<Answer> =>
  database.as(await database.reader(account), work)
const run: Run = (work) => as(lead, work)
const OPEN = { agency: 'Police', visibility: 'open', by: 'steward' } as const
const HEAD = 'id,serial,make,model,calibre,type,country,date,place,ref,reason'

const source = sourcesWith(database, accounts, HEAD, OPEN)

const firearm = (key: string, serial: string, day: string, ref: string) =>
  `${key},${serial},Taurus,PT 92,9x19mm,pistol,BR,${day},Porto,${ref},`
await source('deliveries', 'delivery', [
  firearm('D1', 'TKR10441', '2019-03-01', 'PL 77/19'),
  firearm('D2', 'TKR10442', '2019-03-01', 'PL-77-19'),
  // Another day, another packing list; three numbers further on.
  firearm('D3', 'TKR10445', '2019-05-01', 'PL 91/19'),
  // By the same list on another day, and far off in the count.
  firearm('D4', 'TKR19000', '2019-06-01', 'PL 77/19'),
  firearm('D5', 'KXV77231', '2019-07-01', 'private').replace('Porto', 'PORTO '),
  firearm('D6', 'KXV99871', '2019-07-01', 'private'),
])
await database.as(await database.installer(), (context) =>
  addSource(context, {
    name: 'licences',
    kind: 'import-licence',
    agency: 'Police',
    handling: 'H0',
    visibility: 'open',
  }),
)
const LICENCE = 'id,serial,make,date,ref,quantity\nP1,TKR10400-TKR10499,Taurus,2019-03-01,PL 77/19,100'
await importRows({ database, accounts }, 'steward', 'licences', LICENCE)
await source('seizures', 'seizure', [firearm('S1', 'TKR10441', '2021-05-01', 'BO 1')])
const theirs = { agency: 'Customs', by: 'customs' } as const
await source('border', 'find', [firearm('B1', 'TKR10441', '2022-05-01', '')], { ...theirs, visibility: 'pointer' })
await source(
  'covert',
  'find',
  [firearm('C1', 'TKR10441', '2022-06-01', ''), firearm('C2', 'KXV55551', '2022-06-01', '')],
  { ...theirs, visibility: 'silent' },
)
await matchAll(database)
const record = (of: string, key: string) => run((context) => recordNamed(context, of, key, undefined))
const NARROW = { relevance: true, protectedPersons: false } as const

test('what came together is said with its reason: by document and day, by numbers in series, and not by a word', async () => {
  const { members } = await run(async (context) => showConsignment(context, await record('seizures', 'S1')))
  assert.deepEqual(
    members.map(({ key, reasons }) => [
      key,
      reasons.map(({ reason, values }) => [reason, values.apart ?? values.day ?? values.first]),
    ]),
    [
      [
        'D2',
        [
          ['same_document', '2019-03-01'],
          ['serial_run', 1],
        ],
      ],
      [
        'P1',
        [
          ['same_document', '2019-03-01'],
          ['serial_range', 'TKR10400'],
        ],
      ],
      ['D3', [['serial_run', 4]]],
    ],
  )
  const licence = members.find(({ key }) => key === 'P1')!
  const { event, document, numbers, quantity } = licence
  assert.deepEqual([event, document, numbers, quantity], ['import-licence', 'PL 77/19', 'TKR10400-TKR10499', 100])
  const [drawn] = presentGraph(
    await run((context) => expandGraph(context, { nodes: [licence.firearm], steps: 0, most: 10, ...NARROW })),
  ).nodes
  assert.deepEqual(
    [drawn?.kind, drawn?.label, drawn?.detail.map(({ message }) => message)],
    ['record', 'PL 77/19', ['word.event.import-licence', 'connect.detail.quantity', 'connect.detail.numbers']],
  )
  const { members: none } = await run(async (context) => showConsignment(context, await record('deliveries', 'D5')))
  assert.deepEqual(none, [])
})

const together = async (of: string, key: string) =>
  presentConsignment(await run(async (context) => showConsignment(context, await record(of, key))), sayIn('en'))

test('a licence and a packing list are found by the range of numbers that they state, and hidden ones leave no trace', async () => {
  const held = (key: string, serial: string, make = 'Taurus') =>
    `${key},${serial},${make},PT 92,9x19mm,pistol,BR,2020-02-02,,,`
  const held5 = ['QRV50010', 'QRV50011', 'QRV5001?', 'QRV150010'].map((serial, at) => held(`H${at}`, serial))
  await source('held', 'find', [...held5, held('H5', 'QRV50012', 'Glock'), held('H6', 'QRV777999')])
  const add = (name: string, by: 'steward' | 'customs', rows: readonly string[]) =>
    importRows({ database, accounts }, by, name, ['id,serial,make,date,ref,quantity', ...rows].join('\n'))
  await add('licences', 'steward', [
    'P2,de QRV50000 a QRV50099,Taurus,2018-01-01,IL 7/18,90',
    'P3,QRV700000 to QRV799999,,2018-01-01,,100000',
    // A list of two, one number, and a number that was worn: no ranges.
    'P4,QRV50000-QRV50099,Taurus,2018-01-01,IL 8/18,2',
    'P5,QRV50001 to QRV50099,Taurus,2018-01-01,IL 9/18,1',
    'P6,QRV50?00 to QRV50099,Taurus,2018-01-01,IL 10/18,100',
  ])
  const before = [await together('held', 'H0'), await together('licences', 'P2')]
  await database.as(await database.installer(), (context) =>
    addSource(context, {
      name: 'silent',
      kind: 'import-licence',
      agency: 'Customs',
      handling: 'H0',
      visibility: 'silent',
    }),
  )
  await add('silent', 'customs', ['Q1,QRV50000 to QRV50099,Taurus,2018-01-01,IL 11/18,100'])
  await source('silently held', 'find', [held('Q2', 'QRV50013')], { ...theirs, visibility: 'silent' })
  await matchAll(database)
  assert.deepEqual([await together('held', 'H0'), await together('licences', 'P2')], before)
  const [own, licence] = before as [ConsignmentShown, ConsignmentShown]
  assert.deepEqual(
    own.members.map(({ key, why }) => [key, why]),
    [
      [
        'P2',
        'The number QRV50010 lies in the range from QRV50000 to QRV50099 that document IL 7/18 states; the range counts 100, the quantity says 90.',
      ],
      ['H1', 'Of the same make, its number QRV50011 stands behind by 1, in an unbroken run of known numbers.'],
    ].sort(([one], [other]) => (one! < other! ? -1 : 1)),
  )
  assert.deepEqual(
    licence.members.map(({ key, reasons }) => [key, reasons]),
    [
      ['H0', ['serial_range']],
      ['H1', ['serial_range']],
    ],
  )
  const long = await together('held', 'H6')
  assert.deepEqual(
    long.members.map(({ key, why }) => [key, why]),
    [['P3', 'The number QRV777999 lies in the range from QRV700000 to QRV799999 that the record states.']],
  )
  const { members, leftOut } = await together('licences', 'P3')
  assert.deepEqual(members, [], 'of a long range the first numbers are looked for')
  assert.deepEqual(
    leftOut.map(({ reason, count, why }) => [reason, count, why]),
    [['serial_range', 90_000, 'Numbers or records of its ranges that are not told: 90000']],
  )
  const drawn = async (of: string, key: string, work: Run = run) =>
    work(async (context) => {
      const node = `record:${await recordNamed(context, of, key, undefined)}`
      const { ties } = await expandGraph(context, { nodes: [node], steps: 1, most: 50, ...NARROW })
      return ties
        .filter(({ id }) => id.startsWith('range:'))
        .map(({ relation, kind, to }) => [relation, kind, idOf(to)])
    })
  const stating = await record('licences', 'P2')
  assert.deepEqual(await drawn('held', 'H0'), [['in_consignment', 'lead', stating]])
  assert.deepEqual(
    await drawn('licences', 'P2'),
    [0, 1].map(() => ['in_consignment', 'lead', stating]),
  )
  assert.equal((await drawn('held', 'H0', (work) => as(customs, work))).length, 2)
  const theirsToo = await as(customs, async (context) =>
    showConsignment(context, await recordNamed(context, 'held', 'H0', undefined)),
  )
  assert.deepEqual(theirsToo.members.map(({ key }) => key).sort(), ['H1', 'P2', 'Q1', 'Q2'])
})

test('records of one firearm are one node, and what is tied to any of them is tied to it', async () => {
  const [delivered, seized, beside, licence] = [
    await record('deliveries', 'D1'),
    await record('seizures', 'S1'),
    await record('deliveries', 'D2'),
    await record('licences', 'P1'),
  ]
  const holder = `person:${randomUUID()}`
  const vis = await openCaseRows(run, { id: randomUUID(), reference: 'P 9/26', members: [] })
  await run(async (context) => {
    await thingRows(context, vis, { [holder]: 'Holder' })
    const tie = { id: randomUUID(), from: holder, to: `record:${seized}`, relation: 'possessed' } as const
    await tieRows(context, vis, [{ ...tie, records: [seized] }])
  })
  const wanted = { nodes: [`record:${delivered}`], steps: 2, most: 100, ...NARROW }
  const { nodes, ties } = await run((context) => expandGraph(context, wanted))
  const [smallest] = [delivered, seized].sort()
  const own = `firearm:${smallest}`
  const together = `consignment:${[delivered, beside, licence].sort()[0]}`
  assert.deepEqual(
    nodes.map(({ node, label }) => [node, label]),
    [
      [own, 'Taurus PT 92 TKR10441'],
      [together, nodes[1]!.label],
      [holder, 'Holder'],
      [`firearm:${beside}`, 'Taurus PT 92 TKR10442'],
      [`record:${licence}`, 'PL 77/19'],
      // By the licence's range alone, and no document of its own.
      [`firearm:${await record('deliveries', 'D3')}`, 'Taurus PT 92 TKR10445'],
    ].sort((one, other) => order(nodes, one[0]!) - order(nodes, other[0]!)),
  )
  assert.deepEqual(
    ties.map(({ from, to, records }) => [from, to, records]).filter(([from]) => from === holder),
    [[holder, own, [seized]]],
  )
  const { findings } = await run((context) =>
    askGraph(context, { question: 'hands_in_order', nodes: [`record:${delivered}`], ...NARROW }),
  )
  assert.deepEqual(
    findings.map(({ message, nodes: of, records: on = [], order: place }) => [message, of, on, place]),
    [
      ['word.event.delivery', [own], [delivered], 'after'],
      ['word.event.seizure', [own], [seized], 'after'],
      ['connect.relation.possessed', [holder], [], 'undated'],
    ],
  )
  const measured = await run((context) =>
    measureGraph(context, { nodes: nodes.map(({ node }) => node), relevance: true }),
  )
  assert.deepEqual(
    measured.components.map((each) => each.nodes.length),
    [5],
  )
  assert.ok(
    measured.components.every((each) => !each.nodes.includes(holder)),
    'no person is measured',
  )
  assert.equal(measured.bridges.length, 1)
})

test('places that records state are nodes where they are asked for, each once however it is written', async () => {
  const [seized, other] = [await record('seizures', 'S1'), await record('deliveries', 'D5')]
  const asked = async (account: string, node: string, places: boolean) =>
    presentGraph(
      await database.as(await database.reader(account), (context) =>
        expandGraph(context, { nodes: [node], steps: 1, most: 100, places, ...NARROW }),
      ),
    )
  const placesIn = ({ nodes }: GraphAnswer) => nodes.filter(({ kind }) => kind === 'stated_place')
  assert.deepEqual(placesIn(await asked(lead, `record:${seized}`, false)), [])
  const [place, ...others] = placesIn(await asked(lead, `record:${seized}`, true))
  assert.deepEqual(others, [])
  // By whichever record of it has the smallest identifier, without the blanks beside it.
  assert.match(place?.label ?? '', /^(Porto|PORTO)$/)
  assert.deepEqual(
    placesIn(await asked(lead, `record:${other}`, true)).map(({ node }) => node),
    [place!.node],
  )
  // What is hidden is at that place as well, and neither its number nor its name tells.
  const around = await asked(lead, place!.node, true)
  const at = ({ nodes }: GraphAnswer) =>
    nodes.filter(({ kind }) => kind === 'firearm').flatMap(({ records }) => records)
  assert.equal(around.nodes.filter(({ kind }) => kind === 'firearm').length, place!.degree)
  const theirs = await asked(customs, placesIn(await asked(customs, `record:${seized}`, true))[0]!.node, true)
  const hidden = await Promise.all(
    [
      ['border', 'B1'],
      ['covert', 'C1'],
      ['covert', 'C2'],
    ].map(([of, key]) => as(customs, (context) => recordNamed(context, of!, key!, undefined))),
  )
  assert.deepEqual(at(theirs).sort(), [...at(around), ...hidden].sort())
})

test('what is said of a record is not said of the place or the consignment that bears its identifier', async () => {
  const holder = `person:${randomUUID()}`
  const { nodes } = await run(async (context) =>
    expandGraph(context, {
      nodes: [`record:${await record('deliveries', 'D1')}`],
      steps: 1,
      most: 100,
      places: true,
      ...NARROW,
    }),
  )
  const worked = nodes.map(({ node }) => node).filter((node) => /^(stated_place|consignment):/.test(node))
  assert.equal(worked.length, 2)
  const bearing = worked.map((node) => `record:${node.slice(node.indexOf(':') + 1)}`)
  const vis = await openCaseRows(run, { id: randomUUID(), reference: 'P 11/26', members: [] })
  await run(async (context) => {
    await thingRows(context, vis, { [holder]: 'Holder' })
    await tieRows(
      context,
      vis,
      [...new Set(bearing)].map((to) => ({ id: randomUUID(), from: holder, to, relation: 'possessed' }) as const),
    )
  })
  for (const asked of [[...worked, ...bearing], [...bearing, ...worked], worked]) {
    const { ties } = await run((context) =>
      expandGraph(context, { nodes: asked, steps: 1, most: 100, places: true, ...NARROW }),
    )
    const held = ties.filter(({ from, to }) => from === holder || to === holder)
    assert.deepEqual(
      held.filter(({ from, to }) => worked.includes(from) || worked.includes(to)),
      [],
    )
    if (asked !== worked) assert.equal(held.length, new Set(bearing).size)
  }
})

test('countries of a route are nodes where places are asked for, each with its part, to those who see the recovery', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const saved = (recovery: string, form: Parameters<typeof recoveryOf>[0], base?: number) =>
    as(steward, (context) => saveRecovery(context, { recovery, base, form: recoveryOf(form) }))
  const [transit, parcel] = [['XC'], { sender: 'XB', path: [{ country: 'XC', place: 'Sorting hall' }] }]
  await saved(one, { route: { origin: 'XB', transit, destination: 'XA' }, parcel })
  await saved(other, { route: { origin: 'XD' } })
  await saved(other, { route: { origin: 'XB' } }, 1)
  const around = async (account: string, node: string) =>
    presentGraph(
      await as(account, (context) =>
        expandGraph(context, { nodes: [node], steps: 1, most: 100, places: true, ...NARROW }),
      ),
    )
  const { nodes, edges } = await around(lead, `recovery:${one}`)
  const called = new Map(nodes.map(({ node, label }) => [node, label]))
  assert.deepEqual(
    edges.map(({ to, kind, why }) => [called.get(to), kind, why.map(({ message }) => message.slice(18))]).sort(),
    [
      ['XA', 'assessment', ['destination']],
      ['XB', 'assessment', ['origin']],
      ['XB', 'fact', ['sender']],
      ['XC', 'assessment', ['transit']],
      ['XC', 'fact', ['stop_at']],
    ],
  )
  const ends = async (account: string, country: string) =>
    (await around(account, countryNode(country))).nodes.map(({ node }) => node).sort()
  assert.deepEqual(await ends(lead, 'XB'), [countryNode('XB'), `recovery:${one}`, `recovery:${other}`].sort())
  // What the standing version no longer names leads nowhere, and to others the country leads nowhere at all.
  assert.deepEqual(await ends(lead, 'XD'), [countryNode('XD')])
  assert.deepEqual(await ends(customs, 'XB'), [countryNode('XB')])
})

test('a firearm is found by a word of its make or model beside its mark, and by no word that is not of it', async () => {
  const own = [await record('deliveries', 'D2')]
  const found = async (text: string) =>
    (await run((context) => findNodes(context, { text }))).nodes.map(({ node }) => idOf(node))
  for (const text of ['taurus TKR10442', 'TKR-10442 PT', 'pt 92 tkr10442', 'Taurus PT 92 TKR10442'])
    assert.deepEqual(await found(text), own, text)
  for (const text of ['glock TKR10442', 'taurus TKR99999', 'taurus porto TKR10442'])
    assert.deepEqual(await found(text), [], text)
})

test('loose parts are parts by whatever is known of them, and no firearm', async () => {
  const recovery = randomUUID()
  const exhibits = [
    { exhibit: randomUUID(), kind: 'component', number: 'E-1', count: 12, stated: {} },
    { exhibit: randomUUID(), kind: 'component', number: 'E-2', count: 1, stated: { part: 'slide', make: 'Taurus' } },
  ] as const
  await as(steward, (context) => saveRecovery(context, { recovery, form: recoveryOf({ exhibits: [...exhibits] }) }))
  const { nodes } = presentGraph(
    await run((context) => expandGraph(context, { nodes: [`recovery:${recovery}`], steps: 2, most: 100, ...NARROW })),
  )
  const parts = nodes.filter(({ kind }) => kind === 'record' || kind === 'firearm')
  assert.deepEqual(parts.map(({ kind, label, detail }) => [kind, label === null, detail[0]?.values.word]).sort(), [
    ['record', false, 'component'],
    ['record', false, 'component'],
  ])
  assert.ok(parts.some(({ label }) => label === 'Taurus'))
})

test('only within a case: what was given to it, what was said in it, what that rests on, and nothing said elsewhere', async () => {
  const [seized, beside] = [await record('seizures', 'S1'), await record('deliveries', 'D2')]
  const [file, recovery, exhibit] = [randomUUID(), randomUUID(), randomUUID()]
  const [holder, car, other] = [`person:${randomUUID()}`, `vehicle:${randomUUID()}`, `person:${randomUUID()}`]
  const vis = await openCaseRows(run, { id: file, reference: 'P 10/26', members: [] })
  await run(async (context) => {
    const { client, reader } = context
    const own = [recovery, reader.agency!.id, vis]
    await client.query(
      `INSERT INTO recovery (id, agency_id, vis, status, opened_by) VALUES ($1, $2, $3, 'seized', $4)`,
      [...own, reader.account],
    )
    await client.query(
      `INSERT INTO exhibit (id, recovery_id, agency_id, vis, kind, record_id) VALUES ($4, $1, $2, $3, 'firearm', $5)`,
      [...own, exhibit, seized],
    )
    await thingRows(context, vis, { [holder]: 'Holder', [car]: 'XA 9', [other]: 'Other' })
    await tieRows(context, vis, [
      { id: randomUUID(), from: `recovery:${recovery}`, to: `case:${file}`, relation: 'in_case', case: file },
      { id: randomUUID(), from: holder, to: car, relation: 'uses', case: file },
      { id: randomUUID(), from: holder, to: car, relation: 'owns' },
      { id: randomUUID(), from: car, to: other, relation: 'related_to' },
      { id: randomUUID(), from: other, to: `record:${beside}`, relation: 'possessed' },
    ])
  })
  const within = { ...NARROW, within: file }
  const expanded = async (nodes: string[]) =>
    presentGraph(await run((context) => expandGraph(context, { nodes, steps: 3, most: 100, ...within })))
  const [smallest] = [seized, await record('deliveries', 'D1')].sort()
  const fromCase = await expanded([`case:${file}`])
  assert.deepEqual(
    fromCase.nodes.map(({ node }) => node).sort(),
    [`case:${file}`, `exhibit:${exhibit}`, `firearm:${smallest}`, `recovery:${recovery}`].sort(),
  )
  const fromHolder = await expanded([holder, other])
  assert.deepEqual(
    fromHolder.edges.map(({ relation, from, to }) => [relation, from, to]),
    [['uses', holder, car]],
  )
  assert.deepEqual(fromHolder.leftOut, [{ reason: 'outside_case', node: other, label: 'Other', count: 1 }])
  const connect = (to: string) =>
    run((context) => connectNodes(context, { from: holder, to, most: 10, longest: 6, ...within }))
  assert.equal((await connect(car)).paths.length, 1)
  const apart = await connect(other)
  assert.deepEqual(
    [apart.paths, apart.graph.leftOut],
    [[], [{ reason: 'outside_case', node: other, label: 'Other', count: 1 }]],
  )
  const unknown = { nodes: [holder], steps: 1, most: 10, ...NARROW, within: randomUUID() }
  await assert.rejects(
    run((context) => expandGraph(context, unknown)),
    { code: 'not_found' },
  )
})

test('what an agency was told by a pointer is a node for its own people, and goes when it points to nothing more', async () => {
  const seized = await record('seizures', 'S1')
  const around = async (account: string) => {
    const wanted = { nodes: [`record:${seized}`], steps: 1, most: 100, ...NARROW }
    return presentGraph(await database.as(await database.reader(account), (context) => expandGraph(context, wanted)))
  }
  const [before, theirsBefore] = [await around(lead), await around(customs)]
  const question = { record: seized, reference: 'P 11/26', basis: 'criminal_procedure' } as const
  const saved = await database.as(await database.reader(tracer), (context) => saveItem(context, question))
  const match = database.pool('match')
  const [line] = await answerSavedItem(match, saved, new Date())
  const told = await around(lead)
  const pointers = told.nodes.filter(({ kind }) => kind === 'pointer')
  assert.deepEqual(
    pointers.map(({ node, label, pointer }) => [node, label, pointer]),
    [[`pointer:${line!.handle}`, 'Customs', { agency: 'Customs', desk: line!.contact, handle: line!.handle }]],
  )
  assert.deepEqual(
    told.edges.filter(({ relation }) => relation === 'known_to').map(({ kind, records }) => [kind, records]),
    [['lead', [seized]]],
  )
  assert.deepEqual(await around(customs), theirsBefore)
  await assert.rejects(
    database.as(await database.reader(customs), (context) =>
      expandGraph(context, { nodes: [`pointer:${line!.handle}`], steps: 1, most: 10, ...NARROW }),
    ),
    { code: 'not_found' },
  )
  await settlePointers(match, new Date())
  assert.deepEqual(await around(lead), told)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`DELETE FROM posting WHERE record_id IN (SELECT id FROM record WHERE source_key IN ('B1', 'C1'))`)
  await owner.end()
  await settlePointers(match, new Date())
  assert.deepEqual(await around(lead), before)
})

const order = (nodes: readonly { readonly node: string }[], name: string) =>
  nodes.findIndex(({ node }) => node === name)
