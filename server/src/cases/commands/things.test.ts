import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { ThingKind } from '@proofmark/contract/case-words'
import type { CaseSaying } from '@proofmark/contract/schemas/case-entry'
import {
  thingAddRequest,
  thingDuplicates,
  thingList,
  thingReviews,
  thingShown,
  thingWords,
  tieAddRequest,
} from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { honourErasures } from '../../store/backup/honour-erasures.ts'
import { createPool } from '../../store/connection.ts'
import { eraseWords } from '../../store/erase-words.ts'
import { caseOf } from '../../testing/case-of.ts'
import { personOf } from '../../testing/desks.ts'
import { recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentCase } from '../present/case.ts'
import { presentCompared, presentReviews, presentThing, presentThings, presentWords } from '../present/thing.ts'
import { countReviewsDue } from '../queries/review-due.ts'
import { asEraser, eraseFor } from '../runs/erase-thing.ts'
import { addThing, placeOfThing } from './add-thing.ts'
import { askDeconfliction } from './ask-deconfliction.ts'
import { beginDocument } from './case-documents.ts'
import { compareThings } from './compare-things.ts'
import { findWords } from './find-words.ts'
import { giveItem } from './give-item.ts'
import { judgeThings } from './judge-things.ts'
import { keepGraph } from './keep-graph.ts'
import { listThings } from './list-things.ts'
import { readPassages } from './read-passages.ts'
import { listReviews, reviewThing } from './review-thing.ts'
import { sayInCase } from './say-in-case.ts'
import { placeOfTie, sayTie } from './say-tie.ts'
import { placeOfValues, sayValues } from './say-values.ts'
import { showCase } from './show-case.ts'
import { showThing } from './show-thing.ts'
import { strikePlaces } from './strike-words.ts'
import { withdrawTie, withdrawValue } from './withdraw-said.ts'

const database = await testDatabase()
const owner = createPool(database.ownerUrl, 1)
after(() => owner.end())
const POLICE = 'Police of XA'
const lead = await personOf(database, POLICE, 'I. Moravan', ['investigator'])
const analyst = await personOf(database, POLICE, 'A. Brenn', ['analyst'])
const outsider = await personOf(database, POLICE, 'N. Aske', ['investigator'])
const officer = await personOf(database, POLICE, 'D. Ferran', ['data_protection_officer'])
const customs = await personOf(database, 'Customs of XA', 'C. Ostrel', ['investigator'])
const reader = await personOf(database, 'Customs of XA', 'R. Lund', ['investigator'])
const grounds = { purpose: 'criminal_investigation' } as const
const inquiry = await caseOf(database, 'V 7/24', [lead, customs, analyst], { readers: [reader] })
const other = await caseOf(database, 'V 9/24', [outsider])
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: POLICE, visibility: 'open' },
  'id,serial,make\nL-1,TSTK001,Taurus\n',
)
const record = await recordOf(database, 'L-1')

const as = async <Result>(account: string, work: (context: Context) => Promise<Result>) =>
  database.as(await database.reader(account), work)
const code = (wanted: string) => ({ code: wanted })

type Values = Readonly<Record<string, string>>
interface More {
  readonly case?: string
  readonly id?: string
  readonly subject?: object
  readonly by?: string
}
async function add(
  kind: ThingKind,
  values: Values,
  { by = lead, id = randomUUID(), ...more }: More = {},
): Promise<string> {
  const input = thingAddRequest.parse({
    id,
    kind,
    values: Object.entries(values).map(([field, value]) => ({ id: randomUUID(), field, value, standing: 'fact' })),
    ...more,
    grounds,
  })
  await as(by, (context) => placeOfThing(context, input))
  await as(by, (context) => addThing(context, input))
  return id
}
async function tie(from: string, to: string, relation: string, more: object = {}, by = lead): Promise<string> {
  const input = tieAddRequest.parse({ id: randomUUID(), from, to, relation, standing: 'fact', ...more, grounds })
  await as(by, (context) => placeOfTie(context, input))
  return as(by, (context) => sayTie(context, input))
}
const subject = (category: string, reason?: string) => ({ subject: { tie: randomUUID(), category, reason } })
const show = async (thing: string, by = lead, protectedPersons = false) =>
  as(by, async (context) =>
    thingShown.parse(presentThing(await showThing(context, { thing, protectedPersons }), context.reader)),
  )
