import type { Context } from '../../access/context.ts'

/** Something about a source that a data steward should look at before believing what is matched with it. */
export type Oddity =
  /** One number on more of its items than any list of single firearms has. */
  | { readonly odd: 'common-serial'; readonly source: string; readonly serial: string; readonly records: number }
  /** Nearly all its firearms are those of another source of the same kind: one file under two names? */
  | { readonly odd: 'listed-twice'; readonly source: string; readonly other: string; readonly records: number }
  /** Most of what stands in the serial column looks like years, or like numbers of cases. */
  | { readonly odd: 'years' | 'case-numbers'; readonly source: string; readonly records: number }
  /** No record of it states this. */
  | { readonly odd: 'nothing-stated'; readonly source: string; readonly field: StatedField; readonly records: number }

const STATED_FIELDS = ['serial', 'make', 'model', 'calibre', 'type'] as const
type StatedField = (typeof STATED_FIELDS)[number]

/** A number on more items of one source than these is common. */
const COMMON_FROM = 20
/** Of fewer records nothing is told. */
const LEAST_RECORDS = 20
/** So many of the most common numbers are told. */
const MOST_SERIALS = 20
/** From this share on "nearly all". */
const NEARLY_ALL = 0.95

/** Standing readings of items of their own, with their source: only those that the reader may see. */
const READINGS = `
  FROM record r JOIN reading d ON d.record_id = r.id JOIN source s ON s.id = r.source_id WHERE r.version IS NOT NULL`

async function commonSerials({ client }: Context): Promise<Oddity[]> {
  const { rows } = await client.query<{ source: string; serial: string; records: string }>(
    `SELECT s.name AS source, min(d.norm) AS serial, count(DISTINCT coalesce(r.first_id, r.id)) AS records ${READINGS}
       AND d.skeleton IS NOT NULL
     GROUP BY s.id, s.name, d.skeleton HAVING count(DISTINCT coalesce(r.first_id, r.id)) > $1
     ORDER BY 3 DESC, 1, 2 LIMIT $2`,
    [COMMON_FROM, MOST_SERIALS],
  )
  return rows.map(({ source, serial, records }) => ({ odd: 'common-serial', source, serial, records: Number(records) }))
}

async function listedTwice({ client }: Context): Promise<Oddity[]> {
  const { rows } = await client.query<{ source: string; other: string; records: string }>(
    `WITH item AS (
       SELECT DISTINCT s.id AS source, s.name, s.kind, d.skeleton, coalesce(d.make, '') AS make,
         coalesce(d.model, '') AS model ${READINGS} AND d.skeleton IS NOT NULL
     ),
     sized AS (SELECT source, count(*) AS items FROM item GROUP BY source),
     shared AS (
       SELECT one.source, one.name, other.source AS other, other.name AS other_name, count(*) AS items
       FROM item one JOIN item other USING (skeleton, make, model, kind)
       WHERE (one.name, one.source) < (other.name, other.source) GROUP BY 1, 2, 3, 4
     )
     SELECT h.name AS source, h.other_name AS other, h.items AS records
     FROM shared h JOIN sized a ON a.source = h.source JOIN sized b ON b.source = h.other
     WHERE h.items >= $1 AND h.items >= $2::float8 * greatest(a.items, b.items) ORDER BY 3 DESC, 1, 2`,
    [LEAST_RECORDS, NEARLY_ALL],
  )
  return rows.map(({ source, other, records }) => ({ odd: 'listed-twice', source, other, records: Number(records) }))
}

const YEAR = '^\\s*(19|20)\\d\\d\\s*$'
/** A number and a year, whichever first, with a stroke or hyphen between them. */
const CASE_NUMBER = '^\\D{0,6}\\d{1,7}\\s*[/-]\\s*(19|20)?\\d\\d\\s*$|^\\D{0,6}(19|20)\\d\\d\\s*[/-]\\s*\\d{1,7}\\s*$'

type Looks = Record<StatedField | 'records' | 'years' | 'cases', string> & { readonly source: string }

const STATED: Readonly<Record<StatedField, string>> = {
  serial: `d.item->'marks'->0->>'stated'`,
  make: `d.item->'make'->>'stated'`,
  model: `d.item->'model'->>'stated'`,
  calibre: `d.item->'calibre'->>'stated'`,
  type: `d.item->'type'->>'stated'`,
}

async function columns({ client }: Context): Promise<Oddity[]> {
  const { rows } = await client.query<Looks>(
    `SELECT s.name AS source, count(*) AS records,
       ${STATED_FIELDS.map((field) => `count(nullif(trim(${STATED[field]}), '')) AS ${field}`).join(', ')},
       count(*) FILTER (WHERE ${STATED.serial} ~ $1) AS years, count(*) FILTER (WHERE ${STATED.serial} ~ $2) AS cases
     ${READINGS} GROUP BY s.id, s.name HAVING count(*) >= $3 ORDER BY s.name, s.id`,
    [YEAR, CASE_NUMBER, LEAST_RECORDS],
  )
  return rows.flatMap((row): Oddity[] => {
    const { source } = row
    const [records, serials] = [Number(row.records), Number(row.serial)]
    const missing = STATED_FIELDS.filter((field) => Number(row[field]) === 0)
    return [
      ...(Number(row.years) * 2 > serials ? [{ odd: 'years' as const, source, records: Number(row.years) }] : []),
      ...(Number(row.cases) * 2 > serials
        ? [{ odd: 'case-numbers' as const, source, records: Number(row.cases) }]
        : []),
      ...missing.map((field) => ({ odd: 'nothing-stated' as const, source, field, records })),
    ]
  })
}

/** What is odd about the sources, as far as the reader may see their records. */
export async function oddSources(context: Context): Promise<Oddity[]> {
  return [...(await commonSerials(context)), ...(await listedTwice(context)), ...(await columns(context))]
}
