import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fromUtf8, toUtf8 } from '../bytes.ts'
import { ProofError, type ProofErrorCode } from '../errors.ts'
import { sha512 } from './contexts.ts'
import { buildFilter, type FilterHead, holdsOutput, OUTPUT_BYTES, packedOutputs, parseFilter } from './filter.ts'
import { bucketOf, isBucket, LEAST_CAPACITY } from './filter-shape.ts'
import { damagedTokens, MOST_READINGS, markAloneToken, markToken } from './token.ts'
import { privateLookUpVectors } from './vectors.test-helper.ts'
import { deriveKeyPair } from './voprf.ts'

const refusedAs = (code: ProofErrorCode) => (failure: unknown) => failure instanceof ProofError && failure.code === code
const { publicKey } = deriveKeyPair(new Uint8Array(32).fill(7), toUtf8('a filter'))
const HEAD: FilterHead = {
  holder: 'XA',
  partner: 'XB',
  dataClass: 'lost_stolen_wanted',
  kind: 'exact',
  epoch: '2026-11-29.1',
  number: 0,
  publicKey,
}
const PADS = new Uint8Array(32).fill(9)
const outputOf = (word: string) => sha512(toUtf8(word))
const outputs = (count: number, word = 'token') =>
  packedOutputs(Array.from({ length: count }, (_, at) => outputOf(`${word} ${at}`)))

describe('a filter', () => {
  test('holds every output that it was built of and, of as many others, none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.nat(), (count, lot) => {
        const filter = parseFilter(buildFilter(HEAD, outputs(count, `in ${lot}`), PADS))
        for (let at = 0; at < count; at += 1) assert.ok(holdsOutput(filter, outputOf(`in ${lot} ${at}`)))
        for (let at = 0; at < 500; at += 1) assert.ok(!holdsOutput(filter, outputOf(`out ${lot} ${at}`)))
      }),
      { numRuns: 15 },
    )
  })

  test('is the same bytes for the same outputs in any order and however often, and others for other pads', () => {
    const once = outputs(700)
    const parts = Array.from({ length: 700 }, (_, at) => once.subarray(at * OUTPUT_BYTES, (at + 1) * OUTPUT_BYTES))
    const first = buildFilter(HEAD, once, PADS)
    assert.deepEqual(buildFilter(HEAD, packedOutputs(parts.toReversed()), PADS), first)
    assert.deepEqual(buildFilter(HEAD, packedOutputs([...parts, parts[5]!, parts[5]!]), PADS), first)
    assert.notDeepEqual(buildFilter(HEAD, once, new Uint8Array(32)), first)
  })

  test('tells by its size no more of its count than the bucket', () => {
    const sizes = [0, 1, 200, LEAST_CAPACITY].map((count) => buildFilter(HEAD, outputs(count), PADS).length)
    assert.equal(new Set(sizes).size, 1)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000_000 }), (count) => {
        const bucket = bucketOf(count)
        assert.ok(isBucket(bucket) && bucket >= count && (bucket === LEAST_CAPACITY || bucket <= 1.5 * count))
      }),
    )
  })

  test('cells of a few tokens are as full of bits as those of many: pads are like tokens', () => {
    const bits = (count: number) => {
      const { cells } = parseFilter(buildFilter(HEAD, outputs(count), PADS))
      return cells.reduce((sum, cell) => sum + cell.toString(2).replaceAll('0', '').length, 0) / cells.length
    }
    assert.ok(Math.abs(bits(0) - bits(LEAST_CAPACITY)) < 2)
  })
})

