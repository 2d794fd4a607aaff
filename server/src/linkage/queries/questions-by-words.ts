import type { LegalBasis } from '@proofmark/contract/purposes'
import type { Context } from '../../access/context.ts'
import { type MatchedText, matchedTexts } from '../rules/matched-texts.ts'
import type { Words } from '../rules/search-words.ts'

/** A question that the reader's own agency asked others, on the strength of one of its records. */
export interface FoundQuestion {
  readonly question: string
  readonly record: string
  readonly reference: string
  readonly basis: LegalBasis
  readonly askedBy: string
  readonly askedAt: Date
  readonly matched: readonly MatchedText[]
}

export interface FoundQuestions {
  readonly total: number
  /** The last that were asked, at most {@link SHOWN}. */
  readonly questions: readonly FoundQuestion[]
}

const SHOWN = 50

/**
 * Questions of the reader's own agency whose reference these words are in, the last asked first. They are asked by
 * people, one by one, so an agency's references are few enough to be read, and no key of theirs is kept.
 */
export async function questionsByWords(context: Context, ways: readonly Words[]): Promise<FoundQuestions> {
  const { query, client, reader } = context
  if (!reader.agency) return { total: 0, questions: [] }
  const references = await query
    .selectFrom('saved_item')
    .select('reference')
    .distinct()
    .where('agency_id', '=', reader.agency.id)
    .execute()
  const matched = new Map<string, readonly MatchedText[]>()
  for (const { reference } of references) {
    const texts = matchedTexts([{ field: 'reference', text: reference }], ways)
    if (texts) matched.set(reference, texts)
  }
  if (matched.size === 0) return { total: 0, questions: [] }
  const { rows } = await client.query<Omit<FoundQuestion, 'matched'> & { total: number }>(
    `SELECT i.id AS question, i.record_id AS record, i.reference, i.basis, a.name AS "askedBy", i.asked_at AS "askedAt",
       (count(*) OVER ())::int4 AS total
     FROM saved_item i JOIN record r ON r.id = i.record_id JOIN account a ON a.id = i.asked_by
     WHERE i.agency_id = $1 AND i.reference = ANY ($2::text[])
     ORDER BY i.asked_at DESC, i.id LIMIT ${SHOWN}`,
    [reader.agency.id, [...matched.keys()]],
  )
  const questions = rows.map(({ total: _, ...row }) => ({ ...row, matched: matched.get(row.reference)! }))
  return { total: rows[0]?.total ?? 0, questions }
}
