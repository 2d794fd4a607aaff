import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownAs, KnownSurely } from '@proofmark/contract/recovery-words'
import fc from 'fast-check'
import { atHour, eventAt } from './chain.test-helper.ts'
import { judgeChain } from './judge-chain.ts'
import { fewest } from './known-as.ts'
import { labelCode, readLabel } from './label-code.ts'
import { type EndFacts, obstaclesTo, purposesAfter } from './may-follow.ts'
import { isAhead, recoveredAt } from './recovered-at.ts'
import { latestScans, stockReport } from './stock-report.ts'
import { type TracedItem, waitingFor } from './waiting-for.ts'

test('a label leads back to its exhibit however it is typed, and one misread character is noticed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(31), fc.nat(14), (exhibit, place, shift) => {
      const code = labelCode(exhibit)
      assert.equal(readLabel(` ${code.toLowerCase()}\n`), exhibit)
      assert.equal(readLabel(exhibit.toUpperCase()), exhibit)
      const at = 4 + place
      const wrong = '0123456789ABCDEF'[(Number.parseInt(code[at]!, 16) + 1 + shift) % 16]!
      const misread = readLabel(code.slice(0, at) + wrong + code.slice(at + 1))
      // Four digits of a hash let one misreading in 65,536 through.
      assert.ok(misread === null || misread !== exhibit)
    }),
  )
  assert.equal(readLabel('4 006381 333931'), null)
})

const facts = (more: Partial<EndFacts> = {}): EndFacts => ({
  standing: { ended: null, open: null },
  last: 'store',
  orders: [{ id: 'order', kind: 'destroy', until: '2026-12-31' }],
  openTraces: 0,
  holds: 0,
  today: '2026-06-01',
  ...more,
})

test('nothing is destroyed without an order in force, nor while a trace, a hold or an offer is open', () => {
  assert.deepEqual(obstaclesTo('destroy', facts()), [])
  assert.deepEqual(obstaclesTo('destroy', facts({ orders: [] })), ['no_order'])
  assert.deepEqual(obstaclesTo('return_to_holder', facts()), ['no_order'])
  assert.deepEqual(obstaclesTo('destroy', facts({ today: '2027-01-01' })), ['order_ended'])
  assert.deepEqual(obstaclesTo('destroy', facts({ openTraces: 1, holds: 2 })), ['open_trace', 'hold'])
  assert.deepEqual(obstaclesTo('court', facts({ openTraces: 1, orders: [] })), [])
  assert.deepEqual(obstaclesTo('store', facts({ standing: { ended: 'destroy', open: null } })), ['ended'])
})

test('what an exhibit is stands before what it may be, and that with the likeliest first', () => {
  const told = (kind: KnownAs, surely: KnownSurely, likely: number | null, agency = 'Police') => ({
    ...{ kind, surely, likely, agency, source: 'Stock' },
  })
  const [registered, pointer] = [told('registered', 'is', 0.97), told('pointer', 'may_be', null)]
  const [stolen, wanted, weaker] = [
    told('stolen', 'may_be', 0.6),
    told('wanted', 'may_be', 0.55),
    told('stolen', 'may_be', 0.51),
  ]
  const lost = told('lost', 'may_be', 0.99, 'Customs')
  assert.deepEqual(fewest([wanted, weaker, lost, stolen, registered, pointer]), [
    ...[pointer, registered],
    ...[lost, stolen, wanted],
  ])
})

test('what was lent comes back before anything else is done with it', () => {
  assert.deepEqual(purposesAfter('loan', { ended: null }), ['transport', 'store', 'court'])
  assert.deepEqual(obstaclesTo('examination', facts({ last: 'loan' })), ['on_loan'])
  assert.deepEqual(purposesAfter('destroy', { ended: 'destroy' }), [])
  assert.ok(purposesAfter('recovered', { ended: null }).includes('ballistic'))
})

