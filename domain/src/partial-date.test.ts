import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import {
  certainlyBefore,
  type DateContext,
  type DateProblemId,
  daysBetween,
  daysInMonth,
  formatPartialDate,
  overlaps,
  type PartialDate,
  readPartialDate,
  spanInDays,
} from './partial-date.ts'

function dateOf(stated: string, context?: DateContext): PartialDate {
  const read = readPartialDate(stated, context)
  assert.ok(read.ok, `${stated} is a date`)
  return read.date
}
const problemOf = (stated: string, context?: DateContext): DateProblemId | null => {
  const read = readPartialDate(stated, context)
  return read.ok ? null : read.problem.id
}

describe('dates as far as they are known', () => {
  test('a year, a month, a day', () => {
    assert.deepEqual(dateOf('2023'), { from: '2023-01-01', to: '2023-12-31' })
    assert.deepEqual(dateOf('2024-02'), { from: '2024-02-01', to: '2024-02-29' })
    assert.deepEqual(dateOf('2023-04-05'), { from: '2023-04-05', to: '2023-04-05' })
    assert.deepEqual(dateOf('20230405'), dateOf('2023-04-05'))
    assert.deepEqual(dateOf('٢٠٢٣-٠٤-٠٥'), dateOf('2023-04-05'))
  })

  test('a time of day and its zone say nothing more about the day', () => {
    assert.deepEqual(dateOf('2023-04-05T23:59:59+03:00'), dateOf('2023-04-05'))
    assert.deepEqual(dateOf('2023-04-05 00:00:00'), dateOf('2023-04-05'))
  })

  test('one between two', () => {
    const expected = { from: '2023-04-01', to: '2023-04-05' }
    for (const stated of [
      'between 2023-04-01 and 2023-04-05',
      'entre 2023-04-01 e 2023-04-05',
      '2023-04-01/2023-04-05',
      '2023-04-01 to 2023-04-05',
    ]) {
      assert.deepEqual(dateOf(stated), expected, stated)
    }
    assert.deepEqual(dateOf('2022/2023-03'), { from: '2022-01-01', to: '2023-03-31' })
  })

  test('day and month in a local order, where only one order can be meant or the source’s is known', () => {
    assert.deepEqual(dateOf('25/04/2023'), dateOf('2023-04-25'))
    assert.deepEqual(dateOf('4/25/2023'), dateOf('2023-04-25'))
    assert.equal(problemOf('05/04/2023'), 'date_ambiguous')
    assert.deepEqual(dateOf('05/04/2023', { order: 'day_first' }), dateOf('2023-04-05'))
    assert.deepEqual(dateOf('05.04.2023', { order: 'month_first' }), dateOf('2023-05-04'))
    assert.deepEqual(dateOf('04/04/2023'), dateOf('2023-04-04'))
  })

  for (const [stated, id] of [
    ['', 'date_empty'],
    ['45497', 'date_spreadsheet_number'],
    ['05/04/23', 'date_year_two_digits'],
    ['2023-02-29', 'date_no_such_day'],
    ['2023-13', 'date_no_such_day'],
    ['31/02/2023', 'date_no_such_day'],
    ['0000', 'date_year_placeholder'],
    ['0000-00-00', 'date_year_placeholder'],
    ['9999-12-31', 'date_year_placeholder'],
    ['between 2023 and 2022', 'date_backwards'],
    ['yesterday', 'date_form'],
    ['2023-04-05'.repeat(1_000), 'date_form'],
  ] as const) {
    test(`${JSON.stringify(stated.slice(0, 24))} is refused: ${id}`, () => assert.equal(problemOf(stated), id))
  }
})

describe('intervals', () => {
  const year = fc.integer({ min: 1, max: 9998 })
  const day = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([y, m, d]) => {
    const last = daysInMonth(y, m)
    return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`
  })
  const interval = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))

  test('what is written is read back', () => {
    fc.assert(fc.property(interval, (date) => assert.deepEqual(dateOf(formatPartialDate(date)), date)))
    for (const text of ['2023', '2023-02', '2023-04-05', '2023-04-05/2023-06-30'])
      assert.equal(formatPartialDate(dateOf(text)), text)
  })

  test('one is certainly before, certainly after, or may be the same day', () => {
    assert.ok(certainlyBefore(dateOf('2022'), dateOf('2023-01')))
    assert.ok(!certainlyBefore(dateOf('2023'), dateOf('2023-12')))
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        assert.equal([certainlyBefore(a, b), certainlyBefore(b, a), overlaps(a, b)].filter(Boolean).length, 1)
      }),
    )
  })

  test('the days between two are an interval too', () => {
    assert.deepEqual(daysBetween(dateOf('2023-01-01'), dateOf('2023-01-31')), { least: 30, most: 30 })
    assert.deepEqual(daysBetween(dateOf('2023-01'), dateOf('2023-02')), { least: 1, most: 58 })
    assert.equal(spanInDays(dateOf('2024')), 366)
    fc.assert(fc.property(interval, interval, (a, b) => assert.ok(daysBetween(a, b).least <= daysBetween(a, b).most)))
  })
})

test('any text is a date or a problem that says what would be one', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const read = readPartialDate(stated)
      if (read.ok) assert.ok(read.date.from <= read.date.to)
      else assert.notEqual(read.problem.accepted, '')
    }),
    { numRuns: 2_000 },
  )
})
