import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonOf } from './reason.ts'

test('the log of a process tells where a failure came from, and nothing of what was in the row', () => {
  const failure = Object.assign(new Error('duplicate key TST4711 of A. Person'), {
    code: '23505',
    detail: 'Key (serial)=(TST4711) of A. Person',
  })
  const told = JSON.stringify(reasonOf(failure))
  assert.match(told, /23505/)
  assert.match(told, /reason\.test/)
  assert.doesNotMatch(told, /TST4711|Person/)
})

test('a message of several lines does not slip in as a place', () => {
  const told = JSON.stringify(reasonOf(new Error('first\nTST4711 on a line of its own')))
  assert.doesNotMatch(told, /TST4711/)
})

test('what is no error is told by its kind alone', () => {
  assert.deepEqual(reasonOf('TST4711'), { kind: 'string' })
})
