import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import { balanceOf } from './balance.ts'
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
