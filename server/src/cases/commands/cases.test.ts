import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type CaseShown, caseHolding, caseList, caseOpenRequest, caseShown } from '@proofmark/contract/schemas/case'
import { documentBeginRequest } from '@proofmark/contract/schemas/case-document'
import type { CaseSaying } from '@proofmark/contract/schemas/case-entry'
import { thingAddRequest } from '@proofmark/contract/schemas/thing'
import { issueAccessToken } from '../../access/commands/issue-token.ts'
import type { Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { metadataOf, photographOf } from '../../pictures/picture.fixture.ts'
import { personOf } from '../../testing/desks.ts'
import { recordOf } from '../../testing/matching.ts'
import { bytesOf, sourceWith } from '../../testing/nation.ts'
import { serveApp } from '../../testing/serve-app.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentCase, presentHolding, presentListedCase } from '../present/case.ts'
import { formerWithdrawnPlace } from '../rules/withdrawn-place.ts'
import { receiveDocument, wholeDocument } from '../runs/receive-document.ts'
import { viewDocument } from '../runs/view-document.ts'
import { addThing, placeOfThing } from './add-thing.ts'
import { admitToDocument, beginDocument } from './case-documents.ts'
import { openCompartment } from './compartment.ts'
import { findItems } from './find-items.ts'
import { giveItem } from './give-item.ts'
import { answerLead, offerLead } from './hand-over-case.ts'
import { letIn } from './let-in.ts'
import { moveCase } from './move-case.ts'
import { listWithoutLead, nameLead } from './name-lead.ts'
import { openCase } from './open-case.ts'
import { sayInCase } from './say-in-case.ts'
import { sayTie } from './say-tie.ts'
import { listCases, showCase } from './show-case.ts'
import { showHolding } from './show-holding.ts'
import { withdrawFromCase } from './withdraw.ts'
import { writeCaseEntry } from './write-entry.ts'

const database = await testDatabase()
const person = (agency: string, name: string, role: 'investigator' | 'data_steward' | 'recorder' = 'investigator') =>
  personOf(database, agency, name, [role])
const [ida, otto, steward, cato, clerk] = [
  await person('Police', 'Ida'),
  await person('Police', 'Otto'),
  await person('Police', 'Stella', 'data_steward'),
  await person('Customs', 'Cato'),
  await person('Police', 'Rolf', 'recorder'),
]
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police', visibility: 'pointer' },
  'id,serial,make,date\nL1,TKR10007,Taurus,2020-05-01\n',
  {
    profile: 1,
    key: 'id',
    fields: { serial: 'serial', make: 'make', date: 'date' },
  },
)
await sourceWith(
  database,
  { name: 'covert', kind: 'seizure', agency: 'Customs', visibility: 'silent', handling: 'H3' },
  'id,serial,make\nC1,TKR10007,Taurus\n',
)
const [seen, covert] = [await recordOf(database, 'L1'), await recordOf(database, 'C1')]
const grounds = { purpose: 'criminal_investigation' } as const

const as =
  (account: string): Run =>
  async (work) =>
    database.as(await database.reader(account), work, grounds)
const show = async (account: string, id: string): Promise<CaseShown> =>
  caseShown.parse(presentCase(await as(account)((context) => showCase(context, id))))
const open = async (account: string, more: object = {}) =>
  openCase(
    as(account),
    caseOpenRequest.parse({
      case: randomUUID(),
      reference: 'PN 4/2026',
      title: 'Pistols on the northern road',
      kinds: ['illicit_trafficking'],
      nexus: ['drugs'],
      again: true,
      grounds,
      ...more,
    }),
  )
const admit = (by: string, id: string, account: string, more: object = {}) =>
  as(by)((context) => letIn(context, { case: id, account, part: 'member', why: 'works on it', grounds, ...more }))
const say = (by: string, id: string, saying: CaseSaying, entry: string = randomUUID(), compartment?: string) =>
  insist(as(by), (context) => sayInCase(context, { case: id, entry, compartment, say: saying }))
const note = (text: string, about: string[] = []): CaseSaying => ({ kind: 'note', text, standing: 'fact', about })
const give = (by: string, id: string, record: string, entry: string = randomUUID()) =>
  insist(as(by), (context) => giveItem(context, { case: id, entry, item: { kind: 'record', id: record } }))
const texts = ({ entries }: CaseShown) => entries.flatMap(({ said }) => (said?.kind === 'note' ? [said.text] : []))

