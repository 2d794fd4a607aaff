import { type FixtureEntry, zipOf } from './zip.fixture.ts'

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface FixtureWorkbook {
  /** The rows of each sheet as XML, by the sheet's name as XML. */
  readonly sheets: Readonly<Record<string, string>>
  readonly shared?: readonly string[]
  /** Number formats by their number: cell style N has the Nth of them. */
  readonly formats?: readonly number[]
  readonly date1904?: boolean
}

/** The parts of a minimal workbook (.xlsx). */
export function workbookEntries({ sheets, shared = [], formats = [], date1904 }: FixtureWorkbook): FixtureEntry[] {
  const names = Object.keys(sheets)
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const targets = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${TYPES}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${TYPES}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  }
  for (const [index, name] of names.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`
  }
  return Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) }))
}

export const workbook = (parts: FixtureWorkbook): Buffer => zipOf(workbookEntries(parts))

/** The letters of a column, from 0. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode(65 + (column % 26))
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A row of text cells, as XML. */
export function textRow(row: number, cells: readonly string[]): string {
  const all = cells.map((text, column) => {
    const inline = text === '' ? '' : `<is><t xml:space="preserve">${escaped(text)}</t></is>`
    return `<c r="${letters(column)}${row}" t="inlineStr">${inline}</c>`
  })
  return `<row r="${row}">${all.join('')}</row>`
}