const list = async (by: string, more: object = {}) =>
  as(by, async (context) =>
    thingList.parse(
      presentThings(await listThings(context, { protectedPersons: false, after: 0, limit: 200, ...more })),
    ),
  )
const compare = async (by = lead, more: object = { case: inquiry }) =>
  as(by, async (context) =>
    thingDuplicates.parse(presentCompared(await compareThings(context, { judged: false, ...more }))),
  )

const suspect = await add(
  'person',
  { name: 'Mohammed Yusuf', born: '1980-02-03', document: 'XA 123456' },
  { case: inquiry, ...subject('suspect') },
)
const witness = await add('person', { name: 'Ana Lind' }, { case: inquiry, ...subject('witness') })
const telephone = await add('telephone', { number: '+999 55 0142' }, { case: inquiry })

test('what is said of a person is read by members of the case who may see persons, by an analyst as a person, by others not at all', async () => {
  const shown = await show(suspect, customs)
  assert.equal(shown.label, 'Mohammed Yusuf')
  assert.deepEqual(shown.case, { case: inquiry, reference: 'V 7/24' })
  assert.match(shown.values[0]?.reviewOn ?? '', /^\d{4}-/)
  const blank = await show(suspect, analyst)
  assert.deepEqual([blank.label, blank.withheld, blank.values], [null, 'role', []])
  assert.ok(!JSON.stringify(blank).includes('Yusuf'))
  await assert.rejects(show(suspect, outsider), code('not_found'))
  await assert.rejects(
    add('person', { name: 'X' }, { case: inquiry, by: analyst, ...subject('contact') }),
    code('role_needed'),
  )
  await assert.rejects(add('vehicle', { plate: 'AB 1' }, { case: inquiry, by: reader }), code('case_part_needed'))
  await assert.rejects(add('person', { name: 'X' }, { case: inquiry }), code('body_invalid'))
  await assert.rejects(add('vehicle', { name: 'X' }, { case: inquiry }), code('thing_field_unfit'))
})

test('a person who was given to a case is named there to nobody to whom their own page would not name them', async () => {
  const given = [suspect, witness, telephone]
  for (const [at, kind] of (['person', 'person', 'telephone'] as const).entries())
    await as(lead, (context) =>
      giveItem(context, { case: inquiry, entry: randomUUID(), item: { kind, id: given[at]! } }),
    )
  const items = async (by: string) => {
    const shown = await as(by, async (context) => presentCase(await showCase(context, inquiry)))
    for (const name of by === analyst ? ['Yusuf', 'Ana Lind', witness] : ['Ana Lind', witness])
      assert.ok(!JSON.stringify(shown).includes(name), name)
    return shown.items.map(({ kind, id, label }) => [kind, id, label])
  }
  const unread = ['person', null, null]
  assert.deepEqual(await items(lead), [
    ['person', suspect, 'Mohammed Yusuf'],
    unread,
    ['telephone', telephone, '+999 55 0142'],
  ])
  assert.deepEqual(await items(analyst), [['person', suspect, null], unread, ['telephone', telephone, '+999 55 0142']])
})