test('a case is read by those who were let in, until they are not, and is nothing to anybody else', async () => {
  const id = await open(ida)
  assert.equal(await open(ida, { case: id }), id, 'what is sent twice is one case')
  await assert.rejects(open(ida, { case: id, title: 'Another' }), { code: 'case_id_used' })
  for (const stranger of [otto, cato, clerk]) await assert.rejects(show(stranger, id), /role_needed|not_found/)
  const own = await show(ida, id)
  assert.deepEqual([own.part, own.tasks.map(({ template }) => template)], ['lead', ['nine_steps', 'supply_chain']])
  await admit(ida, id, cato, { until: new Date(Date.now() + 3_600_000).toISOString() })
  assert.equal((await show(cato, id)).title, own.title)
  await assert.rejects(admit(cato, id, otto), { code: 'case_part_needed' })
  await assert.rejects(admit(ida, id, clerk), { code: 'case_person_unfit' })
  await assert.rejects(admit(ida, id, ida, { part: 'none' }), { code: 'case_last_lead' })
  const later = await database.reader(cato, new Date(Date.now() + 7_200_000))
  assert.equal(
    (await database.as(later, ({ query }) => query.selectFrom('case_file').select('id').execute())).length,
    0,
  )
  await admit(ida, id, cato, { part: 'none' })
  await assert.rejects(show(cato, id), { code: 'not_found' })
  const { cases } = await as(ida)((context) => listCases(context, { after: 0, limit: 50 }))
  caseList.parse({ cases: cases.map(presentListedCase), more: false })
  assert.deepEqual((await as(cato)((context) => listCases(context, { after: 0, limit: 50 }))).cases, [])
})

test('row-level security hides a case, its entries, ties and documents from whoever was not let in', async () => {
  const id = await open(ida)
  await give(ida, id, seen)
  const rows = (account: string, table: 'case_file' | 'case_entry' | 'tie') =>
    as(account)(({ query }) => query.selectFrom(table).select('vis').execute())
  for (const table of ['case_file', 'case_entry', 'tie'] as const) {
    assert.ok((await rows(ida, table)).length > 0, table)
    for (const stranger of [otto, cato, steward]) assert.deepEqual(await rows(stranger, table), [], table)
  }
  const installer = await database.installer()
  assert.deepEqual(
    await database.as(installer, ({ query }) => query.selectFrom('case_file').select('id').execute()),
    [],
  )
})

test('a compartment within a case is known to those whom its lead lets in, and whoever leaves the case leaves it', async () => {
  const id = await open(ida)
  await admit(ida, id, otto)
  await admit(ida, id, cato)
  const compartment = randomUUID()
  const inner = { case: id, compartment, name: 'Sources', why: 'their safety' }
  assert.equal(await openCompartment(as(cato), inner), await openCompartment(as(cato), inner))
  await say(cato, id, note('He told us.'), randomUUID(), compartment)
  assert.deepEqual(texts(await show(ida, id)), [], 'the lead of the case is not in it')
  assert.deepEqual((await show(ida, id)).compartments.length, 1)
  await assert.rejects(say(ida, id, note('?'), randomUUID(), compartment), { code: 'not_found' })
  await admit(cato, id, otto, { compartment, part: 'reader' })
  assert.deepEqual(texts(await show(otto, id)), ['He told us.'])
  await admit(ida, id, otto, { part: 'none' })
  await admit(ida, id, otto)
  assert.deepEqual(texts(await show(otto, id)), [])
})

