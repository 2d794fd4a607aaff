import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_KINDS, FINAL_EVENTS, isEventKind, RECOVERIES } from './event-kind.ts'
import { isSourceKind, SOURCE_KINDS, SOURCE_TRAITS } from './source-kind.ts'

test('every kind of source reports a kind of event', () => {
  for (const kind of SOURCE_KINDS) assert.ok(EVENT_KINDS.includes(SOURCE_TRAITS[kind].event), kind)
})

test('only registers and stockpiles list an item once', () => {
  assert.deepEqual(
    SOURCE_KINDS.filter((kind) => SOURCE_TRAITS[kind].listsOnce),
    ['register', 'stockpile'],
  )
})

test('registers and stockpiles list holdings, licences speak of consignments, and every other source of firearms', () => {
  const kindsOf = (row: string) => SOURCE_KINDS.filter((kind) => SOURCE_TRAITS[kind].row === row)
  assert.deepEqual(kindsOf('holding'), ['register', 'stockpile'])
  assert.deepEqual(kindsOf('consignment'), ['import-licence', 'export-licence'])
  assert.equal(kindsOf('firearm').length, SOURCE_KINDS.length - 4)
})

test('a recovery is a seizure, a find or a surrender; a return is none', () => {
  assert.deepEqual([...RECOVERIES], ['seizure', 'find', 'surrender'])
  assert.ok(!RECOVERIES.has('return'))
  assert.ok(FINAL_EVENTS.has('destruction'))
})

test('only listed words are kinds', () => {
  assert.ok(isSourceKind('loss-theft') && isEventKind('theft'))
  assert.ok(!isSourceKind('constructor') && !isEventKind(''))
})
