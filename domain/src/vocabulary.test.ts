import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { isCode, nameOfCode } from './codes.ts'
import { unreadTexts } from './curation.ts'
import type { StatedItem } from './item.ts'
import { readItem } from './read-item.ts'
import { suggestCodes } from './suggest-codes.ts'
import {
  createVocabulary,
  meaningFrom,
  NO_VOCABULARY,
  ownCode,
  type VocabularyDecision,
  vocabularyKey,
} from './vocabulary.ts'
import { saidWords, VOCABULARY_FIELDS, type VocabularyField } from './vocabulary-field.ts'

type Decided = Pick<VocabularyDecision, 'field' | 'stated'> & Partial<VocabularyDecision>

const vocabularyOf = (...decisions: Decided[]) =>
  createVocabulary(
    decisions.map((decision, at) => ({ id: String(at + 1), make: null, code: null, said: null, ...decision })),
  )

const readBy = (stated: StatedItem, ...decisions: Decided[]) => readItem(stated, vocabularyOf(...decisions))

describe('an agency’s vocabulary', () => {
  test('reads a text that no table knows, whatever its case, accents and blanks', () => {
    const { make } = readBy({ make: 'fábrica  QUUX' }, { field: 'make', stated: 'Fabrica Quux', code: 'taurus' })
    assert.deepEqual(make, { stated: 'fábrica  QUUX', code: 'taurus', name: 'Taurus', known: true, said: 'named' })
  })

  test('says that a text names nothing', () => {
    const { make, country } = readBy(
      { make: 'quux', country: 'quux' },
      { field: 'make', stated: 'quux', said: 'craft' },
      { field: 'country', stated: 'QUUX', said: 'none' },
    )
    assert.deepEqual([make.said, make.code, make.known], ['craft', null, true])
    assert.deepEqual([country.said, country.code, country.known], ['none', null, true])
    assert.equal(readBy({ make: 'quux' }, { field: 'make', stated: 'quux', said: 'craft' }).lethality, 'craft_produced')
  })

  test('never changes what a table says', () => {
    const stated = { make: 'Glock', model: 'G17', calibre: '9x19', type: 'Pistola', country: 'Austria', serial: 'S/N' }
    const decisions = [
      { field: 'make', stated: 'Glock', code: 'taurus' },
      { field: 'model', stated: 'G17', make: 'glock', code: 'glock/g22' },
      { field: 'calibre', stated: '9x19', said: 'none' },
      { field: 'type', stated: 'Pistola', code: 'rifle' },
      { field: 'country', stated: 'Austria', code: 'BR' },
      { field: 'serial', stated: 'S/N', said: 'obliterated' },
    ]
    assert.deepEqual(readBy(stated, ...decisions), readItem(stated))
  })

  test('a make that it knows leads to the model being read under it', () => {
    const stated = { make: 'Quuxwerke', model: 'G17' }
    assert.equal(readItem(stated).model.said, 'unread')
    assert.equal(readBy(stated, { field: 'make', stated: 'Quuxwerke', code: 'glock' }).model.code, 'glock/g17')
  })

  test('a model is known under its make alone', () => {
    const decision = { field: 'model', stated: 'Super Quux', make: 'glock', code: 'glock/g17' }
    assert.equal(readBy({ make: 'Glock', model: 'super-quux' }, decision).model.code, 'glock/g17')
    assert.equal(readBy({ make: 'Taurus', model: 'super-quux' }, decision).model.said, 'unread')
    assert.equal(readBy({ model: 'super-quux' }, decision).model.said, 'unread')
    assert.equal(isCode('model', 'glock/g17', 'glock'), true)
    assert.equal(isCode('model', 'glock/g17', 'taurus'), false)
    assert.equal(isCode('model', 'glock/g17'), false)
  })

  test('a type that it knows decides the category and what a bare calibre means', () => {
    const stated = { type: 'quuxbuss', calibre: '32' }
    assert.deepEqual([readItem(stated).category, readItem(stated).calibre.code], ['unknown', '32_or_bore'])
    const read = readBy(stated, { field: 'type', stated: 'quuxbuss', code: 'shotgun' })
    assert.deepEqual([read.category, read.calibre.code], ['firearm', 'bore_32'])
    assert.equal(readBy(stated, { field: 'type', stated: 'quuxbuss', code: 'ammunition' }).category, 'ammunition')
    assert.equal(readBy(stated, { field: 'type', stated: 'quuxbuss', code: 'craft' }).lethality, 'craft_produced')
  })

  test('an importer that was written as the make becomes the importer', () => {
    const read = readBy({ make: 'Quux Trading' }, { field: 'make', stated: 'quux trading', code: 'century_arms' })
    assert.deepEqual([read.make.code, read.make.said, read.importer.code], [null, 'not_recorded', 'century_arms'])
  })

  test('words in the serial’s field say a state of the mark, also beside a number on another part', () => {
    const words = { field: 'serial', stated: 'a curious remark', said: 'never_marked' }
    const { serial } = readBy({ serial: 'A curious remark' }, words)
    assert.deepEqual(
      [serial.state, serial.norm, serial.unread, serial.stated],
      ['never_marked', null, undefined, 'A curious remark'],
    )
    const { marks } = readBy({ serial: 'slide 47123; frame a curious remark' }, words)
    assert.deepEqual(
      marks.map(({ part, state, norm }) => [part, state, norm]),
      [
        ['frame', 'never_marked', null],
        ['slide', 'legible', '47123'],
      ],
    )
  })

  test('a calibre’s point matters to it as it does to the table', () => {
    assert.notEqual(vocabularyKey('calibre', '.499 quux'), vocabularyKey('calibre', '4.99 quux'))
    assert.notEqual(vocabularyKey('model', 'Quux Mark II'), vocabularyKey('model', 'Quux Mark III'))
  })

  test('a decision whose code the tables no longer have leaves its text unread, and revives none before it', () => {
    const gone = { field: 'make', stated: 'quux', code: 'a_make_that_is_gone' }
    assert.equal(readBy({ make: 'quux' }, gone).make.said, 'unread')
    assert.equal(readBy({ make: 'quux' }, { field: 'make', stated: 'quux', code: 'glock' }, gone).make.said, 'unread')
    assert.equal(vocabularyOf(gone).version, '1')
  })

  test('a text longer than any word waits for nobody and is not decided on', () => {
    const make = 'quux '.repeat(40)
    assert.deepEqual(unreadTexts(readItem({ make, serial: 'a curious remark of no number '.repeat(6) })), [])
    assert.equal(readBy({ make }, { field: 'make', stated: make, code: 'glock' }).make.said, 'unread')
  })
})

