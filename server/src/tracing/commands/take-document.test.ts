import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import type { ErrorCode } from '@proofmark/contract/errors'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { after, newToken, tokenHash } from '../../access/rules/token.ts'
import { appOf } from '../../testing/app.ts'
import { personOf } from '../../testing/desks.ts'
import { recordOf } from '../../testing/matching.ts'
import { sourceWith } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { completed, replyTo } from '../../testing/traces.ts'
import { aNextRequest, aReply, aRequest } from '../documents/messages.fixture.ts'
import { writeDocument } from '../documents/trace-document.ts'
import { presentTrace } from '../present/trace.ts'
import { formOf } from '../rules/requests/message-of.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { notePermission } from './note-permission.ts'
import { receiveReply } from './receive-reply.ts'
import { sendTrace } from './send-trace.ts'
import { showTrace } from './show-trace.ts'
import { takeDocument } from './take-document.ts'

const database = await testDatabase()
const officer = await database.reader(await personOf(database, 'Police', 'Tracer', ['trace_officer']))
const analyst = await database.reader(await personOf(database, 'Police', 'Analyst', ['analyst']))
const stranger = await database.reader(await personOf(database, 'Customs', 'Other tracer', ['trace_officer']))
const now = new Date()
const app = appOf(database, now)
const token = newToken()

async function keep({ client, reader }: Context, request: ReturnType<typeof aRequest>, sent: boolean): Promise<void> {
  const agency = reader.agency!.id
  const own = await client.query<{ id: number }>(
    `SELECT id FROM visibility WHERE agency_id = $1 AND source_visibility = 'pointer' AND handling = 'H0' LIMIT 1`,
    [agency],
  )
  const vis = own.rows[0]!.id
  await client.query(
    `INSERT INTO trace_request (id, agency_id, vis, direction, parent_id, records, content_hmac, opened_by)
     VALUES ($1, $2, $3, 'outgoing', $4, '{}', sha256('x'), $5)`,
    [request.id, agency, vis, request.parent, reader.account],
  )
  await client.query(
    `INSERT INTO trace_form (request_id, version, vis, channel, form, message) VALUES ($1, 1, $2, 'siena', $4, $3)`,
    [request.id, vis, sent ? JSON.stringify(request) : null, JSON.stringify(formOf(request))],
  )
  await client.query(
    `INSERT INTO trace_transition (request_id, number, vis, state, by_account) VALUES ($1, 1, $2, $3, $4)`,
    [request.id, vis, sent ? 'sent' : 'draft', reader.account],
  )
  if (!sent || request.parent !== null) return
  for (const [index, reply] of [
    aReply({ handling: { ...aReply().handling, codes: ['H0'], conditions: null } }),
  ].entries())
    await client.query(
      `INSERT INTO trace_reply (request_id, id, number, vis, door, message, content_hmac, records)
       VALUES ($1, $2, $3, $4, 'hand', $5, sha256('x'), '{}')`,
      [request.id, reply.id, index + 1, vis, JSON.stringify(reply)],
    )
}

const draft = aRequest({ id: '0198c0de-0000-7000-8000-0000000000d1' })
await database.as(officer, async (context) => {
  await keep(context, aRequest(), true)
  await keep(context, aNextRequest(), true)
  await keep(context, draft, false)
  await context.client.query(
    `INSERT INTO access_token (token_sha256, account_id, name, expires_at) VALUES ($1, $2, 'test', $3)`,
    [tokenHash(token), officer.account, after(now, 3_600_000)],
  )
})

const input = { form: 'json', of: 'request', language: 'en', audience: 'addressee' } as const
const take = (trace: string, more: object = {}, who = officer) =>
  database.as(who, (context) => takeDocument(context, { trace, ...input, ...more }))
const refused = (code: ErrorCode) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === code
const logged = async () => {
  const { rows } = await database
    .pool('log')
    .query<{ body: Record<string, unknown> }>(
      `SELECT body FROM audit_entry WHERE action = 'trace.document_taken' ORDER BY recorded_at, id`,
    )
  return rows.map(({ body }) => body)
}

