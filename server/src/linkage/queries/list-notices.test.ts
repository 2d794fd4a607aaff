import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { noticeList } from '@proofmark/contract/schemas/pointer'
import { nameOfficer } from '../../access/commands/name-officer.ts'
import { query } from '../../store/backup/testing.ts'
import { desksOfTest, personOf, questionOf } from '../../testing/desks.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { saveItem } from '../commands/save-item.ts'
import { answerSavedItem } from '../pointers/answer.ts'
import { listNotices } from './list-notices.ts'

const database = await testDatabase()
/** The officer of the customs is a data steward, among others. */
const { police, customs } = await twoAgencies(database)
const officer = await personOf(database, 'Customs of XA', 'deconfliction officer', ['analyst'])
const steward = await personOf(database, 'Customs of XA', 'second steward', ['data_steward'])
const analyst = await personOf(database, 'Customs of XA', 'analyst of the customs', ['analyst'])
const clerk = await personOf(database, 'Customs of XA', 'clerk of the customs', ['recorder'])
await personOf(database, 'Customs of XA', 'administrator of the customs', ['administrator'])
const HEAD = 'id,serial,make\n'
for (const [name, agency, visibility, rows] of [
  ['police seizures', 'Police of XA', 'pointer', 'S1,TKR1048,Taurus'],
  ['border seizures', 'Customs of XA', 'pointer', 'B1,TKR1048,Taurus'],
  ['covert finds', 'Customs of XA', 'silent', 'X1,TKR1048,Taurus'],
] as const)
  await sourceWith(database, { name, kind: 'seizure', agency, visibility }, `${HEAD}${rows}\n`)

const { rows } = await database.pool('backup').query<{ id: string }>(`SELECT id FROM record WHERE source_key = 'S1'`)
const saved = await database.as(await database.reader(police), (context) =>
  saveItem(context, { record: rows[0]!.id, reference: 'case 7', basis: 'firearms_act' }),
)
await answerSavedItem(database.pool('match'), saved, new Date())
const { ask, answer } = desksOfTest(database)
const question = questionOf({ reference: 'case 8' })
await ask(police, question)
await answer(customs, question.id, { verdict: 'known' })

const noticesOf = async (account: string) => database.as(await database.reader(account), listNotices)
const kindsOf = async (account: string) => (await noticesOf(account)).map(({ kind }) => kind).sort()
const named = async (account: string, agency: string, officer: string) =>
  database
    .as(await database.reader(account), (context) => nameOfficer(context, { agency, officer }))
    .then(
      () => 'done',
      (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
    )

test('until an officer is named, the agency’s data stewards hear of a silent match and nobody else of its people does', async () => {
  assert.deepEqual(await kindsOf(steward), ['pointer_given', 'question_asked', 'silent_match'])
  assert.deepEqual(await kindsOf(analyst), ['pointer_given', 'question_asked'])
  assert.deepEqual(await kindsOf(clerk), ['pointer_given'])
})

test('a data steward names the officer of their own agency, among its people to whom notices are shown', async () => {
  assert.equal(await named(analyst, 'Customs of XA', 'deconfliction officer'), 'role_needed')
  assert.equal(await named(police, 'Customs of XA', 'deconfliction officer'), 'not_your_agency')
  assert.equal(await named(steward, 'No such agency', 'deconfliction officer'), 'agency_unknown')
  for (const nobody of ['officer of the police', 'nobody', 'administrator of the customs', 'installer'])
    assert.equal(await named(steward, 'Customs of XA', nobody), 'value_not_listed', nobody)
  assert.equal(await named(steward, 'Customs of XA', 'deconfliction officer'), 'done')
  const { rows: entries } = await database
    .pool('backup')
    .query(`SELECT body FROM audit_entry WHERE action = 'agency.officer_named'`)
  assert.deepEqual(entries, [{ body: { officer: 'deconfliction officer' } }])
})

test('the named officer alone hears of a silent match, and not even the stewards who named them', async () => {
  assert.deepEqual(await kindsOf(officer), ['pointer_given', 'question_asked', 'silent_match'])
  for (const other of [steward, customs, analyst, clerk])
    assert.ok(!(await kindsOf(other)).includes('silent_match'), other)
})

test('a match does not wait for an officer who is gone: the stewards hear of it again', async () => {
  await query(database.ownerUrl, 'UPDATE account SET disabled_at = now() WHERE id = $1', [officer])
  assert.ok((await kindsOf(steward)).includes('silent_match'))
  assert.ok(!(await kindsOf(analyst)).includes('silent_match'))
})

test('the asker’s desk learns which agency answered, and the asked one of no answer but its own', async () => {
  const notices = await noticesOf(police)
  noticeList.parse({ notices })
  assert.deepEqual(
    notices.map(({ kind, asker, reference, handle, question, answerer }) => ({
      kind,
      asker,
      reference,
      handle,
      question,
      answerer,
    })),
    [
      {
        kind: 'question_answered',
        asker: 'Police of XA',
        reference: 'case 8',
        handle: null,
        question: question.id,
        answerer: 'Customs of XA',
      },
    ],
  )
  const asked = (await noticesOf(customs)).find(({ kind }) => kind === 'question_asked')
  assert.deepEqual([asked?.question, asked?.answerer, asked?.handle], [question.id, null, null])
})
