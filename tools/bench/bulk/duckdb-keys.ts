/** SQL that blocks pairs: `recovery` and `entry` hold number, folded serial, how many characters are lost, and make. */

const leftOut = `list_transform(range(1, length(folded) + 1), lambda place: left(folded, place - 1) || substr(folded, place + 1))`

/** Equal serials, serials that differ by one character, and what equals a serial without its lost characters. */
const ofRecovery = `CASE WHEN lost = 0 THEN list_append(${leftOut}, folded) ELSE [replace(folded, '?', '')] END`
const ofEntry = `list_append(${leftOut}, folded)`

/** Parts of a serial, each named by where it stands: so many characters, fewer beside the make. */
const parts = (length: number) => [
  `'<' || left(folded, ${length})`,
  `'>' || right(folded, ${length})`,
  `'3' || substr(folded, 3, ${length})`,
  `'>' || right(folded, ${length - 1}) || make`,
]

/** Where characters are lost, those that are left stand where they stood: two by two, or three beside the make. */
const TWICE_TWO = [
  [1, 3],
  [1, 4],
  [1, 5],
  [2, 4],
  [2, 5],
  [3, 5],
  [4, 6],
] as const
const THREES = [1, 2, 3, 4] as const
const partsLeft = [
  ...TWICE_TWO.map(
    ([one, two]) => `'${one}${two}' || substr(folded, ${one}, 2) || substr(folded, ${two}, 2) || '/' || length(folded)`,
  ),
  ...THREES.map((start) => `'${start}' || substr(folded, ${start}, 3) || make || '/' || length(folded)`),
]

const keysOf = (table: string, near: string, some: readonly string[]) =>
  `SELECT number, unnest(list_concat(${near}, [${some.join(', ')}])) AS key FROM ${table}`

/** The pairs that share a key, each once. With more entries a part is longer, so that as few share it. */
export function blockingSql(entries: number): string {
  const length = Math.max(4, Math.round(Math.log10(entries)) - 1)
  const always = parts(length)
  const whereLost = partsLeft.map((part) => `CASE WHEN lost > 0 THEN ${part} END`)
  return `CREATE TABLE pair AS
    SELECT DISTINCT one.number AS recovery, other.number AS entry
    FROM (${keysOf('recovery', ofRecovery, [...always, ...whereLost])}) one
    JOIN (${keysOf('entry', ofEntry, [...always, ...partsLeft])}) other USING (key)
    WHERE NOT contains(one.key, '?')`
}
