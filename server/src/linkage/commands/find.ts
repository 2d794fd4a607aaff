import { ProofmarkError } from '@proofmark/contract/errors'
import type { Mark } from '@proofmark/domain/marking'
import { NO_VOCABULARY, type Vocabulary } from '@proofmark/domain/vocabulary'
import { CHANCE_LIMIT, expectedChance } from '@proofmark/matching/chance'
import type { Line } from '@proofmark/matching/line'
import type { Context } from '../../access/context.ts'
import { loadVocabulary } from '../../records/queries/vocabulary.ts'
import { type CandidateDetails, type CandidateRecord, candidateDetails, countEntries } from '../queries/candidates.ts'
import { type AskedItem, askedByPattern, type Description, type StatedRow, statedFields } from '../rules/asked-item.ts'
import { admitSearch } from './admit-search.ts'
import { isSearchable, searchRecords } from './search-records.ts'

export interface Candidate extends CandidateDetails, Pick<CandidateRecord, 'item'> {
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

/** The words of the reader's own agency, beside the tables. */
export async function readersVocabulary(context: Context): Promise<Vocabulary> {
  const { agency } = context.reader
  return agency ? loadVocabulary(context, agency.id) : NO_VOCABULARY
}

/** The best candidates for what is asked, with what a reader sees of them. */
export async function findAsked(context: Context, asked: AskedItem, limit: number): Promise<Found> {
  const entries = await countEntries(context)
  const ranked = await searchRecords(context, asked, entries)
  const best = ranked.slice(0, limit)
  const details = await candidateDetails(
    context,
    best.map(({ record }) => record.record),
  )
  const candidates = best.flatMap(({ record: { record, item }, lines, probability }) => {
    const shown = details.get(record)
    return shown ? [{ ...shown, item, lines, probability, own: shown.agencyId === context.reader.agency?.id }] : []
  })
  const chance = expectedChance(asked.serial.characters, entries)
  return {
    query: asked.serial,
    entries,
    chance,
    weak: chance > CHANCE_LIMIT,
    candidates,
    more: ranked.length > limit,
  }
}

/**
 * Finds the records that the mark may belong to, among those that the reader may see, best first. The disclosure is in
 * the access log before it is answered. Throws `pattern_unreadable`, `pattern_too_open`, `pattern_not_searched` for a
 * mark of which too little stands together, `search_busy` and `search_too_slow`.
 */
export async function find(context: Context, description: Description, limit: number): Promise<Found> {
  const asked = askedByPattern(description, await readersVocabulary(context))
  // Never "nothing found" for what was not looked for.
  if (!isSearchable(asked.marks)) throw new ProofmarkError('pattern_not_searched', { value: description.serial })
  const found = await admitSearch(context, () => findAsked(context, asked, limit))
  await auditFound(context, description, found)
  return found
}

/** The entry of a search: what was asked for, and which records were shown. */
export async function auditFound({ audit }: Context, description: StatedRow, { candidates }: Found): Promise<void> {
  await audit({
    action: 'record.found',
    subjects: candidates.map(({ record }) => record),
    body: { query: statedFields(description), candidates: candidates.length },
  })
}
