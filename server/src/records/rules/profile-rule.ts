import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'
import { isBlank } from '@proofmark/domain/fold'
import type { FindHeading } from './file-columns.ts'
import { meaningBy } from './value-map.ts'

export type Cells = Readonly<Record<string, string>>
/** What a row states by one rule; empty where it states nothing. */
export type Statement = (cells: Cells) => string
export type KeyRule = NonNullable<Profile['key']>

/** The columns from which a rule reads, by the headings that the profile gives. */
export function columnsOf(rule: ProfileRule): readonly string[] {
  if (typeof rule === 'string') return [rule]
  if ('column' in rule) return [rule.column]
  return 'join' in rule ? rule.join.filter((part) => typeof part === 'string') : []
}

/** The text, or the empty one where nothing can be seen of it. */
export function visible(text: string | undefined): string {
  if (text === undefined || text === '') return ''
  const first = text.charCodeAt(0)
  return (first > 0x20 && first < 0x7f) || !isBlank(text) ? text : ''
}

/** The pieces of a text, without blanks around them. Any run of blanks parts where a blank does. */
export function piecesOf(text: string, by: string): string[] {
  const pieces = by.trim() === '' ? text.trim().split(/\s+/u) : text.split(by)
  return pieces.map((piece) => visible(piece.trim()))
}

function headingFor(column: string, find: FindHeading): string {
  const heading = find(column)
  if (heading === undefined) throw new TypeError(`The rule reads ${column}, which the file lacks.`)
  return heading
}

function readOne(column: string, split: { by: string; take: number } | undefined, find: FindHeading): Statement {
  const heading = headingFor(column, find)
  if (!split) return (cells) => visible(cells[heading])
  const { by, take } = split
  return (cells) => piecesOf(cells[heading] ?? '', by).at(take > 0 ? take - 1 : take) ?? ''
}

type JoinRule = Extract<ProfileRule, { join: unknown }>

/** Blank parts are left out. Where no column says anything, a constant among them says nothing either. */
function readJoined({ join, by }: JoinRule, find: FindHeading): Statement {
  const parts = join.map((part) =>
    typeof part === 'string' ? { heading: headingFor(part, find) } : { constant: part.constant },
  )
  return (cells) => {
    const texts: string[] = []
    let said = false
    for (const part of parts) {
      const text = 'constant' in part ? part.constant : visible(cells[part.heading]).trim()
      if (text === '') continue
      texts.push(text)
      said ||= 'heading' in part
    }
    return said ? texts.join(by) : ''
  }
}

/**
 * A rule as a function over the rows of a file. A column alone gives its very text; what is split or joined has no
 * blanks around it. Throws a TypeError where the file lacks a column of the rule.
 */
export function compileRule(rule: ProfileRule, find: FindHeading): Statement {
  if (typeof rule === 'string') return readOne(rule, undefined, find)
  if ('constant' in rule) return () => rule.constant
  const read = 'column' in rule ? readOne(rule.column, rule.split, find) : readJoined(rule, find)
  if (!rule.values) return read
  const meaning = meaningBy(rule.values)
  return (cells) => {
    const text = read(cells)
    return text === '' ? '' : meaning(text)
  }
}

/**
 * The key of a row. Its parts keep their places, blank ones too, and a character of the separator within a part is
 * escaped by a backslash, as a backslash is: two rows have one key only where they agree in every part.
 */
export function compileKey(rule: KeyRule, find: FindHeading): Statement {
  if (typeof rule === 'string' || !('join' in rule)) {
    const read = compileRule(rule, find)
    return (cells) => read(cells).trim()
  }
  const headings = rule.join.map((column) => headingFor(column, find))
  const escaped = escaper(rule.by)
  return (cells) => {
    const parts = headings.map((heading) => visible(cells[heading]).trim())
    return parts.every((part) => part === '') ? '' : parts.map(escaped).join(rule.by)
  }
}

function escaper(by: string): (part: string) => string {
  const special = [...new Set(['\\', ...by])]
  return (part) => {
    if (!special.some((character) => part.includes(character))) return part
    return [...part].map((character) => (special.includes(character) ? `\\${character}` : character)).join('')
  }
}
