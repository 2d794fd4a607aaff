import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { twoRolls } from './bulk.test-helper.ts'
import { Nearness } from './nearness.ts'

function edits(mark: string, other: string): number {
  const { records, entries, legend } = twoRolls([{ serial: mark }], [{ serial: other }])
  const nearness = new Nearness(legend.alphabet.symbols().classes)
  assert.ok(nearness.take(records.positions, 0, records.positionStart[1]!))
  return nearness.within(entries.positions, 0, entries.positionStart[1]!)
}

/** The same by the whole table: row by row, a beginning and an end of the other costing nothing. */
function byTable(mark: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (let i = 1; i <= mark.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const alike = mark[i - 1] === '?' || mark[i - 1] === other[j - 1]
      next.push(Math.min(row[j - 1]! + Number(!alike), row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return Math.min(...row)
}

test('edits are counted as by the whole table, whatever is lost or missing at an end', () => {
  const marks = fc.stringMatching(/^[AK][3479]{3,8}$/)
  const worn = fc.stringMatching(/^[AK][3479?]{2,7}[34][79]$/)
  fc.assert(
    fc.property(worn, marks, (mark, other) => {
      assert.equal(edits(mark, other), byTable(mark, other), `${mark} ${other}`)
    }),
    { numRuns: 200 },
  )
})

test('characters that are easily confused are no edit', () => {
  assert.equal(edits('TKRIO48', 'TKR1048'), 0)
  assert.equal(edits('1048', 'TKR10485'), 0)
  assert.equal(edits('TKR1O58', 'TKR1048'), 1)
})
