import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText, plainNorm } from './arbitrary.test-helper.ts'
import { expansions } from './serial-characters.ts'
import {
  formatPattern,
  matchesPattern,
  type PatternProblemId,
  parsePattern,
  type SerialPattern,
} from './serial-pattern.ts'

function pattern(typed: string): SerialPattern {
  const read = parsePattern(typed)
  assert.ok(read.ok, `${typed} is a pattern`)
  return read.pattern
}

describe('what an analyst types', () => {
  test('lost characters, runs and doubts', () => {
    assert.equal(formatPattern(pattern('12 [8b] 45-?*')), '12[8B]45?*')
    assert.equal(expansions(pattern('12[8B]45?').characters), 72)
    assert.equal(pattern('~A47').bySkeleton, true)
  })

  const problems: readonly (readonly [string, PatternProblemId, number])[] = [
    ['', 'pattern_empty', 0],
    ['??*', 'pattern_empty', 0],
    ['12[8B', 'pattern_bracket_open', 2],
    ['12[8[B]', 'pattern_bracket_open', 4],
    ['128B]4', 'pattern_bracket_close', 4],
    ['12[]4', 'pattern_bracket_empty', 2],
    ['1[ABCDEFGHI]', 'pattern_bracket_long', 1],
    ['12[8?]4', 'pattern_character', 4],
    ['12%4', 'pattern_character', 2],
    ['A~47', 'pattern_tilde', 1],
    ['A'.repeat(65), 'pattern_too_long', 64],
  ]
  for (const [typed, id, position] of problems) {
    test(`${JSON.stringify(typed.slice(0, 20))} is refused: ${id} at ${position}`, () => {
      const read = parsePattern(typed)
      assert.ok(!read.ok)
      assert.deepEqual([read.problem.id, read.problem.position], [id, position])
      assert.notEqual(read.problem.accepted, '')
    })
  }

  test('a written pattern is read back the same', () => {
    const part = fc.oneof(
      fc.constantFrom('?', '*', ...'ABCXYZ0189'),
      fc
        .uniqueArray(fc.constantFrom(...'ABCXYZ0189'), { minLength: 2, maxLength: 5 })
        .map((readings) => `[${readings.join('')}]`),
    )
    const typed = fc.tuple(fc.constantFrom('', '~'), fc.array(part, { maxLength: 8 }), fc.constantFrom('A', '7'))
    fc.assert(
      fc.property(typed, ([tilde, parts, last]) => {
        const first = pattern(tilde + parts.join('') + last)
        assert.deepEqual(pattern(formatPattern(first)), first)
      }),
    )
  })

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(anyText, (typed) => void parsePattern(typed)),
      { numRuns: 2_000 },
    )
  })
})

describe('what a pattern finds', () => {
  test('one lost character, a run of any length, either reading of a doubt', () => {
    assert.ok(matchesPattern(pattern('47?23'), '47123'))
    assert.ok(!matchesPattern(pattern('47?23'), '4723'))
    assert.ok(matchesPattern(pattern('47*'), '47'))
    assert.ok(matchesPattern(pattern('*23'), '47123'))
    assert.ok(matchesPattern(pattern('12[8B]4'), '12B4'))
    assert.ok(!matchesPattern(pattern('12[8B]4'), '1234'))
  })

  test('with ~ confusable characters are equal, without it they are not', () => {
    assert.ok(matchesPattern(pattern('~AB10'), 'A8IO'))
    assert.ok(!matchesPattern(pattern('AB10'), 'A8IO'))
  })

  test('a serial that is itself known in part may be the one', () => {
    assert.ok(matchesPattern(pattern('47123'), '47?23'))
    assert.ok(matchesPattern(pattern('47123'), '4*'))
  })

  test('every serial matches itself, and itself with one character lost', () => {
    fc.assert(
      fc.property(plainNorm, fc.nat(), (text, at) => {
        const index = at % text.length
        assert.ok(matchesPattern(pattern(text), text))
        const lost = `${text.slice(0, index)}?${text.slice(index + 1)}`
        if (/[A-Z0-9]/.test(lost)) assert.ok(matchesPattern(pattern(lost), text))
      }),
    )
  })
})