test('what one agency says in a joint case, another reads and does not withdraw; the same sent twice is one', async () => {
  const values = [{ id: randomUUID(), field: 'alias', value: 'Мохаммед Юсуф', standing: 'lead' }] as const
  const input = { thing: suspect, values: [...values] }
  await as(customs, (context) => placeOfValues(context, input))
  for (const _ of [1, 2]) await as(customs, (context) => sayValues(context, input))
  const alias = (await show(suspect)).values.filter(({ field }) => field === 'alias')
  assert.deepEqual(
    alias.map(({ script, agency, standing }) => [script, agency, standing]),
    [['Cyrl', 'Customs of XA', 'lead']],
  )
  const withdraw = (by: string, act: 'withdrawn' | 'restored') =>
    as(by, (context) => withdrawValue(context, { thing: suspect, value: values[0].id, act }))
  await assert.rejects(withdraw(lead, 'withdrawn'), code('not_your_agency'))
  await withdraw(customs, 'withdrawn')
  assert.ok((await show(suspect)).values.find(({ field }) => field === 'alias')?.withdrawnAt)
  await withdraw(customs, 'restored')
  assert.equal((await show(suspect)).values.find(({ field }) => field === 'alias')?.withdrawnAt, null)
})

test('what is sent many times at once is said once, and every sender is told so', async () => {
  const [id, value, verdict] = [randomUUID(), randomUUID(), randomUUID()]
  const atOnce = async <Result>(command: (context: Context) => Promise<Result>) =>
    Promise.all(Array.from({ length: 8 }, () => as(lead, command)))
  const values = [{ id: value, field: 'number', value: '+999 55 0177', standing: 'fact' }]
  const input = thingAddRequest.parse({ id, kind: 'telephone', case: inquiry, values, grounds })
  await atOnce((context) => addThing(context, input))
  await atOnce((context) =>
    judgeThings(context, { id: verdict, first: id, second: telephone, verdict: 'different', why: 'two owners' }),
  )
  const counted = async (of: string, column: string) =>
    (await owner.query(`SELECT FROM ${of} WHERE ${column} = $1`, [id])).rowCount
  assert.deepEqual(
    [
      await counted('thing_value', 'thing_id'),
      await counted('tie', 'node_id'),
      await counted('thing_judgement', 'thing_id'),
    ],
    [1, 1, 1],
  )
})

test('a victim or a witness is not told of until somebody asks, which is an entry of the log of its own', async () => {
  const before = await list(lead, { case: inquiry })
  assert.equal(before.hiddenPersons, 1)
  assert.ok(!JSON.stringify(before).includes('Ana Lind'))
  assert.equal((await show(witness)).withheld, 'protected')
  const asked = await list(lead, { case: inquiry, protectedPersons: true })
  assert.equal(asked.things.find(({ thing }) => thing === witness)?.label, 'Ana Lind')
  assert.deepEqual((await list(analyst, { case: inquiry, protectedPersons: true })).hiddenPersons, 1)
  const { rows } = await owner.query(`SELECT subjects FROM audit_entry WHERE action = 'thing.protected_seen'`)
  assert.deepEqual(
    rows.map(({ subjects }) => subjects),
    [[witness]],
  )
})

test('a suspect who is a witness as well: with a reason both stand, and the protection stays', async () => {
  const person = await add('person', { name: 'Ivo Brand' }, { case: inquiry, ...subject('suspect') })
  const said = { category: 'witness' }
  await assert.rejects(tie(`person:${person}`, `case:${inquiry}`, 'subject_of', said), code('subject_needs_reason'))
  await tie(`person:${person}`, `case:${inquiry}`, 'subject_of', { ...said, reason: 'saw the other delivery' })
  assert.equal((await show(person)).withheld, 'protected')
  const shown = await show(person, lead, true)
  assert.deepEqual(shown.ties.map(({ category }) => category).sort(), ['suspect', 'witness'])
})

