import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heldBack } from './held-back.ts'

const ON = '2026-11-30'

test('what may not go to a court or to another state is left out of paper, and what nobody graded is not', () => {
  const europol = (...codes: string[]) => heldBack({ scheme: 'europol', codes }, ON)
  assert.deepEqual(
    [europol('H0'), europol('H1'), europol('H2'), europol('H3'), europol('H0', 'H2'), europol()],
    [false, true, true, true, true, true],
  )
  assert.equal(heldBack({ scheme: 'uk_3x5x2', codes: ['P'] }, ON), false)
  assert.equal(heldBack({ scheme: 'uk_3x5x2', codes: ['C'] }, ON), true)
  assert.equal(heldBack({ scheme: 'admiralty', codes: [] }, ON), true, 'no code is no permission')
  assert.equal(heldBack({ scheme: 'europol', codes: ['H0'], conditions: 'ask us first' }, ON), true)
  assert.equal(heldBack({ scheme: 'europol', codes: ['H0'], until: '2026-11-29' }, ON), true)
  assert.equal(heldBack(null, ON), false)
})
