/** What a row of a list may state, in the words that head the columns of a file. */
const COLUMNS = ['serial', 'make', 'model', 'calibre', 'type', 'country', 'year', 'place'] as const
export type ListColumn = (typeof COLUMNS)[number]
/** The columns of a list without headings. */
const BARE: readonly ListColumn[] = ['serial', 'make', 'model', 'calibre']

/** What one row of a list states; what it leaves out is absent, not blank. */
export type ListRow = Readonly<Partial<Record<ListColumn, string>>>

/** A tab comes from a spreadsheet, a semicolon from where a comma divides decimals. */
function separatorOf(line: string): string {
  return ['\t', ';'].find((separator) => line.includes(separator)) ?? ','
}

/** The cells of a line, at most `most`: the last keeps what follows, since a calibre may be written `7,62x39`. */
function cellsOf(line: string, most: number): string[] {
  const separator = separatorOf(line)
  const cells = line.split(separator)
  const kept = cells.length > most ? [...cells.slice(0, most - 1), cells.slice(most - 1).join(separator)] : cells
  return kept.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}

function columnNamed(heading: string): ListColumn | null {
  return COLUMNS.find((column) => column === heading.toLowerCase()) ?? null
}

/**
 * The rows of pasted text, one a line: serial, make, model and calibre, divided by tabs, semicolons or commas, unless the
 * first line heads the columns and `serial` is among them. Blank lines are none, columns of other names are left alone.
 */
export function pastedRows(text: string): ListRow[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const headings = cellsOf(lines[0] ?? '', Number.POSITIVE_INFINITY).map(columnNamed)
  const headed = headings.includes('serial')
  const columns = headed ? headings : BARE
  return lines.slice(headed ? 1 : 0).map((line) => {
    const row: Partial<Record<ListColumn, string>> = {}
    for (const [place, cell] of cellsOf(line, columns.length).entries()) {
      const column = columns[place]
      if (column && cell !== '' && row[column] === undefined) row[column] = cell
    }
    return row
  })
}

/** The rows as a CSV file with headings and every cell in quotation marks (RFC 4180). */
export function csvOf(rows: readonly ListRow[]): string {
  const columns = COLUMNS.filter((column) => column === 'serial' || rows.some((row) => row[column] !== undefined))
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')))
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}
