import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { traceDraftRequest, traceListRequest } from '@proofmark/contract/schemas/trace-desk'
import { traceFigures as figuresSchema, traceList, traceShown } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'
import { processReaderFor } from '../../access/queries/resolve-reader.ts'
import { runCommand } from '../../access/run-command.ts'
import { listQuestions } from '../../linkage/queries/list-questions.ts'
import { courtText } from '../../review/commands/court-text.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { completed, replyTo, requestFrom } from '../../testing/traces.ts'
import { presentBoard, presentDraft, presentFigures, presentTrace } from '../present/trace.ts'
import { agencyOfMessage } from '../queries/agency-of-message.ts'
import { traceFigures } from '../queries/figures.ts'
import { answerTrace } from './answer-trace.ts'
import { askOwners } from './ask-owners.ts'
import { approveClosing, closeTrace } from './close-trace.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { listTraces } from './list-traces.ts'
import { moveTrace } from './move-trace.ts'
import { receiveReply } from './receive-reply.ts'
import { saveTerms } from './save-terms.ts'
import { sendTrace } from './send-trace.ts'
import { showTrace } from './show-trace.ts'
import { takeIn } from './take-in-request.ts'
import { traceReceivers } from './trace-receivers.ts'

const database = await testDatabase()
const { police, customs } = await twoAgencies(database)
const colleague = await personOf(database, 'Police of XA', 'second tracer', ['trace_officer'])

const HEAD = 'id,serial,make,model,calibre,type,country,date,place,reason\n'
const row = (id: string, serial: string, date: string) =>
  `${id},${serial},Taurus,PT 92,9x19mm,pistol,BR,${date},North Gate,Firearms Act s. 5`
const keys = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${keys.map((key, at) => row(key, `TKR1048${at}X`, '2026-05-04')).join('\n')}\n`,
)
await sourceWith(
  database,
  { name: 'customs imports', kind: 'delivery', agency: 'Customs of XA', visibility: 'open' },
  `${HEAD}${row('C1', 'PZB551279', '2019-02-03')}\n`,
)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${row('R1', 'HHW907712', '2018-02-03')}\n`,
)
await matchAll(database)
await database.as(await database.installer(), ({ client }) => client.query('SELECT 1'))

const DAY_MS = 86_400_000
const english = { say: sayIn('en'), locale: 'en' } as const

async function act<Result>(account: string, work: (context: Context) => Promise<Result>, daysLater = 0) {
  const clock = () => new Date(Date.now() + daysLater * DAY_MS)
  const reader = await database.reader(account)
  const grounds = { purpose: 'criminal_investigation', reference: 'case 7' } as const
  return runCommand({ ...database.services, clock }, reader, grounds, work)
}
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
const show = async (account: string, id: string, daysLater = 0) =>
  traceShown.parse(presentTrace(await act(account, (context) => showTrace(context, id), daysLater), english))
async function draft(key: string, more: object = {}, account = police) {
  const input = { id: randomUUID(), record: await recordOf(database, key), to: { partner: 'XB' }, ...more }
  const { grounds: _, ...body } = traceDraftRequest.parse({ ...input, grounds: { purpose: 'trace' } })
  return act(account, (context) => draftTrace(context, body))
}
async function complete(id: string, account = police) {
  const { form, version } = await show(account, id)
  await act(account, (context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
}
const send = (id: string, more: object = {}, account = police) =>
  act(account, (context) => sendTrace(context, { trace: id, channel: 'siena', ...more }))
const receive = (id: string, message: ReturnType<typeof replyTo>, account = police) =>
  act(account, (context) => receiveReply(context, { trace: id, message, door: 'file' }))
async function sent(key: string, more: object = {}) {
  const id = await draft(key)
  await complete(id)
  await send(id, more)
  return id
}

test('a draft is filled from the record and says what is missing, and is the same when it is sent again', async () => {
  const id = randomUUID()
  assert.equal(await draft('S1', { id }), id)
  assert.equal(await draft('S1', { id }), id)
  assert.equal(await failureOf(draft('S2', { id })), 'trace_id_used')
  const shown = await show(police, id)
  assert.deepEqual(
    [shown.state, shown.country, shown.form.firearm.make, shown.form.firearm.serial.observed, shown.form.circumstances.kind],
    ['draft', 'XB', 'Taurus', 'TKR10480X', 'seized'],
  )
  assert.equal(shown.form.legalJustification, 'Firearms Act s. 5')
  assert.equal(shown.proposal.reason, 'national_first')
  assert.deepEqual(shown.findings.map(({ occasion }) => occasion), ['drafted'])
  assert.equal(shown.completeness.mayLeave, true)
  assert.ok(shown.completeness.missing.some(({ need, ask }) => need === 'photographs' && ask === 'examiner'))
})
