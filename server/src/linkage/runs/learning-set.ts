import type { LearningGroup, LearningSet } from '@proofmark/matching/learning/learning-set'
import type { Run } from '../../access/context.ts'
import { learningGroups, learningRecords, learningSample } from '../queries/learning-sample.ts'
import { taughtPairs } from '../queries/taught-pairs.ts'

/** So many records are asked for in one transaction. */
const AT_ONCE = 25
const READ_AT_ONCE = 1_000

export interface GatherOptions {
  /** At most so many records that ask; as many as are chosen where it is left out. */
  readonly most?: number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: { readonly done: number; readonly all: number }) => void) | undefined
}

export interface Gathered extends LearningSet {
  readonly entries: number
}

const stretches = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

/** Reads from the records of open sources what a model is learned from, or two are compared on. */
export async function gatherOpen(run: Run, { most, signal, onProgress }: GatherOptions = {}): Promise<Gathered> {
  const sample = await run(learningSample)
  const asking = sample.asking.slice(0, most)
  const entries = [...sample.entries.values()].reduce((sum, each) => sum + each, 0)
  const groups: LearningGroup[] = []
  let done = 0
  for (const some of stretches(asking, AT_ONCE)) {
    signal?.throwIfAborted()
    groups.push(...(await run((context) => learningGroups(context, sample, some))))
    done += some.length
    onProgress?.({ done, all: asking.length })
  }
  const records = []
  for (const some of stretches(sample.drawn, READ_AT_ONCE))
    records.push(...(await run((context) => learningRecords(context, some))))
  const taught = await run((context) => taughtPairs(context, sample.classes, entries))
  return { groups, records, taught, entries }
}
