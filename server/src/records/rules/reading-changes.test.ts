import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import { createVocabulary } from '@proofmark/domain/vocabulary'
import fc from 'fast-check'
import { type PackedItem, packItem } from './packed-item.ts'
import { ChangeTally, changesBetween, isSameItem } from './reading-changes.ts'

const stored = (item: PackedItem): PackedItem => JSON.parse(JSON.stringify(item)) as PackedItem
const decided = createVocabulary([
  { id: '1', field: 'make', stated: 'quux', make: null, code: 'glock', said: null },
  { id: '2', field: 'type', stated: 'quux', make: null, code: 'craft', said: null },
  { id: '3', field: 'serial', stated: 'a curious remark', make: null, code: null, said: 'obliterated' },
])
const some = fc.constantFrom(
  '',
  'quux',
  'a curious remark',
  '47123',
  'A1[8B]?*',
  'PTB 987, slide 47123',
  'Taurus',
  '9mm',
)
const item = fc.record(
  { serial: some, make: some, model: some, calibre: some, type: some, year: some },
  { requiredKeys: [] },
)

describe('an item that was read again', () => {
  test('is the same as the one that was stored where nothing was decided on it, by whatever tables', () => {
    fc.assert(
      fc.property(item, (stated) => {
        const read = readItem(stated)
        assert.ok(isSameItem(stored({ ...packItem(read), tables: 1 }), read))
        assert.deepEqual(changesBetween(read, read), [])
      }),
    )
  })

  test('differs exactly where a field of it is said to differ', () => {
    fc.assert(
      fc.property(item, (stated) => {
        const [before, after] = [readItem(stated), readItem(stated, decided)]
        assert.equal(isSameItem(stored(packItem(before)), after), changesBetween(before, after).length === 0)
      }),
    )
  })

  test('says what each field was and what it is now', () => {
    const stated = { serial: 'a curious remark', make: 'quux', model: 'G17', type: 'quux' }
    assert.deepEqual(
      changesBetween(readItem(stated), readItem(stated, decided)).map(({ field, stated, from, to }) => [
        field,
        stated,
        from.state,
        to.code,
        to.state,
      ]),
      [
        ['serial', 'a curious remark', 'unread', 'unknown serial', 'obliterated'],
        ['make', 'quux', 'unread', 'glock', 'named'],
        ['model', 'G17', 'unread', 'glock/g17', 'named'],
        ['type', 'quux', 'unread', 'craft', 'craft'],
        ['category', 'quux', 'named', 'firearm', 'named'],
        ['lethality', 'quux', 'named', 'craft_produced', 'named'],
      ],
    )
  })
})

describe('a tally of changes', () => {
  const change = (stated: string) => {
    const word = { code: null, name: null, state: 'unread' }
    return { field: 'make', stated, from: word, to: { ...word, state: 'none' } } as const
  }

  test('counts alike ones together, the most frequent first, and the rest in one number', () => {
    const tally = new ChangeTally()
    for (const stated of ['a', 'b', 'b', 'c', 'b', 'c', 'd']) tally.add(change(stated))
    const { changes, others } = tally.largest(2)
    assert.deepEqual(
      changes.map(({ stated, records }) => [stated, records]),
      [
        ['b', 3],
        ['c', 2],
      ],
    )
    assert.equal(others, 2)
  })

  test('loses none, however many different ones there are', () => {
    const tally = new ChangeTally()
    for (let at = 0; at < 12_000; at++) tally.add(change(String(at)))
    const { changes, others } = tally.largest(200)
    assert.deepEqual([changes.length, changes.reduce((sum, { records }) => sum + records, others)], [200, 12_000])
  })
})
