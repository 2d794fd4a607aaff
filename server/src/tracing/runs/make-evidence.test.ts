import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import { PATHS } from '@proofmark/contract/paths'
import type { Handling, TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { parseCheckpoint } from '@proofmark/proofs/checkpoint'
import { cosign, cosignerFromSeed, formatCosignerKey } from '@proofmark/proofs/cosignature'
import { unzipSync } from 'fflate'
import { internVisibility } from '../../access/commands/intern-visibility.ts'
import { issueAccessToken } from '../../access/commands/issue-token.ts'
import type { Run } from '../../access/context.ts'
import { recordExchange } from '../../exchange/commands/record-exchange.ts'
import { noteText } from '../../exchange/ledger/cosign-waiting.ts'
import { settleLedgers } from '../../processes/ledgers.ts'
import { personOf } from '../../testing/desks.ts'
import { NODE_KEY, receiptOf } from '../../testing/evidence.ts'
import { LEDGER_SEEDS, serveApp } from '../../testing/serve-app.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { makeEvidence } from './make-evidence.ts'

const { check } = (await import('../../../../tools/verify.mjs' as string)) as {
  check: (words: readonly string[], say: (line: string) => void) => number
}

const database = await testDatabase()
const { installation } = database
const folder = await mkdtemp(join(tmpdir(), 'proofmark-evidence-'))
after(() => rm(folder, { recursive: true, force: true }))
const seed = (of: string) => createHash('sha256').update(of).digest()
const settle = () => settleLedgers(database.pool('log'), installation.id, LEDGER_SEEDS)
const officer = await personOf(database, 'Police', 'tracer', ['trace_officer'])
const steward = await personOf(database, 'Police', 'steward', ['data_steward'])
const asOfficer: Run = async (work) => database.as(await database.reader(officer), work)

const handling = (codes: string[], originator: string): Handling => ({
  ...{ scheme: 'europol', sourceGrade: 'A', informationGrade: '1', codes, conditions: null, originator, expires: null },
})
const contact = { agency: 'Focal point', unit: null, email: null, telephone: null, verified: null }
const THEIR_WORDS = 'sold to Gull and Sons'

function requestOf(id: string): TraceRequestMessage {
  return {
    ...{ form: 'proofmark-trace-1', what: 'trace-request', id, parent: null, requestedAt: '2026-12-01T10:00:00Z' },
    ...{ answerBy: null, priority: 'routine', urgentBecause: null, intendedUse: ['criminal_proceedings'] },
    ...{ intendedUseText: null, illicitGrounds: ['national_law'], legalJustification: 'art. 3', related: [] },
    requester: { country: 'XA', contact, reference: 'XA-1', legalBasis: 'firearms_act' },
    addressee: { country: 'XB', contact: null, role: 'manufacture' },
    circumstances: { kind: 'seized', date: { from: null, to: null }, country: 'XA', place: null, summary: null },
    firearm: {
      ...{ type: 'pistol', action: null, make: 'Tern', importer: null, model: 'T-17', calibre: null, year: null },
      ...{ countryOfManufacture: 'XB', countryUnknownBecause: null, importMark: null, marks: [], alterations: [] },
      ...{ photographs: [], serial: { observed: 'TRN1', state: 'legible', part: 'frame' } },
    },
    ...{ questions: ['full_chain'], ballisticLead: false, handling: handling(['H1', 'H2'], 'XA'), attachments: [] },
  }
}
function replyOf(request: string, permitted: boolean): TraceReplyMessage {
  return {
    ...{ form: 'proofmark-trace-1', what: 'trace-reply', id: randomUUID(), request, repliedAt: '2026-12-02T10:00:00Z' },
    ...{ kind: 'full', reason: null, reasonText: null, outcome: 'to_retail_purchaser', lastLawfulHolder: THEIR_WORDS },
    replier: { country: 'XB', contact, reference: null },
    chain: [
      {
        ...{ place: 1, role: 'manufacturer', name: THEIR_WORDS, country: 'XB', date: { from: null, to: null } },
        ...{ quantity: null, document: null, evidence: null },
      },
    ],
    ...{ diversion: null, next: null, handling: handling(['H1'], 'XB Firearms Office') },
    courtUse: { permitted, on: permitted ? '2026-12-03' : null, by: permitted ? 'XB Firearms Office' : null },
  }
}

await asOfficer(async ({ client }) => {
  await client.query(
    `INSERT INTO partner (short, name, country, contacts, added_by) VALUES ('XB', 'XB', 'XB', '[]', $1)`,
    [installation.installer],
  )
  await client.query(`INSERT INTO partner_key (partner, use, key) VALUES ('XB', 'message', $1)`, [
    Buffer.from(NODE_KEY, 'base64url'),
  ])
})
const agency = (await database.reader(officer)).agency!.id
const vis = await database.as(await database.installer(), (context) =>
  internVisibility(context, { agency, sourceVisibility: 'pointer', handling: 'H0', readers: [] }),
)

/** A request that was sent and answered, with the messages that carried both. */
async function traced(permitted: boolean): Promise<{ readonly id: string; readonly reply: TraceReplyMessage }> {
  const id = randomUUID()
  const request = requestOf(id)
  const reply = replyOf(id, permitted)
  const bytesOf = (said: object) => Buffer.from(JSON.stringify(said))
  await asOfficer(async (context) => {
    const { client } = context
    await client.query(
      `INSERT INTO trace_request (id, agency_id, vis, direction, records, content_hmac, opened_by) VALUES ($1, $2, $3, 'outgoing', '{}', $4, $5)`,
      [id, agency, vis, seed('x'), officer],
    )
    await client.query(
      `INSERT INTO trace_form (request_id, version, vis, partner, channel, form, message, saved_by) VALUES ($1, 1, $2, 'XB', 'node', '{}', $3, $4)`,
      [id, vis, JSON.stringify(request), officer],
    )
    await client.query(
      `INSERT INTO trace_reply (request_id, id, number, vis, door, message, content_hmac, records) VALUES ($1, $2, 1, $3, 'node', $4, $5, '{}')`,
      [id, reply.id, vis, JSON.stringify(reply), seed('y')],
    )
    const hash = (body: Buffer) => createHash('sha256').update(body).digest('hex')
    const note = (direction: 'outgoing' | 'incoming', message: string, kind: MessageKind, body: Buffer) =>
      recordExchange(context, { direction, partner: 'XB', message, kind, hash: hash(body) })
    const [sent, came] = [bytesOf(request), bytesOf(reply)]
    const [out, back] = [randomUUID(), randomUUID()]
    await note('outgoing', out, 'trace-request', sent)
    await note('incoming', back, 'trace-reply', came)
    const receipt = receiptOf({ message: out, hash: hash(sent) })
    await client.query(
      `INSERT INTO outbox_message (id, partner, kind, about, body, sha256, state, next_attempt_at, receipt, created_by, created_at, acknowledged_at)
       VALUES ($1, 'XB', 'trace-request', $2, $3, $4, 'acknowledged', now(), $5, $6, now(), now())`,
      [out, id, sent, Buffer.from(hash(sent), 'hex'), receipt, officer],
    )
    await client.query(
      `INSERT INTO inbox_message (partner, id, kind, about, body, sha256, signature, sent_at, received_at, state, taken_at, receipt, door)
       VALUES ('XB', $1, 'trace-reply', $2, $3, $4, 's', now(), now(), 'taken', now(), 'ours', 'node')`,
      [back, id, came, Buffer.from(hash(came), 'hex')],
    )
  })
  return { id, reply }
}

const make = (trace: string, language: 'en' | 'ar' = 'en', run: Run = asOfficer) =>
  makeEvidence(
    {
      ...{ run, say: sayIn(language), settle },
      setDocuments: async () => [
        { file: 'parts/document.pdf', what: 'Document', bytes: Buffer.from('%PDF'), handling: null, permission: null },
      ],
    },
    { trace, language, authority: 'XA' },
  )
async function checked(bytes: Uint8Array, ...words: string[]) {
  const path = join(folder, 'package.zip')
  await writeFile(path, bytes)
  const lines: string[] = []
  return { code: check(['package', path, ...words], (line) => lines.push(line)), said: lines.join('\n') }
}
const ledgerKey = async () =>
  (await database.pool('log').query<{ key: string }>('SELECT key FROM exchange_ledger_key')).rows[0]!.key

test('the package of a trace holds what a court may have, each message under the ledger, and is proven by one file', async () => {
  const { id } = await traced(true)
  const { bytes, files, leftOut } = await make(id)
  assert.deepEqual(leftOut, [])
  const { code, said } = await checked(bytes, '--key', await ledgerKey())
  assert.equal(code, 0, said)
  assert.match(said, /trace-request outgoing XB .*: in the ledger; its bytes are here; received by XB/)
  assert.match(said, /trace-reply incoming XB .*: in the ledger; its bytes are here; without a receipt/)
  const names = files.map(([name]) => name)
  for (const name of [
    'data/chain-1.json',
    'data/reply-1.json',
    'data/request.json',
    'parts/document.pdf',
    'readme.txt',
  ])
    assert.ok(names.includes(name), name)
  const readme = Buffer.from(files.find(([name]) => name === 'readme.txt')![1]).toString()
  assert.match(readme, /sha256sum --check hashes.txt/)
  assert.match(readme, /permitted by \u2068XB Firearms Office\u2069 \(2026-12-03\)/)
})

test('a reply that its originator has not permitted stays out, with its chain and its message, and is named', async () => {
  const { id } = await traced(false)
  const { bytes, leftOut } = await make(id, 'ar')
  assert.equal(leftOut.length, 1)
  assert.equal(leftOut[0]!.handling, 'europol H1')
  assert.equal(Buffer.from(bytes).includes(THEIR_WORDS), false)
  const { code, said } = await checked(bytes, '--key', await ledgerKey())
  assert.equal(code, 0, said)
  assert.match(said, /trace-reply incoming XB .*: in the ledger; left out here/)
  assert.match(said, /Left out: .*europol H1/)
})

test('what partners cosigned before is in the package, and that the ledger only grew since', async () => {
  const witness = cosignerFromSeed('proofmark/xb/witness', seed('w'))
  const { id } = await traced(true)
  await settle()
  const log = database.pool('log')
  const { rows } = await log.query<{ size: string; note: string }>(
    'SELECT size, note FROM exchange_checkpoint ORDER BY size DESC LIMIT 1',
  )
  const line = cosign(parseCheckpoint(noteText(rows[0]!.note)), witness, 1_796_200_000)
  await asOfficer(async ({ client }) => {
    await client.query(`INSERT INTO exchange_witness (partner, cosigner_key) VALUES ('XB', $1)`, [
      formatCosignerKey(witness),
    ])
    await client.query(
      `INSERT INTO exchange_cosignature (size, partner, line, cosigned_at) VALUES ($1, 'XB', $2, now())`,
      [rows[0]!.size, line],
    )
  })
  const { bytes } = await make(id)
  const { code, said } = await checked(bytes, '--key', await ledgerKey(), '--cosigner', formatCosignerKey(witness))
  assert.equal(code, 0, said)
  assert.match(
    said,
    /proofmark\/xb\/witness \(here called XB, XB\) cosigned the ledger, 2 of these messages in it, .* with the key that you gave/,
  )
})

test('one of another agency and a reader without the role get nothing, and the package is an entry of the log', async () => {
  const refused = (code: string) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === code
  const { id } = await traced(true)
  const asSteward: Run = async (work) => database.as(await database.reader(steward), work)
  await assert.rejects(make(id, 'en', asSteward), refused('role_needed'))
  await assert.rejects(make(randomUUID()), refused('not_found'))
  const stranger = await personOf(database, 'Customs', 'tracer of customs', ['trace_officer'])
  const asStranger: Run = async (work) => database.as(await database.reader(stranger), work)
  await assert.rejects(make(id, 'en', asStranger), refused('not_found'))
  const { rows } = await database
    .pool('log')
    .query<{ body: { hash: string } }>(`SELECT body FROM audit_entry WHERE action = 'trace.evidence_made'`)
  assert.equal(rows.length, 3)
})

test('it comes through the door as a file, and is proven as it came', async () => {
  const address = await serveApp(database)
  const token = await database.as(await database.installer(), (context) => issueAccessToken(context, officer, 'test'))
  const { id } = await traced(true)
  const answer = await fetch(address + PATHS.traceEvidence.path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ trace: id, language: 'fr', grounds: { purpose: 'judicial_request' } }),
  })
  assert.equal(answer.headers.get('content-type'), 'application/zip')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  assert.equal((await checked(bytes)).code, 3)
  const { 'documents/reply-1.pdf': document } = unzipSync(bytes)
  assert.equal(Buffer.from(document!.subarray(0, 5)).toString(), '%PDF-')
})
