import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText, plainNorm } from './arbitrary.test-helper.ts'
import { SKELETON } from './confusables.ts'
import { norm, scriptOf, skeleton } from './serial-norm.ts'

describe('norm', () => {
  test('takes separators and labels away and keeps the rest', () => {
    assert.equal(norm('ab-1o23 5'), 'AB1O235')
    for (const stated of [
      'No. 47123',
      'nº 47123',
      '№47123',
      'S/N: 47123',
      'Serial number 47123',
      'Nr.47123',
      'бр. 47123',
      'رقم 47123',
      'nº de série 47123',
      '#47123',
    ]) {
      assert.match(norm(stated), /47123$/, stated)
    }
    assert.equal(norm('No. NO 47123'), '47123')
    assert.equal(norm('SN47123'), 'SN47123')
  })

  test('never turns O into 0 and keeps leading zeros', () => {
    assert.equal(norm('OO0012'), 'OO0012')
    fc.assert(fc.property(plainNorm, (text) => assert.equal(norm(text).split('O').length, text.split('O').length)))
  })

  test('reads full-width letters, other digits and look-alikes', () => {
    assert.equal(norm('ＡＢ１２'), 'AB12')
    assert.equal(norm('۴۷۱'), '471')
    assert.equal(norm('Ø12'), 'O12')
    assert.equal(norm('Č-12'), 'C12')
    assert.equal(norm('ⅩⅡ-5'), 'XII5')
    assert.equal(norm('4|7'), '4I7')
  })

  test('an unmatched or wordy bracket is a separator', () => {
    assert.equal(norm('12[8B'), '128B')
    assert.equal(norm('[47123]'), '47123')
    assert.equal(norm('4[ABCDEF]1'), '4ABCDEF1')
    assert.equal(norm('4[88]1'), '481')
  })

  test('is idempotent on any text', () => {
    fc.assert(
      fc.property(anyText, (stated) => {
        const once = norm(stated)
        assert.equal(norm(once), once)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('skeleton', () => {
  test('is a partition: no character belongs to two classes, and each class keeps to itself', () => {
    const members = SKELETON.flatMap(([, all]) => [...all])
    assert.equal(new Set(members).size, members.length)
    for (const [representative, all] of SKELETON) {
      assert.ok(all.includes(representative))
      for (const member of all) assert.equal(skeleton(member), representative)
    }
  })

  test('does not fold D into 0, nor the weaker pairs', () => {
    assert.notEqual(skeleton('D'), skeleton('0'))
    for (const [a, b] of ['17', '9P', 'CG', 'UV', 'MW', '69']) assert.notEqual(skeleton(a!), skeleton(b!))
  })

  test('is idempotent, keeps the length and is stable under confusions', () => {
    const confused = fc.tuple(plainNorm, fc.array(fc.nat(), { maxLength: 10 })).map(([text, picks]) => {
      const other = [...text].map((one, i) => {
        const members = SKELETON.find(([, all]) => all.includes(one))?.[1]
        return members && picks[i] !== undefined ? [...members][picks[i]! % members.length]! : one
      })
      return [text, other.join('')] as const
    })
    fc.assert(
      fc.property(confused, ([text, other]) => {
        assert.equal(skeleton(text), skeleton(other))
        assert.equal(skeleton(skeleton(text)), skeleton(text))
        assert.equal(skeleton(text).length, text.length)
      }),
    )
  })

  test('a doubt between confusable characters becomes clear', () => {
    assert.equal(skeleton('12[8B]4'), '1284')
    assert.equal(skeleton('1[8BO]4'), '1[80]4')
  })
})

test('the script of a text is that of its letters', () => {
  assert.equal(scriptOf('AB12'), 'latin')
  assert.equal(scriptOf('4711'), 'none')
  assert.equal(scriptOf('Ж4711'), 'cyrillic')
  assert.equal(scriptOf('Ω4711'), 'greek')
  assert.equal(scriptOf('ب4711'), 'arabic')
  assert.equal(scriptOf('AЖ4711'), 'mixed')
})
