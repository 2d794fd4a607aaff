/** How SQL compares a field of a recovery `r` and an entry `e`: the level of agreement, 0 where either says nothing. */
export interface Comparison {
  readonly field: string
  readonly level: string
  /** How often records of one firearm are believed to agree at each level from 1 on. */
  readonly belief: readonly number[]
}

/**
 * Levels of the serial by edit distance, and how often records of one firearm are believed to be at each. `edits` are
 * Levenshtein's, `away` counts an exchange as one, both without the lost characters.
 */
const SERIAL: readonly (readonly [holds: string, belief: number])[] = [
  ['same_serial', 0.45],
  ['recovered = registered', 0.18],
  ['away = 0 AND lost = 1', 0.05],
  ['away = 0 AND lost = 2', 0.04],
  ['away = 0', 0.03],
  ['away = 1 AND lost > 0', 0.02],
  ['lost = 0 AND longer = 1 AND ends_with(registered, recovered)', 0.03],
  ['lost = 0 AND longer = 2 AND ends_with(registered, recovered)', 0.02],
  ['lost = 0 AND longer = 3 AND ends_with(registered, recovered)', 0.02],
  ['lost = 0 AND longer = 1 AND starts_with(registered, recovered)', 0.02],
  ['lost = 0 AND longer = 2 AND starts_with(registered, recovered)', 0.01],
  ['away = 1 AND longer <> 0', 0.04],
  ['away = 1 AND edits = 1', 0.05],
  ['away = 1', 0.02],
  ['away = 2 AND longer <> 0', 0.01],
  ['away = 2', 0.01],
]
const EQUAL = 2
const FAR = SERIAL.length - 1

/** A level of its own by how many characters are known, three and fewer to seven and more: longer serials say more. */
const LENGTHS = 5
const distanceOf = (level: number) => Math.ceil(level / LENGTHS)

/** Whether serials of a level are equal but for confusable characters; whether they are as far apart as is looked at. */
export const areAlike = (level: number): boolean => distanceOf(level) <= EQUAL
export const areFar = (level: number): boolean => distanceOf(level) >= FAR

const serial: Comparison = {
  field: 'serial',
  level: `CASE ${SERIAL.map(([holds], place) => `WHEN ${holds} THEN ${place * LENGTHS + 1}`).join(' ')} END
    + least(greatest(known - 3, 0), ${LENGTHS - 1})`,
  belief: SERIAL.flatMap(([, belief]) => new Array<number>(LENGTHS).fill(belief / LENGTHS)),
}

const stated = (field: string, levels: string) =>
  `CASE WHEN r.${field} IS NULL OR e.${field} IS NULL THEN 0 ${levels} END`

/** Makes and models are names: a table may have read one spelling and not another. */
const named = (field: string): Comparison => ({
  field,
  level: stated(
    field,
    `WHEN r.${field} = e.${field} THEN 1 WHEN jaro_winkler_similarity(r.${field}, e.${field}) > 0.88 THEN 2 ELSE 3`,
  ),
  belief: [0.85, 0.08, 0.07],
})

const coded = (field: string): Comparison => ({
  field,
  level: stated(field, `WHEN r.${field} = e.${field} THEN 1 ELSE 2`),
  belief: [0.9, 0.1],
})

const year: Comparison = {
  field: 'year',
  level: stated(
    'year',
    'WHEN r.year = e.year THEN 1 WHEN abs(r.year - e.year) = 1 THEN 2 WHEN abs(r.year - e.year) <= 5 THEN 3 ELSE 4',
  ),
  belief: [0.75, 0.15, 0.05, 0.05],
}

/** The serial first. */
export const COMPARISONS: readonly Comparison[] = [
  serial,
  named('make'),
  named('model'),
  coded('calibre'),
  coded('type'),
  coded('country'),
  year,
]

/**
 * Fills `compared` from `pair`: the levels of each pair whose serials are near enough. Serials come first, by the
 * cheaper distance before the dearer one, and only what has a level is compared further.
 */
export function comparingSql(): string {
  const levels = COMPARISONS.slice(1).map(({ field, level }) => `(${level})::UTINYINT AS ${field}`)
  return `CREATE TABLE compared AS
    WITH serials AS (
      SELECT recovery, entry, r.serial = e.serial AS same_serial, r.folded AS recovered, e.folded AS registered, r.lost,
        length(r.folded) - r.lost AS known, length(e.folded) - length(r.folded) AS longer,
        levenshtein(r.folded, e.folded) - r.lost AS edits
      FROM pair JOIN recovery r ON r.number = recovery JOIN entry e ON e.number = entry
    ),
    distances AS (
      SELECT *,
        greatest(abs(longer), CASE WHEN edits = 2 THEN damerau_levenshtein(recovered, registered) - lost ELSE edits END) AS away
      FROM serials WHERE edits <= 2 OR (edits = 3 AND longer = 3)
    ),
    near AS (SELECT recovery, entry, (${serial.level})::UTINYINT AS serial FROM distances)
    SELECT recovery, entry, near.serial, ${levels.join(', ')}
    FROM near JOIN recovery r ON r.number = recovery JOIN entry e ON e.number = entry
    WHERE near.serial IS NOT NULL`
}