test('a case’s persons and things are those recorded in it and those tied to it, as far as the reader may see, and one protected elsewhere is counted', async () => {
  const [first, second] = [
    await caseOf(database, 'V 21/24', [lead, analyst]),
    await caseOf(database, 'V 22/24', [lead, outsider]),
  ]
  const person = await add('person', { name: 'Tomas Varga' }, { case: first, ...subject('suspect') })
  const car = await add('vehicle', { plate: 'TST 2201' }, { case: first })
  const named = async (by: string, within: string, more: object = {}) => {
    const { things, hiddenPersons } = await list(by, { case: within, ...more })
    return [things.map(({ thing }) => thing).sort(), hiddenPersons]
  }
  assert.deepEqual(await named(lead, second), [[], 0])
  const said = await tie(`person:${person}`, `case:${second}`, 'subject_of', { category: 'contact' })
  assert.deepEqual(await named(lead, second), [[person], 0])
  // Whoever reads the second case alone sees neither the person, who is kept in the first, nor that there is one.
  assert.deepEqual(await named(outsider, second), [[], 0])
  const given = { case: second, entry: randomUUID(), item: { kind: 'vehicle', id: car } } as const
  await as(lead, (context) => giveItem(context, given))
  assert.deepEqual(await named(lead, second), [[person, car].sort(), 0])
  assert.deepEqual(await named(lead, second, { kinds: ['vehicle'] }), [[car], 0])
  await as(lead, (context) => withdrawTie(context, { node: `person:${person}`, tie: said, act: 'withdrawn' }))
  assert.deepEqual(await named(lead, second), [[car], 0])
  await tie(`person:${person}`, `case:${second}`, 'subject_of', { category: 'witness' })
  // Protected in either case for whoever reads both: counted, and shown by a step of its own.
  assert.deepEqual(await named(lead, second), [[car], 1])
  assert.deepEqual(await named(lead, first), [[car], 1])
  assert.deepEqual(await named(lead, first, { protectedPersons: true }), [[person, car].sort(), 0])
  // Whoever reads the first case alone learns nothing of what the second says.
  assert.deepEqual(await named(analyst, first), [[person, car].sort(), 0])
})

test('the same tie said twice by one person is one, and said otherwise, by another or after it was withdrawn is another', async () => {
  const [car, person] = [
    await add('vehicle', { plate: 'TST 2202' }, { case: inquiry }),
    await add('person', { name: 'Pavo Renn' }, { case: inquiry, ...subject('contact') }),
  ]
  const evaluation = { scheme: 'europol', sourceGrade: 'B', informationGrade: '2' }
  const say = (more: object = {}, by = lead) =>
    tie(`person:${person}`, `vehicle:${car}`, 'uses', { note: 'drives it', evaluation, ...more }, by)
  const [first, ...same] = await Promise.all([say(), say(), say()])
  assert.deepEqual(new Set(same), new Set([first]))
  const others = [await say({ note: 'drove it' }), await say({ standing: 'lead' }), await say({}, customs)]
  assert.equal(new Set([first, ...others]).size, 4)
  await as(lead, (context) => withdrawTie(context, { node: `vehicle:${car}`, tie: first!, act: 'withdrawn' }))
  assert.notEqual(await say(), first)
  const again = () => tie(`person:${person}`, `case:${inquiry}`, 'subject_of', { category: 'suspect' })
  assert.equal(await again(), await again())
})

