import { ITEM_FIELDS, type ProfileField } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'
import { columnsOf } from './profile-rule.ts'
import { KEY_COLUMN } from './standard-columns.ts'

export type FieldRules = Profile['fields']

/** The fields for which there are rules, each with its own. */
export function rulesIn(fields: FieldRules): readonly (readonly [ProfileField, ProfileRule])[] {
  return Object.entries(fields) as [ProfileField, ProfileRule][]
}

/** A rule of a profile: the way to it, as errors name it, and the field that it states. */
export interface PlacedRule {
  readonly place: string
  readonly field: ProfileField | typeof KEY_COLUMN
  readonly rule: ProfileRule
}

const placed = (place: string, fields: FieldRules): PlacedRule[] =>
  rulesIn(fields).map(([field, rule]) => ({ place: `${place}.${field}`, field, rule }))

const ITEMS: ReadonlySet<string> = new Set(ITEM_FIELDS)

/** Is what the rule states said of the item itself? */
export const speaksOfItem = ({ field }: PlacedRule): boolean => ITEMS.has(field)

/** Every rule of a profile: the key's, those that all items share, those of each item. */
export function rulesOf({ key, fields, items }: Profile): readonly PlacedRule[] {
  const own = Array.isArray(items)
    ? items.flatMap((item, position) => placed(`items.${position}`, item))
    : items
      ? [{ place: 'items.each', field: 'serial' as const, rule: items.each }]
      : []
  const ofKey = key === undefined ? [] : [{ place: 'key', field: KEY_COLUMN, rule: key } as const]
  return [...ofKey, ...placed('fields', fields), ...own]
}

/** Every column that a profile names, those of persons too. */
export function columnsNamed(profile: Profile): readonly string[] {
  const read = rulesOf(profile).flatMap(({ rule }) => columnsOf(rule))
  return [...new Set([...read, ...Object.keys(profile.persons ?? {})])]
}
