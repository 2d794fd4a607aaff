import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { finishRewrap, listKeys, openKeys, rewrapKeys } from './keys.ts'
import { isWrapped, readPassphrase, UNWRAPPED, wrappingUnder } from './wrapping.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-keys-'))
after(() => rm(scratch, { recursive: true, force: true }))
let folders = 0
const newFolder = async () => {
  const folder = join(scratch, `data-${++folders}`)
  await mkdir(folder)
  return folder
}
const one = wrappingUnder('the first of two passphrases')
const other = wrappingUnder('the second of two passphrases')

test('bare keys are wrapped where a passphrase is given, are the same under it, and closed without it', async () => {
  const folder = await newFolder()
  const bare = await openKeys(folder, UNWRAPPED)
  assert.deepEqual(await openKeys(folder, one), bare)
  assert.ok((await listKeys(folder)).every(({ wrapped }) => wrapped))
  assert.ok(!(await readFile(join(folder, 'keys', 'ledger'), 'utf8')).includes(bare.ledgerSeed.toString('hex')))
  assert.deepEqual(await openKeys(folder, wrappingUnder('the first of two passphrases')), bare)
  await assert.rejects(openKeys(folder, UNWRAPPED), { code: 'keys_wrapped' })
  await assert.rejects(openKeys(folder, other), { code: 'passphrase_wrong' })
})

test('a wrapped file that was changed, or put in the place of another, is refused and not replaced', async () => {
  const folder = await newFolder()
  await openKeys(folder, one)
  const [ledger, ids] = [join(folder, 'keys', 'ledger'), join(folder, 'keys', 'record-ids')]
  const whole = await readFile(ledger, 'utf8')
  for (const broken of [await readFile(ids, 'utf8'), whole.slice(0, -8), whole.replace('131072', '2')]) {
    await writeFile(ledger, broken)
    await assert.rejects(openKeys(folder, one), { code: 'passphrase_wrong' })
    assert.equal(await readFile(ledger, 'utf8'), broken)
  }
})

test('keys are put under another passphrase, and a rewrapping that is killed at any step leaves the one or the other', async () => {
  const folder = await newFolder()
  const keys = await openKeys(folder, one)
  await rewrapKeys(folder, one, other)
  assert.deepEqual(await openKeys(folder, other), keys)
  assert.deepEqual((await readdir(folder)).sort(), ['keys'])
  const [now, fresh, old] = ['keys', 'keys.new', 'keys.old'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await cp(now, fresh, { recursive: true })
  await rm(join(fresh, 'ledger'))
  await finishRewrap(folder)
  assert.deepEqual(await openKeys(folder, other), keys)
  await rewrapKeys(folder, other, UNWRAPPED)
  await cp(now, fresh, { recursive: true })
  await writeFile(join(fresh, 'whole'), '')
  await rename(now, old)
  await finishRewrap(folder)
  assert.deepEqual(await openKeys(folder, UNWRAPPED), keys)
  assert.deepEqual((await readdir(folder)).sort(), ['keys'])
})

test('a passphrase is one line of at least twelve characters', async () => {
  const file = join(scratch, 'passphrase')
  await writeFile(file, 'a passphrase of one line\r\n')
  assert.equal(await readPassphrase(file), 'a passphrase of one line')
  for (const text of ['short\n', '', 'x'.repeat(2_000)]) {
    await writeFile(file, text)
    await assert.rejects(readPassphrase(file), { code: 'passphrase_unreadable' })
  }
  await assert.rejects(readPassphrase(join(scratch, 'absent')), { code: 'passphrase_unreadable' })
  assert.ok(!isWrapped('a passphrase of one line'))
})
