import { SheetUnknown, TableFault } from './table-fault.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** The parts of a workbook that hold one sheet, by their names in the archive. */
export interface SheetParts {
  readonly sheet: string
  /** Its number among the sheets, from 1. */
  readonly number: number
  readonly sheets: readonly string[]
  readonly contents: ReadonlyMap<string, Buffer>
}

export const isPart = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels')

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Characters as XML writes them, and then as workbooks write what XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
function unescapeText(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[name as string] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The attributes of every element of that name, without the prefixes of namespaces. */
function elements(xml: Buffer, name: string): Map<string, string>[] {
  const tags = xml.toString('utf8').matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}\\s([^<>]*)>`, 'g'))
  return Array.from(tags, ([, attributes = '']) => {
    // Bounded, so that no hostile attribute makes the expression try a long name from each of its letters.
    const pairs = attributes.matchAll(/(?:[\w.-]{1,64}:)?([\w.-]{1,64})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
    return new Map(Array.from(pairs, ([, key = '', double, single]) => [key, unescapeText(double ?? single ?? '')]))
  })
}

/** Where a part is that the workbook names: beside the workbook, or from the root of the archive. */
const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

function chooseSheet(names: readonly string[], asked: string | undefined): number {
  if (asked === undefined) return 0
  const byName = names.indexOf(asked)
  const index = byName === -1 && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) - 1 : byName
  if (names[index] === undefined) throw new SheetUnknown(names)
  return index
}

/**
 * Finds one sheet of a workbook, by name or number, else the first, and what is needed to read it: nothing else is looked
 * at. Throws a TableFault where the archive is no workbook or the sheet is none of cells, and SheetUnknown.
 */
export function findSheet(contents: ReadonlyMap<string, Buffer>, asked?: string): SheetParts {
  const workbook = contents.get(WORKBOOK)
  const relations = contents.get(RELATIONS)
  if (!workbook || !relations) throw new TableFault('not_a_table')
  const listed = elements(workbook, 'sheet').filter((each) => each.get('name'))
  if (listed.length === 0) throw new TableFault('workbook_damaged')
  const sheets = listed.map((each) => each.get('name')!)
  const index = chooseSheet(sheets, asked)
  const targets = elements(relations, 'Relationship').map((each) => ({
    id: each.get('Id'),
    kind: each.get('Type')?.split('/').at(-1),
    name: partName(each.get('Target') ?? ''),
  }))
  const own = targets.find(({ id, kind }) => kind === 'worksheet' && id === listed[index]!.get('id'))
  if (!own) throw new TableFault('empty')
  const shared = targets.filter(({ kind }) => kind === 'styles' || kind === 'sharedStrings').map(({ name }) => name)
  const wanted = [WORKBOOK, RELATIONS, 'xl/styles.xml', 'xl/sharedStrings.xml', ...shared, own.name]
  const found = new Map<string, Buffer>()
  for (const name of wanted) {
    const content = contents.get(name)
    if (content) found.set(name, name === own.name ? errorsAsText(content) : content)
  }
  return { sheet: sheets[index]!, number: index + 1, sheets, contents: found }
}

/** A cell whose formula failed says so (#REF!); read-excel-file would call it empty, so it is said to be text. */
function errorsAsText(sheet: Buffer): Buffer {
  const xml = sheet.toString('latin1')
  if (!/\bt\s*=\s*["']e["']/.test(xml)) return sheet
  return Buffer.from(xml.replace(/(<(?:[\w.-]+:)?c\s[^<>]*?\bt\s*=\s*)(?:"e"|'e')/g, '$1"str"'), 'latin1')
}