describe('a filter of another', () => {
  const bytes = buildFilter(HEAD, outputs(300), PADS)
  const line = bytes.indexOf(10)
  const withHead = (change: (head: Record<string, unknown>) => unknown) => {
    const changed = toUtf8(`${JSON.stringify(change(JSON.parse(fromUtf8(bytes.subarray(0, line))!)))}\n`)
    return Uint8Array.from([...changed, ...bytes.subarray(line + 1)])
  }
  const refused = refusedAs('malformed_filter')

  test('is read as it was written', () => {
    const { cells, hash, shape, attempt, ...head } = parseFilter(bytes)
    assert.deepEqual(head, HEAD)
    assert.equal(shape.capacity, 384)
  })

  test('is refused with a head in other bytes, with members besides, missing or of other values', () => {
    assert.deepEqual(
      withHead((head) => head),
      bytes,
    )
    for (const change of [
      { form: 'proofmark-filter-2' },
      { kind: 'ballistic' },
      { capacity: 385 },
      { capacity: 512 },
      { capacity: 1e12 },
      { attempt: 64 },
      { attempt: 1.5 },
      { segmentLength: 2 ** 30 },
      { segmentCount: -1 },
      { number: -1 },
      { epoch: '' },
      { holder: 'X A' },
      { partner: 7 },
      { publicKey: 'zz' },
      { publicKey: 'AB'.repeat(32) },
      { besides: true },
    ])
      assert.throws(() => parseFilter(withHead((head) => ({ ...head, ...change }))), refused, JSON.stringify(change))
    assert.throws(() => parseFilter(withHead(({ epoch: _, ...head }) => head)), refused)
    assert.throws(() => parseFilter(withHead(() => [1])), refused)
    assert.throws(
      () => parseFilter(withHead((head) => ({ ...head, publicKey: '00'.repeat(32) }))),
      refusedAs('identity_element'),
    )
    assert.throws(
      () => parseFilter(withHead((head) => ({ ...head, publicKey: 'ff'.repeat(32) }))),
      refusedAs('malformed_element'),
    )
  })

  test('is refused cut off at any place, with bytes besides, and as whatever bytes', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (end) => assert.throws(() => parseFilter(bytes.subarray(0, end)), refused)),
    )
    assert.throws(() => parseFilter(Uint8Array.from([...bytes, 0])), refused)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), (any) => assert.throws(() => parseFilter(any), refused)))
    assert.throws(() => parseFilter(new Uint8Array(2_000_000).fill(32)), refused)
  })

  test('with any bit turned is refused or has another hash', () => {
    const { hash } = parseFilter(bytes)
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const turned = bytes.slice()
        turned[bit >>> 3]! ^= 1 << (bit & 7)
        try {
          assert.notEqual(parseFilter(turned).hash, hash)
        } catch (failure) {
          assert.ok(failure instanceof ProofError)
        }
      }),
    )
  })
})

describe('a token', () => {
  test('is one text for one mark, and another for every other kind, make and mark', () => {
    assert.equal(fromUtf8(markToken('exact', 'glock', 'AB123')), 'proofmark-token-1|exact|glock|AB123')
    assert.equal(fromUtf8(markAloneToken('AB1234')), 'proofmark-token-1|mark_alone|-|AB1234')
    const tokens = [
      markToken('exact', 'glock', 'AB1234'),
      markToken('skeleton', 'glock', 'AB1234'),
      ...damagedTokens('glock', ['AB1234', 'AB1235', 'AB1234']),
      markAloneToken('AB1234'),
      markToken('exact', 'colt', 'AB1234'),
    ].map((token) => fromUtf8(token))
    assert.equal(new Set(tokens).size, 6)
  })

  test('is refused for what is no mark, no make, too short without a make, or of too many readings', () => {
    const refused = refusedAs('malformed_token')
    for (const mark of ['', 'ab12', 'AB 12', 'AB?2', 'A|B', '1[8B]2', 'A'.repeat(65), 'AB\n', 'A\u0301B', '\ud800'])
      assert.throws(() => markToken('exact', 'glock', mark), refused, mark)
    for (const make of ['', 'Glock', '-', 'a|b', 'a'.repeat(65)])
      assert.throws(() => markToken('exact', make, 'AB123'), refused, make)
    assert.throws(() => markAloneToken('AB123'), refused)
    const readings = Array.from({ length: MOST_READINGS + 1 }, (_, at) => `AB${at}`)
    assert.throws(() => damagedTokens('glock', readings), refusedAs('too_many_readings'))
    assert.equal(damagedTokens('glock', readings.slice(1)).length, MOST_READINGS)
    assert.throws(() => damagedTokens('glock', []), refusedAs('too_many_readings'))
  })
})

test('the published vectors are what this implementation computes', async () => {
  const url = new URL('../../../contract/vectors/private-look-up-1.json', import.meta.url)
  assert.deepEqual(privateLookUpVectors(), JSON.parse(await readFile(url, 'utf8')))
})
