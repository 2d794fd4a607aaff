import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FoundCandidate } from '@proofmark/contract/schemas/find'
import fc from 'fast-check'
import { describedBy, firearmsOf, othersInOrder, ownRecordsOf, recordsOf, sharesOf, toldOf } from './firearms.ts'

const candidate = (part: object): FoundCandidate =>
  ({
    item: 'one',
    event: 'registration',
    date: { from: null, to: null },
    own: false,
    read: { serial: { norm: 'TKR1048' } },
    probability: 0.9,
    ...part,
  }) as FoundCandidate
const only = (parts: readonly object[]) => firearmsOf(parts.map(candidate))[0]!
const day = (from: string, to = from) => ({ date: { from, to } })

const anyCandidates = fc
  .array(fc.record({ record: fc.uuid(), item: fc.constantFrom('a', 'b', 'c', 'd'), probability: fc.float() }))
  .map((parts) => parts.map(candidate))

test('every candidate is of one firearm, each in its order, and firearms in that of their best', () => {
  fc.assert(
    fc.property(anyCandidates, (candidates) => {
      const firearms = firearmsOf(candidates)
      const places = firearms.map((firearm) => recordsOf(firearm).map((each) => candidates.indexOf(each)))
      assert.deepEqual(
        places.flat().toSorted((a, b) => a - b),
        candidates.map((_, place) => place),
      )
      for (const own of places)
        assert.deepEqual(
          own,
          own.toSorted((a, b) => a - b),
        )
      const leads = places.map(([lead]) => lead!)
      assert.deepEqual(
        leads,
        leads.toSorted((a, b) => a - b),
      )
      assert.ok(firearms.every((firearm) => recordsOf(firearm).every(({ item }) => item === firearm.item)))
    }),
  )
})

test('a firearm is described by its best record, or where that names no make by the best that does', () => {
  const made = (name: string | null, stated: string | null) => ({ read: { make: { name, stated } } })
  const of = (...parts: object[]) => describedBy(only(parts.map((part, place) => ({ record: `${place}`, ...part }))))
  assert.equal(of(made('Taurus', 'TAURUS'), made('Glock', 'GLOCK')).record, '0')
  assert.equal(of(made(null, null), made(null, 'taurs'), made('Taurus', 'TAURUS')).record, '1')
  assert.equal(of(made(null, null), made(null, null)).record, '0')
})

test('other records are listed likelier ones first, and what is shown as equally likely by its days', () => {
  const firearm = only([
    {},
    { record: 'less', probability: 0.57 },
    { record: 'late', probability: 0.9991, ...day('2021-01-01') },
    { record: 'never', probability: 0.9995 },
    { record: 'early', probability: 0.9999, ...day('2011-01-01') },
  ])
  assert.deepEqual(
    othersInOrder(firearm).map(({ record }) => record),
    ['early', 'late', 'never', 'less'],
  )
})

test('losses are told before recoveries, each day once and the earliest first, what has no date last', () => {
  const told = toldOf(
    only([
      { event: 'seizure', ...day('2023-04-02') },
      { event: 'seizure' },
      { event: 'registration', ...day('2011-03-05') },
      { event: 'seizure', ...day('2021-05-14') },
      { event: 'theft', ...day('2020-06-01', '2020-06-30') },
      { event: 'theft', ...day('2020-06-01', '2020-06-30') },
    ]),
  )
  assert.deepEqual(
    told.map(({ event, dates }) => [event, ...dates.map(({ from }) => from)]),
    [
      ['theft', '2020-06-01'],
      ['seizure', '2021-05-14', '2023-04-02', null],
    ],
  )
})

test('the probability is shared where two firearms or more have some, and what is left is for all others', () => {
  const shared = (...all: number[]) =>
    sharesOf(firearmsOf(all.map((probability, place) => candidate({ item: `${place}`, probability }))))
  assert.deepEqual(shared(0.98, 0.01), null)
  assert.deepEqual(shared(0.4, 0.4, 0.001)?.shares, [0.4, 0.4])
  assert.ok(Math.abs(shared(0.4, 0.4, 0.001)!.rest - 0.2) < 1e-9)
  assert.deepEqual(shared(0.97, 0.96), null, 'what reads alike was taken for one firearm, though links keep it apart')
})

test('others can be asked by own records alone, once for each number', () => {
  const own = { own: true }
  const firearm = only([
    { record: 'other' },
    { record: 'first', ...own },
    { record: 'same', ...own },
    { record: 'worn', ...own, read: { serial: { norm: 'TKR1O48' } } },
  ])
  assert.deepEqual(
    ownRecordsOf(firearm).map(({ record }) => record),
    ['first', 'worn'],
  )
})
