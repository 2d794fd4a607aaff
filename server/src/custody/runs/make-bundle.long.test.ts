import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import type { Run } from '../../access/context.ts'
import { evidenceArchive } from '../../exchange/present/evidence-archive.ts'
import { settleLedgers } from '../../processes/ledgers.ts'
import { personOf } from '../../testing/desks.ts'
import { recoverExhibits } from '../../testing/exhibits.ts'
import { LEDGER_SEEDS } from '../../testing/serve-app.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { makeBundle } from './make-bundle.ts'

const { check } = (await import('../../../../tools/verify.mjs' as string)) as {
  check: (words: readonly string[], say: (line: string) => void) => number
}
const folder = await mkdtemp(join(tmpdir(), 'proofmark-bundle-'))
after(() => rm(folder, { recursive: true, force: true }))
const path = join(folder, 'bundle.zip')

const database = await testDatabase()
const officer = await personOf(database, 'Border Police', 'officer', ['recorder'])
const run: Run = async (work) => database.as(await database.reader(officer), work)
const settle = () => settleLedgers(database.pool('log'), database.installation.id, LEDGER_SEEDS)
const exhibits = await run((context) => recoverExhibits(context, [{ seal: 'A 1' }]))
const bundle = await makeBundle({ run, say: sayIn('en'), settle }, { exhibits, language: 'en', authority: 'XA' })
const { rows } = await database.pool('log').query<{ key: string }>('SELECT key FROM ledger_key')
const key = rows[0]!.key

async function isFound(bytes: Uint8Array): Promise<boolean> {
  await writeFile(path, bytes)
  const code = check(['bundle', path, '--key', key], () => {})
  return code === 1 || code === 2
}
const turned = (bytes: Uint8Array, position: number): Uint8Array => {
  const mangled = Uint8Array.from(bytes)
  mangled[position] = mangled[position]! ^ 0x01
  return mangled
}

test('each byte of a bundle that is turned is found', async () => {
  assert.ok(!(await isFound(bundle.bytes)))
  for (let position = 0; position < bundle.bytes.length; position++)
    assert.ok(await isFound(turned(bundle.bytes, position)), `byte ${position}`)
})

test('and so is each of what no hash names, when the archive is packed anew around it', async () => {
  for (const [name, bytes] of bundle.files) {
    if (!name.startsWith('ledger/') && name !== 'hashes.txt') continue
    for (let position = 0; position < bytes.length; position++) {
      const files = bundle.files.map((file) => (file[0] === name ? ([name, turned(bytes, position)] as const) : file))
      assert.ok(await isFound(evidenceArchive(files)), `${name}, byte ${position}`)
    }
  }
})
