import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { storedZip } from './stored-zip.ts'
import { TableFault } from './table-fault.ts'
import { type FixtureEntry, zipOf } from './zip.fixture.ts'
import { INFLATION_LIMITS, inflateEntries, listEntries } from './zip-archive.ts'

const content = Buffer.from('<worksheet/>')

function contentsOf(archive: Buffer, limits = INFLATION_LIMITS): Record<string, string> {
  const contents = inflateEntries(listEntries(archive), () => true, limits)
  return Object.fromEntries(Array.from(contents, ([name, bytes]) => [name, bytes.toString()]))
}

function faultOf(archive: Buffer, limits = INFLATION_LIMITS): string {
  try {
    contentsOf(archive, limits)
    return 'none'
  } catch (failure) {
    if (failure instanceof TableFault) return failure.reason
    throw failure
  }
}

/** Zeros, compressed as far as it goes: so many megabytes in a thousandth of them. */
function zeros(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

test('entries come out as they went in, compressed or stored', () => {
  const entries = [
    { name: 'a.xml', content },
    { name: 'xl/ب.xml', content: Buffer.from('ب'.repeat(999)), method: 0 },
    { name: 'empty/', content: Buffer.alloc(0), method: 0 },
  ]
  assert.deepEqual(contentsOf(zipOf(entries)), { 'a.xml': '<worksheet/>', 'xl/ب.xml': 'ب'.repeat(999), 'empty/': '' })
})

test('an archive that we write is one that we read', () => {
  const parts = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.uint8Array()), { selector: ([name]) => name })
  fc.assert(
    fc.property(parts, (given) => {
      const contents = new Map(given.map(([name, bytes]) => [`_${name.toWellFormed()}`, Buffer.from(bytes)]))
      const read = inflateEntries(listEntries(Buffer.from(storedZip(contents))), () => true)
      assert.deepEqual([...read], [...contents])
    }),
  )
})

test('a bomb that says it is small is stopped at the limit, and never inflated whole', () => {
  const bomb = { name: 'xl/worksheets/sheet1.xml', content, compressed: zeros(1_024) }
  assert.equal(faultOf(zipOf([bomb])), 'zip_too_large')
})

test('entries that are each allowed are refused together', () => {
  const half = Array.from({ length: 3 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(400_000, 'ab') }))
  assert.equal(faultOf(zipOf(half), { total: 1_000_000, ratio: 1_000, ratioFrom: 500_000 }), 'zip_too_large')
  assert.equal(faultOf(zipOf(half), { total: 1_200_000, ratio: 1_000, ratioFrom: 500_000 }), 'none')
})

test('an entry that is far larger than its compressed size is refused, unless it is small', () => {
  const dense = [{ name: 'a', content: Buffer.alloc(100_000) }]
  assert.equal(faultOf(zipOf(dense), { total: 1_000_000, ratio: 200, ratioFrom: 1_000 }), 'zip_too_large')
  assert.equal(faultOf(zipOf(dense), { total: 1_000_000, ratio: 200, ratioFrom: 200_000 }), 'none')
})

test('entries that share their bytes are refused: one header for all, or one within another', () => {
  const shared: FixtureEntry[] = Array.from({ length: 42 }, (_, index) => ({ name: `${index}`, content, headerOf: 0 }))
  assert.equal(faultOf(zipOf(shared)), 'zip_unsafe')
  // The first quotes the header and the data of the second in its own data, and goes on behind them.
  const inner = { name: 'b', content }
  const quoted = zipOf([inner]).subarray(0, 31 + deflateRawSync(content).length)
  const length = Buffer.alloc(5)
  length.writeUInt16LE(quoted.length, 1)
  length.writeUInt16LE(0xffff - quoted.length, 3)
  const outer = { name: 'a', content, compressed: Buffer.concat([length, quoted, deflateRawSync(content)]) }
  const archive = zipOf([outer, { ...inner, headerOf: 1 }])
  archive.writeUInt32LE(31 + length.length, archive.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 42)
  assert.match(faultOf(archive), /^zip_(unsafe|damaged)$/)
})

test('encrypted entries, archives within and one name for two are refused', () => {
  assert.equal(faultOf(zipOf([{ name: 'a', content, flags: 1 }])), 'zip_unsafe')
  assert.equal(faultOf(zipOf([{ name: 'a', content: zipOf([{ name: 'b', content }]) }])), 'zip_unsafe')
  assert.equal(
    faultOf(
      zipOf([
        { name: 'a', content },
        { name: 'a', content },
      ]),
    ),
    'zip_unsafe',
  )
  assert.equal(faultOf(zipOf([{ name: 'a', content, method: 99 }])), 'zip_unsafe')
})

test('a stored entry that claims more bytes than it has is refused', () => {
  assert.equal(faultOf(zipOf([{ name: 'a', content, method: 0, statedSize: 4_000_000_000 }])), 'zip_unsafe')
})

test('damage is found: a wrong checksum, an archive cut short, bytes that are no archive', () => {
  const whole = zipOf([{ name: 'a', content }])
  assert.equal(faultOf(zipOf([{ name: 'a', content, checksum: 7 }])), 'zip_damaged')
  assert.equal(faultOf(whole.subarray(0, -1)), 'zip_damaged')
  assert.equal(faultOf(whole.subarray(0, 40)), 'zip_damaged')
  assert.equal(faultOf(Buffer.from('PK\x03\x04')), 'zip_damaged')
})

test('an archive with any of its bytes changed is read or refused, and nothing else', () => {
  const whole = zipOf([
    { name: 'a', content },
    { name: 'b', content: Buffer.alloc(5_000, 'ab') },
  ])
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const changed = Buffer.from(whole)
      for (const [at, byte] of changes) changed[at] = byte
      assert.match(faultOf(changed), /^(none|zip_\w+)$/)
    }),
    { numRuns: 500 },
  )
})
