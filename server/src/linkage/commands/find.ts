import { ProofmarkError } from '@proofmark/contract/errors'
import type { ItemRead } from '@proofmark/domain/item'
import type { Mark } from '@proofmark/domain/marking'
import { readItem } from '@proofmark/domain/read-item'
import { NO_VOCABULARY } from '@proofmark/domain/vocabulary'
import { type Line, probability, weigh } from '@proofmark/matching/balance'
import { CHANCE_LIMIT, expectedChance } from '@proofmark/matching/chance'
import { markKeys, queryKeys } from '@proofmark/matching/keys'
import type { Context } from '../../access/context.ts'
import { loadVocabulary } from '../../records/queries/vocabulary.ts'
import { type CandidateRecord, candidatesByKeys, countEntries } from '../queries/candidates.ts'
import { queryMark } from '../rules/query-mark.ts'

/** What is left of a mark, and what else is known: evidence, never a filter. */
export interface Description {
  readonly serial: string
  readonly make?: string | undefined
  readonly model?: string | undefined
  readonly calibre?: string | undefined
  readonly type?: string | undefined
}

/** More lost characters than these would look at half a register. */
const MOST_LOST = 2

export interface Candidate extends CandidateRecord {
  readonly own: boolean
  readonly lines: readonly Line[]
  readonly probability: number
}

export interface Found {
  readonly query: Mark
  readonly entries: number
  readonly chance: number
  readonly weak: boolean
  readonly candidates: readonly Candidate[]
  readonly more: boolean
}

/** The fields that were stated; the others are absent, not blank. */
function stated(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => !!entry[1]))
}

const words = ({ make, model, calibre, type }: Description) => ({ make, model, calibre, type })

/** The mark of the record that shares the query's skeleton; the serial before other parts' numbers. */
function fittingMark(query: ReadonlySet<number>, marks: readonly Mark[]): Mark | undefined {
  return marks.find((mark) => markKeys([mark]).some((key) => query.has(key)))
}

function weighed(context: Context, query: ItemRead, keys: readonly number[], entries: number) {
  const asked = new Set(keys)
  return (record: CandidateRecord): Candidate[] => {
    const serial = fittingMark(asked, record.item.marks)
    if (!serial) return []
    const lines = weigh(query, { ...record.item, serial }, entries)
    return [{ ...record, own: record.agencyId === context.reader.agency?.id, lines, probability: probability(lines) }]
  }
}

const byProbability = (a: Candidate, b: Candidate) => b.probability - a.probability || (a.record < b.record ? -1 : 1)

/**
 * Finds the records that the mark may belong to, among those that the reader may see, best first. The disclosure is in
 * the access log before it is answered. Throws `pattern_unreadable`, `pattern_too_open`, and `pattern_not_searched` for
 * an unknown run or more lost characters than are looked for yet.
 */
export async function find(context: Context, description: Description, limit: number): Promise<Found> {
  const query = queryMark(description.serial)
  const { agency } = context.reader
  const vocabulary = agency ? await loadVocabulary(context, agency.id) : NO_VOCABULARY
  const item = { ...readItem(stated(words(description)), vocabulary), serial: query }
  const keys = queryKeys(query)
  // Never "nothing found" for what was not looked for.
  if (keys.length === 0)
    throw new ProofmarkError('pattern_not_searched', { value: description.serial, most: MOST_LOST })
  const entries = await countEntries(context)
  const records = await candidatesByKeys(context, keys)
  const ranked = records.flatMap(weighed(context, item, keys, entries)).sort(byProbability)
  const candidates = ranked.slice(0, limit)
  const chance = expectedChance(query.characters, entries)
  await context.audit({
    action: 'record.found',
    subjects: candidates.map(({ record }) => record),
    body: { query: { serial: description.serial, ...stated(words(description)) }, candidates: candidates.length },
  })
  return { query, entries, chance, weak: chance > CHANCE_LIMIT, candidates, more: ranked.length > limit }
}
