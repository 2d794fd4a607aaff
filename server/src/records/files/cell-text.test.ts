import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellText, numberText } from './cell-text.ts'

test('a date is written by year, month and day, with its time only where it has one', () => {
  assert.equal(cellText(new Date('2019-05-03T00:00:00Z')), '2019-05-03')
  assert.equal(cellText(new Date('2019-05-03T14:30:00Z')), '2019-05-03T14:30:00')
})

test('a time that comes out a little wrong from a fraction of a day is put right', () => {
  assert.equal(cellText(new Date('2019-05-03T14:29:59.999Z')), '2019-05-03T14:30:00')
  assert.equal(cellText(new Date('2019-05-02T23:59:59.999Z')), '2019-05-03')
})

test('a time without a day is given no day', () => {
  assert.equal(cellText(new Date('1899-12-30T08:15:00Z')), '08:15:00')
})

test('the first two months of 1900, which spreadsheets count wrongly, are the days that people saw', () => {
  assert.equal(cellText(new Date('1899-12-31T00:00:00Z')), '1900-01-01')
  assert.equal(cellText(new Date('1900-02-27T00:00:00Z')), '1900-02-28')
  assert.equal(cellText(new Date('1900-03-01T00:00:00Z')), '1900-03-01')
})

test('a date past all calendars is the error that a spreadsheet would show', () => {
  assert.equal(cellText(new Date(Number.NaN)), '#NUM!')
})

test('a number is written as a person would type it', () => {
  assert.equal(numberText('1.234E+5'), '123400')
  assert.equal(numberText('0.10000000000000001'), '0.1')
  assert.equal(numberText('9007199254740991'), '9007199254740991')
  assert.equal(numberText('12345678901234567890'), '12345678901234567890')
})

test('truths and blanks are written as spreadsheets show them', () => {
  assert.deepEqual([true, false, null].map(cellText), ['TRUE', 'FALSE', ''])
})
