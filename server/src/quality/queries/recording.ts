import type { Context } from '../../access/context.ts'
import type { MonthRow, SourceMonths } from '../rules/recording.ts'

/** The form of a case number, as `isCaseNumber` knows it, roughly: whether most of a source are, and not which. */
const CASE_NUMBER = `(^|[^0-9])(19[5-9]|20[0-4])[0-9][ ]*[/._ -][ ]*[0-9]{2,}|[0-9][ ]*[/._ -][ ]*(19[5-9]|20[0-4])[0-9]([^0-9]|$)`

/** Every record by the month in which it happened, and where the day is not known that closely by none. */
const MONTHS = `
  WITH seen AS (
    SELECT r.source_id AS source, d.norm, d.make, d.model, d.calibre, v.stated ->> 'serial' AS serial,
      CASE WHEN date_trunc('month', v.date_from) = date_trunc('month', v.date_to)
        THEN to_char(v.date_from, 'YYYY-MM-01') END AS month,
      EXISTS (SELECT FROM unread_text u WHERE u.record_id = r.id) AS unread
    FROM record r
    JOIN record_version v ON v.record_id = r.id AND v.version = r.version
    JOIN reading d ON d.record_id = r.id
    WHERE v.row_kind IN ('firearm', 'holding', 'component')
  )
  SELECT source, month, count(*) AS records, count(*) FILTER (WHERE norm IS NULL) AS no_serial,
    count(*) FILTER (WHERE make IS NULL) AS no_make, count(*) FILTER (WHERE model IS NULL) AS no_model,
    count(*) FILTER (WHERE calibre IS NULL) AS no_calibre, count(*) FILTER (WHERE unread) AS unread,
    count(norm) AS numbered, count(*) FILTER (WHERE norm ~ '^[0-9]+$') AS digits_alone,
    count(*) FILTER (WHERE norm IS NOT NULL AND serial ~ $1) AS case_numbers
  FROM seen GROUP BY source, month ORDER BY source, month`

const LENGTHS = `
  SELECT r.source_id AS source, length(d.norm) AS length,
    CASE WHEN date_trunc('month', v.date_from) = date_trunc('month', v.date_to)
      THEN to_char(v.date_from, 'YYYY-MM-01') END AS month, count(*) AS records
  FROM record r
  JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  JOIN reading d ON d.record_id = r.id
  WHERE d.norm IS NOT NULL AND d.norm !~ '[?*[]' AND v.row_kind IN ('firearm', 'holding', 'component')
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

type Counted<Row> = { readonly [Name in keyof Row]: Row[Name] extends number ? string : Row[Name] }
type Raw = Counted<Omit<MonthRow, 'lengths'>> & { readonly source: string }
type Length = {
  readonly source: string
  readonly month: string | null
  readonly length: number
  readonly records: string
}

function monthRow({ month, ...row }: Raw, lengths: readonly Length[]): MonthRow {
  const number = (name: Exclude<keyof Raw, 'month' | 'source'>) => Number(row[name])
  return {
    month,
    records: number('records'),
    no_serial: number('no_serial'),
    no_make: number('no_make'),
    no_model: number('no_model'),
    no_calibre: number('no_calibre'),
    unread: number('unread'),
    numbered: number('numbered'),
    digits_alone: number('digits_alone'),
    case_numbers: number('case_numbers'),
    lengths: new Map(lengths.map(({ length, records }) => [length, Number(records)])),
  }
}

/** What each source records, month by month, among what the reader sees. By name of source and agency. */
export async function sourcesByMonth({ client }: Context): Promise<SourceMonths[]> {
  const { rows: sources } = await client.query<Omit<SourceMonths, 'months'>>(
    `SELECT s.id, s.name, a.name AS agency FROM source s JOIN agency a ON a.id = s.agency_id
     WHERE EXISTS (SELECT FROM record r WHERE r.source_id = s.id AND r.version IS NOT NULL)
     ORDER BY s.name, a.name, s.id`,
  )
  const months = Map.groupBy((await client.query<Raw>(MONTHS, [CASE_NUMBER])).rows, ({ source }) => source)
  const { rows } = await client.query<Length>(LENGTHS)
  const lengths = Map.groupBy(rows, ({ source, month }) => `${source} ${month}`)
  return sources.flatMap((source) => {
    const own = months.get(source.id)
    if (!own) return []
    return [{ ...source, months: own.map((row) => monthRow(row, lengths.get(`${source.id} ${row.month}`) ?? [])) }]
  })
}
