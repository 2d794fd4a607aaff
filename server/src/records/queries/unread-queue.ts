import type { Vocabulary } from '@proofmark/domain/vocabulary'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import {
  compareWaiting,
  formatPlace,
  parsePlace,
  type UnreadSpelling,
  type WaitingText,
  waitingTexts,
} from '../rules/waiting-texts.ts'
import { agencyClasses } from './agency-classes.ts'
import { loadVocabulary } from './vocabulary.ts'

/**
 * Spellings that are looked at, those of most records first. Beyond so many the queue is not shown whole: what is left
 * out is rarer than all that stands in it, and comes up as that is decided on.
 */
const MOST_SPELLINGS = 50_000
const SAMPLES = 3

export interface QueueInput {
  readonly agency?: string | undefined
  readonly field?: VocabularyField | undefined
  /** Where the page before ended, as its `next` gave it. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface QueuedText extends WaitingText {
  /** Up to three of the records. */
  readonly samples: readonly string[]
}

export interface UnreadQueue {
  readonly texts: readonly QueuedText[]
  readonly next: string | null
  /** How many texts wait, on all pages. */
  readonly waiting: number
  /** Texts that were decided on, whose records are still to be read again. */
  readonly decided: number
  /** Are there rare texts beyond those that were counted? */
  readonly more: boolean
  /** The words by which the texts are named. */
  readonly vocabulary: Vocabulary
}

/**
 * What waits for an agency's curators: the texts of its own records that no table knows, whatever their case, accents
 * and blanks, the text of most records first. Records that the reader may not see are not counted. Throws
 * `role_needed`, `not_your_agency`, `agency_unknown`, and `body_invalid` for an unreadable place.
 */
export async function unreadQueue(context: Context, input: QueueInput): Promise<UnreadQueue> {
  const after = input.after === undefined ? null : parsePlace(input.after)
  const agency = await stewardsAgency(context, input.agency)
  const classes = await agencyClasses(context, agency.id)
  const spellings = await countSpellings(context, classes, input.field)
  const vocabulary = await loadVocabulary(context, agency.id)
  const { waiting, decided } = waitingTexts(spellings.slice(0, MOST_SPELLINGS), vocabulary)
  const rest = after === null ? waiting : waiting.filter((text) => compareWaiting(after, text) < 0)
  const page = rest.slice(0, input.limit)
  const last = page.at(-1)
  return {
    texts: await withSamples(context, classes, page),
    next: last && rest.length > page.length ? formatPlace(last) : null,
    waiting: waiting.length,
    decided,
    more: spellings.length > MOST_SPELLINGS,
    vocabulary,
  }
}

/** The spellings that wait in these classes, those of most records first. */
export async function countSpellings(
  { client }: Context,
  classes: readonly number[],
  field: VocabularyField | undefined,
): Promise<UnreadSpelling[]> {
  const { rows } = await client.query<Omit<UnreadSpelling, 'records'> & { records: string }>(
    `SELECT field, text, CASE field WHEN 'model' THEN make END AS make, count(*) AS records
     FROM unread_text WHERE vis = ANY ($1::int4[]) AND ($2::text IS NULL OR field = $2)
     GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1, 2, 3 LIMIT $3`,
    [classes, field ?? null, MOST_SPELLINGS + 1],
  )
  return rows.map((row) => ({ ...row, records: Number(row.records) }))
}

async function withSamples(
  { client }: Context,
  classes: readonly number[],
  texts: readonly WaitingText[],
): Promise<QueuedText[]> {
  if (texts.length === 0) return []
  const values: unknown[] = [classes]
  const parts = texts.map(({ field, make, spellings }, place) => {
    const [f, t, m] = [values.push(field), values.push(spellings.map(({ text }) => text)), values.push(make)]
    return `(SELECT ${place} AS place, record_id AS record FROM unread_text
      WHERE vis = ANY ($1::int4[]) AND field = $${f} AND text = ANY ($${t}::text[])
        AND (field <> 'model' OR make IS NOT DISTINCT FROM $${m}) ORDER BY record_id LIMIT ${SAMPLES})`
  })
  // In one order, so that which records are named does not depend on rows that the reader may not see.
  const { rows } = await client.query<{ place: number; record: string }>(parts.join(' UNION ALL '), values)
  const records = Map.groupBy(rows, ({ place }) => place)
  return texts.map((text, place) => ({
    ...text,
    samples: [...new Set((records.get(place) ?? []).map(({ record }) => record))],
  }))
}
