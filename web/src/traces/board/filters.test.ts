import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOARD_LISTS } from '@proofmark/contract/trace-words'
import { addressOf, filtersOf } from './filters.ts'

test('filters come back from the address that they make', () => {
  for (const list of BOARD_LISTS)
    for (const partner of ['', 'XB', 'Agence & fils']) {
      const filters = { list, partner }
      assert.deepEqual(filtersOf(new URL(addressOf(filters), 'http://here').search), filters)
    }
})

test('an address that names nothing known opens the board as it is', () => {
  assert.deepEqual(filtersOf('?list=everything&partner=%00'), { list: 'mine', partner: '' })
  assert.equal(addressOf({ list: 'mine', partner: '' }), '/traces')
})
