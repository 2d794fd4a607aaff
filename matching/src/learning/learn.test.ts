import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { balanceOf, sumOfBits } from '../balance.ts'
import { type LearnedAgreement, type Model, START_MODEL } from '../model.ts'
import { compareModels } from './compare-models.ts'
import { judgedWeights, MOST_A_MINUTE, MOST_WEIGHT } from './judged-weights.ts'
import { learnModel } from './learn.ts'
import { invented, recordOf } from './learning.test-helper.ts'
import type { LearningSet } from './learning-set.ts'
import { reportCard } from './report-card.ts'
import { shrunk } from './shrunk.ts'

function learned(set: LearningSet) {
  const learning = learnModel(set, START_MODEL)
  for (;;) {
    const { done, value } = learning.next()
    if (done) return value
  }
}

const both = (one: LearningSet, other: LearningSet): LearningSet => ({
  groups: [...one.groups, ...other.groups],
  records: [...new Map([...one.records, ...other.records].map((each) => [each.record, each])).values()],
  taught: [...one.taught, ...other.taught],
})
const makeOf = (model: Pick<Model, 'make'>) => model.make as LearnedAgreement

const careful = invented('find', { wrong: 0, misread: 0.02 })
const careless = invented('seizure', { wrong: 0.3, misread: 0.4 })
const from = learned(both(careful, careless))

test('nobody labelled a pair, and it learns how often each kind of source states a make wrongly', () => {
  const { 'register+find': found, 'register+seizure': seized } = from.model.between ?? {}
  assert.ok(makeOf(found!).m.same > makeOf(seized!).m.same + 0.05)
  assert.ok(makeOf(seized!).m.same < makeOf(from.model).m.same && makeOf(from.model).m.same < makeOf(found!).m.same)
})

test('a damaged number speaks against a careful source, and a careless one is forgiven', () => {
  const [stands, misread] = [
    recordOf('a', 'register', { serial: 'TST51234', make: 'Taurus', calibre: '.40' }),
    recordOf('b', 'find', { serial: 'TST51239', make: 'Taurus', calibre: '.40' }),
  ]
  const balance = balanceOf(from.model)
  const bits = (kind: 'find' | 'seizure') =>
    sumOfBits(
      balance
        .between('register', kind)
        .evidence(stands.item, misread.item)
        .filter(({ field }) => field === 'serial'),
    )
  assert.ok(bits('seizure') > bits('find') + 1)
})

test('what agrees by chance is counted among random pairs', () => {
  const { u } = makeOf(from.model)
  assert.ok(Math.abs(u.same - 0.25) < 0.05, String(u.same))
})

test('a degree that nobody met speaks as the start model says', () => {
  const { m, u } = makeOf(from.model)
  const [start, learned] = [START_MODEL.make, Math.log2(m.near / u.near)]
  assert.ok(Math.abs(learned - Math.log2((1 - start.m) / (1 - start.u)) / 2) < 0.5, String(learned))
  // No record states its country.
  const { country } = from.model
  const bits = Math.log2((country as LearnedAgreement).m.same / (country as LearnedAgreement).u.same)
  assert.ok(Math.abs(bits - Math.log2(START_MODEL.country.m / START_MODEL.country.u)) < 0.1, String(bits))
})

test('importers are learned as other words are, beside their makers; roles, places and order stay what was believed', () => {
  const { model } = learned(invented('find', { wrong: 0.1, misread: 0.02, imported: true }))
  const { m, u, beside } = model.importer as LearnedAgreement
  assert.ok(m.same > 0.85 && u.same < 0.22 && beside && beside.m.same > 0.95, JSON.stringify(model.importer))
  const { crossed, toldPlace, order } = START_MODEL
  for (const shares of [model, ...Object.values(model.between ?? {})])
    assert.deepEqual([shares.crossed, shares.toldPlace, shares.order], [crossed, toldPlace, order])
})

test('it says from how much it was learned', () => {
  const { 'register+seizure': seized } = from.from
  assert.deepEqual([seized?.records, seized?.candidates], [80, 400])
  assert.ok(seized!.same > 70 && seized!.same < 90)
})

test('the same records in any order, as a database hands them out, teach the same to the last digit', () => {
  const { groups, records } = both(careful, careless)
  const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length })
  const anyOrder = fc.record({ groups: shuffled(groups), records: shuffled(records), turn: fc.boolean() })
  fc.assert(
    fc.property(anyOrder, ({ turn, ...set }) => {
      const turned = (group: (typeof groups)[number]) => ({ ...group, candidates: [...group.candidates].reverse() })
      const again = learned({ ...set, groups: turn ? set.groups.map(turned) : set.groups, taught: [] })
      assert.deepEqual(again, from)
    }),
    { numRuns: 4 },
  )
})

test('a pair of kinds with too few pairs has the shares of all', () => {
  const few = { ...careless, groups: careless.groups.slice(0, 5) }
  const { model } = learned(both(careful, few))
  assert.equal(model.between?.['register+seizure'], undefined)
  const balance = balanceOf(model)
  assert.equal(balance.between('register', 'seizure'), balance)
})