test('ties stand under both ends, name what they rest on, and are withdrawn and restored', async () => {
  const id = await tie(`person:${suspect}`, `telephone:${telephone}`, 'uses', {
    note: 'found on him',
    evaluation: { scheme: 'europol', sourceGrade: 'B', informationGrade: '2', codes: ['H1'] },
  })
  await tie(`telephone:${telephone}`, `firearm:${record}`, 'offered', { standing: 'assessment', records: [record] })
  await tie(`person:${witness}`, `telephone:${telephone}`, 'in_contact_with')
  const shown = await show(telephone)
  assert.deepEqual(
    shown.ties.map(({ relation, forward, other }) => [relation, forward, other.label]),
    [
      ['uses', false, 'Mohammed Yusuf'],
      ['offered', true, 'register L-1'],
    ],
  )
  assert.equal(shown.hiddenPersons, 1)
  const blank = await show(telephone, analyst)
  assert.deepEqual([blank.ties[0]?.other.withheld, blank.ties[0]?.note], ['role', null])
  for (const act of ['withdrawn', 'restored'] as const) {
    await as(lead, (context) => withdrawTie(context, { node: `telephone:${telephone}`, tie: id, act }))
    for (const [node, end] of [
      [telephone, suspect],
      [suspect, telephone],
    ] as const) {
      const found = (await show(node)).ties.find(({ other: { node: name } }) => name.endsWith(end))
      assert.equal(found?.withdrawnAt !== null, act === 'withdrawn')
    }
  }
  await assert.rejects(tie(`person:${suspect}`, `vehicle:${randomUUID()}`, 'uses'), code('not_found'))
  await assert.rejects(
    tie(`telephone:${telephone}`, `case:${inquiry}`, 'subject_of', { category: 'contact' }),
    code('tie_ends_unfit'),
  )
})

test('things that may be one are proposed with the reasons, judged, and what is one is taken back', async () => {
  const arabic = await add('person', { name: 'محمد يوسف', born: '1980' }, { case: inquiry, ...subject('contact') })
  const only = await add('person', { name: 'Muhammad Youssef' }, { case: inquiry, ...subject('contact') })
  const { pairs } = await compare()
  assert.deepEqual(
    pairs.map(({ first, second, reasons }) => [
      [first.thing, second.thing].sort(),
      reasons.map(({ reason }) => reason),
    ]),
    [[[suspect, arabic].sort(), ['names_sound_alike', 'same_birth']]],
  )
  assert.deepEqual((await compare(analyst)).pairs, [])
  const judge = (verdict: 'same' | 'different' | 'withdrawn', first = suspect, second = arabic) =>
    as(lead, (context) => judgeThings(context, { id: randomUUID(), first, second, verdict }))
  assert.deepEqual(await judge('same'), [suspect, arabic].sort())
  assert.deepEqual((await compare()).pairs, [])
  assert.deepEqual(
    (await show(arabic)).one.map(({ thing }) => thing),
    [suspect],
  )
  await judge('same', arabic, only)
  await judge('different', suspect, only)
  assert.equal((await show(suspect)).contradictions.length, 1)
  assert.deepEqual(await judge('withdrawn'), [suspect])
  await assert.rejects(judge('same', suspect, telephone), code('things_unlike'))
})

test('a value that many share proposes nothing and is named as left out; what is hidden does not count', async () => {
  for (let at = 0; at < 9; at++)
    await add(
      'address',
      { address: '1 Station Road, Vard' },
      { case: at < 7 ? inquiry : other, by: at < 7 ? lead : outsider },
    )
  assert.equal((await compare()).pairs.filter(({ first }) => first.kind === 'address').length, 21)
  for (let at = 0; at < 2; at++) await add('address', { address: 'Vard, Station Road 1' }, { case: inquiry })
  const { pairs, leftOut } = await compare()
  assert.deepEqual(
    pairs.filter(({ first }) => first.kind === 'address'),
    [],
  )
  assert.deepEqual(
    leftOut.map(({ field, things, most }) => [field, things, most]),
    [['address', 9, 8]],
  )
})

test('what is found by its value is found as it reads, and by whoever may not see persons not among persons', async () => {
  const found = async (by: string, field: string, value: string) =>
    (await list(by, { find: { field, value } })).things.map(({ thing }) => thing)
  assert.deepEqual(await found(analyst, 'number', '00999-55 01 42'), [telephone])
  assert.deepEqual(await found(lead, 'document', 'xa123456'), [suspect])
  assert.deepEqual(await found(analyst, 'document', 'xa123456'), [])
  assert.deepEqual(await found(outsider, 'number', '+999550142'), [])
})

