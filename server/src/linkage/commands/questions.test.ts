import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { questionList, questionRequest } from '@proofmark/contract/schemas/question'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import fc from 'fast-check'
import { listAgencies } from '../../access/queries/list-agencies.ts'
import { desksOfTest, personOf, questionOf } from '../../testing/desks.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentSent } from '../present/question.ts'
import { listNotices } from '../queries/list-notices.ts'
import { askDesks } from './ask-desks.ts'
import { withdrawQuestion } from './withdraw-question.ts'

const database = await testDatabase()
const { police, customs } = await twoAgencies(database)
const port = await personOf(database, 'Port of XA', 'officer of the port', ['trace_officer'])
const covert = await personOf(database, 'Internal Affairs', 'officer of internal affairs', ['trace_officer'])
const clerk = await personOf(database, 'Customs of XA', 'clerk of the customs', ['recorder'])
const HEAD = 'id,serial,make,model,calibre,type,country,year,place,holder\n'
for (const [name, agency, visibility, rows] of [
  [
    'police seizures',
    'Police of XA',
    'pointer',
    'S1,12[8B]4?,taurus,PT 92,9mm,pistol,BR,2011,Vard,A. Person\nS2,suprimido,,,,,,,,',
  ],
  ['border seizures', 'Customs of XA', 'pointer', 'B1,TKR1048,Taurus,,,pistol,,,,'],
  ['covert finds', 'Internal Affairs', 'silent', 'X1,TKR1048,Taurus,,,pistol,,,,'],
] as const)
  await sourceWith(database, { name, kind: 'seizure', agency, visibility }, `${HEAD}${rows}\n`)

const { ask, answer, list } = desksOfTest(database)
const withdraw = async (account: string, question: string) =>
  database.as(await database.reader(account), (context) => withdrawQuestion(context, question))
const noticesOf = async (account: string) => database.as(await database.reader(account), listNotices)
const agencyNamed = async (name: string) =>
  (await database.pool('backup').query<{ id: string }>('SELECT id FROM agency WHERE name = $1', [name])).rows[0]!.id
const recordAt = async (key: string) =>
  (await database.pool('backup').query<{ id: string }>('SELECT id FROM record WHERE source_key = $1', [key])).rows[0]!
    .id
const entriesOf = async (subject: string) => {
  const { rows } = await database
    .pool('backup')
    .query<{ action: string; body: Record<string, unknown> }>(
      'SELECT action, body FROM audit_entry WHERE subjects @> ARRAY[$1::uuid] ORDER BY recorded_at',
      [subject],
    )
  return rows
}
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )

test('a desk sees the description, the asking agency, reference, basis and date, and not who asked or who else was', async () => {
  const question = questionOf({ agencies: [await agencyNamed('Customs of XA'), await agencyNamed('Port of XA')] })
  const { at } = await ask(police, question)
  const [received] = (await list(customs)).received
  assert.deepEqual(received, {
    id: question.id,
    reference: 'case 7',
    basis: 'criminal_procedure',
    description: {
      mark: 'T?R*8',
      markState: null,
      make: 'Taurus',
      model: null,
      calibre: null,
      type: null,
      country: null,
      year: null,
    },
    at: at.toISOString(),
    withdrawnAt: null,
    asker: 'Police of XA',
    open: true,
    answers: [],
  })
})

test('the asker sees what each desk said, the last word first, and not who of its people said it', async () => {
  const question = questionOf()
  await ask(police, question)
  await answer(customs, question.id, { verdict: 'not_known' })
  await answer(customs, question.id, { verdict: 'known', note: 'ring us' })
  const asked = (await list(police)).asked.find(({ id }) => id === question.id)!
  assert.equal(asked.by, 'officer of the police')
  assert.deepEqual(
    asked.desks.map(({ name, desk, answers }) => [name, desk, answers.map(({ verdict, note }) => [verdict, note])]),
    [
      [
        'Customs of XA',
        'desk of the customs, +XA 55 0100',
        [
          ['known', 'ring us'],
          ['not_known', null],
        ],
      ],
    ],
  )
  assert.ok(!JSON.stringify(asked).includes('officer of the customs'))
  const received = (await list(customs)).received.find(({ id }) => id === question.id)!
  assert.deepEqual(
    [received.open, received.answers.map(({ verdict, by }) => [verdict, by])],
    [
      false,
      [
        ['known', 'officer of the customs'],
        ['not_known', 'officer of the customs'],
      ],
    ],
  )
})

