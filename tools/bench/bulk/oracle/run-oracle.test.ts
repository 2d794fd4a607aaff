import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeRecoveries } from '../../mix/recoveries.ts'
import { makeMixRegister } from '../../mix/register.ts'
import { judgedAlone, judgedOneToOne } from './posteriors.ts'
import { likelyEntries, runOracle } from './run-oracle.ts'

const register = makeMixRegister(3_000, 51)
const recoveries = makeRecoveries(register, 800, 52)
const truth = new Map(register.map(({ id }, position) => [id, position]))
const isRight = ({ recovery, entry }: { recovery: number; entry: number }) =>
  truth.get(recoveries[recovery]!.truth) === entry

describe('the oracle', () => {
  const rows = likelyEntries({ register, recoveries })
  const alone = judgedAlone(rows)
  const oneToOne = judgedOneToOne(rows, register.length)

  it('knows of each recovery that it can be the entry that it is', () => {
    const missed = recoveries.filter(({ truth: id }, row) => !rows[row]!.entries.includes(truth.get(id)!))
    assert.deepEqual(
      missed.map(({ serial, damage }) => `${damage} ${serial}`),
      [],
    )
  })

  it('is right as often as it says', () => {
    for (const judged of [alone, oneToOne]) {
      const expected = judged.reduce((sum, { probability }) => sum + probability, 0)
      const spread = Math.sqrt(judged.reduce((sum, { probability }) => sum + probability * (1 - probability), 0))
      const right = judged.filter(isRight).length
      assert.ok(Math.abs(right - expected) < 4 * spread + 1, `${right} right, not ${expected}`)
    }
  })

  it('is right more often where it knows that no two recoveries are one entry', () => {
    assert.ok(oneToOne.filter(isRight).length >= alone.filter(isRight).length)
  })

  it('does not look at what is true', () => {
    const blind = recoveries.map((recovery) => ({ ...recovery, truth: '', damage: 'unchanged' as const }))
    assert.deepEqual(
      runOracle({ register, recoveries: blind }, () => {}),
      { alone, oneToOne },
    )
  })
})
