import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CustodyBreak } from '@proofmark/contract/custody-words'
import fc from 'fast-check'
import { acceptedBy, anyEvents, anySteps, atHour, eventAt, person, soundChain } from './chain.test-helper.ts'
import type { ChainEvent } from './custody-event.ts'
import { judgeChain } from './judge-chain.ts'

test('whatever is said, there is exactly one custodian until custody ends, and nobody thereafter', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      let over = false
      for (let size = 1; size <= events.length; size++) {
        const { custodian, ended } = judgeChain(events.slice(0, size))
        assert.equal(custodian === null, ended !== null)
        assert.ok(!over || ended !== null, 'what has ended does not begin again')
        over = ended !== null
      }
    }),
  )
})

test('nothing that is said later takes a break away', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const whole = judgeChain(events).breaks
      for (let size = 1; size <= events.length; size++) {
        const { breaks } = judgeChain(events.slice(0, size))
        assert.deepEqual(whole.slice(0, breaks.length), breaks)
      }
    }),
  )
})

test('a chain in which each hand-over was accepted is unbroken, and each event is graded by how it was attested', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { breaks, unbroken, events } = judgeChain(soundChain(steps))
      assert.deepEqual(breaks, [])
      assert.equal(unbroken, true)
      const grades = steps.map(({ kind, signed }) =>
        kind === 'paper' ? 'paper_witnessed' : signed ? 'passkeys' : 'sessions',
      )
      assert.deepEqual(
        events.slice(1).map(({ grade }) => grade),
        grades,
      )
    }),
  )
})

/** What can go wrong with one event of a sound chain, and what it is then called. */
const FAULTS: readonly (readonly [CustodyBreak, (event: ChainEvent) => ChainEvent])[] = [
  ['gap', (event) => ({ ...event, from: person('nobody known') })],
  ['gap', (event) => ({ ...event, from: null })],
  [
    'seal_changed',
    (event) => ({
      ...event,
      sealIn: 'Z9',
      sealOut: 'Z9',
      ...(event.answer && { answer: { ...event.answer, seal: 'Z9' } }),
    }),
  ],
  ['seal_missing', (event) => ({ ...event, sealIn: null, resealed: 'found without' })],
  [
    'before_recovery',
    (event) => ({
      ...event,
      saidAt: atHour(0),
      ...(event.answer && { answer: { ...event.answer, saidAt: atHour(1) } }),
    }),
  ],
  ['clocks_disagree', (event) => ({ ...event, deviceAt: atHour(event.number + 3) })],
  ['clocks_disagree', (event) => ({ ...event, saidAt: atHour(event.number + 1), recordedAt: atHour(event.number) })],
]

test('each fault that is put into a sound chain is found at its event and called by its name', () => {
  fc.assert(
    fc.property(anySteps, fc.nat(), fc.constantFrom(...FAULTS), (steps, place, [code, spoil]) => {
      fc.pre(steps.length > 0)
      const events = soundChain(steps)
      const at = 1 + (place % steps.length)
      const { breaks } = judgeChain(events.map((event, index) => (index === at ? spoil(event) : event)))
      assert.ok(
        breaks.some((found) => found.code === code && found.number === at + 1),
        JSON.stringify(breaks),
      )
    }),
  )
})

test('a hand-over that nobody accepted is a break, and the exhibit stays with its giver', () => {
  const offer = eventAt(2, { told: 'giver', to: person('ben'), purpose: 'transport' })
  const open = judgeChain([eventAt(1), offer])
  assert.deepEqual(
    open.breaks.map(({ code }) => code),
    ['not_accepted'],
  )
  assert.deepEqual(open.custodian, person('ann'))
  assert.equal(open.open?.id, offer.id)
  for (const verdict of ['declined', 'withdrawn'] as const) {
    const answer = acceptedBy(person('ben'), 2, { verdict })
    const { breaks, custodian } = judgeChain([eventAt(1), { ...offer, answer }])
    assert.deepEqual([breaks.map(({ code }) => code), custodian], [['not_accepted'], person('ann')])
  }
  assert.equal(judgeChain([eventAt(1), { ...offer, answer: acceptedBy(person('ben'), 2) }]).unbroken, true)
})

test('who says to have got it is its custodian, in one side’s words until the other agrees', () => {
  const taken = eventAt(2, { told: 'receiver', to: person('ben'), purpose: 'store' })
  const { breaks, custodian, events } = judgeChain([eventAt(1), taken])
  assert.deepEqual(
    [breaks.map(({ code }) => code), custodian, events[1]?.grade],
    [['one_sided'], person('ben'), 'one_sided'],
  )
  const agreed = judgeChain([eventAt(1), { ...taken, answer: acceptedBy(person('ann'), 2) }])
  assert.deepEqual([agreed.breaks, agreed.events[1]?.grade], [[], 'sessions'])
})

test('who hands out what they had handed on already makes two custodians', () => {
  const first = eventAt(2, { told: 'paper', witnessed: true, to: person('ben') })
  const second = eventAt(3, { told: 'paper', witnessed: true, from: person('ann'), to: person('cem') })
  assert.deepEqual(
    judgeChain([eventAt(1), first, second]).breaks.map(({ code }) => code),
    ['two_custodians'],
  )
})

test('another seal than was handed over is found at the hand-over, unless it was sealed anew on record', () => {
  const offer = (seal: string | null) =>
    eventAt(2, { told: 'giver', to: person('ben'), answer: acceptedBy(person('ben'), 2, { seal }) })
  assert.deepEqual(
    judgeChain([eventAt(1), offer('B2')]).breaks.map(({ code }) => code),
    ['seal_changed'],
  )
  assert.deepEqual(
    judgeChain([eventAt(1), offer(null)]).breaks.map(({ code }) => code),
    ['seal_missing'],
  )
  const resealed = eventAt(2, { sealOut: 'B2', resealed: 'opened for the examination' })
  assert.equal(judgeChain([eventAt(1), resealed, eventAt(3, { sealIn: 'B2', sealOut: 'B2' })]).unbroken, true)
})

test('what is said of a time before the last event is out of order, whatever its number', () => {
  const late = eventAt(2, { saidAt: atHour(8), recordedAt: atHour(9), deviceAt: null })
  const early = eventAt(3, { saidAt: atHour(5), recordedAt: atHour(10), deviceAt: null })
  assert.deepEqual(
    judgeChain([eventAt(1), late, early]).breaks.map(({ code, number }) => [code, number]),
    [['out_of_order', 3]],
  )
})

test('what lies in a place is handed out by any of its keepers', () => {
  const stored = eventAt(2, { storage: 'shelf' })
  const byOther = eventAt(3, { told: 'paper', witnessed: true, from: person('another manager'), to: person('cem') })
  assert.equal(judgeChain([eventAt(1), stored, byOther]).unbroken, true)
  assert.deepEqual(
    judgeChain([eventAt(1), eventAt(2), byOther]).breaks.map(({ code }) => code),
    ['gap'],
  )
})
