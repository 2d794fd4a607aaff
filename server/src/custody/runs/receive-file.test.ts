import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { addAccount } from '../../access/commands/add-account.ts'
import { metadataOf, photographOf } from '../../pictures/picture.fixture.ts'
import { twoAgencies } from '../../testing/nation.ts'
import { pistolOf, recoveryOf } from '../../testing/recoveries.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { beginFile } from '../commands/begin-file.ts'
import { admitToOriginal, grantOriginal, seeCopy } from '../commands/originals.ts'
import { saveRecovery } from '../commands/save-recovery.ts'
import { originalOf } from '../queries/files.ts'
import { receivePart, stateOfFile } from './receive-file.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const steward = await database.as(await database.installer(), (context) =>
  addAccount(context, { name: 'keeper of exhibits', agency: 'Police of XA', roles: ['exhibit_manager'] }),
)
const as =
  (account: string) =>
  async <Result>(work: Parameters<typeof database.as<Result>>[1]) =>
    database.as(await database.reader(account), work)
const run = as(people.police)
const stored = database.pool('backup')

const recoveryWith = async (more = {}) => {
  const [recovery, exhibit] = [randomUUID(), randomUUID()]
  const form = recoveryOf({ exhibits: [pistolOf(exhibit, 'TKR88001')], ...more })
  await run((context) => saveRecovery(context, { recovery, form }))
  return { recovery, exhibit }
}
const { recovery, exhibit } = await recoveryWith()
const photograph = await photographOf(900, 700)

const announce = async (bytes: Buffer, more: Partial<Parameters<typeof beginFile>[1]> = {}) => {
  const file = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const input = { file, recovery, exhibit, kind: 'photograph', view: 'serial', sha256, bytes: bytes.length } as const
  await run((context) => beginFile(context, { ...input, ...more }))
  return file
}
const content = async function* (bytes: Uint8Array) {
  yield bytes
}
const send = (file: string, bytes: Buffer, from = 0) => receivePart(run, file, from, content(bytes))
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : failure),
  )

test('a photograph comes in parts over a line that breaks, and is sealed byte for byte', async () => {
  const file = await announce(photograph)
  const [first, second] = [photograph.subarray(0, 2_000), photograph.subarray(2_000)]
  assert.equal((await send(file, first)).received, 2_000)
  // Not heard of, sent again; then from too far on; then with what is there already before the rest.
  assert.equal((await send(file, first)).received, 2_000)
  assert.equal(await refused(send(file, second.subarray(10), 2_010)), 'file_part_misplaced')
  assert.equal((await stateOfFile(run, file)).state, 'arriving')
  const kept = await send(file, photograph.subarray(1_000), 1_000)
  assert.deepEqual([kept.state, kept.mediaType, kept.width], ['kept', 'image/jpeg', 900])
  assert.deepEqual(Buffer.concat(await Array.fromAsync(originalOf(run, file))), photograph)
  assert.equal((await send(file, first)).state, 'kept')
})

const sealed = await announce(photograph)
await send(sealed, photograph)

test('where it was taken stays with the sealed original, and leaves with no copy', async () => {
  for (const size of ['copy', 'preview'] as const) {
    const { bytes } = await run((context) => seeCopy(context, sealed, size))
    assert.equal((await metadataOf(bytes)).bears, false)
  }
})

test('an original is given to whoever somebody else let have it, and each taking is in the log', async () => {
  const file = sealed
  assert.equal(await refused(run((context) => admitToOriginal(context, file))), 'original_grant_needed')
  const grant = (by: string, to: string, until: string) =>
    refused(as(by)((context) => grantOriginal(context, { file, to, why: 'court', until })))
  assert.equal(await grant(steward, steward, '2099-01-01'), 'account_own')
  assert.equal(await grant(people.customs, people.customs, '2099-01-01'), 'not_found')
  assert.equal(await grant(steward, people.customs, '2099-01-01'), 'not_your_agency')
  assert.equal(await grant(steward, people.police, '2020-01-01'), 'done')
  assert.equal(await refused(run((context) => admitToOriginal(context, file))), 'original_grant_needed')
  assert.equal(await grant(steward, people.police, '2099-01-01'), 'done')
  await run((context) => admitToOriginal(context, file))
  const { rows } = await stored.query<{ actor: string }>(
    `SELECT actor FROM audit_entry WHERE action = 'original.taken' AND outcome = 'done' AND $1 = ANY (subjects)`,
    [file],
  )
  assert.deepEqual(
    rows.map(({ actor }) => actor),
    [people.police],
  )
})

test('what is no photograph, too large, or not what the device took is refused with a reason', async () => {
  const text = Buffer.from('no picture at all')
  assert.equal((await send(await announce(text), text)).reason, 'no_picture')
  const other = Buffer.from(photograph)
  other[photograph.length - 20]! ^= 1
  const differing = await announce(photograph)
  assert.equal((await send(differing, other)).reason, 'hash_differs')
  const { rows } = await stored.query('SELECT FROM evidence_file_part WHERE file_id = $1', [differing])
  assert.equal(rows.length, 0)
  assert.equal(await refused(announce(photograph, { bytes: 200 * 1024 * 1024 })), 'file_too_large')
  assert.equal(await refused(send(await announce(text), photograph)), 'file_too_large')
})

test('a scan may be a document, which is sealed and has no copy', async () => {
  const pdf = Buffer.from('%PDF-1.7\n%\n')
  const file = await announce(pdf, { kind: 'scan' })
  assert.deepEqual((await send(file, pdf)).mediaType, 'application/pdf')
  assert.equal(await refused(run((context) => seeCopy(context, file, 'preview'))), 'not_found')
  assert.equal((await send(await announce(pdf), pdf)).reason, 'no_picture')
})

test('of a surrender without identity not even the sealed picture says where it was taken', async () => {
  const own = await recoveryWith({ status: 'surrendered', anonymous: true })
  assert.equal((await send(await announce(photograph, own), photograph)).reason, 'bears_location')
  const plain = await photographOf(640, 480, { location: false })
  assert.equal((await send(await announce(plain, own), plain)).state, 'kept')
})

test('a photograph in a form that nothing reads here is sealed without a copy, but for a surrender without identity', async () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  const file = await announce(heic)
  const { state, mediaType } = await send(file, heic)
  assert.deepEqual([state, mediaType], ['kept', 'image/heic'])
  assert.equal(await refused(run((context) => seeCopy(context, file, 'preview'))), 'not_found')
  const own = await recoveryWith({ status: 'surrendered', anonymous: true })
  assert.equal((await send(await announce(heic, own), heic)).reason, 'location_unknown')
})

test('an identifier stands for one file, and another agency sees none of ours', async () => {
  const file = await announce(photograph)
  assert.equal(await refused(announce(photograph.subarray(1), { file })), 'file_id_used')
  assert.equal(await refused(as(people.customs)((context) => seeCopy(context, file, 'copy'))), 'not_found')
})