test('what one desk says is not told to another that was asked the same', async () => {
  const question = questionOf({ agencies: [await agencyNamed('Customs of XA'), await agencyNamed('Port of XA')] })
  await ask(police, question)
  await answer(customs, question.id, { verdict: 'known', note: 'only for the police' })
  assert.ok(!JSON.stringify(await list(port)).includes('only for the police'))
  assert.deepEqual((await list(port)).received.find(({ id }) => id === question.id)?.answers, [])
})

test('a third agency sees nothing of a question, and cannot tell it from one that does not exist', async () => {
  const question = questionOf({ agencies: [await agencyNamed('Customs of XA')] })
  await ask(police, question)
  assert.ok(!JSON.stringify([await list(port), await noticesOf(port)]).includes(question.id))
  for (const id of [question.id, randomUUID(), 'none', '']) {
    assert.equal(await failureOf(answer(port, id)), 'not_found')
    assert.equal(await failureOf(withdraw(port, id)), 'not_found')
  }
})

test('the answer of sending is the same whether somebody holds such a record, hides one, or nobody has it', async () => {
  const sent = async (mark: string) => {
    const { question: _, at: __, ...rest } = presentSent(await ask(police, questionOf({ description: { mark } })))
    return rest
  }
  const nobody = await sent('NOBODY77?')
  assert.deepEqual(await sent('TKR1048'), nobody)
  assert.deepEqual(
    nobody.desks.map(({ name }) => name),
    ['Customs of XA'],
  )
  assert.deepEqual(
    (await noticesOf(covert)).map(({ kind }) => kind),
    [],
  )
})

test('an agency that keeps silent sources alone is listed like any other and asked when it is named', async () => {
  const others = await database.as(await database.reader(police), listAgencies)
  assert.deepEqual(
    others.map(({ name }) => name),
    ['Customs of XA', 'Internal Affairs', 'Port of XA'],
  )
  const question = questionOf({ agencies: [await agencyNamed('Internal Affairs')] })
  await ask(police, question)
  assert.equal((await list(covert)).received[0]?.id, question.id)
})

test('a question goes to other agencies that exist', async () => {
  const to = (...agencies: string[]) => failureOf(ask(police, questionOf({ agencies })))
  assert.equal(await to(randomUUID()), 'agency_unknown')
  assert.equal(await to(await agencyNamed('Customs of XA'), await agencyNamed('Police of XA')), 'value_not_listed')
  const customsId = await agencyNamed('Customs of XA')
  const twice = await ask(police, questionOf({ agencies: [customsId, customsId.toUpperCase()] }))
  assert.equal(twice.desks.length, 1)
})

test('a record of one’s own is described as it was read, and nothing else of it leaves', async () => {
  const question = questionOf({ record: await recordAt('S1') })
  await ask(police, question)
  const received = (await list(customs)).received.find(({ id }) => id === question.id)!
  assert.deepEqual(received.description, {
    mark: '12[8B]4?',
    markState: 'partial',
    make: 'Taurus',
    model: 'PT 92',
    calibre: '9 mm, not specified',
    type: 'pistol',
    country: 'Brazil',
    year: '2011',
  })
  for (const kept of ['Vard', 'A. Person', 'S1', await recordAt('S1')])
    assert.ok(!JSON.stringify(received).includes(kept), kept)
  const asked = (await list(police)).asked.find(({ id }) => id === question.id)!
  assert.equal(asked.record, await recordAt('S1'))
})

test('nobody describes a record that is another agency’s or hidden, or that says nothing', async () => {
  const about = async (account: string, key: string) =>
    failureOf(ask(account, questionOf({ record: await recordAt(key) })))
  assert.equal(await about(police, 'B1'), 'not_found')
  assert.equal(await about(port, 'X1'), 'not_found')
  assert.equal(await about(police, 'S2'), 'question_empty')
  assert.equal(await failureOf(ask(police, questionOf({ record: randomUUID() }))), 'not_found')
})

