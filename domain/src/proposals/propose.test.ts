import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from '../arbitrary.test-helper.ts'
import { createVocabulary, NO_VOCABULARY, nameIn } from '../vocabulary.ts'
import { saidWords, VOCABULARY_FIELDS, type VocabularyField } from '../vocabulary-field.ts'
import { MeaningContext, type Surroundings, shapeOf } from './context.ts'
import { type ProposalGrounds, proposeMeanings } from './propose.ts'
import { soundOf, writtenOtherwise } from './written-otherwise.ts'

const NOTHING: ProposalGrounds = { vocabulary: NO_VOCABULARY, context: null, records: [] }
const proposed = (text: string, grounds = NOTHING, field: VocabularyField = 'make', make: string | null = null) =>
  proposeMeanings({ field, text, make }, grounds)
const first = (...asked: Parameters<typeof proposed>) => {
  const [best] = proposed(...asked)
  return best && [best.code ?? best.said, best.strength, best.reasons[0]?.reason]
}

describe('a text is proposed for what it is written like', () => {
  test('with letters that look or sound alike, cut short, or with something beside it', () => {
    assert.deepEqual(first('Vinchezterr')?.slice(0, 2), ['winchester', 'strong'])
    assert.deepEqual(first('schmaisser'), ['schmeisser', 'strong', 'spelling'])
    assert.deepEqual(first('companhia brqs'), ['cbc', 'strong', 'cut'])
    assert.deepEqual(first('pistola tauros pt'), ['taurus', 'fair', 'part'])
    assert.deepEqual(first('berettta92'), ['beretta', 'strong', 'run_together'])
  })

  test('for the make of a model that stands in its place, and for saying that there is none', () => {
    assert.deepEqual(first('PT92'), ['taurus', 'strong', 'is_model'])
    assert.deepEqual(first('fabricacion caser'), ['craft', 'strong', 'cut'])
    assert.deepEqual(first('supprimiddo', NOTHING, 'serial')?.[0], 'obliterated')
  })

  test('and a digit for another is another model', () => {
    const [best] = proposed('PT 9Z', NOTHING, 'model', 'taurus')
    assert.equal(best?.code, 'taurus/pt92')
    assert.notEqual(proposed('PT 71', NOTHING, 'model', 'taurus')[0]?.strength, 'strong')
  })

  test('or as the agency decided of a text like it', () => {
    const vocabulary = createVocabulary([
      {
        id: '1',
        field: 'make',
        stated: 'Zorbolini',
        make: null,
        code: 'own/zorbolini',
        said: null,
        name: 'Zorbolini',
        country: null,
      },
      { id: '2', field: 'make', stated: 'Quuxwerke AG', make: null, code: 'taurus', said: null },
    ])
    assert.deepEqual(first('ZORBOLNI', { ...NOTHING, vocabulary }), ['own/zorbolini', 'strong', 'spelling'])
    assert.equal(first('Quuxwerke A', { ...NOTHING, vocabulary })?.[0], 'taurus')
  })
})

describe('what stands beside a text', () => {
  const context = new MeaningContext()
  for (let at = 0; at < 200; at++) {
    context.add('glock', { calibre: '9x19', country: 'AT', shape: 'AAA999', model: `g${17 + (at % 5)}` })
    context.add('taurus', { calibre: '38_spl', country: 'BR', shape: 'AA99999', model: 'modelo85' })
    context.add('rossi', { calibre: '38_spl', country: 'BR', shape: 'A999999', model: 'modelo68' })
    for (const make of ['colt', 'ruger', 'beretta', 'walther', 'star', 'bersa'])
      context.add(make, { calibre: '45_acp', country: 'US', shape: '999999', model: `${make} ${at % 9}` })
  }
  const beside = (records: readonly Surroundings[]) => ({ ...NOTHING, context, records })

  test('leads to a make to which no letter leads, and says by what', () => {
    const records = Array.from({ length: 6 }, () => ({
      calibre: '38_spl',
      country: 'BR',
      shape: 'AA99999',
      model: 'modelo85',
    }))
    const [best] = proposed('qqq', beside(records))
    assert.equal(best?.code, 'taurus')
    const stated = best.reasons.flatMap((reason) => (reason.reason === 'others_state' ? [reason.stated.field] : []))
    assert.deepEqual(stated.slice(0, 2).sort(), ['model', 'shape'])
  })

  test('decides between two words that are as near', () => {
    const text = 'TSAS'
    const records = [{ model: 'zigana', country: 'TR' }]
    assert.equal(proposed(text, beside(records))[0]?.code, 'tisas')
  })

  test('weighs nothing where nothing is known, and is never unbounded', () => {
    assert.equal(context.weigh([]).size, 0)
    for (const { bits } of context.weigh([{ model: 'modelo85', shape: shapeOf('AB12345') }]).values())
      assert.ok(Math.abs(bits) <= 9)
  })
})

describe('any text', () => {
  test('gets at most five proposals, each of the field, the strong ones not behind the weak', () => {
    const rank = { strong: 0, fair: 1, weak: 2 }
    fc.assert(
      fc.property(fc.constantFrom(...VOCABULARY_FIELDS), anyText, (field, text) => {
        const make = field === 'model' ? 'taurus' : null
        const found = proposed(text, NOTHING, field, make)
        assert.ok(found.length <= 5)
        for (const { code, said } of found) {
          if (code !== null) assert.ok(field !== 'serial' && nameIn(NO_VOCABULARY, field, code, make) !== null)
          else assert.ok(saidWords(field).some((each) => each === said))
        }
        const ranks = found.map(({ strength }) => rank[strength])
        assert.deepEqual(ranks, [...ranks].sort())
      }),
      { numRuns: 40 },
    )
  })

  test('costs nothing to write as itself, and a sound is its own sound', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), (word) => {
        assert.equal(writtenOtherwise(word, word).whole, 0)
        assert.ok(soundOf(word).length <= word.length)
      }),
    )
  })
})