test('what is due is listed, kept with a reason, or erased; the case, the ties and the log stay', async () => {
  const due = await add('person', { name: 'Old Name' }, { case: inquiry, ...subject('contact') })
  await tie(`person:${due}`, `telephone:${telephone}`, 'uses', { note: 'Old Name called' })
  const erase = async (by: string) =>
    eraseFor(database.services, await database.reader(by), grounds, { thing: due, reason: 'term_over' })
  await assert.rejects(erase(lead), code('erasure_not_due'))
  await assert.rejects(erase(customs), code('not_your_agency'))
  await owner.query(`UPDATE thing_value SET review_on = '2024-01-01' WHERE thing_id = $1`, [due])
  const listed = await as(lead, async (context) => thingReviews.parse(presentReviews(await listReviews(context, {}))))
  assert.deepEqual(
    listed.things.map(({ thing, dueOn }) => [thing, dueOn]),
    [[due, '2024-01-01']],
  )
  assert.equal(await as(lead, (context) => countReviewsDue(context, '2024-01-01', 10)), 1)
  const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10)
  await as(lead, (context) => reviewThing(context, { thing: due, until, why: 'trial goes on' }))
  await assert.rejects(erase(lead), code('erasure_not_due'))

  const shape = async () => (await owner.query('SELECT node_id, other_id, relation FROM tie ORDER BY id, node_id')).rows
  const before = await shape()
  assert.equal((await erase(officer)).values, 1)
  assert.equal((await erase(officer)).values, 0)
  assert.deepEqual(await shape(), before)
  const shown = await show(due)
  assert.deepEqual([shown.label, shown.values[0]?.text, shown.erased?.reason], [null, null, 'term_over'])
  assert.ok(!JSON.stringify(await show(telephone)).includes('Old Name'))
  const { rows } = await owner.query('SELECT value FROM thing_value WHERE value LIKE $1', ['%Old Name%'])
  assert.deepEqual(rows, [])
  const again = {
    thing: due,
    values: [{ id: randomUUID(), field: 'name', value: 'Old Name', standing: 'fact' }],
  } as const
  await assert.rejects(
    as(lead, (context) => sayValues(context, { thing: due, values: [...again.values] })),
    code('thing_erased'),
  )

  // As it stands in a backup of before.
  await owner.query(`UPDATE thing_value SET value = 'Old Name' WHERE thing_id = $1`, [due])
  const client = await owner.connect()
  try {
    assert.equal((await eraseWords(client, [due])).values, 1)
  } finally {
    client.release()
  }
})

test('names of documents, names of kept graphs and values of things are found, read and struck as notes are', async () => {
  const gone = await add('person', { name: 'Milo Varga' }, { case: inquiry, ...subject('contact') })
  const [document, graph] = [randomUUID(), randomUUID()]
  const announced = { document, case: inquiry, name: 'statement of Milo Varga.pdf', about: '', bytes: 3 }
  await as(lead, (context) => beginDocument(context, { ...announced, sha256: '0'.repeat(64) }))
  const layout = {
    ...{ name: 'Varga Milo and his vans', hidden: [], group: 'none' as const, filters: { relevance: true } },
    nodes: [{ node: `case:${inquiry}`, x: 1, y: 1, pinned: false, collapsed: false }],
  }
  await as(lead, (context) => keepGraph(context, { graph, case: inquiry, base: 0, layout }))
  const parcel = await add('parcel', { contents: 'addressed to Milo Varga' }, { case: inquiry })
  const eraser = async <Result>(command: (context: Context) => Promise<Result>) =>
    asEraser(database.services, await database.reader(officer), grounds, command)
  await eraseFor(database.services, await database.reader(officer), grounds, { thing: gone, reason: 'data_subject' })
  const words = ['Milo Varga']
  const { places } = await eraser((context) => findWords(context, { thing: gone, words }))
  const kinds = places.filter(({ place }) => place !== 'log').map(({ place }) => place)
  assert.deepEqual(kinds.sort(), ['document', 'graph', 'value'])
  for (const { place, of, id } of places) {
    if (place === 'log') continue
    const [passage] = await eraser((context) => readPassages(context, { thing: gone, words, place: { place, of, id } }))
    assert.match(passage!.found, /^(Milo Varga|Varga Milo)$/, place)
  }
  assert.equal(
    await eraser((context) => strikePlaces(context, { thing: gone, words, places: [...places] })),
    places.length,
  )
  const shown = presentCase(await as(lead, (context) => showCase(context, inquiry)))
  assert.equal(shown.documents.find((each) => each.document === document)?.name, '▇▇▇')
  const { rows } = await owner.query(
    `SELECT (SELECT layout ->> 'name' FROM case_graph WHERE id = $1) AS graph, (SELECT count(*) FROM thing_value
       WHERE thing_id = $2 AND value IS NOT NULL) AS values`,
    [graph, parcel],
  )
  assert.deepEqual([rows[0].graph, Number(rows[0].values)], ['▇▇▇', 0])
})

