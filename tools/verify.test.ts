import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { parseCheckpoint, signCheckpoint } from '@proofmark/proofs/checkpoint'
import { cosign, cosignerFromSeed, formatCosignerKey } from '@proofmark/proofs/cosignature'
import { consistencyProof, rootOf } from '@proofmark/proofs/merkle'
import { formatVerifierKey, signerFromSeed } from '@proofmark/proofs/note-key'
import { signNote } from '@proofmark/proofs/signed-note'
import fc from 'fast-check'
import { evidenceArchive } from '../server/src/exchange/present/evidence-archive.ts'
import {
  aPackage,
  EARLIER_LOG,
  evidenceInput,
  LOG,
  LOG_KEY,
  NODE_KEY,
  receiptOf,
  WITNESS,
  WITNESS_KEY,
} from '../server/src/testing/evidence.ts'

const { check } = (await import('./verify.mjs' as string)) as {
  check: (words: readonly string[], say: (line: string) => void) => number
}

const folder = await mkdtemp(join(tmpdir(), 'proofmark-verify-'))
after(() => rm(folder, { recursive: true, force: true }))

/** What the tool says of what it is asked, and with which code it ends. */
function asked(...words: string[]): { readonly code: number; readonly said: string } {
  const lines: string[] = []
  const code = check(words, (line: string) => lines.push(line))
  return { code, said: lines.join('\n') }
}
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}
const base64 = (hashes: readonly Uint8Array[]) =>
  JSON.stringify(hashes.map((hash) => Buffer.from(hash).toString('base64')))

const made = aPackage()
const archive = evidenceArchive(made.files)
const packed = await file('package.zip', archive)
const byKey = ['--key', LOG_KEY, '--cosigner', WITNESS_KEY] as const

test('copied alone into an empty folder it checks a package, with nothing but Node.js', async () => {
  const alone = await mkdtemp(join(folder, 'alone-'))
  await copyFile(new URL('./verify.mjs', import.meta.url), join(alone, 'verify.mjs'))
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['verify.mjs', ...words], { cwd: alone, encoding: 'utf8', env: {} })
  const proven = run('package', packed, ...byKey)
  assert.equal(proven.status, 0, proven.stdout + proven.stderr)
  assert.match(proven.stdout, /its bytes are here; cosigned; received by XB/)
  assert.match(proven.stdout, /left out here; without a receipt/)
  assert.match(proven.stdout, /Left out: Reply of XB \(europol H1\)/)
  assert.match(
    proven.stdout,
    /other\/witness \(here called XB, Focal point of XB\) cosigned the ledger, 1 of these messages in it, .* with the key that you gave/,
  )
  assert.match(proven.stdout, /Not proven: that what the documents say is true/)
  assert.equal(run('nonsense').status, 2)
})

test('without a key from outside a package is whole and no more, and another authority’s key is not this one’s', () => {
  assert.equal(asked('package', packed).code, 3)
  const other = formatVerifierKey(signerFromSeed(LOG.name, Buffer.alloc(32, 1)))
  assert.equal(asked('package', packed, '--key', other).code, 1)
})

test('a key that the ledger had before proves it, where both keys signed that one follows the other', async () => {
  const before = formatVerifierKey(EARLIER_LOG)
  assert.equal(asked('package', packed, '--key', before).code, 0)
  const input = evidenceInput()
  const [change] = input.keys.changes
  const alone = signNote(`${change!.split('\n\n')[0]}\n`, [EARLIER_LOG])
  const forged = aPackage({ ...input, keys: { ...input.keys, changes: [alone] } })
  assert.equal(asked('package', await file('forged.zip', evidenceArchive(forged.files)), '--key', before).code, 1)
})

test('the same parts make the same bytes, and another program reads them', async () => {
  assert.deepEqual(evidenceArchive(aPackage().files), archive)
  const { unzipSync } = await import('fflate')
  assert.deepEqual(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]),
    made.files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]),
  )
  const list = made.files.find(([name]) => name === 'hashes.txt')![1]
  for (const line of Buffer.from(list).toString().trimEnd().split('\n')) {
    const [hash, name] = line.split('  ')
    const [, bytes] = made.files.find(([each]) => each === name)!
    assert.equal(createHash('sha256').update(bytes).digest('hex'), hash)
  }
})