test('what may be given is found by its mark, and its page learns in which of the reader’s cases it stands', async () => {
  const [id, others] = [await open(ida, { reference: 'PN 5/2026' }), await open(cato)]
  const found = await as(ida)((context) => findItems(context, { text: 'TKR 10007' }))
  assert.deepEqual(
    found.map((item) => [item.kind, item.id]),
    [['record', seen]],
    'what customs keep covertly is not found',
  )
  assert.deepEqual(
    (await as(ida)((context) => findItems(context, { text: `https://host/records/${seen}` }))).map((item) => item.id),
    [seen],
  )
  await give(ida, id, seen)
  await give(cato, others, covert)
  const finding = { kind: 'record', id: seen, finding: 'stolen_before_sold' } as const
  await as(ida)((context) => giveItem(context, { case: id, entry: randomUUID(), item: finding }))
  const items = [seen, covert].map((each) => ({ kind: 'record' as const, id: each }))
  const holding = async () =>
    (await as(ida)((context) => showHolding(context, items)))
      .filter(({ file }) => [id, others].includes(file.id))
      .map((each) => presentHolding(each, null))
  const held = await holding()
  assert.deepEqual(
    held.map((each) => [each.case, each.finding]),
    [
      [id, null],
      [id, 'stolen_before_sold'],
    ],
  )
  caseHolding.parse({ held })
  await admit(cato, others, ida)
  assert.deepEqual(await holding(), held, 'a record that is kept from her stays so')
  await admit(ida, id, otto, { part: 'reader' })
  const choices = async (account: string, named = '') =>
    (await as(account)((context) => listCases(context, { writable: true, named, after: 0, limit: 50 }))).cases
  assert.equal((await choices(ida))[0]?.file.id, id, 'the last written in comes first')
  assert.deepEqual(
    (await choices(ida, 'pn 5/')).map(({ file }) => file.id),
    [id],
  )
  assert.ok(!(await choices(otto)).some(({ file }) => file.id === id), 'whoever reads it gives nothing to it')
})

test('what an agency gave it may withdraw: the others see that, never what it was, and what was built upon it is named', async () => {
  const id = await open(ida)
  await admit(ida, id, cato)
  const [given, told] = [randomUUID(), randomUUID()]
  await give(cato, id, covert, given)
  await say(cato, id, note('It came through the gate.'), told)
  await say(ida, id, note('So it was smuggled.', [told]))
  const hidden = (await show(ida, id)).items.find(({ entry }) => entry === given)!
  assert.deepEqual(
    [hidden.kind, hidden.id, hidden.label],
    ['record', null, null],
    'given by reference, it stays unread',
  )
  assert.ok(!JSON.stringify(await show(ida, id)).includes(covert))
  assert.equal((await show(cato, id)).items[0]?.id, covert)
  await assert.rejects(withdrawFromCase(as(ida), { case: id, entry: randomUUID(), of: told }), {
    code: 'case_entry_not_yours',
  })
  for (const each of [given, told]) {
    const entry = randomUUID()
    await withdrawFromCase(as(cato), { case: id, entry, of: each })
    await withdrawFromCase(as(cato), { case: id, entry, of: each })
  }
  const after = await show(ida, id)
  assert.deepEqual(texts(after), ['So it was smuggled.'])
  assert.deepEqual(after.items, [])
  const withdrawals = after.entries.filter(({ kind }) => kind === 'withdrawal')
  assert.deepEqual(
    withdrawals.map(({ agency }) => agency),
    ['Customs', 'Customs'],
  )
  assert.ok(after.asks.some(({ ask }) => ask === 'rests_on_withdrawn'))
  assert.deepEqual(
    texts(await show(cato, id)),
    ['It came through the gate.', 'So it was smuggled.'],
    'its giver keeps it',
  )
  const ties = (account: string) =>
    as(account)(({ query }) => query.selectFrom('tie').select('withdrawn_at').where('case_id', '=', id).execute())
  assert.deepEqual(await ties(ida), [])
  assert.ok((await ties(cato)).every(({ withdrawn_at }) => withdrawn_at !== null))
})

test('nobody lies in wait where another agency will keep what it withdraws', async () => {
  const id = await open(ida)
  await admit(ida, id, cato)
  const theirs = (await database.reader(cato)).agency!.id
  // What can be worked out from outside: as a compartment of the case, and as a case of one's own.
  const compartment = formerWithdrawnPlace(id, theirs)
  await assert.rejects(openCompartment(as(ida), { case: id, compartment, name: 'Mine', why: 'to lie in wait' }), {
    code: 'case_id_used',
  })
  await open(ida, { case: compartment })
  const told = randomUUID()
  await say(cato, id, note('It came through the gate.'), told)
  await withdrawFromCase(as(cato), { case: id, entry: randomUUID(), of: told })
  assert.deepEqual(texts(await show(ida, id)), [])
  assert.deepEqual(texts(await show(cato, id)), ['It came through the gate.'])
  const seenBy = (account: string) =>
    as(account)(({ query }) => query.selectFrom('case_entry').select('id').where('id', '=', told).execute())
  assert.deepEqual([(await seenBy(ida)).length, (await seenBy(cato)).length], [0, 1])
})

