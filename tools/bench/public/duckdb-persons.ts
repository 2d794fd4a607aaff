import { learnWeights, type Weights } from '../bulk/fellegi-sunter.ts'
import { type DuckdbConnection, installDuckdb, openDuckdb } from '../bulk/install-duckdb.ts'
import type { Judged } from '../bulk/judged.ts'
import { PERSON_FIELDS, type Person, type PersonField, type PersonProblem } from './person.ts'

const THREADS = 2
/** How often records of one person are believed to be equal, one and two edits apart, and further. */
const BELIEF = [0.75, 0.12, 0.06, 0.07]
const EQUAL = 1
const FAR = 4
/** A field comes first that tells pairs of one person from others. */
const orderOf = (first: PersonField): readonly PersonField[] => [
  first,
  ...PERSON_FIELDS.filter((field) => field !== first),
]
/** The same as ours. */
const BLOCKS = [
  'r.soc_sec_id = e.soc_sec_id',
  'r.date_of_birth = e.date_of_birth',
  'r.surname = e.surname AND r.given_name = e.given_name',
  'r.surname = e.surname AND r.postcode = e.postcode',
  'r.given_name = e.given_name AND r.postcode = e.postcode',
  'left(r.given_name, 3) = left(e.given_name, 3) AND left(r.surname, 3) = left(e.surname, 3) AND r.state = e.state',
  'r.suburb = e.suburb AND left(r.address_1, 4) = left(e.address_1, 4)',
  'r.address_1 = e.address_1 AND r.street_number = e.street_number',
]

const levelSql = (field: PersonField) =>
  `CASE WHEN r.${field} IS NULL OR e.${field} IS NULL THEN 0 WHEN r.${field} = e.${field} THEN 1
    WHEN damerau_levenshtein(r.${field}, e.${field}) = 1 THEN 2 WHEN damerau_levenshtein(r.${field}, e.${field}) = 2 THEN 3
    ELSE 4 END`

async function load(connection: DuckdbConnection, table: string, persons: readonly Person[]): Promise<void> {
  await connection.run(
    `CREATE TABLE ${table} (number INTEGER, ${PERSON_FIELDS.map((field) => `${field} VARCHAR`).join(', ')})`,
  )
  const text = (value: string) => (value === '' ? 'NULL' : `'${value.replaceAll("'", "''")}'`)
  const rows = persons.map((person, at) => `(${at}, ${PERSON_FIELDS.map((field) => text(person[field])).join(', ')})`)
  await connection.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`)
}

const judgingSql = ({ prior, fields }: Weights, compared: readonly PersonField[]) => {
  const weights = compared.map((field, at) => `([${fields[at]!.join(', ')}]::DOUBLE[])[${field} + 1]`)
  return `WITH weighed AS (SELECT recovery, entry, exp(${prior} + ${weights.join(' + ')}) AS odds FROM compared)
    SELECT recovery, arg_max(entry, {odds: round(ln(odds), 9), first: -entry})::INTEGER,
      round(max(odds) / (1 + sum(odds)), 12)
    FROM weighed GROUP BY recovery`
}

/** A plain Fellegi–Sunter model in DuckDB, the one of the bulk measure turned to persons: edit distances, the same blocks. */
export async function linkPersonsInDuckdb(
  { originals, duplicates }: PersonProblem,
  first: PersonField,
): Promise<Judged[]> {
  const compared = orderOf(first)
  await installDuckdb()
  const connection = await openDuckdb(THREADS)
  await load(connection, 'entry', originals)
  await load(connection, 'recovery', duplicates)
  const blocks = BLOCKS.map(
    (on) => `SELECT r.number AS recovery, e.number AS entry FROM recovery r JOIN entry e ON ${on}`,
  )
  await connection.run(
    `CREATE TABLE compared AS WITH pair AS (${blocks.join(' UNION ')})
      SELECT recovery, entry, ${compared.map((field) => `(${levelSql(field)})::UTINYINT AS ${field}`).join(', ')}
      FROM pair JOIN recovery r ON r.number = recovery JOIN entry e ON e.number = entry`,
  )
  const read = await connection.runAndReadAll(
    `SELECT ${compared.join(', ')}, count(*)::DOUBLE FROM compared GROUP BY ALL ORDER BY ALL`,
  )
  const patterns = (read.getRowsJS() as number[][]).map((row) => ({ levels: row.slice(0, -1), pairs: row.at(-1)! }))
  const pairs = patterns.reduce((sum, each) => sum + each.pairs, 0)
  const weights = learnWeights({
    patterns,
    beliefs: compared.map(() => BELIEF),
    alike: (level) => level === EQUAL,
    unlike: (level) => level === FAR,
    matches: Math.min(0.5, duplicates.length / pairs),
  })
  const result = await connection.runAndReadAll(judgingSql(weights, compared))
  const [recoveries, entries, probabilities] = result.getColumnsJS() as [number[], number[], number[]]
  return recoveries.map((recovery, at) => ({ recovery, entry: entries[at]!, probability: probabilities[at]! }))
}
