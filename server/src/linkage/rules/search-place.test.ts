import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatPlace, parsePlace } from './search-place.ts'

test('a place is read back as it was given, also where the source does not say when', () => {
  const day = fc.option(
    fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
  )
  fc.assert(
    fc.property(day, day, fc.uuid(), (to, from, record) => {
      assert.deepEqual(parsePlace(formatPlace({ to, from, record })), { to, from, record })
    }),
  )
})

test('anything else is refused', () => {
  const record = '00000000-0000-4000-8000-000000000000'
  for (const text of [
    '',
    `2023-02-30_-_${record}`,
    `-_-_${record}x`,
    `-_-`,
    `-infinity_-_${record}`,
    `-_-_\n${record}`,
  ])
    assert.throws(() => parsePlace(text), { code: 'body_invalid' }, text)
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.throws(() => parsePlace(text), { code: 'body_invalid' })
    }),
  )
})
