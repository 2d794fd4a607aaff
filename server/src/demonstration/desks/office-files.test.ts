import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeNation } from '../nation.ts'
import { SOURCES } from '../sources.ts'
import { neighbourhood } from '../stories/neighbours.test-helper.ts'
import { officeFiles } from './office-files.ts'
import { VERDICTS } from './verdicts.ts'

const nation = makeNation()
const rowsOf = (source: keyof typeof SOURCES) => {
  const { rows, storyRows } = nation.find(({ name }) => name === SOURCES[source].name)!
  return [...rows, ...storyRows]
}
const files = officeFiles()
const sent = files.flatMap(({ rows }) => rows)

test('the files are the same on every machine, and their keys are nobody else’s', () => {
  assert.deepEqual(officeFiles(), files)
  for (const { source, rows } of files) {
    const keys = [...rowsOf(source), ...rows].map(({ id }) => id).filter((id) => id !== '')
    assert.equal(new Set(keys).size, keys.length, source)
  }
})

test('no number in them is within one edit of another of the nation, nor of each other', () => {
  const isNumber = (serial: string | undefined) => serial !== undefined && /\d{5}/.test(serial)
  const taken = new Set(
    nation.flatMap(({ rows, storyRows }) =>
      [...rows, ...storyRows].flatMap(({ serial }) => (serial === undefined ? [] : neighbourhood(serial))),
    ),
  )
  for (const { serial } of sent.filter((row) => isNumber(row.serial))) {
    const forms = neighbourhood(serial!)
    assert.ok(!forms.some((form) => taken.has(form)), serial)
    for (const form of forms) taken.add(form)
  }
})

test('what was judged is of the first firearm', () => {
  for (const { source, key } of VERDICTS) {
    const row = rowsOf(source).find(({ id }) => id === key)
    assert.match(row?.serial ?? '', /^TKR-?1[0O]48$/)
  }
})
