import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Mark } from '@proofmark/domain/marking'
import { NO_VOCABULARY, type Vocabulary } from '@proofmark/domain/vocabulary'
import type { Balance } from '@proofmark/matching/balance'
import { CHANCE_LIMIT, expectedChance } from '@proofmark/matching/chance'
import type { Line } from '@proofmark/matching/line'
import { type Ranked, rankByProbability } from '@proofmark/matching/rivals'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { loadVocabulary } from '../../records/queries/vocabulary.ts'
import { type CandidateDetails, type CandidateRecord, candidateDetails, countEntries } from '../queries/candidates.ts'
import { itemNames } from '../queries/item-of.ts'
import { balanceFor } from '../queries/standing-balance.ts'
import {
  type AskedItem,
  askedByPattern,
  type Description,
  type StatedRow,
  statedFields,
  type UnreadField,
  unreadFields,
} from '../rules/asked-item.ts'
import { admitSearch } from './admit-search.ts'
import { isSearchable, searchRecords, type WeighedRecord } from './search-records.ts'

export interface Candidate extends CandidateDetails, Pick<CandidateRecord, 'item'> {
  readonly own: boolean
  /** Under which identifier its firearm is shown: computed from what the reader may see. */
  readonly firearm: string
  readonly lines: readonly Line[]
  readonly probability: number
}

export interface Found {
  readonly query: Mark
  /** By which the candidates were weighed. */
  readonly balance: Balance
  readonly entries: number
  readonly chance: number
  readonly weak: boolean
  readonly candidates: readonly Candidate[]
  /** What was stated and read by no table: it is compared as text alone, or not at all. */
  readonly unread: readonly UnreadField[]
  /** How many fit in all. */
  readonly fitting: number
}

/** The words of the reader's own agency, beside the tables. */
export async function readersVocabulary(context: Context): Promise<Vocabulary> {
  const { agency } = context.reader
  return agency ? loadVocabulary(context, agency.id) : NO_VOCABULARY
}

/** Records further behind are no rivals that could be seen; whether they are of one firearm is not asked. */
const RIVALS = 40

/** The candidates again, those that links join to one firearm being no rivals, with the name under which it is shown. */
async function byFirearm(
  context: Context,
  candidates: readonly Ranked<WeighedRecord>[],
  entries: number,
  limit: number,
) {
  const records = candidates.map(({ record }) => record)
  const nearest = records.slice(0, Math.max(RIVALS, limit)).map(({ record }) => record)
  const firearms = await itemNames(context, nearest)
  const areOne = (a: WeighedRecord, b: WeighedRecord) => {
    const firearm = firearms.get(a.record)
    return firearm !== undefined && firearm === firearms.get(b.record)
  }
  const balance = await balanceFor(context)
  return { ranked: rankByProbability(records, balance, balance.prior(entries), { known: areOne }), firearms }
}

/** The best candidates for what is asked, with what a reader sees of them. */
export async function findAsked(context: Context, asked: AskedItem, limit: number): Promise<Found> {
  const entries = await countEntries(context)
  const { ranked, firearms } = await byFirearm(context, await searchRecords(context, asked, entries), entries, limit)
  const best = ranked.slice(0, limit)
  const details = await candidateDetails(
    context,
    best.map(({ record }) => record.record),
  )
  const candidates = best.flatMap(({ record: { record, item }, lines, probability }) => {
    const detail = details.get(record)
    if (!detail) return []
    const own = detail.agencyId === context.reader.agency?.id
    return [{ ...detail, item, lines, probability, own, firearm: firearms.get(record) ?? record }]
  })
  const chance = expectedChance(asked.serial.characters, entries)
  return {
    query: asked.serial,
    balance: await balanceFor(context),
    entries,
    chance,
    weak: chance > CHANCE_LIMIT,
    candidates,
    fitting: ranked.length,
    unread: unreadFields(asked),
  }
}

/**
 * Finds the records that the mark may belong to, among those that the reader may see, best first. The disclosure is in
 * the access log before it is answered. Throws `pattern_unreadable`, `pattern_too_open`, `pattern_not_searched` for a
 * mark of which too little stands together, `role_needed`, `search_busy` and `search_too_slow`.
 */
export async function find(context: Context, description: Description, limit: number): Promise<Found> {
  needRole(context.reader, READERS)
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
