import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayIn, momentIn, startOfDay } from './time-zone.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe']

test('a time on a day in a zone is the moment at which the clocks there show it', () => {
  assert.equal(momentIn('2026-01-05', '08:00', 'Europe/Berlin')?.toISOString(), '2026-01-05T07:00:00.000Z')
  assert.equal(momentIn('2026-07-05', '08:00', 'Europe/Berlin')?.toISOString(), '2026-07-05T06:00:00.000Z')
  assert.equal(momentIn('2026-01-05', '00:30', 'Asia/Kathmandu')?.toISOString(), '2026-01-04T18:45:00.000Z')
})

test('an hour that the clocks jump over is as much later, one that they show twice the earlier of the two', () => {
  assert.equal(momentIn('2026-03-29', '02:30', 'Europe/Berlin')?.toISOString(), '2026-03-29T01:30:00.000Z')
  assert.equal(momentIn('2026-10-25', '02:30', 'Europe/Berlin')?.toISOString(), '2026-10-25T00:30:00.000Z')
})

test('midnight begins the day, in every zone and on every day', () => {
  const days = fc.date({ min: new Date('1990-01-02'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), (date, zone) => {
      const day = dayIn(date, zone)
      const begun = momentIn(day, '00:00', zone)!
      assert.equal(dayIn(begun, zone), day)
      assert.equal(begun.getTime(), startOfDay(day, zone).getTime())
    }),
    { numRuns: 300 },
  )
})

test('a zone that nobody knows gives no moment', () => {
  assert.equal(momentIn('2026-01-05', '08:00', 'Mars/Olympus'), null)
})
