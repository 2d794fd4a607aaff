import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCalibre } from './calibre.ts'
import { findCountry } from './country.ts'
import { CALIBRE_SINCE } from './facts/calibres.ts'
import { DESIGN_NAMES, FURTHER_PLANTS, MAKE_SINCE } from './facts/makes.ts'
import { KNOWN_MODELS } from './facts/models.ts'
import { findKnownModel } from './known-model.ts'
import { TYPES } from './lexicons/types.ts'
import { findMake } from './make.ts'
import { modelKey, modelNamed } from './model-table.ts'

test('every fact is about a model, a make, a calibre and a type that the tables know', () => {
  const wrong: string[] = []
  for (const { make, types, calibres, models } of KNOWN_MODELS) {
    for (const type of types) if (!(type in TYPES)) wrong.push(type)
    for (const calibre of calibres) if (!findCalibre(calibre)) wrong.push(calibre)
    for (const entry of models.split(';')) {
      const key = modelKey(entry.split('@')[0]!)
      if (modelNamed(make, key)?.code !== `${make}/${key}`) wrong.push(`${make} ${entry}`)
    }
  }
  for (const make of [...DESIGN_NAMES, ...Object.keys(FURTHER_PLANTS), ...Object.keys(MAKE_SINCE)])
    if (!findMake(make)) wrong.push(make)
  for (const countries of Object.values(FURTHER_PLANTS))
    for (const country of countries.split(' ')) if (!findCountry(country)) wrong.push(country)
  for (const calibre of Object.keys(CALIBRE_SINCE)) if (!findCalibre(calibre)) wrong.push(calibre)
  assert.deepEqual(wrong, [])
})

test('no model is listed twice, and none is older than one of its calibres or its make', () => {
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const { make, calibres, models } of KNOWN_MODELS) {
    const firstCalibre = calibres.length === 0 ? 0 : Math.min(...calibres.map((code) => CALIBRE_SINCE[code] ?? 0))
    for (const entry of models.split(';')) {
      const code = `${make}/${modelKey(entry.split('@')[0]!)}`
      if (seen.has(code)) wrong.push(`${code} twice`)
      seen.add(code)
      const since = findKnownModel(code)?.since ?? null
      if (since !== null && (since < firstCalibre || since < (MAKE_SINCE[make] ?? 0))) wrong.push(`${code} ${since}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('a model of which no facts are known is not guessed at', () => {
  assert.equal(findKnownModel('zastava/m70'), null)
  assert.equal(findKnownModel(null), null)
})
