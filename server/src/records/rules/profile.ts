import { ProofmarkError } from '@proofmark/contract/errors'
import type { Profile } from '@proofmark/contract/schemas/profile'
import type { DateContext } from '@proofmark/domain/partial-date'
import type { RowKind } from '@proofmark/domain/row-kind'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import { checkProfile, statesNoItem } from './check-profile.ts'
import { compileFields, compileItems } from './compile-fields.ts'
import { type FindHeading, findHeadings, headingKey } from './file-columns.ts'
import { type PersonMapping, rowMapper } from './map-row.ts'
import type { MappedRow } from './mapped-row.ts'
import { type Cells, columnsOf, compileKey } from './profile-rule.ts'
import { columnsNamed, rulesOf, speaksOfItem } from './profile-rules.ts'
import { readHeading } from './read-heading.ts'
import { ITEM_COLUMNS, KEY_COLUMN, PERSON_COLUMNS, recogniseColumns } from './standard-columns.ts'

/** A profile as it is applied to one file. */
export interface CompiledProfile {
  readonly row: RowKind
  readonly dates: DateContext
  /** Our columns that this file can state. What it cannot state it says nothing of, which is not the same as blank. */
  readonly statedColumns: ReadonlySet<string>
  /** The fields of persons that this file can name, as they stand in `MappedRow.persons`. */
  readonly statedPersons: ReadonlySet<string>
  readonly usedHeadings: readonly string[]
  /** Headings that no rule uses; their cells are kept with the row. */
  readonly unusedHeadings: readonly string[]
  /** Columns that the profile names and the file lacks: every rule that needs one states nothing. */
  readonly absentHeadings: readonly string[]
  readonly mapRow: (cells: Cells) => MappedRow
  /** The file's headings from which one of our columns is read, for a person to look at; else the field itself. */
  readonly headingOf: (field: string) => string
}

const LONGEST_LIST = 300

const listed = (columns: readonly string[]) => columns.join(', ').slice(0, LONGEST_LIST)

/** Does a file have any column of a profile? */
export function namesAnyOf(profile: Profile, headings: readonly string[]): boolean {
  const find = findHeadings(headings)
  return columnsNamed(profile).some((column) => find(column) !== undefined)
}

/**
 * Does a heading that is none of ours speak of a person? Without a profile nobody has said so; but a name or the number
 * of an identity card must not stand with the object, where other agencies may read it, because nobody has.
 */
function namesAPerson(heading: string, headings: readonly string[]): boolean {
  return !recogniseColumns(headings).has(heading) && readHeading(heading).person !== null
}

/**
 * The profile of a file that has our own columns; it states nothing where the file has none. Columns that speak of
 * persons stand apart in any case.
 */
export function standardProfile(headings: readonly string[]): Profile {
  const own = [...recogniseColumns(headings).values()]
  const persons = [
    ...Object.entries(PERSON_COLUMNS).filter(([column]) => own.includes(column)),
    ...headings.filter((heading) => namesAPerson(heading, headings)).map((heading) => [heading, 'other'] as const),
  ]
  const fields = own.filter((column) => column !== KEY_COLUMN && !(column in PERSON_COLUMNS))
  return {
    profile: 1,
    ...(own.includes(KEY_COLUMN) ? { key: KEY_COLUMN } : {}),
    fields: Object.fromEntries(fields.map((column) => [column, column])),
    ...(persons.length > 0 ? { persons: Object.fromEntries(persons) } : {}),
  }
}

/** Columns without which a file says nothing that could be recorded by this profile. */
function neededColumns(profile: Profile, find: FindHeading): readonly string[] {
  const absent = (columns: readonly string[]) => columns.filter((column) => find(column) === undefined)
  const ofKey = profile.key === undefined ? [] : absent(columnsOf(profile.key))
  const ofItems = rulesOf(profile)
    .filter((rule) => speaksOfItem(rule) || rule.place.startsWith('items.'))
    .map(({ rule }) => columnsOf(rule))
    .filter((columns) => columns.length > 0)
    .map(absent)
  const nothingStated = ofItems.every((columns) => columns.length > 0)
  return [...new Set([...ofKey, ...(nothingStated ? ofItems.flat() : [])])]
}

function refuseForeign(profile: Profile, headings: readonly string[], file: string, find: FindHeading): void {
  if (statesNoItem(rulesOf(profile))) {
    const accepted = [KEY_COLUMN, ...ITEM_COLUMNS].join(', ')
    throw new ProofmarkError('columns_missing', { file, columns: listed(headings), accepted })
  }
  checkProfile(profile, file)
  const columns = neededColumns(profile, find)
  if (columns.length > 0)
    throw new ProofmarkError('profile_columns_missing', { file, columns: listed(columns), headings: listed(headings) })
}

/** The columns of a file that name persons: every one that is alike, so that none is taken for something else. */
function personsIn({ persons = {} }: Profile, headings: readonly string[], find: FindHeading): PersonMapping[] {
  const columns = new Map(Object.keys(persons).map((column) => [headingKey(column), column]))
  return headings.flatMap((heading) => {
    const column = columns.get(headingKey(heading))
    if (column === undefined) return []
    const said = persons[column]!
    const { role, identifies = false } = typeof said === 'string' ? { role: said } : said
    return [
      { heading, field: find(column) === heading ? column : heading, role, ...(identifies ? { identifies } : {}) },
    ]
  })
}

/**
 * Applies a profile to a file with these headings. Throws `columns_missing` where the profile states no item,
 * `profile_invalid` where it contradicts itself, and `profile_columns_missing` where the file lacks a column of the key
 * or every column of the item; any other column may be absent.
 */
export function compileProfile(
  profile: Profile,
  headings: readonly string[],
  sourceKind: SourceKind,
  file: string,
): CompiledProfile {
  const find = findHeadings(headings)
  refuseForeign(profile, headings, file, find)
  const shared = compileFields(profile.fields, find)
  const items = compileItems(profile.items, shared, find)
  const persons = personsIn(profile, headings, find)
  const ofPersons = new Set(persons.map(({ heading }) => heading))
  const named = columnsNamed(profile)
  const used = new Set([...named.flatMap((column) => find(column) ?? []), ...ofPersons])
  const stated = [...shared.mappings.map(({ field }) => field), ...items.stated]
  return {
    row: profile.row ?? SOURCE_TRAITS[sourceKind].row,
    // Dates with the year first are read in any case; what has it last is then in no known order.
    dates: profile.dates === undefined || profile.dates === 'year_first' ? {} : { order: profile.dates },
    statedColumns: new Set(stated.filter((field) => !items.lacking.includes(field))),
    statedPersons: new Set(persons.map(({ field }) => field)),
    usedHeadings: headings.filter((heading) => used.has(heading)),
    unusedHeadings: headings.filter((heading) => !used.has(heading)),
    absentHeadings: named.filter((column) => find(column) === undefined),
    mapRow: rowMapper({
      key: profile.key === undefined ? null : compileKey(profile.key, find),
      fields: shared.mappings,
      items: items.mapping,
      rawHeadings: headings.filter((heading) => !ofPersons.has(heading)),
      persons,
    }),
    headingOf: (field) => {
      const rule = rulesOf(profile).find((each) => each.field === field)?.rule
      const read = rule === undefined ? [] : columnsOf(rule).map((column) => find(column) ?? column)
      return read.length > 0 ? read.join(', ') : field
    },
  }
}
