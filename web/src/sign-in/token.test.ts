import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn } from './token.ts'

const token = 'kQ3v8Zp0-sM_a7RtYwB2'

test('a whole link and the bare token both sign in', () => {
  assert.equal(tokenIn(`  http://127.0.0.1:4700/sign-in#${token}\n`), token)
  assert.equal(tokenIn(token), token)
})

test('a text without a token is not sent anywhere', () => {
  assert.equal(tokenIn('http://127.0.0.1:4700/sign-in'), null)
  assert.equal(tokenIn(''), null)
  assert.equal(tokenIn(`${token} and more`), null)
})
