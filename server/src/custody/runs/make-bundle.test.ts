import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import type { Role } from '@proofmark/contract/roles'
import {
  type CustodySignature,
  custodyAcceptRequest,
  custodyHandOverRequest,
  custodyOrderRequest,
} from '@proofmark/contract/schemas/custody'
import { addPasskey, beginPasskey } from '../../access/commands/add-passkey.ts'
import type { Context, Run } from '../../access/context.ts'
import { evidenceArchive } from '../../exchange/present/evidence-archive.ts'
import { settleLedgers } from '../../processes/ledgers.ts'
import { personOf } from '../../testing/desks.ts'
import { clearing, recoverExhibits } from '../../testing/exhibits.ts'
import { openPdf } from '../../testing/open-pdf.test-helper.ts'
import { LEDGER_SEEDS } from '../../testing/serve-app.ts'
import { softwareAuthenticator } from '../../testing/software-authenticator.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { answerChallenge, answerHandOver } from '../commands/answer-hand-over.ts'
import { beginFile } from '../commands/begin-file.ts'
import { collectBundle } from '../commands/collect-bundle.ts'
import { openDisposal } from '../commands/dispose.ts'
import { handOver, handOverChallenge } from '../commands/hand-over.ts'
import { keepPart } from '../commands/keep-part.ts'
import { orderExhibit } from '../commands/order-exhibit.ts'
import { grantOriginal } from '../commands/originals.ts'
import { settleFile } from '../commands/settle-file.ts'
import { takeCertificate } from '../commands/take-paper.ts'
import { printCertificate } from '../documents/certificate.ts'
import { printLabels } from '../documents/labels.ts'
import { needExhibit } from '../queries/exhibit.ts'
import { labelCode } from '../rules/label-code.ts'
import { makeBundle } from './make-bundle.ts'
import { signCampaign } from './sign-campaign.ts'

const { check } = (await import('../../../../tools/verify.mjs' as string)) as {
  check: (words: readonly string[], say: (line: string) => void) => number
}
const folder = await mkdtemp(join(tmpdir(), 'proofmark-bundle-'))
after(() => rm(folder, { recursive: true, force: true }))

const database = await testDatabase()
const ORIGIN = 'https://node.example'
const GROUNDS = { purpose: 'criminal_investigation', reference: 'case 7' } as const
const person = (name: string, ...roles: Role[]) => personOf(database, 'Border Police', name, roles)
const [officer, manager] = [await person('officer', 'recorder'), await person('manager', 'exhibit_manager')]
const as =
  (account: string): Run =>
  async (work) =>
    database.as(await database.reader(account), work, GROUNDS)
const settle = () => settleLedgers(database.pool('log'), database.installation.id, LEDGER_SEEDS)

/** A passkey of this person's, and what it signs. */
async function passkeyOf(account: string) {
  const authenticator = softwareAuthenticator()
  const told = { origin: ORIGIN }
  const { options } = await as(account)((context) => beginPasskey(context, { origin: ORIGIN, installation: 'Test' }))
  const response = authenticator.make(options as never, told)
  await as(account)((context) =>
    addPasskey(context, {
      challenge: Buffer.from(options.challenge, 'base64url'),
      name: 'key',
      origin: ORIGIN,
      response,
    }),
  )
  return (challenge: { readonly options: Record<string, unknown> }) =>
    ({ ...authenticator.answer(challenge.options, told) }) as unknown as CustodySignature
}