describe('decisions', () => {
  const codes = {
    make: ['taurus', 'glock', 'century_arms'],
    importer: ['taurus', 'century_arms'],
    model: ['glock/g17', 'glock/g22'],
    calibre: ['9x19', 'bore_12'],
    type: ['pistol', 'shotgun', 'craft', 'ammunition'],
    country: ['BR', 'AT'],
    serial: [],
  } as const
  const text = fc.oneof(fc.constantFrom('quux', 'Quux Ltd', 'QUÚX  ltd', 'super quux'), anyText)
  type Draft = Omit<VocabularyDecision, 'id'>
  const decisionOn = (field: VocabularyField): fc.Arbitrary<Draft> =>
    fc
      .tuple(
        text,
        fc.oneof(
          fc.constantFrom(...saidWords(field)).map((said) => ({ code: null, said })),
          fc.constantFrom(...codes[field], null).map((code) => ({ code, said: code === null ? 'not_recorded' : null })),
        ),
      )
      .map(([stated, meaning]) => ({ field, stated, make: field === 'model' ? 'glock' : null, ...meaning }))
  const decision = fc.constantFrom(...VOCABULARY_FIELDS).chain(decisionOn)
  const keyOf = ({ field, stated }: Draft) => `${field} ${vocabularyKey(field as VocabularyField, stated)}`
  const itemOf = (decisions: readonly Draft[]): StatedItem => ({
    make: 'Glock',
    ...Object.fromEntries(decisions.map(({ field, stated }) => [field, stated])),
  })
  const numbered = (decisions: readonly Draft[]) =>
    createVocabulary(decisions.map((each, at) => ({ ...each, id: String(at + 1) })))

  test('withdrawing one gives back the reading of before', () => {
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 8 }), (drafts) => {
        const item = itemOf(drafts)
        const last = drafts.at(-1)!
        const others = drafts.filter((each) => keyOf(each) !== keyOf(last))
        const withdrawn = [...drafts, { ...last, code: null, said: null }]
        assert.deepEqual(readItem(item, numbered(withdrawn)), readItem(item, numbered(others)))
      }),
    )
  })

  test('on different texts may be made in any order', () => {
    const different = fc.uniqueArray(decision, { maxLength: 8, selector: keyOf })
    fc.assert(
      fc.property(different, (drafts) => {
        const item = itemOf(drafts)
        const there = numbered(drafts)
        const back = numbered(drafts.toReversed())
        assert.deepEqual(readItem(item, there), readItem(item, back))
        assert.equal(there.version, back.version)
      }),
    )
  })

  test('only ever change what was unread', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 6 }), (drafts) => {
        const item = itemOf(drafts)
        const before = readItem(item)
        const after = readItem(item, numbered(drafts))
        for (const field of ['make', 'importer', 'country', 'type'] as const)
          if (before[field].said !== 'unread' && before[field].said !== 'not_recorded')
            assert.deepEqual(after[field], before[field])
        assert.equal(after.serial.norm, before.serial.norm)
      }),
    )
  })

  test('none at all is the vocabulary that says nothing', () => {
    assert.deepEqual(createVocabulary([]), NO_VOCABULARY)
  })

  test('are of a code of the field’s table or of the words that may be said of it, and never of both', () => {
    const meaning = (field: VocabularyField, code: string | null, said: string | null) =>
      meaningFrom(field, { code, said }, null)
    assert.deepEqual(meaning('make', 'glock', null), { code: 'glock' })
    assert.deepEqual(meaning('make', null, 'craft'), { said: 'craft' })
    for (const [field, code, said] of [
      ['make', 'Glock', null],
      ['make', 'glock', 'none'],
      ['make', null, null],
      ['type', null, 'craft'],
      ['serial', null, 'legible'],
      ['serial', 'glock', null],
      ['country', 'constructor', null],
    ] as const)
      assert.equal(meaning(field, code, said), null, `${field} ${code} ${said}`)
  })
})

