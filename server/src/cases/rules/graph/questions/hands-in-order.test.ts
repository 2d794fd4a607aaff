import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tied } from '../tied.ts'
import { handsInOrder, type RecordedEvent } from './hands-in-order.ts'

const FIREARM = 'firearm:a'
const event = (record: string, of: RecordedEvent['event'], fromDay: string | null, toDay = fromDay): RecordedEvent => ({
  ...{ record, source: 'register', key: record, event: of, fromDay, toDay },
})
const said = (id: string, relation: 'possessed' | 'uses' | 'related_to', to: string, days: object = {}) =>
  tied({ id, from: FIREARM, to, relation, kind: 'assessment' }, days)
const hands = (ties: readonly ReturnType<typeof said>[], events: readonly RecordedEvent[]) =>
  handsInOrder([FIREARM], { nodes: [], ties, since: '', nexus: new Map() }, new Map([[FIREARM, events]]))

test('records and what people said stand in one order of days; what may overlap says so, and what has no day comes last', () => {
  const found = hands(
    [
      said('t1', 'possessed', 'person:p', { fromDay: '2019-01-01' }),
      said('t2', 'possessed', 'group:g'),
      said('t3', 'uses', 'telephone:t', { fromDay: '2018-01-01' }),
      said('t4', 'related_to', 'person:q', { fromDay: '2018-01-01' }),
    ],
    [
      event('r1', 'delivery', '2015-03-01', '2015-03-31'),
      event('r2', 'registration', '2015-03-20'),
      event('r3', 'theft', '2020-06-01'),
      event('r4', 'import-licence', '2014-01-01'),
      event('r5', 'manufacture', null),
    ],
  )
  assert.deepEqual(
    found.map(({ message, nodes, records = [], order }) => [message, nodes, records, order]),
    [
      ['word.event.delivery', [FIREARM], ['r1'], 'after'],
      ['word.event.registration', [FIREARM], ['r2'], 'unsettled'],
      ['connect.relation.possessed', ['person:p'], [], 'after'],
      // Until when that person had it is not known.
      ['word.event.theft', [FIREARM], ['r3'], 'unsettled'],
      ['connect.relation.possessed', ['group:g'], [], 'undated'],
      ['word.event.manufacture', [FIREARM], ['r5'], 'undated'],
    ],
  )
})

test('what is said to be after all above it is so, whatever days within the periods it was', () => {
  const day = fc.option(fc.constantFrom('2020-01-01', '2020-02-01', '2020-03-01'))
  fc.assert(
    fc.property(fc.array(fc.tuple(day, day), { maxLength: 6 }), (list) => {
      const events = list.map(([one, other], at) => {
        const turned = one !== null && other !== null && one > other
        return event(`r${at}`, 'transfer', turned ? other : one, turned ? one : other)
      })
      const found = hands([], events)
      assert.equal(found.length, events.length)
      const dated = found.filter(({ order }) => order !== 'undated')
      dated.forEach(({ order, fromDay }, at) => {
        const surely = dated.slice(0, at).every(({ toDay }) => toDay != null && fromDay != null && toDay < fromDay)
        assert.equal(order, surely ? 'after' : 'unsettled')
      })
      assert.ok(found.slice(dated.length).every(({ fromDay, toDay }) => fromDay === null && toDay === null))
    }),
  )
})
