import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foldKey } from '../../../domain/src/fold.ts'
import { CALIBRES } from '../../../domain/src/lexicons/calibres.ts'
import { readMake } from '../../../domain/src/make.ts'
import { chancesFrom } from '../../../server/src/demonstration/random.ts'
import { calibreSynonym, registeredCalibre } from './calibre-words.ts'
import { countrySynonym, wrongCountry } from './country-words.ts'
import { makeAlias, misspeltMake, wrongMake } from './make-words.ts'
import { MIX_MAKES } from './makes.ts'
import { modelVariant, wrongModel } from './model-words.ts'
import { nearbyType, typeSynonym } from './type-words.ts'

const chances = chancesFrom(31)
const times = (count: number) => Array.from({ length: count })

describe('words of the mix', () => {
  it('name some 120 makes, each by a name that the table of makes reads', () => {
    assert.ok(MIX_MAKES.length >= 115 && MIX_MAKES.length <= 130)
    for (const { name, row } of MIX_MAKES) assert.equal(readMake(name).make.code, row.code)
    assert.equal(new Set(MIX_MAKES.map(({ name }) => name)).size, MIX_MAKES.length)
  })

  it('give a make an alias that is read as the make', () => {
    for (const { name, row } of MIX_MAKES) {
      for (const _ of times(10)) {
        const alias = makeAlias(name, chances)
        assert.notEqual(alias, name)
        assert.equal(readMake(alias).make.code, row.code, alias)
      }
    }
  })

  it('misspell a make as no name of another', () => {
    const keys = new Map(MIX_MAKES.map(({ name }) => [foldKey(name), name]))
    for (const { name } of MIX_MAKES) {
      for (const _ of times(20)) {
        const written = misspeltMake(name, chances)
        assert.notEqual(foldKey(written), foldKey(name))
        assert.equal(keys.get(foldKey(written)), undefined, written)
      }
    }
  })

  it('spell a model otherwise but as no other model of the make, and take another where it is to be wrong', () => {
    for (const { name: make, models } of MIX_MAKES) {
      for (const { name: model } of models) {
        const variant = modelVariant({ make, model }, chances)
        assert.notEqual(variant, model)
        assert.ok(
          models.every(({ name }) => foldKey(name) === foldKey(model) || foldKey(name) !== foldKey(variant)),
          `${make} ${model}: ${variant}`,
        )
        assert.notEqual(wrongModel({ make, model }, chances), model)
      }
    }
  })

  it('have another word for every calibre, and write no two alike', () => {
    const named = CALIBRES.filter(({ kind }) => kind !== 'broad')
    const names = named.map(({ code }) => registeredCalibre(code))
    assert.equal(new Set(names).size, names.length)
    for (const name of names) for (const _ of times(10)) assert.notEqual(calibreSynonym(name, chances), name)
  })

  it('have other words for a type, a broader or neighbouring one, and for a country', () => {
    for (const type of ['pistol', 'revolver', 'rifle', 'shotgun', 'assault rifle', 'sub-machine gun']) {
      assert.notEqual(typeSynonym(type, chances), type)
      assert.notEqual(nearbyType(type, chances), type)
    }
    assert.notEqual(countrySynonym('BR', chances), 'BR')
    assert.notEqual(wrongCountry('US', chances), 'US')
    assert.notEqual(wrongMake('Taurus', chances), 'Taurus')
  })
})
