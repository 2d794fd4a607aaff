import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import { balanceOf } from './balance.ts'
import { odditiesOfRoll } from './bulk/oddities/oddities-of-roll.ts'
import { Legend, rollOf } from './bulk/roll.ts'
import { rollEntry } from './bulk/roll-entry.ts'
import { matchRolls } from './bulk/threads/match-rolls.ts'
import { probability } from './line.ts'
import { START_MODEL } from './model.ts'

test('the example of the read-me says what it says', () => {
  const balance = balanceOf(START_MODEL)
  const asked = readItem({ serial: 'TK?1O4[8B]', make: 'tauros' })
  const entry = readItem({ serial: 'TKR1048', make: 'Taurus', calibre: '9x19mm' })
  const lines = [balance.prior(20_000), ...balance.evidence(asked, entry)]
  assert.deepEqual(
    lines.map(({ field }) => field),
    ['prior', 'serial', 'make'],
  )
  assert.ok(probability(lines) > 0.99)
})

test('the example in bulk says what it says', async () => {
  const registered = [
    { serial: 'TKR10482', make: 'Taurus', model: 'PT 92', calibre: '9x19mm' },
    { serial: 'TKR10483', make: 'Taurus', model: 'PT 92', calibre: '9x19mm' },
    { serial: 'BXK412', make: 'Glock', model: 'G17', calibre: '9x19mm' },
  ]
  const seized = [
    { serial: 'TKR1O4?2', make: 'tauros', calibre: '9 mm' },
    { serial: 'BXK4I2', make: 'clock' },
  ]
  const legend = new Legend()
  const entries = rollOf(
    registered.map((row) => rollEntry(readItem(row), '2012-05-04')),
    legend,
  )
  const records = rollOf(
    seized.map((row) => rollEntry(readItem(row), '2019-11-23')),
    legend,
  )
  assert.deepEqual(odditiesOfRoll(records), [])
  const found = await matchRolls(records, entries, legend, { threads: 2, background: START_MODEL.mark })
  const links = Array.from(found.records, (record, at) => ({
    record,
    entry: found.entries[at],
    probability: found.probabilities[at],
  })).filter(({ probability = 0 }) => probability > 0.9)
  assert.deepEqual(
    links.map(({ record, entry }) => [record, entry]),
    [
      [0, 0],
      [1, 2],
    ],
  )
})
