import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { comparePlaces, kilometresBetween, placeKey, placeSpecificity, readPlace, type StatedPlace } from './place.ts'

const placeOf = (stated: StatedPlace) => readPlace(stated).place
const problemsOf = (stated: StatedPlace) => readPlace(stated).problems.map((problem) => problem.id)

test('a place is its country’s code and its names as stated', () => {
  assert.deepEqual(
    placeOf({ country: 'Brasil', adminArea: 'SP', locality: ' São Paulo ', latitude: '-23,55', longitude: '-46.63' }),
    {
      country: 'BR',
      adminArea: 'SP',
      locality: 'São Paulo',
      latitude: -23.55,
      longitude: -46.63,
    },
  )
})

test('what cannot be read is named, and the rest is kept', () => {
  assert.deepEqual(problemsOf({ country: 'Ruritania', locality: 'Streslau' }), ['place_country_unknown'])
  assert.equal(placeOf({ country: 'Ruritania', locality: 'Streslau' }).locality, 'Streslau')
  assert.deepEqual(problemsOf({ latitude: '91', longitude: '10' }), ['place_coordinate'])
  assert.deepEqual(problemsOf({ latitude: '45' }), ['place_coordinate_missing'])
  assert.deepEqual(problemsOf({ latitude: '45', longitude: 'east' }), ['place_coordinate'])
})

test('0, 0 is a placeholder', () => {
  assert.deepEqual(problemsOf({ latitude: '0', longitude: '0.0' }), ['place_zero_zero'])
  assert.equal(placeOf({ latitude: '0', longitude: '0.0' }).latitude, null)
})

test('places compare by what both say, in any spelling', () => {
  const full = placeOf({ country: 'BR', adminArea: 'SP', locality: 'São Paulo' })
  assert.equal(comparePlaces(full, placeOf({ country: 'Brazil', locality: 'SAO PAULO' })), 'same')
  assert.equal(comparePlaces(full, placeOf({ country: 'BR', locality: 'Santos' })), 'different')
  assert.equal(comparePlaces(full, placeOf({})), 'unknown')
  assert.equal(placeKey(full), placeKey(placeOf({ country: 'BRA', adminArea: 'sp', locality: 'sao paulo' })))
})

test('specificity and distance', () => {
  assert.deepEqual(
    [
      {},
      { country: 'BR' },
      { country: 'BR', adminArea: 'SP' },
      { locality: 'Santos' },
      { latitude: '1', longitude: '2' },
    ].map((stated) => placeSpecificity(placeOf(stated))),
    [0, 1, 2, 3, 4],
  )
  const here = placeOf({ latitude: '0.5', longitude: '0' })
  assert.ok(Math.abs(kilometresBetween(here, placeOf({ latitude: '1.5', longitude: '0' }))! - 111.2) < 0.1)
  assert.equal(kilometresBetween(here, placeOf({})), null)
})

test('any place is read', () => {
  const field = fc.option(anyText, { nil: undefined })
  fc.assert(
    fc.property(fc.tuple(field, field, field, field, field), ([country, adminArea, locality, latitude, longitude]) => {
      const stated = {
        country: country ?? null,
        adminArea: adminArea ?? null,
        locality: locality ?? null,
        latitude: latitude ?? null,
        longitude: longitude ?? null,
      }
      const place = placeOf(stated)
      assert.equal(place.latitude === null, place.longitude === null)
      assert.notEqual(comparePlaces(place, place), 'different')
    }),
  )
})