test('a note builds upon what all its readers may read, and its readers learn of nothing else', async () => {
  const id = await open(ida)
  await admit(ida, id, cato)
  const [compartment, secret, told, answer] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await openCompartment(as(cato), { case: id, compartment, name: 'Sources', why: 'their safety' })
  await say(cato, id, note('He told us.'), secret, compartment)
  await say(cato, id, note('It came through the gate.'), told)
  await say(cato, id, note('Both agree.', [secret, told]), answer, compartment)
  await say(cato, id, note('It came through the gate at night.', [told.toUpperCase()]))
  for (const about of [[secret], [randomUUID()], [told, secret]])
    for (const who of [ida, cato])
      await assert.rejects(say(who, id, note('So it is.', about)), { code: 'not_found' }, 'there is none, or not here')
  const itself = randomUUID()
  await assert.rejects(say(ida, id, note('So it is.', [itself]), itself), { code: 'not_found' })
  // As entries stood that were written before this was asked.
  await as(cato)((context) =>
    writeCaseEntry(
      context,
      { id },
      { entry: randomUUID(), said: { ...note('Earlier.', [secret, told]) } as CaseSaying },
    ),
  )
  const about = ({ entries }: CaseShown) =>
    entries.flatMap(({ said }) => (said?.kind === 'note' && said.about.length > 0 ? [said.about.length] : []))
  assert.deepEqual(about(await show(ida, id)), [1, 1])
  assert.ok(!JSON.stringify(await show(ida, id)).includes(secret))
  assert.deepEqual(about(await show(cato, id)), [2, 1, 2])
  await withdrawFromCase(as(cato), { case: id, entry: randomUUID(), of: told })
  await assert.rejects(
    say(ida, id, note('Still.', [told])),
    { code: 'not_found' },
    'what was withdrawn carries nothing',
  )
  await say(cato, id, note('Both agree.', [secret, told]), answer, compartment)
  const rests = (await show(ida, id)).entries.filter(({ restsOnWithdrawn }) => restsOnWithdrawn)
  assert.deepEqual(rests.length, 2)
})

test('whoever is let out is let out for a reason: of the list, in words as they were typed, or both', async () => {
  const id = await open(ida)
  const member = async (account: string) =>
    (await show(ida, id)).compartments[0]?.members.find((each) => each.account === account)
  const out = (account: string, more: object) => admit(ida, id, account, { part: 'none', why: undefined, ...more })
  await admit(ida, id, cato)
  await admit(ida, id, otto)
  await assert.rejects(out(cato, {}), { code: 'value_not_listed' })
  await assert.rejects(admit(ida, id, cato, { part: 'reader', leaving: 'part_done' }), { code: 'value_not_listed' })
  await assert.rejects(admit(ida, id, cato, { part: 'reader', why: undefined }), { code: 'value_not_listed' })
  await out(cato, { leaving: 'part_done' })
  await out(otto, { leaving: 'other_duties', why: 'Seconded to the coast guard.' })
  const kept = [await member(cato), await member(otto)].map((each) => [each?.inside, each?.leaving, each?.why])
  assert.deepEqual(kept, [
    [false, 'part_done', ''],
    [false, 'other_duties', 'Seconded to the coast guard.'],
  ])
  await admit(ida, id, cato)
  assert.deepEqual([(await member(cato))?.leaving, (await member(cato))?.why], [null, 'works on it'])
})

test('grades are kept in the scheme they came in, and none of another scheme is taken', async () => {
  const id = await open(ida)
  const graded = (scheme: 'admiralty' | 'europol', source: string) =>
    say(ida, id, { ...note('Heard.'), evaluation: { scheme, source, information: '3', codes: [] } } as CaseSaying)
  await graded('admiralty', 'F')
  await assert.rejects(graded('europol', 'F'), { code: 'value_not_listed' })
  const [kept] = (await show(ida, id)).entries.filter(({ kind }) => kind === 'note')
  assert.ok(kept?.said?.kind === 'note' && kept.said.evaluation?.scheme === 'admiralty')
})

