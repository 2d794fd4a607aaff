import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readItem } from '../../../domain/src/read-item.ts'
import { baselineRow } from './baseline-row.ts'
import { matchExactly } from './exact.ts'
import { makeProblem } from './problem.ts'

const rowOf = (serial: string, make: string) => baselineRow(readItem({ serial, make, model: 'Model Nowhere 7' }))

describe('the rows of the baselines', () => {
  it('hold codes where words are read, and folded text where they are not', () => {
    const { make, model, calibre, year } = rowOf('AB 123', 'TAURUS')
    assert.deepEqual(
      { make, model, calibre, year },
      { make: 'taurus', model: 'modelnowhere7', calibre: null, year: null },
    )
  })

  it('hold lost characters and doubts as one sign', () => {
    assert.equal(rowOf('AB?12[38]4', 'Taurus').serial, 'AB?12?4')
    assert.equal(rowOf('suprimido', 'Taurus').serial, null)
  })
})

describe('the baseline of equality', () => {
  it('finds the same number under the same make, however both are written', () => {
    const entries = [rowOf('AB1234', 'Taurus'), rowOf('AB1234', 'Rossi'), rowOf('AB1235', 'Taurus')]
    assert.deepEqual(matchExactly(entries, [rowOf('No. ab-1234', 'TAURUS'), rowOf('AB?234', 'Taurus')]), [
      { recovery: 0, entry: 0, probability: 1 },
    ])
  })

  it('is right about what is unchanged and finds nothing that is damaged otherwise than in form', () => {
    const { entriesRead, recoveriesRead, truth } = makeProblem(2000, 400, 7, 99)
    const judged = matchExactly([...entriesRead().map(baselineRow)], [...recoveriesRead().map(baselineRow)])
    const right = judged.filter(({ recovery, entry }) => truth.entries[recovery] === entry)
    assert.ok(right.length > 0.95 * judged.length)
    const kinds = new Set(right.map(({ recovery }) => truth.damages[recovery]))
    assert.deepEqual([...kinds].sort(), ['reformatted', 'unchanged'])
  })
})
