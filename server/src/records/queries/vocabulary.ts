import { createVocabulary, type Vocabulary, type VocabularyDecision } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import type { DecidedMeaning, DecidedText } from '../rules/check-decision.ts'

/** By agency. A decision is never changed, so what was loaded holds as long as no later one was taken. */
const loaded = new Map<string, Vocabulary>()

async function lastDecision({ client }: Context, agency: string): Promise<string> {
  const { rows } = await client.query<{ last: string }>(
    'SELECT coalesce(max(id), 0)::text AS last FROM vocabulary_decision WHERE agency_id = $1',
    [agency],
  )
  return rows[0]!.last
}

/** What an agency's stewards have decided by now; one look-up where nothing was decided since the last time. */
export async function loadVocabulary(context: Context, agency: string): Promise<Vocabulary> {
  const known = loaded.get(agency)
  if (known?.version === (await lastDecision(context, agency))) return known
  const vocabulary = createVocabulary(await allDecisions(context, agency))
  loaded.set(agency, vocabulary)
  return vocabulary
}

/** Every decision that an agency ever took, in their order. */
export async function allDecisions({ client }: Context, agency: string): Promise<VocabularyDecision[]> {
  const { rows } = await client.query<VocabularyDecision>(
    `SELECT id, field, stated, make, code, said, name, country FROM vocabulary_decision
     WHERE agency_id = $1 ORDER BY id`,
    [agency],
  )
  return rows
}

/** The last decision on a text, which may be a withdrawal: then neither code nor word is left. */
export async function lastDecisionOn({ client }: Context, agency: string, { field, key, make }: DecidedText) {
  const { rows } = await client.query<{ id: string } & DecidedMeaning>(
    `SELECT id, code, said, name, country FROM vocabulary_decision
     WHERE agency_id = $1 AND field = $2 AND text_key = $3 AND make IS NOT DISTINCT FROM $4 ORDER BY id DESC LIMIT 1`,
    [agency, field, key, make],
  )
  return rows[0] ?? null
}

/** A decision that stands, with who took it and when. */
export interface StandingDecision extends VocabularyDecision {
  readonly records: string | null
  readonly pack: string | null
  readonly packName: string | null
  readonly by: string
  readonly at: Date
}

/**
 * The decisions that stand for an agency, the last first, before the one of this number. Throws `role_needed`,
 * `not_your_agency`, `agency_unknown`.
 */
export async function listDecisions(
  context: Context,
  input: {
    readonly agency?: string | undefined
    readonly field?: string | undefined
    readonly before?: string | undefined
    readonly limit: number
  },
): Promise<{ readonly decisions: StandingDecision[]; readonly vocabulary: Vocabulary }> {
  const agency = await stewardsAgency(context, input.agency)
  const { rows } = await context.client.query<StandingDecision>(
    `SELECT d.id, d.field, d.stated, d.make, d.code, d.said, d.name, d.country, d.records, d.pack_id AS pack,
       p.name AS "packName", a.name AS by, d.decided_at AS at
     FROM (
       SELECT DISTINCT ON (field, text_key, make) * FROM vocabulary_decision
       WHERE agency_id = $1 AND field = coalesce($2, field) ORDER BY field, text_key, make, id DESC
     ) AS d JOIN account a ON a.id = d.decided_by LEFT JOIN vocabulary_pack p ON p.id = d.pack_id
     WHERE (d.code IS NOT NULL OR d.said IS NOT NULL) AND d.id < $3 ORDER BY d.id DESC LIMIT $4`,
    [agency.id, input.field ?? null, input.before ?? '9223372036854775807', input.limit],
  )
  return { decisions: rows, vocabulary: await loadVocabulary(context, agency.id) }
}

/** All decisions that stand for an agency, the last first. */
export async function standingDecisions(
  { client }: Context,
  agency: string,
): Promise<(DecidedMeaning & Pick<StandingDecision, 'id' | 'field' | 'stated' | 'make' | 'records'>)[]> {
  const { rows } = await client.query(
    `SELECT id, field, stated, make, code, said, name, country, records
     FROM (
       SELECT DISTINCT ON (field, text_key, make) * FROM vocabulary_decision
       WHERE agency_id = $1 ORDER BY field, text_key, make, id DESC
     ) AS d WHERE code IS NOT NULL OR said IS NOT NULL ORDER BY id DESC`,
    [agency],
  )
  return rows
}
