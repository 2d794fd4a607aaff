import type { ProfileField } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'

/** Where a rule stands in a profile: at one of our fields, at the key of a row, or at the items of a row. */
export type RulePlace = ProfileField | 'key' | 'items'
export type PlacedRule = ProfileRule | NonNullable<Profile['key']> | NonNullable<Profile['items']>

/** How a field follows from a file: from one column, from several joined, as one text for all, or one for each piece. */
export type RuleKind = 'column' | 'join' | 'constant' | 'each'

/** One part of a join, as it is being written: a column, or a text that always stands there. */
export type RulePart = { readonly column: string } | { readonly constant: string }

/** A rule as somebody is writing it: every box of its form, of which its kind uses some. */
export interface RuleDraft {
  readonly kind: RuleKind
  readonly column: string
  /** What parts the pieces of a column, or stands between joined parts. */
  readonly by: string
  /** Which piece, from 1, or from the end as −1; blank for the whole. */
  readonly take: string
  readonly parts: readonly RulePart[]
  readonly constant: string
  /** What the source writes, and what it means. */
  readonly values: readonly (readonly [string, string])[]
}

/** The first thing that a rule lacks before it says anything. */
export type Lacking = 'column' | 'by' | 'take' | 'parts' | 'part' | 'constant' | 'values' | 'key_by'

/** The kinds of rule that can stand at a place. */
export function kindsAt(place: RulePlace): readonly RuleKind[] {
  if (place === 'items') return ['each']
  return place === 'key' ? ['column', 'join'] : ['column', 'join', 'constant']
}

const EMPTY: RuleDraft = { kind: 'column', column: '', by: '', take: '', parts: [], constant: '', values: [] }

/** The form of a rule that is yet to be written. */
export const emptyDraft = (place: RulePlace): RuleDraft => ({
  ...EMPTY,
  kind: kindsAt(place)[0] ?? 'column',
  parts: [{ column: '' }, { column: '' }],
})

/** The form of a rule; null for one that has no form here: items that each have columns of their own. */
export function draftOf(rule: PlacedRule): RuleDraft | null {
  if (typeof rule === 'string') return { ...EMPTY, column: rule }
  if (Array.isArray(rule)) return null
  if ('each' in rule) return { ...EMPTY, kind: 'each', column: rule.each, by: rule.by }
  if ('constant' in rule) return { ...EMPTY, kind: 'constant', constant: rule.constant }
  const values = Object.entries(('values' in rule && rule.values) || {})
  if ('join' in rule) {
    const parts = rule.join.map((part) => (typeof part === 'string' ? { column: part } : part))
    return { ...EMPTY, kind: 'join', parts, by: rule.by, values }
  }
  const { by, take } = rule.split ?? { by: '', take: null }
  return { ...EMPTY, column: rule.column, by, take: take === null ? '' : String(take), values }
}

const blank = (text: string) => text.trim() === ''
const TAKE = /^[-−]?[1-9]\d?$|^[-−]?100$/

/** What a form lacks to be a rule of its place; null where it lacks nothing. */
export function lackingIn(place: RulePlace, draft: RuleDraft): Lacking | null {
  const { kind, column, by, take, parts, constant, values } = draft
  if (kind === 'constant') return blank(constant) ? 'constant' : null
  if (kind === 'join') {
    if (parts.length < 2) return 'parts'
    if (parts.some((part) => blank('column' in part ? part.column : part.constant))) return 'part'
    if (place === 'key' && (by === '' || by.includes('\\'))) return 'key_by'
  } else {
    if (blank(column)) return 'column'
    if (kind === 'each') return by === '' ? 'by' : null
    if (!blank(take) && !TAKE.test(take.trim())) return 'take'
    if (blank(take) !== (by === '')) return by === '' ? 'by' : 'take'
  }
  const written = values.map(([said]) => said)
  return written.some(blank) || new Set(written).size < written.length ? 'values' : null
}

/** The rule that a form says, where it lacks nothing; a whole column with nothing else is just that column. */
export function ruleOf({ kind, column, by, take, parts, constant, values }: RuleDraft): PlacedRule {
  if (kind === 'constant') return { constant }
  if (kind === 'each') return { each: column, by }
  const map = values.length > 0 ? { values: Object.fromEntries(values) } : {}
  if (kind === 'join') return { join: parts.map((part) => ('column' in part ? part.column : part)), by, ...map }
  const split = blank(take) ? {} : { split: { by, take: Number(take.trim().replace('−', '-')) } }
  return blank(take) && values.length === 0 ? column : { column, ...split, ...map }
}

/** The profile with a rule at a place, in place of what stood there; null leaves nothing there. */
export function withRule(profile: Profile, place: RulePlace, rule: PlacedRule | null): Profile {
  if (place === 'key' || place === 'items') {
    const { [place]: _, ...rest } = profile
    return (rule === null ? rest : { ...rest, [place]: rule }) as Profile
  }
  const { [place]: _, ...fields } = profile.fields
  return { ...profile, fields: rule === null ? fields : { ...fields, [place]: rule as ProfileRule } }
}

/** The columns to choose from, with the chosen one even where this file lacks it. */
export function columnsWith(headings: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || headings.includes(chosen) ? headings : [...headings, chosen]
}
