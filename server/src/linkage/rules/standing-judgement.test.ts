import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type JudgementRow, judgedRows, standingJudgement } from './standing-judgement.ts'

const verdict = (number: number, word: JudgementRow['verdict'], rest: Partial<JudgementRow> = {}): JudgementRow => ({
  number: String(number),
  about: 'firearm',
  kind: 'verdict',
  verdict: word,
  component: null,
  ofNumber: null,
  needsSecond: false,
  judgedBy: 'ilse',
  bulk: null,
  ...rest,
})
const about = (number: number, of: number, kind: 'withdrawal' | 'second', judgedBy = 'jorun'): JudgementRow => ({
  ...verdict(number, null, { kind, ofNumber: String(of), judgedBy }),
})
const standing = (rows: readonly JudgementRow[]) => standingJudgement(rows)?.verdict ?? null

test('the verdict with the highest number counts, however the numbers are written', () => {
  assert.equal(standing([verdict(9, 'same'), verdict(10, 'different')]), 'different')
  assert.equal(standing([verdict(10, 'different'), verdict(9, 'same')]), 'different')
})

test('a withdrawal takes back one verdict, and what stood before it stands again', () => {
  const rows = [verdict(1, 'same'), verdict(2, 'different')]
  assert.equal(standing([...rows, about(3, 2, 'withdrawal')]), 'same')
  assert.equal(standing([...rows, about(3, 1, 'withdrawal')]), 'different')
  assert.equal(standing([...rows, about(3, 2, 'withdrawal'), about(4, 1, 'withdrawal')]), null)
})

test('a verdict that needs a second person waits, and what stood before it counts until another confirms', () => {
  const rows = [verdict(1, 'different'), verdict(2, 'same', { needsSecond: true })]
  assert.equal(standing(rows), 'different')
  assert.equal(standing([...rows, about(3, 2, 'second', 'ilse')]), 'different', 'one’s own second is none')
  assert.equal(standing([...rows, about(3, 2, 'second')]), 'same')
})

test('every verdict keeps its place in the story, with how it stands', () => {
  const rows = [verdict(1, 'same'), verdict(2, 'undecided'), verdict(3, 'different'), about(4, 3, 'withdrawal')]
  assert.deepEqual(
    judgedRows(rows).map(({ number, state }) => [number, state]),
    [
      ['3', 'withdrawn'],
      ['2', 'standing'],
      ['1', 'superseded'],
    ],
  )
})

test('at most one verdict counts, whatever was judged, withdrawn and confirmed, in whatever order it is read', () => {
  const anyRow = fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    of: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('verdict' as const, 'verdict' as const, 'withdrawal' as const, 'second' as const),
    word: fc.constantFrom('same' as const, 'different' as const, 'undecided' as const),
    needsSecond: fc.boolean(),
    by: fc.constantFrom('ilse', 'jorun'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(anyRow, { selector: ({ number }) => number }), (drawn) => {
      const rows = drawn.map(({ number, of, kind, word, needsSecond, by }) =>
        kind === 'verdict' ? verdict(number, word, { needsSecond, judgedBy: by }) : about(number, of, kind, by),
      )
      const judged = judgedRows(rows)
      assert.ok(judged.filter(({ state }) => state === 'standing').length <= 1)
      assert.deepEqual(judgedRows([...rows].reverse()), judged)
    }),
  )
})
