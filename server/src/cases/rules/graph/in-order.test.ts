import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STANDINGS } from '@proofmark/contract/case-words'
import fc from 'fast-check'
import { earliestFollowing, pathsInOrder } from './in-order.ts'
import { type Step, weightOf } from './paths.ts'
import { otherEnd, type Tied, tied } from './tied.ts'

const NODES = Array.from({ length: 5 }, (_, at) => `case:${at}`)
const DAYS = ['2021-01-01', '2021-01-02', '2021-01-03', '2021-01-04']
const anyPeriod = fc
  .tuple(fc.option(fc.constantFrom(...DAYS)), fc.option(fc.constantFrom(...DAYS)))
  .map(([one, other]) =>
    one !== null && other !== null && one > other ? { fromDay: other, toDay: one } : { fromDay: one, toDay: other },
  )
const anyTies = fc
  .array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(...STANDINGS), anyPeriod), { maxLength: 9 })
  .map((list) =>
    list.flatMap(([from, to, kind, period], at): Tied[] =>
      from === to
        ? []
        : [tied({ id: `t${at}`, from: NODES[from]!, to: NODES[to]!, relation: 'related_to', kind }, period)],
    ),
  )

/** Can days be chosen, each within its period, that do not go back? By trying all of them. */
function canBeInOrder(periods: readonly Pick<Tied, 'fromDay' | 'toDay'>[], at = 0, after = 0): boolean {
  const period = periods[at]
  if (!period) return true
  return DAYS.some(
    (day, place) =>
      place >= after &&
      (period.fromDay === null || period.fromDay <= day) &&
      (period.toDay === null || day <= period.toDay) &&
      canBeInOrder(periods, at + 1, place),
  )
}

/** The best weight of each way along different nodes, by trying every tie and every day. */
function allInOrder(ties: readonly Tied[], from: string, to: string, longest: number): Map<string, number> {
  const found = new Map<string, number>()
  const follow = (trail: readonly string[], steps: readonly Step[]): void => {
    const here = trail.at(-1)!
    if (here === to) {
      const name = trail.join(' ')
      if (canBeInOrder(steps.map(({ tie }) => tie))) found.set(name, Math.max(found.get(name) ?? 0, weightOf(steps)))
      return
    }
    if (steps.length === longest) return
    for (const tie of ties.filter((each) => each.from === here || each.to === here)) {
      const end = otherEnd(tie, here)
      if (!trail.includes(end)) follow([...trail, end], [...steps, { from: here, to: end, tie }])
    }
  }
  follow([from], [])
  return found
}

test('paths in order are all for which days can be chosen that do not go back, each by its best evidenced ties', () => {
  fc.assert(
    fc.property(anyTies, fc.integer({ min: 1, max: 4 }), (ties, longest) => {
      const [from, to] = [NODES[0]!, NODES[1]!]
      const search = { from, to, longest, left: () => 1 }
      const { paths, cut } = pathsInOrder(ties, search)
      assert.equal(cut, false)
      const named = paths.map(
        ({ steps, weight }) => [[from, ...steps.map((step) => step.to)].join(' '), weight] as const,
      )
      assert.deepEqual(named.toSorted(), [...allInOrder(ties, from, to, longest)].toSorted())
      for (const { steps } of paths) assert.ok(canBeInOrder(steps.map(({ tie }) => tie)))
      assert.deepEqual(pathsInOrder([...ties].reverse(), search).paths, paths)
    }),
    { numRuns: 300 },
  )
})

test('an open side of a period fits, a day that is not known moves nothing, and what had ended does not follow', () => {
  const follows = (after: string, fromDay: string | null, toDay: string | null) =>
    earliestFollowing(after, { fromDay, toDay })
  assert.equal(follows('2021-01-03', '2021-01-01', null), '2021-01-03')
  assert.equal(follows('2021-01-03', null, '2021-01-02'), null)
  assert.equal(follows('2021-01-03', null, null), '2021-01-03')
  assert.equal(follows('', null, '2021-01-02'), '')
  assert.equal(follows('2021-01-03', '2021-01-03', '2021-01-03'), '2021-01-03', 'on the same day it may have followed')
})