test('words in which somebody erased still stands are listed by place for whoever answers for the data, and struck under an entry', async () => {
  const gone = await add('person', { name: 'Vesna Orlić' }, { case: inquiry, ...subject('contact') })
  const note: Extract<CaseSaying, { kind: 'note' }> = {
    ...{ kind: 'note', text: 'Orlić, Vesna was seen here', standing: 'fact', about: [] },
  }
  const [said, other] = [randomUUID(), randomUUID()]
  const sayNote = (entry: string, by: string, text: string) =>
    as(by, (context) => sayInCase(context, { case: inquiry, entry, say: { ...note, text } }))
  await sayNote(said, lead, note.text)
  await sayNote(other, lead, 'Orlic is a common name')
  await sayNote(randomUUID(), lead, 'nothing of her')
  const task = { kind: 'task', title: 'Hear Vesna Orlic' } as const
  await as(lead, (context) => sayInCase(context, { case: inquiry, entry: randomUUID(), say: task }))
  await tie(`person:${suspect}`, `telephone:${telephone}`, 'uses', { note: 'bought by Vesna Orlić' })
  const question = { id: randomUUID(), kind: 'person', value: 'Vesna Orlić', case: inquiry } as const
  await as(lead, (context) => askDeconfliction(context, question))

  const words = ['Vesna Orlić']
  const eraser = async <Result>(by: string, command: (context: Context) => Promise<Result>) =>
    asEraser(database.services, await database.reader(by), grounds, command)
  const places = async (by: string, sought = words) =>
    thingWords.parse(presentWords(await eraser(by, (context) => findWords(context, { thing: gone, words: sought }))))
      .places
  // The officer searched for her as well: that entry is for another officer to strike.
  await as(officer, ({ audit }) => audit({ action: 'graph.found', subjects: [], body: { text: words[0], results: 1 } }))
  const looked = (await places(officer)).filter(({ kind }) => kind === 'graph.found')
  assert.deepEqual(
    looked.map(({ mayStrike }) => mayStrike),
    [false],
  )
  assert.deepEqual(
    (await places(officer, ['results'])).filter(({ place }) => place === 'log'),
    [],
    'how a body calls what it says is no word',
  )
  const found = (await places(officer)).filter(({ kind }) => kind !== 'graph.found')
  assert.deepEqual(found.map(({ place, kind, stands, case: of }) => [place, kind, stands, of]).sort(), [
    ['entry', 'note', 'part', null],
    ['entry', 'note', 'whole', null],
    ['entry', 'task', 'whole', null],
    ['log', 'deconfliction.asked', 'whole', null],
    ['tie', 'uses', 'whole', null],
  ])
  assert.ok(!JSON.stringify(found).includes('Orli'), 'places, and not what is written there')
  assert.ok(
    (await places(lead, [])).every(({ mayStrike }) => !mayStrike),
    'found by what is known, for whoever reads it',
  )
  type Chosen = readonly Pick<(typeof found)[number], 'place' | 'of' | 'id'>[]
  const strike = (chosen: Chosen) =>
    eraser(officer, (context) => strikePlaces(context, { thing: gone, words, places: [...chosen] }))
  const whole = found.filter(({ stands }) => stands === 'whole')
  await assert.rejects(strike(whole), code('thing_not_erased'))
  const early = { thing: gone, words, place: { place: 'entry', of: inquiry, id: said } } as const
  await assert.rejects(
    eraser(officer, (context) => readPassages(context, early)),
    code('thing_not_erased'),
  )
  await eraseFor(database.services, await database.reader(officer), grounds, { thing: gone, reason: 'data_subject' })
  await assert.rejects(places(lead, []), code('words_needed'))
  const unnamed = (await eraser(officer, (context) => findWords(context, { thing: gone, words: ['nothing of'] })))
    .places
  const read = (by: string, place: (typeof found)[number], sought = words) =>
    eraser(by, (context) =>
      readPassages(context, {
        ...{ thing: gone, words: sought },
        place: { place: 'entry', of: place.of, id: place.id },
      }),
    )
  const noted = found.find(({ id }) => id === said)!
  assert.deepEqual(await read(officer, noted), [
    { before: '', found: 'Orlić, Vesna', after: ' was seen here', stands: 'whole' },
  ])
  await assert.rejects(read(lead, noted), code('role_needed'))
  await assert.rejects(read(officer, noted, ['someone else']), code('not_found'), 'only where somebody is named')
  await assert.rejects(read(officer, noted, ['was']), code('not_found'), 'short words read no text through')
  await assert.rejects(read(officer, { ...noted, id: randomUUID() }), code('not_found'))
  const { rows: looks } = await owner.query(
    `SELECT body FROM audit_entry WHERE action = 'thing.passages_read' AND subjects @> ARRAY[$1::uuid]`,
    [said],
  )
  assert.deepEqual(
    looks.map(({ body }) => body.place),
    ['entry'],
  )
  // Each look shows the next word to look by: the note is not read through by them, however many come at once.
  const more = await Promise.allSettled(Array.from({ length: 9 }, () => read(officer, noted)))
  assert.deepEqual(
    more.filter(({ status }) => status === 'rejected').map((each) => (each as PromiseRejectedResult).reason.code),
    Array.from({ length: 4 }, () => 'passages_read_enough'),
  )
  assert.equal(await strike(unnamed), 0, 'words that do not name them stay')
  assert.equal(await strike(whole), 4)
  assert.equal(await strike(looked), 0)
  assert.equal(await strike(whole), 0)

  const shown = presentCase(await as(lead, (context) => showCase(context, inquiry)))
  const entry = shown.entries.find((each) => each.entry === said)!
  assert.deepEqual([entry.struck?.by, entry.struck?.reason, entry.kind], ['D. Ferran', 'data_subject', 'note'])
  assert.equal(JSON.stringify(shown).includes('Vesna'), false)
  assert.ok(JSON.stringify(shown).includes('Orlic is a common name'))
  await sayNote(said, lead, note.text)
  await assert.rejects(sayNote(said, lead, 'something else'), code('case_entry_used'), 'the hash proves what it said')
  const { rows } = await owner.query('SELECT body, erased_under FROM audit_entry WHERE subjects @> ARRAY[$1::uuid]', [
    question.id,
  ])
  assert.equal(rows[0].body, null)
  assert.ok(rows[0].erased_under)

  // As it stands in a backup of before.
  await owner.query(`UPDATE case_entry SET said = $2 WHERE id = $1`, [said, JSON.stringify(note)])
  const client = await owner.connect()
  try {
    await honourErasures(client, [])
  } finally {
    client.release()
  }
  const { rows: again } = await owner.query(`SELECT FROM case_entry WHERE said::text LIKE '%Vesna%'`)
  assert.equal(again.length, 0)
})
