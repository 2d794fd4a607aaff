import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Match } from '@proofmark/contract/schemas/judgement'
import fc from 'fast-check'
import { keepOrder } from './order.ts'
import { standingOf, verdictsFor } from './standing.ts'

const match = (part: Partial<Match>): Match =>
  ({ record: 'one', relation: 'same', together: true, verdict: 'same', by: 'model', ...part }) as Match

const anyMatch = fc.record({
  record: fc.uuid(),
  relation: fc.constantFrom('same', 'component', 'same-lot'),
  together: fc.boolean(),
  verdict: fc.constantFrom('same', 'different', 'undecided', 'component-of', 'same-lot', null),
})
const anyMatches = fc
  .uniqueArray(anyMatch, { selector: ({ record }) => record, maxLength: 20 })
  .map((all) => all.map(match))

test('what is of the firearm comes first, what was judged not to be last', () => {
  const shown = keepOrder(
    [],
    [
      match({ record: 'not', verdict: 'different', together: false }),
      match({ record: 'part', relation: 'component', verdict: 'component-of', together: false }),
      match({ record: 'perhaps', verdict: 'undecided', together: false }),
      match({ record: 'of it' }),
    ],
  )
  assert.deepEqual(
    shown.map(({ record }) => record),
    ['of it', 'perhaps', 'part', 'not'],
  )
})

test('no row moves away whatever was judged meanwhile, and new ones come last', () => {
  fc.assert(
    fc.property(anyMatches, anyMatches, (before, after) => {
      const known = keepOrder([], before)
      const judged = known.map((each) => ({ ...each, verdict: 'different' as const, together: false }))
      const fresh = after.filter(({ record }) => known.every((each) => each.record !== record))
      const shown = keepOrder(known, [...fresh, ...judged]).map(({ record }) => record)
      assert.deepEqual(
        shown.slice(0, known.length),
        known.map(({ record }) => record),
      )
      assert.deepEqual(new Set(shown.slice(known.length)), new Set(fresh.map(({ record }) => record)))
    }),
  )
})

test('what a match is to the firearm is one thing of seven', () => {
  const none = new Set<string>()
  assert.equal(standingOf(match({}), none), 'together')
  assert.equal(standingOf(match({ verdict: 'undecided' }), none), 'through')
  assert.equal(standingOf(match({ together: false, verdict: 'undecided' }), none), 'apart')
  assert.equal(standingOf(match({ together: false, verdict: 'undecided' }), new Set(['one'])), 'twice')
  assert.equal(standingOf(match({ relation: 'component', together: false }), none), 'component')
  assert.equal(standingOf(match({ relation: 'same-lot', together: false }), none), 'lot')
  assert.equal(standingOf(match({ relation: 'component', verdict: 'different' }), none), 'different')
})

test('a person’s own verdict is not offered again, and a model’s can be confirmed', () => {
  assert.deepEqual(verdictsFor(match({})), ['different', 'same', 'undecided'])
  assert.deepEqual(verdictsFor(match({ by: 'person' })), ['different', 'undecided'])
  assert.deepEqual(verdictsFor(match({ relation: 'component', verdict: 'component-of' })), [
    'different',
    'component-of',
    'undecided',
  ])
})
