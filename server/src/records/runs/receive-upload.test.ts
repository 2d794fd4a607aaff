import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { getImport } from '../queries/find-import.ts'
import { importFile } from './import-file.ts'
import { judgeWholeImport } from './judge-import.ts'
import { receiveUpload, uploadedContent } from './receive-upload.ts'

const database = await testDatabase()
await twoAgencies(database)
const place = installersPlace(database)
await sourceWith(database, { name: 'register', kind: 'register', agency: 'Police of XA' }, 'id,serial\n')
const chunks = async () =>
  Number((await database.pool('backup').query('SELECT count(*) AS n FROM upload_chunk')).rows[0].n)

const ROWS = Array.from({ length: 3_000 }, (_, n) => `${n},TST${n},${randomBytes(400).toString('hex')}`)
const FILE = Buffer.from(`id,serial,note\n${ROWS.join('\n')}\n`)
const inPieces = async function* (bytes: Buffer, size = 64_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test('a file that was sent is imported from where it is kept, and then kept no longer', async () => {
  const id = await receiveUpload(place.run, { source: 'register', file: 'register.csv', content: inPieces(FILE) })
  const sent = await place.run((context) => getImport(context, id))
  assert.deepEqual([sent.state, sent.bytes, sent.rows], ['stopped', FILE.length, 0])
  assert.deepEqual(Buffer.concat(await Array.fromAsync(uploadedContent(place.run, id))), FILE)
  const content = uploadedContent(place.run, id)
  const outcome = await importFile(place, { source: 'register', file: 'register.csv', content, import: id })
  assert.equal(outcome.accepted, 3_000)
  assert.equal(await chunks(), 0)
  await judgeWholeImport(place, { import: id, verdict: 'taken_back' })
})

test('an upload that broke off goes on from the last whole piece, or is taken back and leaves nothing', async () => {
  const cut = async function* () {
    yield* inPieces(FILE.subarray(0, 2_000_000))
    throw new Error('the line was cut')
  }
  const broken = { source: 'register', file: 'register.csv', content: cut() }
  await assert.rejects(receiveUpload(place.run, broken), { message: 'the line was cut' })
  const { rows } = await database.pool('backup').query(`SELECT id FROM import_run ORDER BY id DESC LIMIT 1`)
  const id: string = rows[0].id
  const { state, bytesDone } = await place.run((context) => getImport(context, id))
  assert.deepEqual([state, bytesDone], ['receiving', 1_048_576])
  const wrong = { ...broken, content: inPieces(FILE), goOn: { import: id, from: 7 } }
  await assert.rejects(receiveUpload(place.run, wrong), { code: 'value_not_listed' })
  const rest = { ...broken, content: inPieces(FILE.subarray(bytesDone)), goOn: { import: id, from: bytesDone } }
  assert.equal(await receiveUpload(place.run, rest), id)
  const content = uploadedContent(place.run, id)
  assert.equal((await importFile(place, { source: 'register', file: 'r', content, import: id })).accepted, 3_000)

  await assert.rejects(receiveUpload(place.run, { ...broken, content: cut() }))
  const again = (await database.pool('backup').query(`SELECT id FROM import_run ORDER BY id DESC LIMIT 1`)).rows[0].id
  assert.ok((await chunks()) > 0)
  await judgeWholeImport(place, { import: again, verdict: 'taken_back' })
  assert.equal(await chunks(), 0)
})

test('a file that is no table is not kept', async () => {
  const id = await receiveUpload(place.run, {
    source: 'register',
    file: 'x.csv',
    content: inPieces(Buffer.from('a,b\n1,2\n')),
  })
  const content = uploadedContent(place.run, id)
  await assert.rejects(importFile(place, { source: 'register', file: 'x.csv', content, import: id }), {
    code: 'columns_missing',
  })
  const { state, failure } = await place.run((context) => getImport(context, id))
  assert.deepEqual([state, failure?.code], ['failed', 'columns_missing'])
  assert.equal(await chunks(), 0)
})