test('a mark in no known notation or without a known character is refused by name', async () => {
  const by = (mark: string) => failureOf(ask(police, questionOf({ description: { mark } })))
  assert.equal(await by('AB(1'), 'pattern_unreadable')
  assert.equal(await by('??*'), 'pattern_unreadable')
  assert.equal(await by('?'.repeat(70)), 'pattern_unreadable')
  assert.equal(await by('?*8'), 'done')
})

test('a question is about a description or a record, never both, neither, blank or without bounds', () => {
  const accepted = (more: object) =>
    questionRequest.safeParse({ id: randomUUID(), reference: 'r', basis: 'court_order', ...more }).success
  const description = { mark: 'A1' }
  assert.ok(accepted({ description }))
  assert.ok(accepted({ record: randomUUID() }))
  for (const wrong of [
    {},
    { description, record: randomUUID() },
    { description: {} },
    { description: { mark: 'A1', make: ' ' } },
    { description: { mark: 'A1', make: 'x'.repeat(121) } },
    { description: { mark: 'A1', note: 'more' } },
    { description, reference: ' ' },
    { description, basis: 'curiosity' },
    { description, agencies: [] },
    { description, id: 'one' },
  ])
    assert.ok(!accepted(wrong), JSON.stringify(wrong))
})

const HOSTILE = [
  '<script>alert(1)</script>',
  "'; DROP TABLE desk_question; --",
  '{"__proto__":{"a":1}}',
  '\u202Etxet lortnoc\u202C',
  '\\N\t\r\n\u001b[2J',
  '=HYPERLINK("x")',
  'ТТ ٣٣ 銃 😀',
]

test('hostile words come back as they are, and break nothing', async () => {
  const desk = await agencyNamed('Customs of XA')
  const words = fc
    .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: CODE_POINT, minLength: 1, maxLength: 60 }))
    .filter((text) => text.isWellFormed() && /\S/.test(text) && !text.includes('\0') && text.length <= 120)
  // A reference is read by others beside their own text, so it may turn none of it round.
  const references = words.filter((text) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text))
  await fc.assert(
    fc.asyncProperty(words, words, references, async (make, country, reference) => {
      const question = questionOf({ reference, description: { mark: 'A?1', make, country }, agencies: [desk] })
      await ask(police, question)
      await answer(customs, question.id, { note: make })
      const received = (await list(customs)).received.find(({ id }) => id === question.id)!
      assert.deepEqual(
        [received.description.make, received.description.country, received.reference, received.answers[0]?.note],
        [make, country, reference, make],
      )
    }),
    { numRuns: 15 },
  )
})

test('the same question sent again, also at the same moment, is one question; another under its identifier is refused', async () => {
  const question = questionOf()
  const [first, second] = await Promise.all([ask(police, question), ask(police, question)])
  assert.deepEqual(first, second)
  assert.deepEqual(await ask(police, question), first)
  const told = (await noticesOf(customs)).filter((notice) => notice.question === question.id)
  assert.equal(told.length, 1)
  assert.equal((await entriesOf(question.id)).filter(({ action }) => action === 'question.asked').length, 1)
  for (const other of [
    { reference: 'case 8' },
    { basis: 'court_order' as const },
    { description: { mark: 'T?R*9' } },
    { agencies: [await agencyNamed('Customs of XA')] },
    { record: await recordAt('S1'), description: undefined },
  ])
    assert.equal(await failureOf(ask(police, { ...question, ...other })), 'question_id_used', JSON.stringify(other))
  assert.equal(await failureOf(ask(customs, question)), 'question_id_used')
})

test('the same answer sent again is one answer; another under its identifier is refused', async () => {
  const question = questionOf()
  await ask(police, question)
  const id = randomUUID()
  const given = { id, verdict: 'ask_us' as const, note: 'by telephone' }
  const first = await answer(customs, question.id, given)
  assert.deepEqual(await answer(customs, question.id, given), first)
  assert.equal(await failureOf(answer(customs, question.id, { ...given, note: 'by post' })), 'question_id_used')
  const other = questionOf()
  await ask(police, other)
  assert.equal(await failureOf(answer(customs, other.id, given)), 'question_id_used')
  const told = (await noticesOf(police)).filter((notice) => notice.question === question.id)
  assert.equal(told.length, 1)
})

