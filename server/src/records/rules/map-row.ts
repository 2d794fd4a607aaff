import type { ProfileField } from '@proofmark/contract/profile-fields'
import type { MappedItem, MappedRow, PersonValue } from './mapped-row.ts'
import { type Cells, piecesOf, type Statement, visible } from './profile-rule.ts'

/** The most pieces of one cell that are taken for a list of items; more of them are no list. */
export const MOST_PIECES = 100

/** What a field states, and whether a column of the file is read for it. */
export interface FieldMapping {
  readonly field: ProfileField
  readonly statement: Statement
  readonly fromColumn: boolean
}

/** One of several items of a row: its own fields, and those that it shares with the others. */
export interface ItemMapping {
  readonly position: number
  readonly own: readonly FieldMapping[]
  readonly shared: readonly FieldMapping[]
}

/** A column that names a person; `field` is its name from one file to the next. */
export interface PersonMapping extends Omit<PersonValue, 'value'> {
  readonly heading: string
}

/** Which items a row speaks of: one, several by their own columns, or one for each piece of a cell. */
export type ItemsMapping =
  | null
  | { readonly several: readonly ItemMapping[] }
  | { readonly pieces: string; readonly by: string }

export interface RowMapping {
  readonly key: Statement | null
  readonly fields: readonly FieldMapping[]
  readonly items: ItemsMapping
  /** All headings but those of persons. */
  readonly rawHeadings: readonly string[]
  readonly persons: readonly PersonMapping[]
}

type Stated = MappedItem['stated']
type Items = (cells: Cells, stated: Stated) => readonly MappedItem[]

function state(cells: Cells, fields: readonly FieldMapping[], stated: Record<string, string>): boolean {
  let said = false
  for (const { field, statement, fromColumn } of fields) {
    const text = statement(cells)
    if (text === '') continue
    stated[field] = text
    said ||= fromColumn
  }
  return said
}

function severalItems(several: readonly ItemMapping[]): Items {
  return (cells, rest) => {
    const items: MappedItem[] = []
    for (const { position, own, shared } of several) {
      const stated: Record<string, string> = {}
      if (!state(cells, own, stated)) continue
      state(cells, shared, stated)
      items.push({ position, stated })
    }
    return items.length > 0 ? items : [{ position: 1, stated: rest }]
  }
}

function itemForEach(heading: string, by: string): Items {
  return (cells, rest) => {
    const cell = visible(cells[heading])
    const pieces = piecesOf(cell, by)
    if (pieces.length > MOST_PIECES) return [{ position: 1, stated: { ...rest, serial: cell } }]
    const items = pieces.flatMap((serial, place) =>
      serial === '' ? [] : [{ position: place + 1, stated: { ...rest, serial } }],
    )
    return items.length > 0 ? items : [{ position: 1, stated: rest }]
  }
}

function itemsBy(items: ItemsMapping): Items {
  if (items === null) return (_, stated) => [{ position: null, stated }]
  return 'several' in items ? severalItems(items.several) : itemForEach(items.pieces, items.by)
}

/** A function that maps the cells of one row: what it says of items, and apart from it what it says of persons. */
export function rowMapper({ key, fields, items, rawHeadings, persons }: RowMapping): (cells: Cells) => MappedRow {
  const itemsOf = itemsBy(items)
  return (cells) => {
    const stated: Record<string, string> = {}
    state(cells, fields, stated)
    // Without a prototype, since a heading may be called like one of its members.
    const raw: Record<string, string> = Object.create(null)
    for (const heading of rawHeadings) raw[heading] = cells[heading] ?? ''
    const named: PersonValue[] = []
    for (const { heading, ...person } of persons) {
      const value = visible(cells[heading])
      if (value !== '') named.push({ ...person, value })
    }
    return { key: key === null ? null : key(cells), raw, persons: named, items: itemsOf(cells, stated) }
  }
}