describe('codes that a text may mean', () => {
  test('are those whose words are near, the nearest first', () => {
    assert.deepEqual(suggestCodes('make', 'smth weson')[0], { code: 'smith_wesson', name: 'Smith & Wesson' })
    assert.deepEqual(suggestCodes('type', 'pistolla of sorts')[0], { code: 'pistol', name: 'pistol' })
    assert.deepEqual(suggestCodes('country', 'Brasill')[0], { code: 'BR', name: 'Brazil' })
    assert.equal(suggestCodes('model', 'G177', 'glock')[0]?.code, 'glock/g17')
  })

  test('are few, and codes of the field’s table; none where nothing is near', () => {
    assert.deepEqual(suggestCodes('make', 'zzzzzzzzzzzz'), [])
    assert.deepEqual(suggestCodes('model', 'G17'), [])
    fc.assert(
      fc.property(anyText, fc.constantFrom('make', 'calibre', 'type', 'country'), (text, field) => {
        const suggested = suggestCodes(field, text)
        assert.ok(suggested.length <= 5)
        for (const { code, name } of suggested) assert.equal(nameOfCode(field, code), name)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a name that no table has', () => {
  const zorbo = { field: 'make', stated: 'Zorbo', code: 'own/zorbo', name: 'Zorbo', country: 'XA' }

  test('is a code of the agency’s own, under which models are known and to which other texts lead', () => {
    const x1 = { field: 'model', stated: 'X-1', make: 'own/zorbo', code: 'own/zorbo/x1', name: 'X1' }
    const other = { field: 'make', stated: 'Zorbo Werke', code: 'own/zorbo' }
    const read = readBy({ make: 'ZORBO werke', model: 'x1' }, other, zorbo, x1)
    assert.deepEqual([read.make.code, read.make.name, read.make.said], ['own/zorbo', 'Zorbo', 'named'])
    assert.deepEqual([read.model.code, read.model.name], ['own/zorbo/x1', 'X1'])
  })

  test('goes with the decision that brought it, and with it what led to it', () => {
    const gone = { field: 'make', stated: 'zorbo' }
    assert.equal(
      readBy({ make: 'Zorbo Werke' }, zorbo, { ...zorbo, stated: 'Zorbo Werke', name: null }, gone).make.said,
      'unread',
    )
  })

  test('has a code that follows from the name alone, and no other is believed', () => {
    assert.equal(ownCode('make', 'ZÓRBO & Co', null), 'own/zorboco')
    assert.equal(ownCode('model', 'Mark II', 'glock'), 'glock/mark2')
    assert.equal(ownCode('make', '—', null), null)
    assert.equal(readBy({ make: 'Zorbo' }, { ...zorbo, code: 'own/other' }).make.said, 'unread')
  })
})

test('what is no make at all is read as none recorded, and stays as stated', () => {
  for (const said of ['rubbish', 'a_person', 'a_model']) {
    const { make } = readBy({ make: 'quux' }, { field: 'make', stated: 'quux', said })
    assert.deepEqual([make.stated, make.said, make.code], ['quux', 'not_recorded', null])
  }
})
