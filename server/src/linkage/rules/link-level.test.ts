import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { confirmersOf, linkLevel, lowerLevel } from './link-level.ts'
import type { JudgementRow } from './standing-judgement.ts'

const said = (
  number: number,
  judgedBy: string,
  verdict: JudgementRow['verdict'],
  rest: Partial<JudgementRow> = {},
) => ({
  number: String(number),
  about: 'firearm' as const,
  kind: 'verdict' as const,
  verdict,
  component: null,
  ofNumber: null,
  needsSecond: false,
  judgedBy,
  bulk: null,
  ...rest,
})
const about = (number: number, judgedBy: string, kind: 'second' | 'withdrawal', of: number) =>
  said(number, judgedBy, null, { kind, ofNumber: String(of) })

test('a model’s link is a lead, one person’s may enter a trace, two persons’ a court document', () => {
  assert.equal(linkLevel([]), 'lead')
  assert.equal(linkLevel([said(1, 'ilse', 'same')]), 'named')
  assert.equal(linkLevel([said(1, 'ilse', 'same'), said(2, 'jorun', 'same')]), 'court')
  assert.equal(linkLevel([said(1, 'ilse', 'same', { needsSecond: true }), about(2, 'jorun', 'second', 1)]), 'court')
  assert.equal(linkLevel([said(1, 'ilse', 'same', { needsSecond: true })]), 'lead', 'it waits, and so does not stand')
})

test('one person twice is one person, and nobody confirms what they took back or judged otherwise since', () => {
  assert.equal(linkLevel([said(1, 'ilse', 'same'), said(2, 'ilse', 'same')]), 'named')
  const two = [said(1, 'ilse', 'same'), said(2, 'jorun', 'same')]
  assert.equal(linkLevel([...two, about(3, 'ilse', 'withdrawal', 1)]), 'named')
  assert.equal(linkLevel([...two, said(3, 'ilse', 'different')]), 'lead')
  assert.equal(linkLevel([...two, said(3, 'ilse', 'different'), said(4, 'jorun', 'same')]), 'named')
})

test('who decided over many pairs at once has looked at none of them', () => {
  const many = { bulk: 'many' }
  assert.equal(linkLevel([said(1, 'ilse', 'same', many)]), 'named')
  assert.equal(linkLevel([said(1, 'ilse', 'same', many), said(2, 'jorun', 'same')]), 'named')
  assert.equal(linkLevel([said(1, 'ilse', 'same'), said(2, 'jorun', 'same'), said(3, 'ilse', 'same', many)]), 'court')
})

const PEOPLE = ['ilse', 'jorun', 'teodor'] as const
const history = fc.array(
  fc.record({
    judgedBy: fc.constantFrom(...PEOPLE),
    verdict: fc.constantFrom('same' as const, 'different' as const, 'undecided' as const),
    bulk: fc.constantFrom(null, 'many'),
  }),
  { maxLength: 8 },
)

test('the level is the same in whatever order the judgements are read, and never rises by a withdrawal', () => {
  fc.assert(
    fc.property(history, fc.nat(7), (told, at) => {
      const rows = told.map(({ judgedBy, verdict, bulk }, place) => said(place + 1, judgedBy, verdict, { bulk }))
      const level = linkLevel(rows)
      assert.equal(linkLevel(rows.toReversed()), level)
      const taken = rows[at]
      if (!taken || taken.verdict !== rows.at(-1)?.verdict || rows.some(({ verdict }) => verdict !== taken.verdict))
        return
      const after = linkLevel([...rows, about(99, taken.judgedBy, 'withdrawal', at + 1)])
      assert.equal(lowerLevel(level, after), after)
      assert.ok(confirmersOf(rows).every(({ bulk }) => bulk === null))
    }),
  )
})
