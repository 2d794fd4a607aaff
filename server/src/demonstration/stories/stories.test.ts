import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { KNOWN_FIREARM } from '../firearms.ts'
import { makeNation, type Row } from '../nation.ts'
import { neighbourhood } from './neighbours.test-helper.ts'
import type { FirearmTruth, RecordReference } from './truth.ts'
import { wholeTruth } from './whole-truth.ts'

const nation = makeNation()
const truth = wholeTruth()
const named = ({ source, key }: RecordReference) => `${source} ${key}`
const rowsOf = (which: 'rows' | 'storyRows') =>
  nation.flatMap((source) =>
    source[which].map((row) => [named({ source: source.name, key: row.id! }), row] as [string, Row]),
  )
const everyday = new Set(rowsOf('rows').map(([name]) => name))
const rows = new Map<string, Row>([...rowsOf('rows'), ...rowsOf('storyRows')])
const rowOf = (record: RecordReference): Row => rows.get(named(record))!

test('the truth that is kept beside the stories is what they tell; node tools/write-truth.ts writes it anew', async () => {
  const kept: unknown = JSON.parse(await readFile(new URL('truth.json', import.meta.url), 'utf8'))
  assert.deepEqual(kept, JSON.parse(JSON.stringify(truth)))
})

test('the truth covers every row of every story: a firearm’s, a permission’s or a lot’s, and never two things’ at once', () => {
  const told = [
    ...truth.firearms.flatMap(({ records }) => records),
    ...truth.consignments.flatMap(({ licences }) => licences),
    ...truth.lots.flatMap(({ records }) => records),
  ].map(named)
  const ofStories = [...rows.keys()].filter((name) => !everyday.has(name))
  assert.deepEqual(told.filter((name) => !everyday.has(name)).sort(), ofStories.sort())
  assert.equal(new Set(told).size, told.length)
})

test('whatever the truth says of records, it says of records that are there', () => {
  const spokenOf = [
    ...truth.firearms.flatMap(({ parts = [] }) => parts.map(({ record }) => record)),
    ...truth.firearms.flatMap(({ unreachable = [] }) => unreachable),
    ...truth.oneRecovery.flatMap(({ records }) => records),
    ...truth.notSame.flatMap(({ records }) => records),
  ]
  for (const record of spokenOf) assert.ok(rows.has(named(record)), named(record))
})

test('records that are not of one firearm are of two', () => {
  const owner = new Map(truth.firearms.flatMap((firearm) => firearm.records.map((record) => [named(record), firearm])))
  for (const { records, why } of truth.notSame) {
    const [one, other] = records.map((record) => owner.get(named(record)))
    assert.notEqual(one, other, why)
  }
})

test('each story that has a twin is that story’s twin', () => {
  const twins = new Map(truth.firearms.map(({ story, twin }) => [story, twin]))
  for (const [story, twin] of twins) if (twin !== null) assert.equal(twins.get(twin), story)
})

test('no serial of a story is within one edit of a serial of every day that is another firearm', () => {
  const register = nation.find(({ kind }) => kind === 'register')!
  const others = register.rows.filter(({ serial }) => serial !== KNOWN_FIREARM.serial)
  const taken = new Set(others.flatMap(({ serial }) => neighbourhood(serial!)))
  for (const { firearm } of truth.firearms)
    for (const form of firearm ? neighbourhood(firearm.serial) : []) assert.ok(!taken.has(form), firearm?.serial)
})

test('no two firearms of the stories have one serial, but those of which that is the story', () => {
  const bySerial = Map.groupBy(
    truth.firearms.filter(({ firearm }) => firearm !== null),
    ({ firearm }) => firearm!.serial,
  )
  const shared = [...bySerial.values()].filter((firearms) => firearms.length > 1)
  assert.deepEqual(
    shared.map((firearms) => firearms.map(({ story }) => story)),
    [['one serial under two makes', 'one serial under two makes']],
  )
})

/** Every day that a record states, as the bounds of what it states. */
function daysOf(records: readonly RecordReference[]): ReadonlySet<string> {
  const days = records.flatMap((record) => {
    const { date, until } = rowOf(record)
    return [date, until].flatMap((stated) => {
      const read = readPartialDate(stated)
      return read.ok ? [read.date.from, read.date.to] : []
    })
  })
  return new Set(days)
}

const lives = (firearm: FirearmTruth) => [firearm, ...(firearm.withoutSilent ? [firearm.withoutSilent] : [])]

test('a window runs forward between days that records of the firearm state', () => {
  for (const firearm of truth.firearms) {
    const days = daysOf(firearm.records)
    for (const { windows } of lives(firearm))
      for (const { from, to, orFrom = [], orTo = [] } of windows) {
        for (const day of [from, to, ...orFrom, ...orTo]) if (day) assert.ok(days.has(day), `${firearm.story} ${day}`)
        assert.ok(from === null || from < to, firearm.story)
      }
  }
})

test('what is illicit left lawful hands at some time, and what is lawful or never was so need not have', () => {
  for (const firearm of truth.firearms)
    for (const { status, windows } of lives(firearm)) {
      const sure = windows.filter(({ optional, confidence }) => !optional && confidence !== 'possible')
      if (status === 'illicit') assert.ok(sure.length > 0, firearm.story)
      if (status === 'undetermined') assert.equal(sure.length, 0, firearm.story)
      if (status === 'never-licit' || status === 'excluded') assert.equal(windows.length, 0, firearm.story)
    }
})

test('a window of more than five years is said to be one', () => {
  const years = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000)
  for (const firearm of truth.firearms)
    for (const { windows, findings } of lives(firearm)) {
      const long = windows.some(({ from, to, optional }) => !optional && from !== null && years(from, to) > 5)
      assert.equal(findings.includes('window longer than five years'), long, firearm.story)
    }
})

test('of each licence as many were shipped and cancelled as were authorised, and no more arrived than were shipped', () => {
  for (const { story, authorised, shipped, delivered, cancelled } of truth.consignments) {
    assert.equal(shipped + cancelled, authorised, story)
    assert.ok(delivered <= shipped, story)
  }
})
