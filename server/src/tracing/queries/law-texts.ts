import type { LegalJustification } from '@proofmark/contract/recovery-words'
import type { Context } from '../../access/context.ts'

/** A provision as it stands. */
export interface LawText {
  readonly id: string
  /** Null: of the state, for every agency. */
  readonly agency: { readonly id: string; readonly name: string } | null
  readonly ground: LegalJustification
  readonly language: string
  readonly provision: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly removed: boolean
  readonly by: string
  readonly at: Date
}

interface Row extends Omit<LawText, 'agency'> {
  readonly agencyId: string | null
  readonly agencyName: string | null
}

/** The text of law as it was said last, removed ones too: the state’s first, then by agency, ground and language. */
export async function lawTexts({ client }: Context): Promise<LawText[]> {
  const { rows } = await client.query<Row>(
    `SELECT * FROM (
       SELECT DISTINCT ON (t.id) t.id, t.agency_id AS "agencyId", g.name AS "agencyName", t.ground, t.language, t.provision,
         to_char(t.valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(t.valid_to, 'YYYY-MM-DD') AS "validTo", t.removed,
         a.name AS by, t.saved_at AS at
       FROM law_text t JOIN account a ON a.id = t.saved_by LEFT JOIN agency g ON g.id = t.agency_id
       ORDER BY t.id, t.number DESC
     ) AS standing
     ORDER BY "agencyName" NULLS FIRST, ground, language, "validFrom" NULLS FIRST, id`,
  )
  return rows.map(({ agencyId, agencyName, ...text }) => ({
    ...text,
    agency: agencyId === null ? null : { id: agencyId, name: agencyName ?? '' },
  }))
}

/** Those that an agency’s people may rest on: its own first, then the state’s. */
export async function lawTextsFor(context: Context, agency: string): Promise<LawText[]> {
  const standing = (await lawTexts(context)).filter(({ removed }) => !removed)
  return [...standing.filter((text) => text.agency?.id === agency), ...standing.filter((text) => text.agency === null)]
}
