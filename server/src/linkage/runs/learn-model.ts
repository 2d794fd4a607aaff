import { setImmediate as breathe } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { TABLES_VERSION } from '@proofmark/domain/tables-version'
import { hash32 } from '@proofmark/matching/hash'
import { type Learned, learnModel } from '@proofmark/matching/learning/learn'
import type { LearningSet } from '@proofmark/matching/learning/learning-set'
import { reportCard } from '@proofmark/matching/learning/report-card'
import { START_MODEL } from '@proofmark/matching/model'
import type { ModelContent } from '@proofmark/matching/model-file/model-content'
import type { Run } from '../../access/context.ts'
import { proposeModel } from '../commands/propose-model.ts'
import { needModeller } from '../policy/model.ts'
import { SAME_FROM, UNDECIDED_FROM } from '../rules/thresholds.ts'
import { type Gathered, type GatherOptions, gatherOpen } from './learning-set.ts'

/** From fewer records that ask nothing is learned that the start values do not say as well. */
export const LEAST_ASKING = 50
/** One in so many records, and of what people judged one in so many pairs, is held back for the report card. */
const HELD_BACK = 5

const isHeldBack = (...of: readonly string[]) => (hash32([...of].sort().join(' ')) >>> 0) % HELD_BACK === 0

export interface LearnOptions extends GatherOptions {
  /** The day on which it is learned. */
  readonly today: Date
}

async function learnBreathing(set: LearningSet, { signal, onProgress }: LearnOptions): Promise<Learned> {
  const learning = learnModel(set, START_MODEL)
  for (let step = 0; ; step++) {
    const { done, value } = learning.next()
    if (done) return value
    if (step % 10 !== 0) continue
    signal?.throwIfAborted()
    onProgress?.(value)
    // Whoever else is served by this process is not kept waiting.
    await breathe()
  }
}

function parts({ groups, taught, records }: Gathered) {
  const held = ({ asking }: Gathered['groups'][number]) => isHeldBack(asking.record)
  const heldPair = ({ one, other }: Gathered['taught'][number]) => isHeldBack(one.record, other.record)
  return {
    learned: {
      groups: groups.filter((group) => !held(group)),
      taught: taught.filter((pair) => !heldPair(pair)),
      records,
    },
    held: { groups: groups.filter(held), taught: taught.filter(heldPair) },
  }
}

function contentOf(
  gathered: Gathered,
  { model, from, recorded }: Learned,
  held: ReturnType<typeof parts>['held'],
  today: Date,
): ModelContent {
  const { version: _, recorded: share, between = {}, ...shares } = model
  const figures = reportCard(START_MODEL, model, {
    heldBack: held.groups,
    taught: held.taught,
    entries: gathered.entries,
    recorded,
    thresholds: [UNDECIDED_FROM, SAME_FROM],
  })
  const on = today.toISOString().slice(0, 10)
  const learned = { on, tables: TABLES_VERSION, start: START_MODEL.version, from, recorded }
  // What is kept is what was read back: the numbers of a file, and no others.
  return JSON.parse(JSON.stringify({ recorded: share, shares, between, learned, figures })) as ModelContent
}

/**
 * Learns a model from the records of open sources and what people judged of them, and proposes it. The same records give
 * the same model, whoever learns it. Throws `role_needed`, `model_too_few`.
 */
export async function learnFromOpen(run: Run, options: LearnOptions): Promise<{ version: string }> {
  await run(async ({ reader }) => needModeller(reader))
  const gathered = await gatherOpen(run, options)
  const { learned: set, held } = parts(gathered)
  const asking = new Set(set.groups.map((group) => group.asking.record)).size
  if (asking < LEAST_ASKING) throw new ProofmarkError('model_too_few', { records: asking, least: LEAST_ASKING })
  const learned = await learnBreathing(set, options)
  const content = contentOf(gathered, learned, held, options.today)
  return run((context) => proposeModel(context, { content, origin: 'learned', approvedElsewhere: [] }))
}
