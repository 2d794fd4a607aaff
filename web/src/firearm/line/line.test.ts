import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LifeShow } from '@proofmark/contract/schemas/life'
import fc from 'fast-check'
import { placeLabels } from './labels.ts'
import { lanesOf } from './lanes.ts'
import { moveOf, stopAfter } from './moves.ts'
import { rowsFor } from './rows.ts'
import { extentOf, percentAt, scaleOf, ticksOf } from './scale.ts'

const anyDay = fc
  .integer({ min: -200_000, max: 2_000_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const anyStretch = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 300 }))
  .map(([start, length]) => ({ start, end: start + length }))

describe('time on the line', () => {
  test('every day that it was made of stands on it, in order, and none at its very ends', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1 }), (days) => {
        const scale = scaleOf(days)
        assert.ok(scale)
        const places = days.toSorted().map((day) => extentOf(scale, day, day).start)
        assert.ok(places.every((at, index) => at > 0 && at < 100 && (index === 0 || at >= (places[index - 1] ?? 0))))
      }),
    )
  })

  test('nothing known makes no line', () => {
    assert.equal(scaleOf([null, null]), null)
  })

  test('an end that no record bounds is open, and reaches the end of the line', () => {
    const scale = scaleOf(['2011-01-01', '2021-01-01'])
    assert.ok(scale)
    const open = extentOf(scale, null, '2015-06-30')
    assert.deepEqual([open.start, open.openStart, open.openEnd], [0, true, false])
    assert.equal(extentOf(scale, '2015-06-30', null).end, 100)
    assert.equal(percentAt(scale, scale.to + 400), 100)
  })

  test('ticks stand at whole years or months, further apart than their words are wide', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 240, max: 1400 }), (one, other, width) => {
        const scale = scaleOf([one, other])
        assert.ok(scale)
        const ticks = ticksOf(scale, width)
        assert.ok(ticks.every(({ from }) => from.endsWith('-01')))
        const apart = ticks.slice(1).map(({ at }, index) => ((at - ticks[index]!.at) / 100) * width)
        assert.ok(
          apart.every((pixels) => pixels > 50),
          `${Math.min(...apart)} of ${width}`,
        )
      }),
    )
  })
})

describe('rows and labels', () => {
  test('no two stretches of one row touch', () => {
    fc.assert(
      fc.property(fc.array(anyStretch, { maxLength: 40 }), (stretches) => {
        const rows = rowsFor(stretches, 2)
        for (const [index, one] of stretches.entries())
          for (const [place, other] of stretches.entries())
            if (index < place && rows[index] === rows[place])
              assert.ok(one.end < other.start || other.end < one.start, `${index} and ${place}`)
      }),
    )
  })

  test('labels lie over no other, cross no stem and stay on the line; what has no room keeps its number alone', () => {
    const events = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 1000 }), width: fc.integer({ min: 20, max: 200 }) }),
      {
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(events, (labelled) => {
        const places = placeLabels(labelled, 1000)
        const drawn = places.flatMap((place, index) => {
          if (!place) return []
          const { at, width } = labelled[index]!
          const start = place.side === 'after' ? at : at - width
          return [{ ...place, at, start, end: start + width }]
        })
        for (const one of drawn) {
          assert.ok(one.start >= 0 && one.end <= 1000)
          for (const other of drawn) {
            if (one === other) continue
            if (one.level === other.level) assert.ok(one.end < other.start || other.end < one.start)
            if (other.level > one.level) assert.ok(other.at < one.start || other.at > one.end)
          }
        }
      }),
    )
  })

  test('with room for all, each label begins at its stem on the first level', () => {
    const places = placeLabels(
      [
        { at: 0, width: 80 },
        { at: 200, width: 80 },
        { at: 400, width: 80 },
      ],
      600,
    )
    assert.deepEqual(
      places,
      places.map(() => ({ level: 0, side: 'after' })),
    )
  })
})

describe('the keyboard', () => {
  const stops = [
    { id: 'window', lane: 0, at: 40 },
    { id: 'holder', lane: 1, at: 10 },
    { id: 'first', lane: 2, at: 10 },
    { id: 'second', lane: 2, at: 60 },
  ] as const

  test('arrows go along a lane, and up and down to the nearest of the next', () => {
    assert.equal(stopAfter(stops, stops[2], 'later').id, 'second')
    assert.equal(stopAfter(stops, stops[3], 'later').id, 'second')
    assert.equal(stopAfter(stops, stops[3], 'up').id, 'holder')
    assert.equal(stopAfter(stops, stops[1], 'up').id, 'window')
    assert.equal(stopAfter(stops, stops[0], 'down').id, 'holder')
    assert.equal(stopAfter(stops, stops[2], 'down').id, 'first')
  })

  test('in a picture that runs right to left the left arrow leads to what came later', () => {
    assert.equal(moveOf('ArrowLeft', true), 'later')
    assert.equal(moveOf('ArrowLeft', false), 'earlier')
    assert.equal(moveOf('x', false), null)
  })
})

const event = (part: Partial<LifeShow['events'][number]>): LifeShow['events'][number] => ({
  record: 'one',
  source: 'Register',
  key: 'L-1',
  kind: 'registration',
  from: '2011-01-01',
  to: '2011-12-31',
  until: { from: null, to: null },
  reported: { from: null, to: null },
  agency: 'Police',
  place: null,
  rowKind: 'holding',
  link: 'self',
  role: 'custody',
  custodian: 'private',
  contradicts: [],
  ...part,
})

describe('lanes', () => {
  const life = {
    events: [
      event({ record: 'undated', from: null, to: null }),
      event({}),
      event({ record: 'late', from: null, to: '2020-01-01' }),
    ],
    custody: [
      { custodian: 'private', place: null, from: '2011-01-01', to: '2014-01-01', until: '2017-01-01', records: [] },
      { custodian: 'state_custody', place: null, from: '2018-01-01', to: '2018-01-01', until: null, records: [] },
    ],
    gaps: [{ from: '2014-01-01', to: '2017-01-01', records: [] }],
    diversions: [],
  } as unknown as LifeShow

  test('an event without any day keeps its number and is not drawn', () => {
    assert.deepEqual(
      lanesOf(life)?.events.map(({ number }) => number),
      [2, 3],
    )
  })

  test('the number stands in the middle of what is known, or at the one end that is', () => {
    const [first, last] = lanesOf(life)?.events ?? []
    assert.ok(first && last)
    assert.equal(first.at, (first.extent.start + first.extent.end) / 2)
    assert.equal(last.at, last.extent.end)
  })

  test('hands of the state have a lane of their own, and days of a gap are not called unseen as well', () => {
    const lanes = lanesOf(life)
    assert.deepEqual(
      lanes?.hands.map(({ unseen }) => unseen),
      [null],
    )
    assert.deepEqual(
      lanes?.state.map(({ unseen }) => unseen?.openEnd),
      [true],
    )
  })

  test('a life without any date has no line', () => {
    assert.equal(lanesOf({ ...life, events: life.events.slice(0, 1), custody: [], gaps: [], diversions: [] }), null)
  })
})
