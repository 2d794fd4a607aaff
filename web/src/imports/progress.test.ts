import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Look, shareToCome, speedBetween, withLook } from './progress.ts'

const look = (at: number, rows: number, bytesDone: number, bytes: number | null = 1_000): Look => ({
  at,
  rows,
  bytesDone,
  bytes,
})

test('speed and time left come from two looks', () => {
  assert.deepEqual(speedBetween(look(0, 0, 0), look(2_000, 40, 200)), { rowsPerSecond: 20, secondsLeft: 8 })
})

test('no time left is said where the size is not known or nothing moved', () => {
  assert.equal(speedBetween(look(0, 0, 0, null), look(1_000, 5, 9, null))?.secondsLeft, null)
  assert.equal(speedBetween(look(0, 5, 9), look(1_000, 5, 9))?.secondsLeft, null)
})

test('one look alone, or one that went back, gives no speed', () => {
  assert.equal(speedBetween(look(5, 1, 1), look(5, 1, 1)), null)
  assert.equal(speedBetween(look(0, 9, 9), look(1_000, 0, 0)), null)
})

test('what is to come is a share of the file, unknown without its size', () => {
  assert.equal(shareToCome({ bytes: 200, bytesDone: 50 }), 0.75)
  assert.equal(shareToCome({ bytes: 200, bytesDone: 250 }), 0)
  assert.equal(shareToCome({ bytes: null, bytesDone: 50 }), null)
})

test('only the latest looks are kept', () => {
  const looks = Array.from({ length: 20 }, (_, n) => look(n, n, n)).reduce(withLook, [] as readonly Look[])
  assert.deepEqual([looks.length, looks[0]?.at, looks.at(-1)?.at], [8, 12, 19])
})