test('what people judged counts by its weight, and what has none changes nothing', () => {
  const taught = careless.groups.slice(0, 20).map(({ asking, candidates }) => ({
    one: asking,
    other: candidates[1]!,
    same: true,
    weight: 1,
  }))
  const weightless = learned({ ...careless, taught: taught.map((each) => ({ ...each, weight: 0 })) })
  const plain = learned(careless)
  assert.deepEqual(weightless.model, plain.model)
  // They called pairs one firearm whose makes differ by chance.
  const { model } = learned({ ...careless, taught })
  assert.ok(makeOf(model).m.same < makeOf(plain.model).m.same - 0.05)
})

test('on records that were held back the learned model is less surprised than the start model', () => {
  const isHeld = (_: unknown, place: number) => place % 5 === 0
  const heldBack = careless.groups.filter(isHeld)
  const taught = [{ one: heldBack[0]!.asking, other: heldBack[0]!.candidates[0]!, same: true, weight: 1 }]
  const { model, recorded } = learned({
    ...careless,
    groups: careless.groups.filter((group, place) => !isHeld(group, place)),
  })
  const card = reportCard(START_MODEL, model, { heldBack, taught, entries: 200, recorded, thresholds: [0.1, 0.9] })
  assert.ok(card.likelihood.after > card.likelihood.before)
  assert.equal(card.records, 16)
  assert.equal(
    card.calibration.reduce((sum, { pairs }) => sum + pairs, 0),
    1,
  )
  const [wide, narrow] = card.thresholds
  assert.ok(wide!.recall! >= narrow!.recall! && narrow!.precision! >= wide!.precision!)
})

test('a model beside itself moves nothing; beside another each move is counted once and shown from its side', () => {
  const thresholds = { undecided: 0.1, same: 0.9 }
  const none = compareModels(from.model, from.model, careless.groups, 1_000, thresholds)
  assert.deepEqual([none.pairs, none.gained, none.lost], [400, [], []])
  const there = compareModels(START_MODEL, from.model, careless.groups, 100_000, thresholds)
  const back = compareModels(from.model, START_MODEL, careless.groups, 100_000, thresholds)
  for (const one of ['apart', 'undecided', 'same'] as const)
    for (const other of ['apart', 'undecided', 'same'] as const)
      assert.equal(there.moves[one][other], back.moves[other][one])
  assert.ok(there.gained.length + there.lost.length > 0)
})

test('shares sum to one, follow the counts, and the strength of what was believed', () => {
  const counts = fc.record({ a: fc.nat(1_000), b: fc.nat(1_000), c: fc.nat(1_000) })
  fc.assert(
    fc.property(counts, fc.double({ min: 1, max: 500, noNaN: true }), (given, strength) => {
      const believed = { a: 0.5, b: 0.3, c: 0.2 }
      const shares = shrunk(given, believed, strength)
      assert.ok(Math.abs(shares.a + shares.b + shares.c - 1) < 1e-5)
      const total = given.a + given.b + given.c
      const plain = total === 0 ? believed.a : given.a / total
      assert.ok(shares.a >= Math.min(plain, believed.a) - 0.002 && shares.a <= Math.max(plain, believed.a) + 0.002)
    }),
  )
})

const judgement = (stratum: string, at: number, asProposed: boolean, by = 'ana') => ({ stratum, at, asProposed, by })
const MINUTE = 60_000

test('a judged pair weighs by the inverse of its chance to be judged, one on average, and not without bound', () => {
  const slowly = (stratum: string, from: number, count: number) =>
    Array.from({ length: count }, (_, place) => judgement(stratum, (from + place) * MINUTE, false))
  const judged = [...slowly('sure', 0, 10), ...slowly('doubtful', 50, 40)]
  const weights = judgedWeights(
    judged,
    new Map([
      ['sure', 400],
      ['doubtful', 80],
    ]),
  )
  assert.ok(Math.abs(weights[0]! / weights[49]! - 20) < 1e-9)
  assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) / judged.length - 1) < 1e-9)
  const lone = judgedWeights([...judged, judgement('rare', 9e9, false)], new Map([['rare', 1e9]]))
  assert.equal(lone.at(-1), MOST_WEIGHT)
})

test('what repeats the model quicker than anybody looks teaches nothing; what contradicts it does', () => {
  const at = (place: number) => place * 1_000
  const bulk = Array.from({ length: MOST_A_MINUTE * 3 }, (_, place) => judgement('sure', at(place), true))
  const weights = judgedWeights([...bulk, judgement('sure', at(20), false)], new Map([['sure', 100]]))
  assert.deepEqual(
    weights.map((weight) => weight > 0),
    [...bulk.map(() => false), true],
  )
  const others = judgedWeights([judgement('sure', at(5), true, 'ben'), ...bulk], new Map([['sure', 100]]))
  assert.ok(others[0]! > 0)
})
