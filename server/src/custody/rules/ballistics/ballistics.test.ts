import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BALLISTIC_LEVELS } from '@proofmark/contract/custody-words'
import fc from 'fast-check'
import { ballisticClocks } from './clocks.ts'
import { comparisonFigures } from './figures.ts'
import { type Comparison, inferredWeapons, weaponOf } from './inferred-weapons.ts'
import { worthOf } from './referral-worth.ts'
import { countedLevel, type Result, standingOf, stateOf } from './result.ts'

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

const result: fc.Arbitrary<Result> = fc.record({
  id: fc.uuid(),
  says: fc.constantFrom(...BALLISTIC_LEVELS),
  examiner: fc.constantFrom('N. Aske', 'T. Orrey', 'U. Vinge'),
  verified: fc.boolean(),
  withdrawn: fc.boolean(),
})
const comparisons = fc
  .uniqueArray(fc.tuple(fc.nat(ITEMS.length - 1), fc.nat(ITEMS.length - 1), fc.array(result, { maxLength: 3 })), {
    selector: ([one, other]) => [one, other].sort().join(),
  })
  .map((drawn) =>
    drawn
      .filter(([one, other]) => one !== other)
      .map(([one, other, results]): Comparison & { results: Result[] } => {
        const [first, second] = [ITEMS[one]!, ITEMS[other]!].sort() as [string, string]
        return { first, second, results, level: standingOf(results) }
      }),
  )
const partition = (list: readonly Comparison[]) => inferredWeapons(ITEMS, list).map(({ items }) => items)

test('results of a comparison say the same in whatever order they arrive', () => {
  fc.assert(
    fc.property(fc.array(result, { maxLength: 6 }), fc.integer(), (results, turn) => {
      const turned = results.map((_, place) => results[(place + Math.abs(turn)) % results.length]!)
      assert.equal(standingOf(turned), standingOf(results))
      assert.equal(standingOf(results.toReversed()), standingOf(results))
    }),
  )
})

test('comparisons that arrive in any order infer the same weapons, each named by the item entered first', () => {
  fc.assert(
    fc.property(
      comparisons.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        assert.deepEqual(partition(shuffled), partition(list))
        for (const { items } of inferredWeapons(ITEMS, shuffled)) assert.deepEqual(items, items.toSorted())
      },
    ),
  )
})

test('a lead joins nothing, nor does a confirmation that nobody verified, nor one that is disputed', () => {
  fc.assert(
    fc.property(comparisons, (list) => {
      const joining = list.filter(({ level }) => level === 'hit')
      assert.deepEqual(partition(joining), partition(list))
      for (const { results } of joining) {
        assert.ok(results.some(({ says, verified, withdrawn }) => says === 'hit' && verified && !withdrawn))
        assert.ok(!results.some(({ says, withdrawn }) => says === 'excluded' && !withdrawn))
      }
    }),
  )
  assert.equal(countedLevel({ says: 'hit', verified: false }), 'lead')
  assert.equal(stateOf({ says: 'hit', verified: false, withdrawn: false }), 'waiting')
})

test('what a withdrawn hit alone had joined comes apart, and what others join stays together', () => {
  fc.assert(
    fc.property(comparisons, fc.nat(), (list, chosen) => {
      const hits = list.filter(({ level }) => level === 'hit')
      const taken = hits[chosen % Math.max(1, hits.length)]
      if (!taken) return
      const before = partition(list)
      const after = partition(list.filter((each) => each !== taken))
      assert.ok(after.length === before.length || after.length === before.length + 1)
      const [one, other] = [taken.first, taken.second].map(
        (item) =>
          weaponOf(
            inferredWeapons(
              ITEMS,
              list.filter((each) => each !== taken),
            ),
            item,
          )!,
      )
      if (after.length > before.length) assert.notEqual(one, other)
      // Whoever names an item still finds the weapon that fired it.
      for (const item of ITEMS) assert.ok(weaponOf(inferredWeapons(ITEMS, list), item)?.items.includes(item))
    }),
  )
})