test('a request that left is taken with the chain before it, and the log says by whom and to whom', async () => {
  const { request, earlier } = await take(aNextRequest().id)
  assert.deepEqual(request, aNextRequest())
  assert.equal(earlier.length, 1)
  const [entry] = await logged()
  assert.deepEqual([entry?.form, entry?.of, entry?.audience, entry?.permission], ['json', 'request', 'addressee', null])
  assert.match(String(entry?.hash), /^[0-9a-f]{64}$/)
})

test('drafts, strangers’ requests and what has no reply give nothing, and neither does who does not trace', async () => {
  await assert.rejects(take(draft.id), refused('trace_unsent'))
  await assert.rejects(take(aNextRequest().id, { of: 'reply' }), refused('trace_unanswered'))
  await assert.rejects(take(aRequest().id, {}, stranger), refused('not_found'))
  await assert.rejects(take(aRequest().id, {}, analyst), refused('role_needed'))
  await assert.rejects(take(aRequest().id, { of: 'reply', audience: 'court' }), refused('handling_forbids'))
  assert.equal((await logged()).length, 1, 'nothing left, so no entry says that it did')
})

test('a permission that is on record lets it leave, and is in the log with what left', async () => {
  const permission = { by: 'Prosecutor of XB', until: null }
  const ofReply = { of: 'reply', audience: 'court', permission }
  await assert.rejects(take(aRequest().id, ofReply), refused('permission_unknown'))
  const noted = {
    audience: 'court',
    givenBy: permission.by,
    givenOn: '2026-01-15',
    until: null,
  } as const
  const note = async (permitted: boolean) => {
    for (const message of [aReply().id, aRequest().id])
      await database.as(officer, (context) =>
        notePermission(context, { trace: aRequest().id, message, ...noted, permitted, reference: 'XB 12/4' }),
      )
  }
  await note(true)
  const { reply } = await take(aRequest().id, ofReply)
  assert.equal(reply?.id, aReply().id)
  assert.ok((await logged()).some((entry) => entry.permission === permission.by))
  await note(false)
  await assert.rejects(take(aRequest().id, { of: 'reply', audience: 'court' }), refused('handling_forbids'))
})

test('the route gives a file under its name, or the reason why not, in the reader’s language', async () => {
  const asked = { trace: aRequest().id, form: 'pdf', language: 'es', grounds: { purpose: 'trace' } }
  const given = await app.call('traceDocument', { token, body: asked })
  assert.equal(given.status, 200)
  assert.equal(given.body.type, 'application/pdf')
  assert.equal((await given.body.slice(0, 5).text()).toString(), '%PDF-')
  const forbidden = await app.call('traceDocument', {
    token,
    body: { ...asked, of: 'reply', audience: 'court' },
    headers: { 'accept-language': 'fr' },
  })
  assert.equal(forbidden.status, 403)
  assert.equal(forbidden.body.error?.code, 'handling_forbids')
  assert.match(forbidden.body.error?.message ?? '', /XB National Central Bureau.*en justice/)
})

test('what was drafted from a record, sent and answered is a document too', async () => {
  await sourceWith(
    database,
    { name: 'seizures', kind: 'seizure', agency: 'Police', visibility: 'pointer' },
    'id,serial,make,model,calibre,type,country,date,place\nS1,TKR10481X,Taurus,PT 92,9x19mm,pistol,BR,2026-05-04,North Gate\n',
  )
  const act = <Result>(work: (context: Context) => Promise<Result>) => database.as(officer, work)
  const id = randomUUID()
  const record = await recordOf(database, 'S1')
  await act((context) => draftTrace(context, { id, record, to: { partner: 'XB' }, priority: 'routine' }))
  await assert.rejects(take(id), refused('trace_unsent'))
  const { form, version } = presentTrace(await act((context) => showTrace(context, id)), {
    say: sayIn('en'),
    locale: 'en',
  })
  await act((context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
  await act((context) => sendTrace(context, { trace: id, channel: 'siena' }))
  const sent = await take(id)
  assert.equal(sent.request.firearm.serial.observed, 'TKR10481X')
  const message = replyTo({ request: id })
  await act((context) => receiveReply(context, { trace: id, message, door: 'file' }))
  const { bytes } = await writeDocument(await take(id, { of: 'reply' }), 'json', 'en')
  assert.deepEqual(JSON.parse(Buffer.from(bytes).toString()), message)
  await assert.rejects(take(id, { of: 'reply', audience: 'court' }), refused('handling_forbids'))
})
