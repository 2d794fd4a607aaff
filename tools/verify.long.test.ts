import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { evidenceArchive } from '../server/src/exchange/present/evidence-archive.ts'
import { aPackage, LOG_KEY } from '../server/src/testing/evidence.ts'

const { check } = (await import('./verify.mjs' as string)) as {
  check: (words: readonly string[], say: (line: string) => void) => number
}
const folder = await mkdtemp(join(tmpdir(), 'proofmark-verify-'))
after(() => rm(folder, { recursive: true, force: true }))

test('each byte of a package, with a bit of it turned or all of it, is found', async () => {
  const archive = evidenceArchive(aPackage().files)
  const path = join(folder, 'mangled.zip')
  for (let position = 0; position < archive.length; position++)
    for (const change of [0x01, 0x20, 0x80, 0xff]) {
      const mangled = Uint8Array.from(archive)
      mangled[position] = mangled[position]! ^ change
      await writeFile(path, mangled)
      const code = check(['package', path, '--key', LOG_KEY], () => {})
      assert.ok(code === 1 || code === 2, `byte ${position} with ${change}`)
    }
})
