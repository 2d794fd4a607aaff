import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { ACTIONS, OTHER_GOODS, TYPES } from './lexicons/types.ts'
import { readType } from './type.ts'
import { sizeOfType, typeDistance, typeSpecificity } from './type-distance.ts'

const codeOf = (stated: string) => readType(stated).type.code

describe('words for types', () => {
  for (const [code, all] of Object.entries({
    revolver: ['Revolver', 'REVÓLVER', 'револьвер', 'револвер', 'مسدس دوار', 'PR'],
    pistol: [
      'Pistola',
      'pistolet',
      'Pistole',
      'pištolj',
      'пиштољ',
      'пистолет',
      'Garrucha',
      'Garruchão',
      'PI',
      'Pistola Taurus',
    ],
    shotgun: ['Espingarda', 'Cartucheira', 'escopeta', 'Flinte', 'сачмарица', 'дробовик', 'بندقية صيد', 'SP'],
    rifle: ['Fuzil', 'rifle', 'fusil', 'Gewehr', 'puška', 'винтовка', 'بندقية', 'RB'],
    carbine: ['Carabina', 'carabine', 'Karabiner', 'карабин'],
    submachine_gun: ['Submetralhadora', 'subfusil', 'Maschinenpistole', 'pistolet-mitrailleur'],
    machine_gun: ['Metralhadora', 'ametralladora', 'mitrailleuse', 'Maschinengewehr', 'митраљез', 'пулемёт', 'رشاش'],
    assault_rifle: ['assault rifle', 'Sturmgewehr', 'автомат', 'аутоматска пушка'],
    craft: ['Arma de Fogo Artesanal', 'caseira', 'Eigenbau', 'самопал', 'سلاح محلي الصنع'],
    air_weapon: ['carabina de pressão', 'Luftgewehr', 'vazdušna puška'],
    alarm_signal: ['pistola de alarme', 'Schreckschusswaffe', 'стартовый пистолет'],
    other: ['Outros', 'other'],
    imitation: ['Simulacro', 'replica'],
    blade: ['Arma Branca'],
    protective: ['Colete'],
  })) {
    for (const stated of all) test(`${stated} is ${code}`, () => assert.equal(codeOf(stated), code))
  }

  test('a word says the action where it can', () => {
    assert.equal(readType('Revolver').action.code, 'revolver')
    assert.equal(readType('pump action shotgun').action.code, 'pump')
    assert.equal(readType('Rifle bolt action').action.code, 'bolt')
    assert.equal(readType('PI').action.code, 'semi_auto')
    assert.equal(readType('Pistola').action.code, null)
  })

  test('a word says where the lethality comes from', () => {
    assert.equal(readType('arma artesanal').lethality, 'craft_produced')
    assert.equal(readType('arma artesanal').type.said, 'craft')
    assert.equal(readType('pistola convertida').lethality, 'converted')
    assert.equal(readType('pistola artesanal').lethality, 'craft_produced')
    assert.equal(readType('deactivated').lethality, 'deactivated')
    assert.equal(readType('Pistola').lethality, 'unknown')
  })

  test('things that are no firearm are told apart', () => {
    assert.equal(readType('munição').category, 'ammunition')
    assert.equal(readType('silencer').category, 'component')
    assert.equal(readType('faca').category, 'other')
    assert.equal(readType('Outros').category, 'unknown')
    assert.equal(readType('Fuzil').category, 'firearm')
  })

  test('a make in the type’s field is unread', () => {
    assert.equal(readType('ASTRA 3000').type.said, 'unread')
  })
})

describe('distances in the typology', () => {
  test('a step to a broader word is a quarter, a neighbour a half', () => {
    assert.equal(typeDistance('pistol', 'pistol'), 0)
    assert.equal(typeDistance('handgun', 'pistol'), 0.25)
    assert.equal(typeDistance('long_gun', 'assault_rifle'), 0.5)
    assert.equal(typeDistance('pistol', 'revolver'), 0.5)
    assert.equal(typeDistance('machine_pistol', 'pistol'), 0.5)
    assert.equal(typeDistance('pistol', 'rifle'), 1)
    assert.equal(typeDistance('pistol', 'other'), 0.5)
  })

  test('are symmetric, and zero only for the same', () => {
    const code = fc.constantFrom(...Object.keys(TYPES), ...Object.keys(OTHER_GOODS))
    fc.assert(
      fc.property(code, code, (a, b) => {
        assert.equal(typeDistance(a, b), typeDistance(b, a))
        assert.equal(typeDistance(a, b) === 0, a === b)
      }),
    )
  })

  test('a narrower word is more specific', () => {
    assert.ok(typeSpecificity('assault_rifle') > typeSpecificity('rifle'))
    assert.ok(typeSpecificity('pistol') > typeSpecificity('handgun'))
    assert.equal(typeSpecificity('other'), 0)
    assert.equal(typeSpecificity('constructor'), 0)
  })

  test('a type says how the arm is held', () => {
    assert.deepEqual(['pistol', 'shotgun', 'mortar', 'other', null].map(sizeOfType), [
      'handgun',
      'long',
      'launcher',
      null,
      null,
    ])
  })
})

test('every code of the tables reads as itself', () => {
  for (const code of Object.keys(TYPES)) assert.equal(codeOf(code), code)
  for (const code of Object.keys(OTHER_GOODS)) assert.equal(codeOf(code), code)
})

test('any text is read, known or not', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const { type, action } = readType(stated)
      assert.equal(type.stated, stated)
      assert.ok(action.code === null || Object.hasOwn(ACTIONS, action.code))
      assert.ok(type.code === null || Object.hasOwn(TYPES, type.code) || Object.hasOwn(OTHER_GOODS, type.code))
    }),
    { numRuns: 2_000 },
  )
})