test('an agency answers what it was asked, and nobody answers their own question', async () => {
  const question = questionOf()
  await ask(police, question)
  assert.equal(await failureOf(answer(police, question.id)), 'not_found')
  const insert = database
    .pool('serve')
    .query(
      `INSERT INTO desk_answer (id, question_id, agency_id, verdict, answered_by) VALUES ($1, $2, $3, 'known', $4)`,
      [randomUUID(), question.id, await agencyNamed('Port of XA'), port],
    )
  await assert.rejects(insert, { code: '23503' }, 'the database itself knows who was asked')
})

test('a withdrawn question stands, marked, and waits for no answer', async () => {
  const question = questionOf()
  await ask(police, question)
  const given = { id: randomUUID(), verdict: 'known' as const }
  await answer(customs, question.id, given)
  assert.equal(await failureOf(withdraw(customs, question.id)), 'not_your_agency')
  const { withdrawnAt } = await withdraw(police, question.id)
  assert.deepEqual((await withdraw(police, question.id)).withdrawnAt, withdrawnAt)
  assert.equal(await failureOf(answer(customs, question.id)), 'question_withdrawn')
  assert.equal(await failureOf(answer(customs, question.id, given)), 'done')
  const received = (await list(customs)).received.find(({ id }) => id === question.id)
  assert.deepEqual([received?.withdrawnAt, received?.open], [withdrawnAt.toISOString(), false])
  const asked = (await list(police)).asked.find(({ id }) => id === question.id)
  assert.deepEqual(
    [asked?.withdrawnAt, asked?.desks[0]?.answers.map(({ verdict }) => verdict)],
    [withdrawnAt.toISOString(), ['known']],
  )
})

test('what still waits comes before what was answered or withdrawn, and the list is as the contract says', async () => {
  const shown = await list(customs)
  questionList.parse(shown)
  questionList.parse(await list(police))
  const opens = shown.received.map(({ open }) => open)
  assert.deepEqual(
    opens,
    opens.toSorted((a, b) => Number(b) - Number(a)),
  )
  assert.ok(opens.includes(true) && opens.includes(false))
  assert.deepEqual(shown.more, { asked: false, received: false })
})

test('a recorder neither asks, answers nor looks, and the installer, who works for no agency, neither asks nor answers', async () => {
  const question = questionOf()
  await ask(police, question)
  assert.equal(await failureOf(ask(clerk, questionOf())), 'role_needed')
  assert.equal(await failureOf(answer(clerk, question.id)), 'role_needed')
  assert.equal(await failureOf(list(clerk)), 'role_needed')
  const installer = await database.installer()
  assert.equal(await failureOf(database.as(installer, (context) => askDesks(context, questionOf()))), 'role_needed')
  assert.deepEqual(await list(installer.account), { asked: [], received: [], more: { asked: false, received: false } })
})

test('every question, answer, withdrawal and look is in the log, with its words in the part that can be erased', async () => {
  const question = questionOf({ record: await recordAt('S1') })
  await ask(police, question)
  await list(customs)
  await answer(customs, question.id, { verdict: 'known', note: 'ours' })
  await withdraw(police, question.id)
  const entries = await entriesOf(question.id)
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['question.asked', 'question.seen', 'question.answered', 'question.withdrawn'],
  )
  const { description, ...asked } = entries[0]!.body
  assert.deepEqual(asked, { reference: 'case 7', basis: 'criminal_procedure', agencies: ['Customs of XA'] })
  assert.equal((description as { mark: string }).mark, '12[8B]4?')
  assert.deepEqual(entries[2]?.body, { asker: 'Police of XA', verdict: 'known', note: 'ours' })
  assert.ok((await entriesOf(await recordAt('S1'))).some(({ action }) => action === 'question.asked'))
})

test('the serving process can neither forge a notice of a pointer nor change what was asked or answered', async () => {
  const serve = database.pool('serve')
  for (const change of [
    'INSERT INTO notice (id, agency_id, kind, asker_agency_id, reference, handle) SELECT id, id, name, id, name, id FROM agency',
    'UPDATE desk_question SET description = description',
    'UPDATE desk_answer SET note = note',
    'DELETE FROM desk_answer',
    'DELETE FROM desk_question',
    'DELETE FROM notice',
  ])
    await assert.rejects(serve.query(change), { code: '42501' }, change)
})