test('a case is not closed before the line of supply is answered, and takes nothing while it is closed', async () => {
  const id = await open(ida)
  await give(ida, id, seen)
  const entry = randomUUID()
  const close = (more: object) =>
    as(ida)((context) =>
      moveCase(context, {
        case: id,
        entry,
        move: { to: 'closed', outcome: 'Charged.', supplyChain: 'tried', ...more },
      }),
    )
  await assert.rejects(close({}), { code: 'case_supply_chain_needed' })
  await assert.rejects(close({ why: ' ' }), { code: 'case_supply_chain_needed' })
  await close({ why: 'The maker has no records before 1991.' })
  await assert.rejects(say(ida, id, note('More.')), { code: 'case_not_open' })
  const [thing, value, tie] = [randomUUID(), randomUUID(), randomUUID()]
  const values = [{ id: value, field: 'number', value: '+999 55 0103', standing: 'fact' }]
  const telephone = (more: object) => thingAddRequest.parse({ id: thing, kind: 'telephone', values, grounds, ...more })
  const add = (more: object) => insist(as(ida), (context) => addThing(context, telephone(more)))
  await assert.rejects(add({ case: id }), { code: 'case_not_open' })
  await as(ida)((context) => placeOfThing(context, telephone({ kept: 'pointer' })))
  await add({ kept: 'pointer' })
  const ends = { from: `telephone:${thing}`, to: `case:${id}` }
  const said = { id: tie, ...ends, relation: 'uses', standing: 'fact', records: [] } as const
  await assert.rejects(
    insist(as(ida), (context) => sayTie(context, { ...said, records: [] })),
    { code: 'case_not_open' },
  )
  const closed = await show(ida, id)
  assert.deepEqual([closed.state, closed.asks, closed.closing?.supplyChain], ['closed', [], 'tried'])
  await as(ida)((context) =>
    moveCase(context, { case: id, entry: randomUUID(), move: { to: 'open', why: 'New evidence.' } }),
  )
  await say(ida, id, note('More.'))
})

test('tasks stand as they were last said to, step by step', async () => {
  const id = await open(ida)
  const [task] = (await show(ida, id)).tasks
  const state = (step: string | undefined, to: 'open' | 'done' | 'not_needed', on = task!.entry) =>
    say(ida, id, { kind: 'task_state', task: on, step, state: to })
  await assert.rejects(state('no_step', 'done'), { code: 'value_not_listed' })
  await assert.rejects(state(undefined, 'done', randomUUID()), { code: 'not_found' })
  for (const { step } of task!.steps) await state(step, step === 'dna' ? 'not_needed' : 'done')
  assert.equal((await show(ida, id)).tasks[0]?.state, 'done')
  await state('dna', 'open')
  assert.equal((await show(ida, id)).tasks[0]?.state, 'open')
})

test('the lead is handed over by two people, and goes to another agency with what it may do', async () => {
  const id = await open(ida)
  await assert.rejects(
    as(ida)((context) => offerLead(context, { case: id, entry: randomUUID(), to: cato, why: 'theirs' })),
    { code: 'case_person_unfit', parameters: { name: 'Cato' } },
  )
  await admit(ida, id, cato)
  const offer = randomUUID()
  await as(ida)((context) => offerLead(context, { case: id, entry: offer, to: cato, why: 'it is a customs matter' }))
  const answer = (by: string, accept: boolean) =>
    as(by)((context) => answerLead(context, { case: id, entry: randomUUID(), offer, accept }))
  await assert.rejects(answer(ida, true), { code: 'case_offer_over' })
  assert.ok((await show(cato, id)).asks.some(({ ask }) => ask === 'hand_over'))
  await insist(as(cato), (context) => answerLead(context, { case: id, entry: randomUUID(), offer, accept: true }))
  const after = await show(cato, id)
  assert.deepEqual([after.agency, after.part, (await show(ida, id)).part], ['Customs', 'lead', 'member'])
  await assert.rejects(answer(cato, true), { code: 'case_offer_over' })
})

test('where a lead has gone, a steward of the agency names another, and learns the reference alone', async () => {
  const gone = await person('Police', 'Gone')
  const id = await open(gone, { reference: 'PN 9/2026', visibility: 'silent' })
  const without = () => as(steward)(listWithoutLead)
  const name = (account: string) =>
    as(steward)((context) => nameLead(context, { case: id, account, why: 'she retired' }))
  await assert.rejects(name(otto), { code: 'case_lead_there' })
  await database.pool('serve').query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone])
  assert.deepEqual((await without()).cases, [{ id, reference: 'PN 9/2026', compartment: null, people: null }])
  assert.deepEqual(
    (await without()).people.map((each) => each.name),
    ['Ida', 'Otto'],
  )
  await assert.rejects(show(steward, id), { code: 'role_needed' })
  await assert.rejects(name(cato), { code: 'case_person_unfit' })
  await assert.rejects(name(steward), { code: 'case_lead_own' })
  await name(otto)
  assert.equal((await show(otto, id)).part, 'lead')
  assert.deepEqual((await without()).cases, [])
})