test('taking stock counts each expected exhibit once and names whatever else was found', () => {
  const expected = fc.uniqueArray(
    fc.constantFrom('a', 'b', 'c', 'd').map((exhibit) => ({ exhibit, storage: 'one' })),
    {
      selector: ({ exhibit }) => exhibit,
    },
  )
  const scanned = fc.array(
    fc.record({
      text: fc.constant('?'),
      exhibit: fc.constantFrom('a', 'b', 'e', null),
      storage: fc.constantFrom('one', 'two'),
    }),
  )
  fc.assert(
    fc.property(expected, scanned, (wanted, scans) => {
      const lines = stockReport(wanted, scans)
      const of = (finding: string) => lines.filter((line) => line.finding === finding)
      assert.equal(of('present').length + of('elsewhere').length + of('missing').length, wanted.length)
      for (const { exhibit } of of('missing')) assert.ok(!scans.some((scan) => scan.exhibit === exhibit))
      for (const { exhibit } of of('present'))
        assert.ok(scans.some((scan) => scan.exhibit === exhibit && scan.storage === 'one'))
      for (const { exhibit } of of('unexpected')) assert.ok(!wanted.some((each) => each.exhibit === exhibit))
    }),
  )
})

test('custody that began on a day without an hour is told by the day, and one without a day as not stated', () => {
  assert.deepEqual(recoveredAt({ date: '2026-11-20', zone: 'Africa/Nairobi' }), {
    at: new Date('2026-11-19T21:00:00Z'),
    statedDay: '2026-11-20',
  })
  assert.deepEqual(recoveredAt({ date: '2026-11-20', time: '10:30' }), { at: new Date('2026-11-20T10:30:00Z') })
  assert.equal(recoveredAt({ date: '2026-11' }), null)
  const now = new Date('2026-11-20T12:00:00Z')
  assert.ok(isAhead({ date: '2027-05-01' }, now))
  assert.ok(!isAhead({ date: '2026-11-20' }, now) && !isAhead({ date: 'last year' }, now))
})

test('what is shown of when custody began is what was stated of it, however the order of events is kept', () => {
  const began = (statedDay?: string | null) => judgeChain([eventAt(1, { statedDay })]).events[0]?.at
  assert.equal(began('2026-01-01'), '2026-01-01')
  assert.equal(began(null), null)
  assert.equal(began(), atHour(1))
})

test('of what was not expected it is said where the record has it, and each scan is told what became of it', () => {
  const scans = [
    { text: 'A', exhibit: 'a', storage: 'one' },
    { text: 'B', exhibit: 'b', storage: 'one' },
    { text: 'tin', exhibit: null, storage: 'one' },
  ]
  const lines = stockReport([{ exhibit: 'a', storage: 'one' }], scans, new Map([['b', 'far']]))
  assert.deepEqual(
    latestScans(lines, scans).map(({ scan, line }) => [scan.text, line.finding, line.recorded]),
    [
      ['A', 'present', 'one'],
      ['B', 'unexpected', 'far'],
      ['tin', 'unexpected', null],
    ],
  )
})

test('an exhibit is waited for by its own record or by its mark where nothing contradicts, and what is silent stands apart', () => {
  const item = { skeleton: '7575', make: 'taurus', calibre: null, type: null }
  const traced = (more: Partial<TracedItem>): TracedItem => ({ ...item, record: null, silent: false, ...more })
  const waiters = (items: readonly TracedItem[], record: string | null = 'r') =>
    waitingFor({ id: 'x', record, item }, [{ id: 't', agency: 'a', items }]).map(({ silent }) => silent)
  assert.deepEqual(waiters([traced({})]), [false])
  assert.deepEqual(waiters([traced({ skeleton: '7576' })]), [])
  assert.deepEqual(waiters([traced({ make: 'glock' })]), [])
  assert.deepEqual(waiters([traced({ skeleton: null, record: 'r' })]), [false])
  assert.deepEqual(waiters([traced({ skeleton: null, record: 'r' })], null), [])
  assert.deepEqual(waiters([traced({ silent: true })]), [true])
  assert.deepEqual(waiters([traced({ silent: true }), traced({})]), [false])
  const nothing = waitingFor({ id: 'x', record: null, item: null }, [{ id: 't', agency: 'a', items: [traced({})] }])
  assert.deepEqual(nothing, [])
})
