import type { LegalBasis } from '@proofmark/contract/purposes'
import type { Context } from '../../access/context.ts'
import { seesQuestions } from '../policy/question.ts'
import { type MatchedText, matchedTexts } from '../rules/matched-texts.ts'
import type { Words } from '../rules/search-words.ts'

/** A question that the reader's own agency asked: of the matching process on the strength of a record, or of desks. */
export interface FoundQuestion {
  readonly question: string
  readonly to: 'agencies' | 'desks'
  /** The record of its own that it rests on; desks can be asked without one. */
  readonly record: string | null
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

const OF_RECORDS = `
  SELECT i.id, 'agencies' AS "to", i.record_id, i.reference, i.basis, i.asked_by, i.asked_at
  FROM saved_item i JOIN record r ON r.id = i.record_id WHERE i.agency_id = $1`
const OF_DESKS = `
  SELECT q.id, 'desks', q.record_id, q.reference, q.basis, q.asked_by, q.asked_at
  FROM desk_question q WHERE q.asker_agency_id = $1`

/**
 * Questions of the reader's own agency whose reference these words are in, the last asked first; those to desks for
 * whoever may see them at all. They are asked by people, one by one, so an agency's references are few enough to be
 * read, and no key of theirs is kept.
 */
export async function questionsByWords(context: Context, ways: readonly Words[]): Promise<FoundQuestions> {
  const { client, reader } = context
  if (!reader.agency) return { total: 0, questions: [] }
  const asked = seesQuestions(reader) ? `${OF_RECORDS} UNION ALL ${OF_DESKS}` : OF_RECORDS
  const references = await client.query<{ reference: string }>(`SELECT DISTINCT reference FROM (${asked}) AS asked`, [
    reader.agency.id,
  ])
  const matched = new Map<string, readonly MatchedText[]>()
  for (const { reference } of references.rows) {
    const texts = matchedTexts([{ field: 'reference', text: reference }], ways)
    if (texts) matched.set(reference, texts)
  }
  if (matched.size === 0) return { total: 0, questions: [] }
  const { rows } = await client.query<Omit<FoundQuestion, 'matched'> & { total: number }>(
    `SELECT i.id AS question, i.to, i.record_id AS record, i.reference, i.basis, a.name AS "askedBy",
       i.asked_at AS "askedAt", (count(*) OVER ())::int4 AS total
     FROM (${asked}) AS i JOIN account a ON a.id = i.asked_by
     WHERE i.reference = ANY ($2::text[])
     ORDER BY i.asked_at DESC, i.id LIMIT ${SHOWN}`,
    [reader.agency.id, [...matched.keys()]],
  )
  const questions = rows.map(({ total: _, ...row }) => ({ ...row, matched: matched.get(row.reference)! }))
  return { total: rows[0]?.total ?? 0, questions }
}