test('a compartment whose lead has gone is led on by whom a steward of that agency names, out of those in the case', async () => {
  const gone = await person('Customs', 'Left')
  const guard = await person('Customs', 'Greta', 'data_steward')
  const id = await open(ida)
  for (const each of [gone, cato, otto]) await admit(ida, id, each)
  const compartment = randomUUID()
  await openCompartment(as(gone), { case: id, compartment, name: 'Sources', why: 'their safety' })
  await say(gone, id, note('He told us.'), randomUUID(), compartment)
  await admit(gone, id, otto, { compartment, part: 'reader' })
  const left = async (by: string) =>
    (await as(by)(listWithoutLead)).cases.filter((each) => each.compartment === compartment)
  const name = (by: string, account: string, of = compartment) =>
    insist(as(by), (context) => nameLead(context, { case: id, compartment: of, account, why: 'he left' }))
  await assert.rejects(name(guard, cato), { code: 'not_found' }, 'as long as it is led')
  await database.pool('serve').query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone])
  assert.deepEqual(await left(guard), [{ id, reference: null, compartment, people: [cato] }])
  assert.deepEqual(await left(steward), [], 'it was never led by the police')
  await assert.rejects(name(steward, otto), { code: 'not_found' })
  await assert.rejects(name(guard, otto), { code: 'case_person_unfit' })
  await assert.rejects(name(guard, cato, randomUUID()), { code: 'not_found' })
  assert.deepEqual(texts(await show(cato, id)), [])
  await name(guard, cato)
  await name(guard, cato)
  const shown = await show(cato, id)
  assert.deepEqual(texts(shown), ['He told us.'])
  assert.equal(shown.compartments.at(-1)?.part, 'lead')
  assert.deepEqual(await left(guard), [])
  await say(cato, id, note('He told us more.'), randomUUID(), compartment)
  assert.deepEqual(texts(await show(otto, id)), ['He told us.', 'He told us more.'])
})

test('a document is sealed by its hash, typed by its content, and what may run is handed out sealed alone', async () => {
  const id = await open(ida)
  const send = async (content: string | Buffer, more: object = {}) => {
    const document = randomUUID()
    const sha256 = createHash('sha256').update(content).digest('hex')
    const input = documentBeginRequest.parse({
      ...{ document, case: id, name: 'statement.txt', sha256, bytes: Buffer.byteLength(content), grounds },
      ...more,
    })
    await as(ida)((context) => beginDocument(context, input))
    return receiveDocument(as(ida), document, 0, bytesOf(content))
  }
  const plain = await send('I saw the van.')
  assert.deepEqual([plain.state, plain.mediaType, plain.caution], ['kept', 'text/plain', null])
  assert.equal((await wholeDocument(as(ida), plain.id)).toString(), 'I saw the van.')
  const page = await send('<html><script>alert(1)</script></html>', { name: 'harmless.txt' })
  assert.deepEqual([page.state, page.caution], ['kept', 'unknown_type'])
  const take = (sealed: boolean) => as(ida)((context) => admitToDocument(context, page.id, sealed))
  await assert.rejects(take(false), { code: 'document_sealed' })
  assert.equal((await take(true)).id, page.id)
  const look = (document: string, by = ida) => viewDocument(as(by), document)
  assert.equal((await look(plain.id)).bytes.toString(), 'I saw the van.')
  const said = 'Le témoin a vu « deux » caisses : <b>là</b>.'
  for (const sent of [Buffer.from(said, 'latin1'), Buffer.from(`\ufeff${said}`, 'utf16le'), Buffer.from(said)])
    assert.equal((await look((await send(sent)).id)).bytes.toString(), said)
  const original = await photographOf(64, 48)
  const picture = await look((await send(original)).id)
  assert.deepEqual(await metadataOf(picture.bytes), { bears: false, format: 'jpeg', width: 64, height: 48 })
  await assert.rejects(look(page.id), { code: 'document_sealed' })
  await assert.rejects(look((await send(original.subarray(0, 300))).id), { code: 'document_not_shown' })
  await assert.rejects(look((await send('%PDF-1.7')).id), { code: 'document_not_shown' })
  await assert.rejects(look(plain.id, otto), { code: 'not_found' })
  // Another member could else spoil it, or finish it in its sender's name.
  await admit(ida, id, cato)
  const begun = documentBeginRequest.parse({
    ...{ document: randomUUID(), case: id, name: 'begun.txt', bytes: 3, grounds },
    sha256: createHash('sha256').update('abc').digest('hex'),
  })
  await as(ida)((context) => beginDocument(context, begun))
  await receiveDocument(as(ida), begun.document, 0, bytesOf('a'))
  for (const [from, part] of [
    [0, 'xyz'],
    [1, 'bc'],
  ] as const)
    await assert.rejects(receiveDocument(as(cato), begun.document, from, bytesOf(part)), { code: 'document_not_yours' })
  assert.equal((await receiveDocument(as(ida), begun.document, 1, bytesOf('bc'))).state, 'kept')
  assert.deepEqual((await send('abc', { sha256: '0'.repeat(64) })).reason, 'hash_differs')
  await assert.rejects(send('abc', { bytes: 500 * 1024 * 1024 }), { code: 'file_too_large' })
  assert.ok(!documentBeginRequest.safeParse({ name: 'n'.repeat(4_000) }).success)
  await assert.rejects(
    as(otto)((context) => admitToDocument(context, plain.id, false)),
    { code: 'not_found' },
  )
})

