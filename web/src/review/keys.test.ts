import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actOf, KEYS } from './keys.ts'

const press = (key: string, code = '', held: { readonly ctrlKey?: boolean } = {}) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

test('each letter that is told of does what is told of it, large or small', () => {
  for (const { act, key } of KEYS) {
    assert.equal(actOf(press(key), false), act)
    assert.equal(actOf(press(key.toLowerCase()), false), act)
  }
})

test('a board of another script is read by where its keys lie, one of other Latin letters by what is written on them', () => {
  assert.equal(actOf(press('س', 'KeyS'), true), 'same')
  assert.equal(actOf(press('ы', 'KeyS'), false), 'same')
  assert.equal(actOf(press('z', 'KeyW'), false), 'undo', 'as on a French board')
  assert.equal(actOf(press('؟', 'Slash'), true), 'keys')
})

test('the arrow that leads on is the one that points to what comes next', () => {
  assert.equal(actOf(press('ArrowRight'), false), 'skip')
  assert.equal(actOf(press('ArrowLeft'), true), 'skip')
  assert.equal(actOf(press('ArrowLeft'), false), null)
})

test('what the browser does by a key remains the browser’s', () => {
  assert.equal(actOf(press('s', 'KeyS', { ctrlKey: true }), false), null)
  assert.equal(actOf(press('Tab', 'Tab'), false), null)
})
