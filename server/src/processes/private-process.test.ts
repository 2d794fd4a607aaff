import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { toHex } from '@proofmark/proofs/bytes'
import { blind, finalize, scalarByLot, verifyEvaluation } from '@proofmark/proofs/private/voprf'
import { askKeys } from '../exchange/private/keys/ask-keys.ts'
import { createAsk } from './channel.ts'

const folder = await mkdtemp(join(tmpdir(), 'proofmark-keeper-'))
const children: ChildProcess[] = []
after(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})
const key = randomBytes(32).toString('hex')

async function keeper(sealing = key) {
  const child = fork(fileURLToPath(new URL('./private-process.ts', import.meta.url)), [], { serialization: 'advanced' })
  children.push(child)
  child.send({ type: 'setup', configuration: { folder, key: sealing } })
  await once(child, 'message')
  return { child, keys: askKeys(createAsk(child)) }
}

const NAME = {
  holder: 'XA',
  partner: 'XB',
  dataClass: 'lost_stolen_wanted',
  kind: 'exact',
  epoch: '2026-11-29.1',
} as const
const token = new TextEncoder().encode('proofmark-token-1|exact|example-arms|AB1234')

test('a key is made once, evaluates with its proof, outlives a kill, and never leaves its process or its sealed file', async () => {
  const ends = new Date(Date.now() + 24 * 60 * 60 * 1_000)
  const first = await keeper()
  const publicKey = await first.keys.open(NAME, ends)
  const by = scalarByLot(randomBytes(64))
  const blinded = [blind(token, by)]
  const evaluation = await first.keys.answer(NAME, blinded)
  assert.ok(evaluation)
  verifyEvaluation(publicKey, blinded, evaluation)
  const output = finalize(token, by, evaluation.evaluated[0]!)
  first.child.kill('SIGKILL')
  const second = await keeper()
  assert.equal(toHex(await second.keys.open(NAME, ends)), toHex(publicKey))
  assert.equal(toHex((await second.keys.outputs(NAME, [token]))!), toHex(output.subarray(0, 16)))
  assert.equal(await second.keys.answer({ ...NAME, partner: 'XC' }, blinded), null)
  await assert.rejects(second.keys.answer(NAME, [new Uint8Array(32)]))
  const files = await readdir(join(folder, 'private-look-up'))
  assert.equal(files.length, 1)
  const path = join(folder, 'private-look-up', files[0]!)
  assert.deepEqual(
    [(await stat(path)).mode & 0o777, (await stat(join(folder, 'private-look-up'))).mode & 0o777],
    [0o600, 0o700],
  )
  assert.ok(!(await readFile(path)).includes('XB'))
  // A file that was changed opens for nobody, and one that was destroyed is gone for every process at once.
  const bytes = await readFile(path)
  await writeFile(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]))
  await assert.rejects(second.keys.answer(NAME, blinded))
  await writeFile(path, bytes)
  assert.ok(await second.keys.answer(NAME, blinded))
  await second.keys.destroy([NAME])
  assert.equal(await second.keys.answer(NAME, blinded), null)
})

test('an epoch that is over gets no key', async () => {
  const { keys } = await keeper()
  await assert.rejects(keys.open({ ...NAME, epoch: '2020-01-01.1' }, new Date('2020-01-31')))
  assert.deepEqual(await readdir(join(folder, 'private-look-up')), [])
})
