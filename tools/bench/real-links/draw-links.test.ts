import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readItem } from '../../../domain/src/read-item.ts'
import { chancesFrom } from '../../../server/src/demonstration/random.ts'
import { drawLinks, plainPairs, STRATA, stratumOf } from './draw-links.ts'
import type { Seizure } from './read-seizures.ts'

const seizure = (report: string, serial: string, make = 'Taurus'): Seizure => ({
  report,
  year: 2021,
  city: '',
  stated: { serial, make, calibre: '', type: '' },
  item: readItem({ serial, make }),
})

describe('links for a person to judge', () => {
  it('are drawn from every stratum alike, and from the others where one has too few', () => {
    const pairs = Array.from({ length: 900 }, (_, at) => ({
      one: at,
      other: at + 1_000,
      probability: at < 10 ? 0.9995 : 0.5 + (at % 490) / 1_000,
    }))
    const drawn = drawLinks(pairs, 100, chancesFrom(1))
    assert.equal(new Set(drawn).size, 100)
    const from = (stratum: number) => drawn.filter(({ probability }) => stratumOf(probability) === stratum).length
    assert.equal(from(0.999), 10)
    for (const stratum of STRATA.slice(0, 3)) assert.ok(from(stratum) >= 20)
    assert.deepEqual(drawLinks(pairs, 100, chancesFrom(1)), drawn)
  })

  it('are beside pairs of one long number and make in different reports, however the number is written', () => {
    const seizures = [
      seizure('1/1', 'TST-10482'),
      seizure('1/2', 'tst10482'),
      seizure('1/2', 'TST10482'),
      seizure('1/3', 'TST10482', 'Glock'),
      seizure('1/4', 'TST10'),
      seizure('1/5', 'TST10'),
    ]
    assert.deepEqual(plainPairs(seizures), [
      { one: 0, other: 1 },
      { one: 0, other: 2 },
    ])
  })
})
