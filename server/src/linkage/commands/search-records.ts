import type { Mark } from '@proofmark/domain/marking'
import { type Balance, sumOfBits } from '@proofmark/matching/balance'
import { leastDamages } from '@proofmark/matching/least-damages'
import type { Line } from '@proofmark/matching/line'
import { looseKeys, nearKeys, wideKeys } from '@proofmark/matching/query-keys'
import { type Ranked, rankByProbability, type Weighed } from '@proofmark/matching/rivals'
import type { Context } from '../../access/context.ts'
import { type CandidateRecord, candidatesByKeys, candidatesByPieces } from '../queries/candidates.ts'
import { balanceFor } from '../queries/standing-balance.ts'
import type { AskedItem } from '../rules/asked-item.ts'
import { LEAST_CLEAR } from '../rules/query-mark.ts'

export type WeighedRecord = CandidateRecord & Weighed

/** The paths behind the near one, each taken unless a record is so likely that nobody need look further afield. */
const FURTHER = [
  { keys: wideKeys, unless: 0.95 },
  { keys: looseKeys, unless: 0.5 },
] as const

/** A damaged mark for which all evidence together speaks less than this, in bits, is no candidate. */
const LEAST_EVIDENCE = 2
/** A mark that fits as it stands is shown however little it says. */
const FITTING: readonly string[] = ['exact', 'fits', 'confused'].map((level) => `evidence.serial.${level}`)

function weighing(asked: AskedItem, balance: Balance, prior: Line) {
  return (record: CandidateRecord): WeighedRecord[] => {
    const evidence = balance.evidence(asked, record.item)
    const serial = evidence.find(({ field }) => field === 'serial')
    if (!serial || !(FITTING.includes(serial.message.id) || sumOfBits(evidence) >= LEAST_EVIDENCE)) return []
    return [{ ...record, lines: [prior, ...evidence] }]
  }
}

const keysOf = (marks: readonly Mark[], keys: (mark: Mark) => number[]) => [...new Set(marks.flatMap(keys))]

/** What takes more than this to make of the other is no candidate of the wide path. */
const MOST_DAMAGES = 2

/** Is any mark of the record near enough to one that is asked for to be weighed? */
function isNear(asked: AskedItem, { item }: CandidateRecord): boolean {
  return asked.marks.some(({ skeleton }) =>
    item.marks.some((mark) => {
      if (skeleton === null || mark.skeleton === null) return false
      return (leastDamages(skeleton, mark.skeleton) ?? 0) <= MOST_DAMAGES
    }),
  )
}

const clearOf = ({ characters }: Mark) => characters.filter(({ state }) => state === 'clear').length

/** Can any of these marks be looked for at all? With fewer clear characters it would fit half a register. */
export function isSearchable(marks: readonly Mark[]): boolean {
  if (!marks.some((mark) => clearOf(mark) >= LEAST_CLEAR)) return false
  return keysOf(marks, nearKeys).length > 0 || keysOf(marks, wideKeys).length > 0
}

const NONE: ReadonlySet<string> = new Set()

/**
 * The records among which the marks asked for may be, each weighed, best first: those that the near path finds, where
 * none of them is as good as certain those that hold pieces of what is left, and where none of those is likely those
 * that hold pieces nearly alike. Which paths are taken depends on nothing that the reader may not see. `besides`: records
 * that are no candidates, such as the one that is asked about.
 */
export async function searchRecords(
  context: Context,
  asked: AskedItem,
  entries: number,
  besides: ReadonlySet<string> = NONE,
): Promise<Ranked<WeighedRecord>[]> {
  const balance = await balanceFor(context)
  const prior = balance.prior(entries)
  const weighed = weighing(asked, balance, prior)
  const weigh = (record: CandidateRecord) => (besides.has(record.record) ? [] : weighed(record))
  const near = await candidatesByKeys(context, keysOf(asked.marks, nearKeys))
  const compared = near.map(({ record }) => record)
  let found = near.flatMap(weigh)
  let ranked = rankByProbability(found, balance, prior)
  for (const { keys, unless } of FURTHER) {
    if ((ranked[0]?.probability ?? 0) >= unless) break
    const further = await candidatesByPieces(context, keysOf(asked.marks, keys), compared, asked.make.code)
    compared.push(...further.map(({ record }) => record))
    found = [...found, ...further.filter((record) => isNear(asked, record)).flatMap(weigh)]
    ranked = rankByProbability(found, balance, prior)
  }
  return ranked
}
