import type { StruckPlace } from '@proofmark/contract/thing-words'
import type pg from 'pg'

/** What stands where words were struck, in no language: what is shown says beside it under what they were. */
export const STRUCK = '▇▇▇'

/** Under which names free words stand in what is said; all else is identifiers, days and words of lists. */
const WORDS: ReadonlySet<string> = new Set(
  'text reason title note why outcome despiteTraces name about source conditions originator'.split(' '),
)

type Said = Readonly<Record<string, unknown>>
const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Free words in what is said, however deep they stand. */
export const wordsIn = (said: unknown): string[] =>
  isSaid(said)
    ? Object.entries(said).flatMap(([name, value]) =>
        typeof value === 'string' ? (WORDS.has(name) ? [value] : []) : wordsIn(value),
      )
    : []

/** The same with its free words struck: what it was, and how it was meant, stays. */
export const struckSaid = (said: unknown): unknown =>
  isSaid(said)
    ? Object.fromEntries(
        Object.entries(said).map(([name, value]) => [
          name,
          typeof value === 'string' && WORDS.has(name) ? STRUCK : struckSaid(value),
        ]),
      )
    : said

/** Where words stand: the row, and of what it is: a case, a thing, the end of a tie. */
export interface StruckRow {
  readonly place: StruckPlace
  readonly of: string
  readonly id: string
}

const STATEMENTS: Readonly<Record<Exclude<StruckPlace, 'entry' | 'log'>, string>> = {
  document: `UPDATE case_document SET name = $3, about = '' WHERE case_id = $1 AND id = $2`,
  // All its versions: each was kept with the words of the one before.
  graph: `UPDATE case_graph SET layout = (layout - 'note') || jsonb_build_object('name', $3::text) WHERE case_id = $1 AND id = $2`,
  value: `UPDATE thing_value SET value = NULL, key = NULL, said = '{}', review_on = NULL
    WHERE thing_id = $1 AND id = $2 AND $3 <> ''`,
  tie: `UPDATE tie SET said = CASE WHEN said ? 'category' THEN jsonb_build_object('category', said -> 'category') ELSE '{}' END
    WHERE id = $2 AND (node_id = $1 OR other_id = $1) AND $3 <> ''`,
}

/**
 * Strikes the words of a row; of what was said the rest stays, and its hash, by which whoever holds the words can prove them. Safe
 * to repeat; sees what its connection sees. Bodies of the log are struck by whoever owns the tables, or by the function for it.
 */
export async function strikeWords(client: pg.ClientBase, { place, of, id }: StruckRow): Promise<void> {
  if (place === 'log') return
  if (place !== 'entry') {
    await client.query(STATEMENTS[place], [of, id, STRUCK])
    return
  }
  const { rows } = await client.query<{ said: unknown }>('SELECT said FROM case_entry WHERE case_id = $1 AND id = $2', [
    of,
    id,
  ])
  if (!isSaid(rows[0]?.said)) return
  await client.query('UPDATE case_entry SET said = $3 WHERE case_id = $1 AND id = $2', [
    of,
    id,
    JSON.stringify(struckSaid(rows[0].said)),
  ])
}
