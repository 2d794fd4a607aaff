import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Legend, type Roll, RollBuilder } from '../../../matching/src/bulk/roll.ts'
import { type Matched, matchRolls } from '../../../matching/src/bulk/threads/match-rolls.ts'
import { START_MODEL } from '../../../matching/src/model.ts'
import { rollEntry } from './engine-row.ts'
import type { Judged } from './judged.ts'
import { peakMegabytes } from './peak.ts'

/** What the process that matches in bulk is told, and what it answers. */
export interface EngineOrder {
  /** Files of a record a line. */
  readonly entries: string
  readonly recoveries: string
  readonly threads: number
}

export interface EngineReport {
  readonly judged: readonly Judged[]
  readonly matched: Omit<Matched, 'records' | 'entries' | 'probabilities'>
  readonly loadSeconds: number
  /** From the loaded rolls to the result. */
  readonly seconds: number
  /** Of the whole process, from its beginning to the result. */
  readonly peakMegabytes: number
}

async function load(path: string, legend: Legend): Promise<Roll> {
  const builder = new RollBuilder(legend)
  for await (const line of createInterface({ input: createReadStream(path) })) builder.add(rollEntry(line))
  return builder.finish()
}

async function work({ entries, recoveries, threads }: EngineOrder): Promise<EngineReport> {
  const began = performance.now()
  const legend = new Legend()
  const register = await load(entries, legend)
  const records = await load(recoveries, legend)
  const loaded = performance.now()
  const result = await matchRolls(records, register, legend, {
    threads,
    background: START_MODEL.mark,
  })
  const ended = performance.now()
  const peak = await peakMegabytes()
  const { records: recovered, entries: found, probabilities, ...matched } = result
  const judged = Array.from(recovered, (recovery, at) => ({
    recovery,
    entry: found[at]!,
    probability: probabilities[at]!,
  }))
  return {
    judged,
    matched,
    loadSeconds: (loaded - began) / 1000,
    seconds: (ended - loaded) / 1000,
    peakMegabytes: peak,
  }
}

process.once('message', async (order: EngineOrder) => {
  process.send?.(await work(order), () => process.disconnect())
})
