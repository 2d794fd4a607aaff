import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { balanceOf, type ComparedItem, sumOfBits } from './balance.ts'
import { START_MODEL } from './model.ts'
import { rankByProbability } from './rivals.ts'

const balance = balanceOf(START_MODEL)
const ENTRIES = 20_000
const prior = balance.prior(ENTRIES)
const asked = readItem({ serial: 'TKR104?', make: 'Taurus' })

let counted = 0
const weighed = (
  serial: string,
  { register = null as string | null, entry = `entry ${counted++}`, make = 'Taurus' } = {},
) => {
  const item: ComparedItem = readItem({ serial, make })
  return { item, entry, register, lines: [prior, ...balance.evidence(asked, item)] }
}

test('two entries of a register that fit alike halve each other, and say so', () => {
  const [alone] = rankByProbability([weighed('TKR1048', { register: 'r' })], balance, prior)
  const ranked = rankByProbability(
    [weighed('TKR1048', { register: 'r' }), weighed('TKR1049', { register: 'r' })],
    balance,
    prior,
  )
  assert.ok(alone!.probability > 0.9)
  assert.ok(!alone!.lines.some(({ field }) => field === 'rivals'))
  for (const { probability, lines } of ranked) {
    assert.ok(probability > 0.4 && probability <= 0.5, String(probability))
    assert.deepEqual(lines.find(({ field }) => field === 'rivals')?.message.parameters, { count: 1 })
  }
})

test('records of several sources that speak of one firearm bear each other out and are no rivals', () => {
  const ranked = rankByProbability(
    [weighed('TKR1048', { register: 'r' }), weighed('TKR1048'), weighed('TKR1O48')],
    balance,
    prior,
  )
  for (const { probability } of ranked) assert.ok(probability > 0.9)
})

test('the holders of one entry are no rivals of each other, whatever their register lists once', () => {
  const holders = [1, 2, 3].map(() => weighed('TKR1048', { register: 'r', entry: 'one' }))
  for (const { probability } of rankByProbability(holders, balance, prior)) assert.ok(probability > 0.9)
})

test('the same number twice in one register is two firearms', () => {
  const ranked = rankByProbability(
    [weighed('TKR1048', { register: 'r' }), weighed('TKR1048', { register: 'r' })],
    balance,
    prior,
  )
  for (const { probability } of ranked) assert.ok(probability <= 0.5)
})

test('probabilities of rivals sum to at most one, best first, and the bits of the lines sum to the odds', () => {
  const serials = fc.uniqueArray(fc.constantFrom('TKR1048', 'TKR1049', 'TKR1041', 'TKR104?', 'TKX1048', '1048'), {
    minLength: 1,
  })
  fc.assert(
    fc.property(serials, (list) => {
      const ranked = rankByProbability(
        list.map((serial) => weighed(serial, { register: 'r' })),
        balance,
        prior,
      )
      const chances = ranked.map(({ probability }) => probability)
      assert.ok(chances.reduce((sum, chance) => sum + chance, 0) <= 1 + 1e-9)
      assert.deepEqual(
        chances,
        [...chances].sort((a, b) => b - a),
      )
      for (const { lines, probability } of ranked)
        assert.ok(Math.abs(1 / (1 + 2 ** -sumOfBits(lines)) - probability) < 1e-9)
    }),
  )
})

test('a rival that fits worse takes little, and is not said to fit as well', () => {
  const ranked = rankByProbability(
    [weighed('TKR1048', { register: 'r' }), weighed('TKX1048', { register: 'r' })],
    balance,
    prior,
  )
  const told = (place: number) => ranked[place]?.lines.find(({ field }) => field === 'rivals')?.message.parameters.count
  assert.ok(ranked[0]!.probability > 0.9)
  assert.equal(told(0), 0)
  assert.equal(told(1), 1)
})

test('what yields takes nothing from what is spared, and is ranked beside it as ever', () => {
  const [own, neighbour] = [weighed('TKR1048', { register: 'r' }), weighed('TKX1048', { register: 'r' })]
  const third = weighed('TKX1049', { register: 'r' })
  const plain = rankByProbability([own, neighbour, third], balance, prior)
  const sparing = rankByProbability([own, neighbour, third], balance, prior, {
    yields: (record) => record === neighbour,
    spared: (record) => record === own,
  })
  const [without] = rankByProbability([own, third], balance, prior)
  const of = (ranked: typeof plain, record: typeof own) => ranked.find((each) => each.record === record)?.probability
  assert.equal(of(sparing, own), without?.probability)
  assert.ok(of(sparing, own)! > of(plain, own)!)
  for (const other of [neighbour, third]) assert.equal(of(sparing, other), of(plain, other))
})

test('what is spared itself takes as ever, even where it yields', () => {
  const entries = [weighed('TKR1048', { register: 'r' }), weighed('TKR1048', { register: 'r' })]
  const ranked = rankByProbability(entries, balance, prior, { yields: () => true, spared: () => true })
  for (const { probability } of ranked) assert.ok(probability <= 0.5)
})

test('a hundred entries that fit alike share the probability among all of them', () => {
  const many = Array.from({ length: 100 }, () => weighed('TKR1048', { register: 'r' }))
  const ranked = rankByProbability(many, balance, prior)
  for (const { probability } of ranked) assert.ok(Math.abs(probability - 0.01) < 1e-4, String(probability))
})
