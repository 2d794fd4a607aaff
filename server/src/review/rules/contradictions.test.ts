import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { groupsOf } from '../../linkage/rules/items.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { Verdict } from '../../linkage/rules/standing-judgement.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import { chainBetween } from './chain.ts'
import { openPairs } from './open-pairs.ts'

const ITEM = readItem({ serial: 'TKR10483' })
const record = (id: string, register: string | null = null): LinkedRecord => ({
  record: id,
  kind: register === null ? 'seizure' : 'register',
  entry: id,
  register,
  source: register ?? `source of ${id}`,
  sourceName: id,
  again: null,
  key: id,
  agency: 'police',
  fourEyes: false,
  vis: 1,
  loose: false,
  event: { kind: register === null ? 'seizure' : 'registration', from: null, to: null },
  place: null,
  lot: false,
  many: false,
  item: ITEM,
})
const judged = (one: string, other: string, verdict: Verdict, number: number, bits = 20): WeighedPair => ({
  record: one,
  other,
  evidence: { relation: 'same', part: null, otherPart: null, bits, alike: true, levels: [], model: 'start' },
  judged: {
    number: String(number),
    about: 'firearm',
    kind: 'verdict',
    verdict,
    component: null,
    ofNumber: null,
    needsSecond: false,
    judgedBy: 'ilse',
    bulk: null,
    state: 'standing',
  },
  level: 'named',
  recovery: null,
  relation: 'same',
  probability: verdict === 'same' ? 1 : 0,
  verdict,
  by: 'person',
})
const among = (...ids: string[]) => new Map(ids.map((id) => [id, record(id)]))

test('A is B and B is C, but A is not C: a contradiction waits, and the chain leads through what was judged different', () => {
  const records = among('a', 'b', 'c')
  const pairs = [judged('a', 'b', 'same', 1), judged('b', 'c', 'same', 2), judged('a', 'c', 'different', 3)]
  const { open, groups } = openPairs(records, pairs)
  assert.deepEqual(
    open.map(({ kind }) => kind),
    ['contradiction'],
  )
  const chain = chainBetween(open[0]!.pair, groups, records, pairs)
  assert.deepEqual(chain?.map(({ link }) => link).sort(), ['different', 'same', null].sort())
  assert.deepEqual([chain?.at(0)?.record, chain?.at(-1)?.record], [open[0]!.pair.record, open[0]!.pair.other])
})

test('two live entries of one register that a person joined stay apart, and the chain says that the register lists both', () => {
  const records = new Map([
    ['a', record('a', 'register')],
    ['b', record('b', 'register')],
  ])
  const pairs = [judged('a', 'b', 'same', 1)]
  const { open, groups } = openPairs(records, pairs)
  assert.equal(open[0]?.kind, 'contradiction')
  assert.deepEqual(chainBetween(open[0]!.pair, groups, records, pairs), [
    { record: 'a', link: null },
    { record: 'b', link: 'listed-twice' },
  ])
})

const NAMES = ['a', 'b', 'c', 'd', 'e'] as const
const ENDS = NAMES.flatMap((one, place) => NAMES.slice(place + 1).map((other) => [one, other] as const))
const verdicts = fc.array(
  fc.record({
    verdict: fc.constantFrom<Verdict | null>('same', 'different', 'undecided', null),
    bits: fc.integer({ min: 5, max: 30 }),
  }),
  { minLength: ENDS.length, maxLength: ENDS.length },
)

test('the same judgements give the same items and the same contradictions, in whatever order they were made or are read', () => {
  const orders = fc.shuffledSubarray([...ENDS.keys()], { minLength: ENDS.length, maxLength: ENDS.length })
  fc.assert(
    fc.property(verdicts, orders, orders, (said, made, read) => {
      const pairsIn = (numbers: readonly number[]) =>
        ENDS.flatMap(([one, other], place) => {
          const { verdict, bits } = said[place]!
          return verdict ? [judged(one, other, verdict, numbers.indexOf(place) + 1, bits)] : []
        })
      const records = among(...NAMES)
      const first = pairsIn([...ENDS.keys()])
      const later = pairsIn(made)
      const shuffled = read.flatMap((place) => later[place] ?? [])
      const told = (pairs: readonly WeighedPair[]) => {
        const { open, groups } = openPairs(records, pairs)
        const name = ({ pair }: (typeof open)[number]) => `${pair.record} ${pair.other}`
        return { groups: [...groups.entries()].sort(), open: open.map(name).sort() }
      }
      assert.deepEqual(told(shuffled), told(first))
      // What a person judged different is never brought together, and each contradiction can be told.
      const groups = groupsOf(records, first)
      for (const { record: one, other, verdict } of first)
        if (verdict === 'different') assert.ok(!groups.get(one)?.includes(other))
      for (const { pair } of openPairs(records, first).open) {
        const chain = chainBetween(pair, groups, records, first)
        assert.equal(chain?.at(0)?.record, pair.record)
        assert.equal(chain?.at(-1)?.record, pair.other)
        assert.equal(chain?.filter(({ link }) => link === 'different').length, 1)
      }
    }),
  )
})
