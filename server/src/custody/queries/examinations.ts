import type { ExaminedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import type { Context } from '../../access/context.ts'

/** What an examiner said of an exhibit. */
export interface Examination {
  readonly exhibit: string
  readonly number: number
  readonly examination: string
  readonly hash: Buffer
  readonly said: ExaminedExhibit
  readonly record: string | null
  readonly by: string
  readonly at: Date
}

/** What was said of these exhibits by those who examined them, in order. */
export async function examinationsOf({ client }: Context, exhibits: readonly string[]): Promise<Examination[]> {
  const { rows } = await client.query<Examination>(
    `SELECT e.exhibit_id AS exhibit, e.number, e.examination, e.content_hmac AS hash, e.said, e.record_id AS record,
       a.name AS by, e.examined_at AS at
     FROM exhibit_examination e JOIN account a ON a.id = e.examined_by
     WHERE e.exhibit_id = ANY ($1::uuid[]) ORDER BY e.exhibit_id, e.number`,
    [exhibits],
  )
  return rows
}
