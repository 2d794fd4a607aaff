import type { ModelShares, ModelSummary, ModelComparison as Shown } from '@proofmark/contract/schemas/model'
import { believedOf } from '@proofmark/matching/learning/believed'
import type { MovedPair } from '@proofmark/matching/learning/compare-models'
import { type Model, type Shares, START_MODEL } from '@proofmark/matching/model'
import { modelOf, writeModelFile } from '@proofmark/matching/model-file/model-file'
import { DEGREES, WORD_FIELDS } from '@proofmark/matching/word-degrees'
import type { Reader } from '../../access/context.ts'
import { maySetStanding } from '../policy/model.ts'
import type { KeptModel, NamedApproval } from '../queries/list-models.ts'
import type { ComparedModels } from '../runs/compare-models.ts'

const presentApproval = ({ by, agency, at }: NamedApproval) => ({ by, agency, at: at.toISOString() })

function presentLearned({ content }: KeptModel): ModelSummary['learned'] {
  if (!content) return null
  const { on, tables, start, from, recorded } = content.learned
  const rows = Object.entries(from).map(([pair, counts]) => ({ pair, ...counts, recorded: recorded[pair] ?? null }))
  return { on, tables, start, from: rows.sort((a, b) => b.same - a.same || (a.pair < b.pair ? -1 : 1)) }
}

/** What a reader sees of a model, and whether they may approve it. */
export function presentModel(reader: Reader, kept: KeptModel): ModelSummary {
  const { version, origin, standing, content, proposed, approvals, approvedElsewhere } = kept
  const figures = content && {
    ...content.figures,
    thresholds: [...content.figures.thresholds],
    calibration: [...content.figures.calibration],
  }
  return {
    version,
    origin,
    standing,
    approvable: !standing && maySetStanding(reader, proposed?.account ?? null),
    proposed: proposed && presentApproval(proposed),
    approvals: approvals.map(presentApproval),
    approvedElsewhere: [...approvedElsewhere],
    learned: presentLearned(kept),
    figures,
  }
}

const LEFT_OUT: readonly string[] = ['further', 'ownPart', 'unrelated', 'keptWhereLost']

function presentShares(pair: string | null, shares: Shares): ModelShares {
  const words = WORD_FIELDS.flatMap((field) => {
    const agreement = shares[field]
    if (!agreement) return []
    const { alone, beside } = believedOf(agreement)
    const rows = (of: typeof alone, isBeside: boolean) =>
      DEGREES.map((degree) => {
        const [m, u] = [of.m[degree], of.u[degree]]
        return { field, degree, beside: isBeside, m, u, bits: Math.log2(m / u) }
      })
    return [...rows(alone, false), ...(beside === alone || typeof agreement.m === 'number' ? [] : rows(beside, true))]
  })
  const marks = Object.entries(shares.mark)
    .filter(([kind]) => !LEFT_OUT.includes(kind))
    .map(([kind, share]) => ({ kind, share }))
  return { pair, words, marks }
}

/** What a model says of each field, for all pairs of kinds of source and for those that it tells apart. */
export function presentModelShares({ version, content }: KeptModel): ModelShares[] {
  const model: Model = content ? modelOf({ version, content }) : START_MODEL
  const between = Object.entries(model.between ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  return [presentShares(null, model), ...between.map(([pair, shares]) => presentShares(pair, shares))]
}

/** A learned model as a file; null for the start model, which every installation has. */
export function modelFileOf({ version, content, approvals }: KeptModel): string | null {
  return content && writeModelFile({ version, content, approvals: approvals.map(presentApproval) })
}

/** Two models on the same pairs, as a reader sees it. */
export function presentComparison({ details, ...compared }: ComparedModels): Shown {
  const pairs = (moved: readonly MovedPair[]) =>
    moved.flatMap((pair) => {
      const [one, other] = [details.get(pair.record), details.get(pair.other)]
      if (!one || !other) return []
      return [{ ...pair, source: one.source, key: one.key, otherSource: other.source, otherKey: other.key }]
    })
  const { before, after, records, moves } = compared
  return {
    before,
    after,
    records,
    pairs: compared.pairs,
    moves,
    gained: pairs(compared.gained),
    lost: pairs(compared.lost),
  }
}