test('two examiners who contradict each other leave a dispute that joins nothing and shows within a weapon', () => {
  const said = (says: Result['says'], verified = true): Result => ({
    ...{ id: says, says, verified, withdrawn: false },
    examiner: `of ${says}`,
  })
  assert.equal(standingOf([said('hit'), said('excluded')]), 'disputed')
  assert.equal(standingOf([{ ...said('hit'), withdrawn: true }, said('excluded')]), 'excluded')
  assert.equal(standingOf([said('lead'), said('hit')]), 'hit')
  assert.equal(standingOf([said('lead'), said('hit', false)]), 'lead')
  assert.equal(standingOf([said('lead'), said('inconclusive')]), 'inconclusive')
  assert.equal(standingOf([]), 'withdrawn')
  const [weapon] = inferredWeapons(
    ['a', 'b', 'c'],
    [
      { first: 'a', second: 'b', level: 'hit' },
      { first: 'b', second: 'c', level: 'hit' },
      { first: 'a', second: 'c', level: 'excluded' },
    ],
  )
  assert.deepEqual(weapon?.contradictions, [{ first: 'a', second: 'c', level: 'excluded' }])
})

test('clocks run from the step before, and what is not known to have happened is late once its day has passed', () => {
  const clocks = ballisticClocks({ recovered: '2026-03-01', submitted: '2026-03-02', lead: '2026-03-06' }, '2026-03-07')
  const by = Object.fromEntries(clocks.map(({ step, ...clock }) => [step, clock]))
  assert.deepEqual(by.submitted, { day: '2026-03-02', due: '2026-03-02', days: 1, late: false })
  assert.deepEqual(by.trace_requested, { day: null, due: '2026-03-02', days: null, late: true })
  assert.deepEqual(by.lead, { day: '2026-03-06', due: '2026-03-04', days: 4, late: true })
  assert.deepEqual(by.told, { day: null, due: '2026-03-08', days: null, late: false })
  assert.deepEqual(by.confirmed, { day: null, due: null, days: null, late: false })
  assert.ok(ballisticClocks({}, '2026-03-07').every(({ due, late }) => due === null && !late))
})

test('what was told and is withdrawn comes before everything, then what was confirmed, and leads after', () => {
  const today = '2026-03-10'
  const base = { told: null, hasOutcome: false, firearm: false, scenes: 1, latest: null, since: '2026-03-09' } as const
  const points = (more: Partial<Parameters<typeof worthOf>[0]>) =>
    worthOf({ ...base, level: 'hit', ...more }, today)?.points ?? null
  assert.deepEqual(worthOf({ ...base, level: 'withdrawn', told: 'hit' }, today), {
    points: 100,
    reasons: [{ reason: 'told_and_withdrawn', points: 100 }],
  })
  assert.ok(points({ told: 'lead' })! > points({})!)
  assert.ok(points({})! > points({ level: 'lead' })!)
  assert.ok(points({ level: 'lead', firearm: true, scenes: 3 })! > points({ level: 'lead' })!)
  assert.equal(points({ level: 'lead', told: 'hit' }), 100)
  for (const nothing of [{ told: 'hit' }, { hasOutcome: true }, { level: 'excluded' }, { level: 'withdrawn' }] as const)
    assert.equal(points(nothing), null)
})

test('a rate says how many leads were examined, and agreement how many comparisons two persons concluded of', () => {
  const said = (says: Result['says'], examiner = 'N. Aske'): Result => ({
    ...{ id: says, says, examiner, verified: true, withdrawn: false },
  })
  const figures = comparisonFigures([
    { results: [said('lead')], submitted: null, firstLead: '2026-03-02' },
    { results: [said('lead'), said('hit'), said('hit', 'T. Orrey')], submitted: '2026-03-01', firstLead: '2026-03-02' },
    { results: [said('lead'), said('excluded')], submitted: '2026-03-01', firstLead: '2026-03-05' },
    { results: [said('hit'), said('excluded', 'T. Orrey')], submitted: null, firstLead: null },
  ])
  assert.deepEqual(figures, {
    ...{ leads: 3, examined: 2, confirmed: 1, excluded: 1, inconclusive: 0, disputed: 0, confirmationRate: 0.5 },
    agreement: { of: 2, counted: 1 },
    leadDays: { median: 2.5, counted: 2, of: 3 },
  })
  assert.equal(comparisonFigures([]).confirmationRate, null)
})
