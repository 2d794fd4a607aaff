import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { markKeys } from './keys.ts'
import { PATH_OF, type PathName, pathsBetween } from './pair-path.ts'
import { looseKeys, nearKeys, wideKeys } from './query-keys.ts'

const marksOf = (serial: string) => readItem({ serial }).marks
const kinds = (asked: string, recorded: string) =>
  pathsBetween(marksOf(asked), marksOf(recorded)).map(({ kind }) => kind)

test('what leads from one mark to another is named by the nearest way first', () => {
  assert.equal(kinds('TKR-10482', 'TKR1O482')[0], 'same')
  assert.equal(kinds('TKR1?482', 'TKR10482')[0], 'reading')
  assert.equal(kinds('10482', 'TKR10482')[0], 'other_form')
  assert.equal(kinds('R10482', 'TKR10482')[0], 'shortened')
  assert.equal(kinds('TKR10483', 'TKR10482')[0], 'neighbour')
  assert.deepEqual(kinds('TKR19953', 'QQ40026'), [])
  assert.deepEqual(kinds('illegible', 'TKR10482'), [], 'no usable number leads nowhere')
})

const serials = fc.stringMatching(/^[A-Z0-9?]{3,9}$/)
const damaged = serials.chain((serial) =>
  fc
    .tuple(fc.constant(serial), fc.nat(serial.length - 1), fc.constantFrom('', 'X', '7', '?'))
    .map(([one, at, put]) => [one, one.slice(0, at) + put + one.slice(at + 1)] as const),
)

test('a path is named exactly where the keys that are asked for meet the keys that are posted', () => {
  const asks: Readonly<Record<PathName, typeof nearKeys>> = { near: nearKeys, wide: wideKeys, loose: looseKeys }
  fc.assert(
    fc.property(damaged, ([one, other]) => {
      const [asked, recorded] = [marksOf(one), marksOf(other)]
      const posted = new Set(markKeys(recorded))
      const named = pathsBetween(asked, recorded).map(({ kind }) => PATH_OF[kind])
      for (const [path, keysOf] of Object.entries(asks) as [PathName, typeof nearKeys][]) {
        const met = asked.flatMap((mark) => keysOf(mark)).some((key) => posted.has(key))
        assert.equal(named.includes(path), met, `${path} from ${one} to ${other}`)
      }
    }),
    { numRuns: 60 },
  )
})
