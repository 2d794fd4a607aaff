import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LifeShow } from '@proofmark/contract/schemas/life'
import fc from 'fast-check'
import { placeLabels } from './labels.ts'
import { lanesOf } from './lanes.ts'
import { moveOf, stopAfter } from './moves.ts'
import { rowsFor } from './rows.ts'
import { extentOf, percentAt, scaleOf, ticksOf } from './scale.ts'
import { runsOf, signsFor } from './signs.ts'

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
        const places = placeLabels(labelled, { length: 1000 })
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

  test('a label goes to the other side rather than be cut by the edge of a window, and is cut rather than left out', () => {
    const [label] = placeLabels([{ at: 300, width: 80 }], { length: 600, edges: [305] })
    assert.deepEqual(label, { level: 0, side: 'before' })
    const [both] = placeLabels([{ at: 300, width: 80 }], { length: 600, edges: [305, 290] })
    assert.deepEqual(both, { level: 0, side: 'after' })
  })

  test('with room for all, each label begins at its stem on the first level', () => {
    const places = placeLabels(
      [
        { at: 0, width: 80 },
        { at: 200, width: 80 },
        { at: 400, width: 80 },
      ],
      { length: 600 },
    )
    assert.deepEqual(
      places,
      places.map(() => ({ level: 0, side: 'after' })),
    )
  })
})

const LINE = 900
/** As many events as somebody could live to see, half of them on near days, some known as a span. */
const anyDrawable = fc.array(
  fc
    .record({ at: fc.integer({ min: 0, max: LINE }), isNear: fc.boolean(), span: fc.constantFrom(0, 0, 0, 40, 400) })
    .map(({ at, isNear, span }) => {
      const middle = isNear ? 700 + (at % 40) : at
      return { at: middle, interval: { start: middle - span / 2, end: middle + span / 2 } }
    }),
  { maxLength: 60 },
)

describe('signs', () => {
  const widthOf = (places: readonly number[]) => (places.length === 1 ? 28 : 44)

  test('no sign lies over another, none beyond the line, in as many rows as there may be; each event is in one', () => {
    fc.assert(
      fc.property(anyDrawable, fc.constantFrom(2, 3), (events, most) => {
        const signs = signsFor(events, LINE, most, widthOf)
        assert.deepEqual(
          signs.flatMap(({ places }) => places).toSorted((one, other) => one - other),
          events.map((_, place) => place),
        )
        for (const [index, { at, width, row, places }] of signs.entries()) {
          assert.ok(row < most)
          if (places.length > 1) assert.ok(at - width / 2 >= -0.001 && at + width / 2 <= LINE + 0.001)
          for (const other of signs.slice(index + 1))
            if (other.row === row) assert.ok(Math.abs(other.at - at) >= (width + other.width) / 2)
        }
      }),
    )
  })

  test('events of one sign follow each other on the line', () => {
    fc.assert(
      fc.property(anyDrawable, (events) => {
        const order = signsFor(events, LINE, 2, widthOf).flatMap(({ places }) =>
          places.map((place) => events[place]!.at),
        )
        assert.deepEqual(
          order,
          order.toSorted((one, other) => one - other),
        )
      }),
    )
  })

  test('with room for all, each stands alone on the axis, where its day is', () => {
    const events = [100, 300, 500].map((at) => ({ at, interval: { start: at, end: at } }))
    assert.deepEqual(
      signsFor(events, LINE, 3, widthOf).map(({ places, row, at }) => [places, row, at]),
      [
        [[0], 0, 100],
        [[1], 0, 300],
        [[2], 0, 500],
      ],
    )
  })

  test('numbers are put as runs', () => {
    assert.deepEqual(runsOf([18, 12, 13, 14, 15]), [
      [12, 15],
      [18, 18],
    ])
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

  test('however crowded, the arrow leads through every event in the order of the picture, and back', () => {
    const places = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(places, (ats) => {
        const events = ats.map((at, index) => ({ id: `event-${index + 1}`, lane: 2, at }))
        const inOrder = events.toSorted((one, other) => one.at - other.at)
        const walked = (first: (typeof events)[number], move: 'later' | 'earlier') => {
          const seen = [first.id]
          for (let next = stopAfter(events, first, move); next.id !== seen.at(-1); next = stopAfter(events, next, move))
            seen.push(next.id)
          return seen
        }
        const identifiers = inOrder.map(({ id }) => id)
        assert.deepEqual(walked(inOrder[0]!, 'later'), identifiers)
        assert.deepEqual(walked(inOrder.at(-1)!, 'earlier'), identifiers.toReversed())
      }),
    )
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
  level: 'named',
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
