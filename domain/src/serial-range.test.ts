import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { countedSerial, serialAt } from './serial-count.ts'
import { countOfRanges, liesIn, readSerialRanges } from './serial-range.ts'

const read = (text: string, quantity: number | null = null) =>
  readSerialRanges(text, quantity).map(({ first, last, count }) => `${first} ${last} ${count}`)

test('a range is read however the languages of the tables say it', () => {
  for (const text of [
    '10001 to 10100',
    'from 10001 to 10100',
    'Serial numbers 10001 through 10100',
    'Nos. 10001 to 10100',
    'de 10001 à 10100',
    'du n° 10001 au n° 10100',
    'de 10001 a 10100',
    'desde 10001 hasta 10100',
    'de 10001 até 10100',
    '10001 bis 10100',
    'von Nr. 10001 bis Nr. 10100',
    'da 10001 a 10100',
    'od 10001 do 10100',
    'од 10001 до 10100',
    'с 10001 по 10100',
    'من 10001 إلى 10100',
    'من ١٠٠٠١ إلى ١٠١٠٠',
  ])
    assert.deepEqual(read(text), ['10001 10100 100'], text)
  assert.deepEqual(read('FROM M82178 BIS M82339'), ['M82178 M82339 162'])
  assert.deepEqual(read('A 123456 a A 123999'), ['A123456 A123999 544'])
})

test('by a sign it is a range only where the quantity bears it out', () => {
  assert.deepEqual(read('331478-331613', 136), ['331478 331613 136'])
  assert.deepEqual(read('331478-331613', 130), ['331478 331613 136'])
  assert.deepEqual(read('TKR10001 – TKR10100', 90), ['TKR10001 TKR10100 100'])
  assert.deepEqual(read('10001/10100', 100), ['10001 10100 100'])
  assert.deepEqual(read('AB-10001-AB-10100', 100), ['AB10001 AB10100 100'])
  for (const [text, quantity] of [
    ['331478-331613', null],
    ['331478-331613', 1],
    // Two numbers, and no range of them.
    ['331478-331613', 2],
    ['10001/10100', 2],
    ['10001/10100', 90],
    ['1234-5678', 20],
    ['AB-10001-AB-10100', 90],
  ] as const)
    assert.deepEqual(read(text, quantity), [], `${text} ${quantity}`)
})

test('several ranges and numbers of one text are all read, or none is', () => {
  assert.deepEqual(read('10001 to 10100; 10250, 20001 to 20010'), [
    '10001 10100 100',
    '10250 10250 1',
    '20001 20010 10',
  ])
  assert.deepEqual(read('10001-10003, 10007-10008', 5), ['10001 10003 3', '10007 10008 2'])
  assert.deepEqual(read('10001-10003, 10007-10008', 6), [])
  assert.deepEqual(read('10001 to 10100; and others'), [])
  assert.deepEqual(read('10001; 10002', 2), [])
})

test('what is one number, a day, a stock number, damaged or of two counts is no range', () => {
  for (const text of [
    'AB-123456',
    '123-456',
    '123456-7',
    '12?45-6',
    '12?45 to 12?49',
    '123** to 12399',
    '1005-01-123-4567',
    '1005-01-123-4567 to 1005-01-123-4999',
    '01.02.2019 - 05.02.2019',
    '12-05-2019',
    '2019-05-12 to 2019-06-12',
    'A10001 to B10100',
    'A10001 to 10100',
    '10100 to 10001',
    '10001 to 10001',
    '9990 to 10010',
    '331478-613',
    '0000001 to 9999999',
    'to',
    'from 10001',
    'without number to this day',
    '10,001 to 10,100',
    '',
  ])
    for (const quantity of [null, 2, 5, 100]) assert.deepEqual(read(text, quantity), [], `${text} ${quantity}`)
})

test('no text breaks it, and all that it reads is in order, of one shape and counted', () => {
  const quantities = fc.option(fc.integer({ min: 1, max: 2_000 }))
  fc.assert(
    fc.property(anyText, quantities, (text, quantity) => {
      for (const { first, last, count } of readSerialRanges(text, quantity)) {
        assert.equal(first.length, last.length)
        assert.ok(first <= last && count >= 1)
      }
    }),
  )
})

const counts = fc.record({
  before: fc.constantFrom('', 'A', 'TKR', 'AB12C'),
  after: fc.constantFrom('', 'B', 'XA'),
  first: fc.integer({ min: 0, max: 98_000 }),
  count: fc.integer({ min: 2, max: 1_000 }),
})

test('a range that is written is the range that is read, and holds its numbers and no others', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: -20, max: 1_020 }), ({ before, after, first, count }, step) => {
      const shape = countedSerial(`${before}00000${after}`)!
      const [from, to] = [serialAt(shape, first), serialAt(shape, first + count - 1)]
      for (const [text, quantity] of [
        [`${from} to ${to}`, null],
        [`${from}-${to}`, count],
      ] as const) {
        const ranges = readSerialRanges(text, quantity)
        assert.deepEqual(ranges, [{ first: from, last: to, count }])
        assert.equal(countOfRanges(ranges), count)
        if (first + step < 0) continue
        assert.equal(liesIn(ranges[0]!, serialAt(shape, first + step)), step >= 0 && step < count)
      }
    }),
  )
})