test('a document is taken over HTTP part by part, under a name and a type that no browser runs', async () => {
  const id = await open(ida)
  await admit(ida, id, cato)
  const token = await database.as(await database.installer(), (context) => issueAccessToken(context, cato, 'test'))
  const served = await serveApp(database)
  const send = (address: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    fetch(served + address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    })
  const document = randomUUID()
  const content = Buffer.alloc(3_000_000, 'alert(1)\n')
  const sha256 = createHash('sha256').update(content).digest('hex')
  const begun = { document, case: id, name: 'photo\\..\\x.hta', sha256, bytes: content.length, grounds }
  assert.equal((await send('/api/documents', JSON.stringify(begun))).status, 200)
  for (let from = 0; from < content.length; from += 1_000_000) {
    const part = content.subarray(from, from + 1_000_000)
    assert.equal(
      (await send(`/api/documents/${document}/parts?from=${from}`, new Uint8Array(part), 'text/html')).status,
      200,
    )
  }
  const take = () => send(`/api/documents/${document}/content`, JSON.stringify({ grounds }))
  const taken = await take()
  assert.deepEqual(Buffer.from(await taken.arrayBuffer()), content)
  const header = (name: string) => taken.headers.get(name)
  assert.deepEqual(
    ['content-type', 'content-disposition', 'x-content-type-options', 'content-length', 'cache-control'].map(header),
    ['text/plain', 'attachment; filename="photo_.._x.hta.txt"', 'nosniff', '3000000', 'no-store'],
  )
  assert.match(header('content-security-policy') ?? '', /script-src 'self'/)
  await admit(ida, id, cato, { part: 'none' })
  assert.equal((await take()).status, 404)
})

test('a reference that an open case of one’s agency bears is not borne twice unawares, and says nothing of cases one is not in', async () => {
  const reference = 'PN 21/2026'
  const plain = { reference, again: false }
  const id = await open(ida, plain)
  assert.equal(await open(ida, { ...plain, case: id }), id)
  await assert.rejects(open(ida, plain), { code: 'case_reference_borne', parameters: { reference, cases: id } })
  await open(otto, plain)
  await admit(ida, id, cato)
  await open(cato, plain)
  const move = (entry: string, to: 'closed' | 'open') =>
    as(ida)((context) =>
      moveCase(context, {
        ...{ case: id, entry },
        move: to === 'open' ? { to, why: 'New evidence.' } : { to, outcome: 'Charged.', supplyChain: 'traced' },
      }),
    )
  await assert.rejects(move(randomUUID(), 'open'), { code: 'case_stands_already', parameters: { state: 'open' } })
  const closing = randomUUID()
  await move(closing, 'closed')
  await move(closing, 'closed')
  await assert.rejects(move(randomUUID(), 'closed'), { code: 'case_stands_already', parameters: { state: 'closed' } })
  // A closed case keeps nobody from its reference, and whoever means a second one says so.
  await open(ida, plain)
  await open(ida, { ...plain, again: true })
})
