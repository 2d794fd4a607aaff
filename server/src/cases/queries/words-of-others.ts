import type { StruckPlace } from '@proofmark/contract/thing-words'
import type { Context } from '../../access/context.ts'
import { wordsIn } from '../../store/strike-words.ts'

/** A row in which somebody wrote words of their own. */
export interface WordsRow {
  readonly place: StruckPlace
  readonly of: string
  readonly id: string
  /** Of an entry its kind, of a value its field, of a tie its relation, of the log the action. */
  readonly kind: string | null
  readonly case: string | null
  readonly vis: number | null
  readonly at: Date
  readonly texts: readonly string[]
}

/** So many rows of a place are read, the last first. */
const MOST_READ = 20_000

const QUERIES: Readonly<Record<Exclude<StruckPlace, 'log'>, string>> = {
  entry: `SELECT case_id AS of, id, kind, case_id AS "case", vis, said_at AS at, said FROM case_entry
    WHERE said IS NOT NULL AND ($1::uuid IS NULL OR id = $1) ORDER BY number DESC`,
  document: `SELECT case_id AS of, id, NULL AS kind, case_id AS "case", vis, opened_at AS at,
      jsonb_build_object('name', name, 'about', about) AS said FROM case_document
    WHERE ($1::uuid IS NULL OR id = $1) ORDER BY opened_at DESC`,
  graph: `SELECT case_id AS of, id, NULL AS kind, case_id AS "case", vis, max(saved_at) AS at,
      jsonb_build_object('name', string_agg(layout ->> 'name', ' / '), 'note', string_agg(layout ->> 'note', ' / ')) AS said
    FROM case_graph WHERE ($1::uuid IS NULL OR id = $1) GROUP BY case_id, id, vis ORDER BY at DESC`,
  // Of persons nothing: who may be one with the person is asked by a step of its own.
  value: `SELECT v.thing_id AS of, v.id, v.field AS kind, t.case_id AS "case", v.vis, v.said_at AS at,
      jsonb_build_object('text', v.value, 'source', v.said -> 'source') AS said
    FROM thing_value v JOIN thing t ON t.id = v.thing_id
    WHERE t.kind <> 'person' AND v.value IS NOT NULL AND ($1::uuid IS NULL OR v.id = $1) ORDER BY v.number DESC`,
  tie: `SELECT node_id AS of, id, relation AS kind, case_id AS "case", vis, said_at AS at, said FROM tie
    WHERE forward AND said <> '{}' AND ($1::uuid IS NULL OR id = $1) ORDER BY number DESC`,
}

type Read = Omit<WordsRow, 'place' | 'texts'> & { readonly said: unknown }

/** Rows of a place that the reader may see, or those of one identifier. */
export async function wordsAt(
  { client }: Context,
  place: Exclude<StruckPlace, 'log'>,
  id: string | null = null,
): Promise<WordsRow[]> {
  const { rows } = await client.query<Read>(`${QUERIES[place]} LIMIT ${MOST_READ}`, [id])
  return rows.map(({ said, ...row }) => ({ place, ...row, texts: wordsIn(said) }))
}

/** Entries of the log of the reader's agency that name one of these, the last first. */
export async function logNaming({ client, reader }: Context, sought: readonly string[], most: number) {
  const { rows } = await client.query<{ id: string; kind: string; at: Date; actor: string }>(
    'SELECT id, action AS kind, recorded_at AS at, actor FROM log_naming($1, $2, $3)',
    [reader.agency?.id ?? null, sought, most],
  )
  return rows
}