test('whichever byte of a package is another, it does not hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (position, change) => {
      const mangled = Uint8Array.from(archive)
      mangled[position] = mangled[position]! ^ change
      const { code } = asked('package', await file('mangled.zip', mangled), '--key', LOG_KEY)
      assert.notEqual(code, 0)
      assert.notEqual(code, 3)
    }),
    { numRuns: 500 },
  )
})

test('whichever file of an unpacked package is another, is missing, or is there besides, it does not hold', async () => {
  const unpacked = 'unpacked'
  for (const [name, bytes] of made.files) await file(join(unpacked, name), bytes)
  assert.equal(asked('package', join(folder, unpacked), ...byKey).code, 0)
  for (const [name, bytes] of made.files) {
    await rm(join(folder, unpacked, name))
    assert.equal(asked('package', join(folder, unpacked), ...byKey).code, 1, name)
    for (const other of [Uint8Array.of(), Buffer.concat([bytes, Buffer.from('\n')])]) {
      await file(join(unpacked, name), other)
      assert.notEqual(asked('package', join(folder, unpacked), ...byKey).code, 0, name)
    }
    await file(join(unpacked, name), bytes)
  }
  await file(join(unpacked, 'parts/more.txt'), 'more')
  assert.equal(asked('package', join(folder, unpacked), ...byKey).code, 1)
})

test('a package whose list of hashes the ledger does not have is none, however well it fits itself', async () => {
  const other = aPackage({ ...evidenceInput(), authority: 'XZ' })
  const proofs = new Map(made.files.filter(([name]) => name.startsWith('ledger/')))
  const mixed = other.files.map(([name, bytes]) => [name, proofs.get(name) ?? bytes] as const)
  const { code, said } = asked('package', await file('mixed.zip', evidenceArchive(mixed)), ...byKey)
  assert.equal(code, 1)
  assert.match(said, /another list of hashes/)
})

test('a forged cosignature, a checkpoint of another ledger and a signature that is not the ledger’s are refused', async () => {
  const note = made.proofs.cosigned!.checkpoint
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  const lines = note.split('\n')
  const own = `${lines.slice(0, 5).join('\n')}\n`
  assert.equal(asked('checkpoint', await file('own.txt', own), '--key', LOG_KEY).code, 0)
  assert.equal(asked('checkpoint', await file('own.txt', own), ...byKey).code, 1)
  assert.match(
    asked('checkpoint', await file('both.txt', note), ...byKey).said,
    /proofmark\/other\/witness cosigned it/,
  )
  const forger = { ...cosignerFromSeed(WITNESS.name, Buffer.alloc(32, 2)), keyId: WITNESS.keyId }
  const forged = own + cosign(checkpoint, forger, 1)
  assert.equal(asked('checkpoint', await file('forged.txt', forged), ...byKey).code, 1)
  const later = own + cosign({ ...checkpoint, size: checkpoint.size + 1 }, WITNESS, 1)
  assert.equal(asked('checkpoint', await file('later.txt', later), ...byKey).code, 1)
  const stranger = signerFromSeed('proofmark/stranger/exchange', Buffer.alloc(32, 3))
  const elsewhere = signCheckpoint({ ...checkpoint, origin: stranger.name }, [stranger])
  assert.equal(asked('checkpoint', await file('elsewhere.txt', elsewhere), '--key', LOG_KEY).code, 1)
  assert.equal(asked('checkpoint', packed, '--key', LOG_KEY).code, 1)
  assert.equal(asked('checkpoint', await file('own.txt', own), '--key', formatCosignerKey(WITNESS)).code, 2)
})

