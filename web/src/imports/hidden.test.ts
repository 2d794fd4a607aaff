import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import fc from 'fast-check'
import { visiblePieces } from './hidden.ts'

test('a character that turns round what follows it is shown by its code', () => {
  assert.deepEqual(visiblePieces('AB1\u202E 7719'), [{ text: 'AB1' }, { code: 'U+202E' }, { text: ' 7719' }])
  assert.deepEqual(visiblePieces('\t\u00A0\u200B'), [{ code: 'U+0009' }, { code: 'U+00A0' }, { code: 'U+200B' }])
})

test('what can be seen stays as it is, in any script', () => {
  for (const text of ['Glock 17', 'ТКР 1048', 'مسدس ٩', 'é è', '9×19'])
    assert.deepEqual(visiblePieces(text), [{ text }])
  assert.deepEqual(visiblePieces(''), [])
})

test('nothing is lost and nothing hidden is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: CODE_POINT }), (text) => {
      const pieces = visiblePieces(text)
      const whole = pieces.map((piece) =>
        'text' in piece ? piece.text : String.fromCodePoint(Number.parseInt(piece.code.slice(2), 16)),
      )
      assert.equal(whole.join(''), text)
      assert.ok(pieces.every((piece) => !('text' in piece) || !/[\p{Cf}\p{Cc}]/u.test(piece.text)))
    }),
  )
})
