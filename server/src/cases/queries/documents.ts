import type { DocumentCaution, DocumentRefusal } from '@proofmark/contract/case-desk-words'
import type { Context, Run } from '../../access/context.ts'

export interface CaseDocument {
  readonly id: string
  readonly case: string
  readonly compartment: string
  readonly vis: number
  readonly agency: string | null
  readonly agencyName: string | null
  readonly name: string
  readonly about: string
  readonly sha256: Buffer
  readonly bytes: number
  readonly received: number
  readonly state: 'arriving' | 'kept' | 'refused'
  readonly reason: DocumentRefusal | null
  readonly mediaType: string | null
  readonly caution: DocumentCaution | null
  readonly by: string
  readonly sentBy: string
  readonly at: Date
}

const DOCUMENTS = `
  SELECT d.id, d.case_id AS case, v.compartment_id AS compartment, d.vis, d.agency_id AS agency, g.name AS "agencyName",
    d.name, d.about, d.sha256, d.bytes, d.received, d.state, d.reason, d.media_type AS "mediaType", d.caution,
    a.name AS by, d.sent_by AS "sentBy", d.opened_at AS at
  FROM case_document d JOIN visibility v ON v.id = d.vis JOIN account a ON a.id = d.sent_by
  LEFT JOIN agency g ON g.id = d.agency_id`

/** The document, where the reader may see it. */
export async function findDocument({ client }: Context, id: string): Promise<CaseDocument | null> {
  const { rows } = await client.query<CaseDocument>(`${DOCUMENTS} WHERE d.id = $1`, [id])
  return rows[0] ?? null
}

/** The documents of a case that the reader may see, in the order in which they were announced. */
export async function documentsOf({ client }: Context, file: string): Promise<CaseDocument[]> {
  const { rows } = await client.query<CaseDocument>(`${DOCUMENTS} WHERE d.case_id = $1 ORDER BY d.opened_at, d.id`, [
    file,
  ])
  return rows
}

/** The document's bytes, part by part, each in a transaction of its own. */
export async function* contentOf(run: Run, document: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const part = await run(({ query }) =>
      query
        .selectFrom('case_document_part')
        .select('content')
        .where('document_id', '=', document)
        .where('starts_at', '=', at)
        .executeTakeFirst(),
    )
    if (!part) return
    at += part.content.length
    yield part.content
  }
}