async function file(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${randomUUID()}.zip`)
  await writeFile(path, bytes)
  return path
}
async function asked(bytes: Uint8Array, ...more: string[]) {
  const lines: string[] = []
  const code = check(['bundle', await file(bytes), ...more], (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

const [sign, countersign] = [await passkeyOf(officer), await passkeyOf(manager)]
const [signed, offered] = (await as(officer)((context) =>
  recoverExhibits(context, [{ seal: 'A 1' }, { seal: 'A 2' }]),
)) as [string, string]
const origin = ORIGIN
const at = '2026-02-01T10:00:00Z'
const saidOf = (exhibit: string, to: object, more: object = {}) => {
  const {
    grounds: _,
    signature: __,
    ...said
  } = custodyHandOverRequest.parse({
    ...{ event: randomUUID(), exhibit, to, purpose: 'store', at, grounds: GROUNDS, ...more },
  })
  return said
}

test('a hand-over that both sign with a passkey is graded so; a passkey that signed something else is refused', async () => {
  const said = saidOf(signed, { account: 'manager' })
  const challenge = await as(officer)((context) => handOverChallenge(context, { said, origin }))
  const signature = sign(challenge)
  const forged = (context: Context) => handOver(context, { said: { ...said, condition: 'dry' }, signature, origin })
  await assert.rejects(as(officer)(forged), { code: 'custody_moved' })
  await assert.rejects(
    as(manager)((context) => handOver(context, { said, signature, origin })),
    {
      code: 'custody_not_yours',
    },
  )
  await as(officer)((context) => handOver(context, { said, signature, origin }))
  const { grounds: _, ...accepted } = custodyAcceptRequest.parse({
    event: said.event,
    exhibit: signed,
    at,
    grounds: GROUNDS,
  })
  const second = await as(manager)((context) => answerChallenge(context, { said: accepted, origin }))
  await as(manager)((context) => answerHandOver(context, { said: accepted, signature: countersign(second), origin }))
  await as(officer)((context) =>
    handOver(context, { said: saidOf(offered, { agency: 'Border Police' }), origin: null }),
  )
  const court = saidOf(
    signed,
    { person: 'A. Clerk' },
    { told: 'paper', purpose: 'court', witness: 'W. Itness', scan: 'ab'.repeat(32) },
  )
  await as(manager)((context) => handOver(context, { said: court, origin: null }))
})

/** A photograph that arrived whole and was written anew. */
async function photograph(exhibit: string, original: string, copy: string): Promise<string> {
  const [file, bytes] = [randomUUID(), Buffer.from(original)]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await as(officer)(async (context) => {
    const { recovery } = await needExhibit(context, exhibit)
    await beginFile(context, {
      file,
      recovery,
      exhibit,
      kind: 'photograph',
      view: 'serial',
      sha256,
      bytes: bytes.length,
    })
    await keepPart(context, file, 0, bytes)
    const made = { width: 1, height: 1, bytes: Buffer.from(copy) }
    await settleFile(context, file, { mediaType: 'image/jpeg', copies: { copy: made, preview: made } })
  })
  return sha256
}

test('a bundle is checked by one file: whole without the key, proven with it; what was changed in it is found', async () => {
  const taken = await photograph(signed, 'the original with its place', 'pixels alone')
  await settle()
  const { rows } = await database.pool('log').query<{ key: string }>('SELECT key FROM ledger_key')
  const bundle = await makeBundle(
    { run: as(manager), say: sayIn('en'), settle },
    { exhibits: [signed, offered], language: 'en', authority: 'XA' },
  )
  const proven = await asked(bundle.bytes, '--key', rows[0]!.key)
  assert.equal(proven.code, 0, proven.said)
  assert.match(
    proven.said,
    /2 store \(passkeys\), written down at .*signed with a passkey; accepted, .*signed with a passkey/,
  )
  assert.match(proven.said, /3 court \(paper_witnessed\)/)
  assert.match(proven.said, /BREAK: not_accepted/)
  assert.match(proven.said, new RegExp(`Of the photograph ${taken} a working copy`))
  const names = bundle.files.map(([name]) => name)
  assert.deepEqual([names.includes(`copies/${taken}.jpg`), names.includes(`files/${taken}`)], [true, false])
  assert.equal((await asked(bundle.bytes)).code, 3)
  const changed = async (name: string, from: string, to: string) => {
    const files = bundle.files.map(([each, bytes]) =>
      each === name
        ? ([each, Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1')] as const)
        : ([each, bytes] as const),
    )
    assert.notDeepEqual(files, bundle.files, name)
    return (await asked(evidenceArchive(files), '--key', rows[0]!.key)).code
  }
  assert.equal(await changed(`copies/${taken}.jpg`, 'pixels', 'pixies'), 1)
  assert.equal(await changed('data/0001.json', 'A. Clerk', 'B. Clerk'), 1)
  assert.equal(await changed('ledger/proofs.json', '"outcome":"done"', '"outcome":"void"'), 1)
  assert.equal(await changed('ledger/checkpoint.txt', '\n', '\n '), 1)
  assert.equal(await changed('hashes.txt', 'readme.txt', 'beadme.txt'), 1)
  const cut = await asked(evidenceArchive(bundle.files.filter(([name]) => name !== 'documents/0002.pdf')))
  assert.equal(cut.code, 1)
})

test('an original goes into a bundle for whoever it was granted, and a copy for everybody else', async () => {
  const [exhibit] = await as(officer)((context) => recoverExhibits(context, [{ seal: 'A 9' }]))
  const taken = await photograph(exhibit!, 'the second original', 'other pixels')
  const { file } = await as(officer)(async ({ client }) => {
    const { rows } = await client.query<{ file: string }>(
      `SELECT id AS file FROM evidence_file WHERE encode(sha256, 'hex') = $1`,
      [taken],
    )
    return rows[0]!
  })
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await as(manager)((context) => grantOriginal(context, { file, to: officer, why: 'for the court', until }))
  const collected = async (account: string) => {
    const { files } = await as(account)((context) => collectBundle(context, [exhibit!]))
    return files.map(({ bytes, copy }) => [bytes, copy].map((each) => each && Buffer.from(each).toString()))
  }
  assert.deepEqual(await collected(officer), [['the second original', null]])
  assert.deepEqual(await collected(manager), [[null, 'other pixels']])
})

test('labels bear the code of each exhibit and no data; the certificate names exhibit, order, both who signed and the witness', async () => {
  const deputy = await person('deputy', 'exhibit_manager')
  const [exhibit] = await as(officer)((context) => recoverExhibits(context, [{ seal: 'A 11', serial: 'TST 4040 L' }]))
  const many = Array.from({ length: 25 }, () => exhibit!)
  const labels = await openPdf(await printLabels(many))
  assert.equal(labels.pages.length, 2)
  const said = labels.pages.map(({ text }) => text).join(' ')
  // In groups of eight, so that a person can read it aloud.
  const code = labelCode(exhibit!).replaceAll('-', '')
  assert.equal(said.replaceAll(/[^A-Z0-9]/g, '').split(code).length - 1, 25)
  assert.doesNotMatch(said, /TST|A 11/)
  const disposal = randomUUID()
  const { grounds: _, ...order } = custodyOrderRequest.parse({
    ...{ id: randomUUID(), exhibit, kind: 'destroy', authority: 'court', reference: 'K 7/26', on: '2026-01-20' },
    grounds: GROUNDS,
  })
  await as(manager)((context) => orderExhibit(context, order))
  const opened = { id: disposal, name: 'Spring', place: 'Smelter', witness: 'W. Itness', exhibits: [exhibit!] }
  await as(manager)((context) => openDisposal(context, opened))
  for (const account of [manager, deputy])
    await signCampaign(
      { run: as(account), clear: clearing(database) },
      { disposal, at: '2026-03-01T10:00:00Z', origin: null },
    )
  const view = await as(manager)((context) => takeCertificate(context, disposal))
  const { pages } = await openPdf(await printCertificate(view, 'en'))
  const certificate = pages.map(({ text }) => text).join(' ')
  for (const named of [exhibit!, 'K 7/26', 'manager', 'deputy', 'W. Itness', 'Smelter'])
    assert.ok(certificate.includes(named), `${named} in ${certificate}`)
})