test('inclusion, consistency and two holders’ checkpoints are told apart from what only looks like them', async () => {
  const { leaves } = made
  const { messages } = made.proofs
  const note = await file('note.txt', made.proofs.checkpoint)
  const [claim] = messages
  assert.equal(asked('inclusion', note, await file('in.json', JSON.stringify(claim)), '--key', LOG_KEY).code, 0)
  for (const wrong of [
    { ...claim, index: claim!.index + 1 },
    { ...claim, entry: { ...claim!.entry, hash: '0'.repeat(64) } },
    { ...claim, proof: [] },
  ])
    assert.equal(asked('inclusion', note, await file('in.json', JSON.stringify(wrong)), '--key', LOG_KEY).code, 1)

  const at = (size: number, from = leaves) =>
    signCheckpoint({ origin: LOG.name, size, root: rootOf(from.slice(0, size)), extensions: [] }, [LOG])
  for (const size of [1, 2, 5, 8, leaves.length - 1]) {
    const older = await file('older.txt', at(size))
    const proof = await file('proof.json', base64(consistencyProof(leaves, size)))
    assert.equal(asked('consistency', older, note, proof, '--key', LOG_KEY).code, 0, String(size))
    assert.equal(asked('compare', note, older, '--proof', proof, '--key', LOG_KEY).code, 0)
    assert.equal(asked('consistency', note, older, proof, '--key', LOG_KEY).code, 1)
    const other = await file('other.txt', at(size, leaves.toReversed()))
    assert.equal(asked('consistency', other, note, proof, '--key', LOG_KEY).code, 1)
  }
  const older = await file('older.txt', at(3))
  assert.equal(asked('compare', older, note, '--key', LOG_KEY).code, 2)
  assert.equal(asked('compare', older, older, '--key', LOG_KEY).code, 0)
  const split = asked('compare', older, await file('split.txt', at(3, leaves.toReversed())), '--key', LOG_KEY)
  assert.equal(split.code, 1)
  assert.match(split.said, /Two histories/)
})

test('a receipt holds for its own bytes and key', async () => {
  const body = Buffer.from('{"what":"trace-request"}')
  const receipt = await file('receipt.jws', receiptOf(evidenceInput().messages[0]!.entry))
  assert.equal(asked('receipt', receipt, '--key', NODE_KEY, '--body', await file('body', body)).code, 0)
  assert.match(asked('receipt', receipt, '--key', NODE_KEY).said, /Not proven: what the message said/)
  assert.equal(asked('receipt', receipt, '--key', NODE_KEY, '--body', packed).code, 1)
  assert.equal(asked('receipt', receipt, '--key', Buffer.alloc(32, 7).toString('base64url')).code, 1)
  assert.equal(asked('receipt', packed, '--key', NODE_KEY).code, 1)
})

test('what is hostile is refused and nothing else happens: huge, deep, no JSON, names that lead out, links, turned text', async () => {
  const huge = await file('huge.zip', '')
  await truncate(huge, 600 * 1024 * 1024)
  assert.equal(asked('package', huge).code, 2)
  for (const [name, content] of [
    ['empty', ''],
    ['noise', Buffer.alloc(5_000, 0xa5)],
    ['deep', '['.repeat(200_000)],
    ['null', 'null'],
  ] as const) {
    const path = await file(name, content)
    for (const words of [
      ['package', path],
      ['checkpoint', path, '--key', LOG_KEY],
      ['inclusion', path, path, '--key', LOG_KEY],
      ['consistency', path, path, path, '--key', LOG_KEY],
      ['receipt', path, '--key', NODE_KEY],
    ])
      assert.ok([1, 2].includes(asked(...words).code), `${words[0]} ${name}`)
  }
  for (const name of ['../outside.txt', '/etc/passwd', 'a/../../b', 'C:\\x', 'parts/\u202etxt', 'a//b', '.hidden']) {
    const path = await file('names.zip', evidenceArchive([...made.files, [name, Buffer.from('x')]]))
    const { code, said } = asked('package', path, ...byKey)
    assert.equal(code, 1, name)
    assert.match(said, /^[\x20-\x7e\n]*$/)
  }
  const linked = 'linked'
  for (const [name, bytes] of made.files) await file(join(linked, name), bytes)
  await symlink('/etc/hostname', join(folder, linked, 'parts', 'link.txt'))
  assert.equal(asked('package', join(folder, linked), ...byKey).code, 2)
  assert.equal(asked('package', join(folder, 'not there')).code, 2)
})
