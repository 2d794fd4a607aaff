import type { PersonRole, ProfileField } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'
import type { PlacedRule, RulePlace } from './rules/draft.ts'

/** What one column of a file means by a profile, as far as a person changes it here. */
export type Meaning =
  | { readonly kind: 'none' }
  | { readonly kind: 'key' }
  | { readonly kind: 'field'; readonly field: ProfileField }
  | { readonly kind: 'person'; readonly role: PersonRole }

/** Where a rule stands in a profile, and the rule. */
export interface KeptRule {
  readonly place: RulePlace
  readonly rule: PlacedRule
}

/** Headings are alike where they differ in case, in blanks and in how accents are composed. */
const alike = (a: string, b: string) => keyOf(a) === keyOf(b)
const keyOf = (heading: string) => heading.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()

const rulesIn = ({ fields }: Profile) => Object.entries(fields) as [ProfileField, ProfileRule][]

function roleOf(person: NonNullable<Profile['persons']>[string]): PersonRole {
  return typeof person === 'string' ? person : person.role
}

/** What a column means as a whole; joins, splits and value maps that also read it are kept apart. */
export function meaningOf(profile: Profile, heading: string): Meaning {
  const person = Object.entries(profile.persons ?? {}).find(([column]) => alike(column, heading))
  if (person) return { kind: 'person', role: roleOf(person[1]) }
  if (typeof profile.key === 'string' && alike(profile.key, heading)) return { kind: 'key' }
  const stated = rulesIn(profile).find(([, rule]) => typeof rule === 'string' && alike(rule, heading))
  return stated ? { kind: 'field', field: stated[0] } : { kind: 'none' }
}

/**
 * The profile with another meaning of a column: what it meant before it means no more, and what another column meant
 * alone passes to this one. Rules of more than one whole column are kept as they are.
 */
export function withMeaning(profile: Profile, heading: string, meaning: Meaning): Profile {
  const fields = rulesIn(profile).filter(
    ([field, rule]) =>
      !(typeof rule === 'string' && (alike(rule, heading) || (meaning.kind === 'field' && field === meaning.field))),
  )
  if (meaning.kind === 'field') fields.push([meaning.field, heading])
  const { key, persons = {}, ...rest } = profile
  const others = Object.entries(persons).filter(([column]) => !alike(column, heading))
  const before = Object.entries(persons).find(([column]) => alike(column, heading))
  if (meaning.kind === 'person')
    others.push(before && roleOf(before[1]) === meaning.role ? before : [heading, meaning.role])
  const keyNow = meaning.kind === 'key' ? heading : typeof key === 'string' && alike(key, heading) ? undefined : key
  return {
    ...rest,
    ...(keyNow === undefined ? {} : { key: keyNow }),
    fields: Object.fromEntries(fields),
    ...(others.length > 0 ? { persons: Object.fromEntries(others) } : {}),
  }
}

/** The rules that are no one whole column, each with a form of its own. */
export function keptRules(profile: Profile): KeptRule[] {
  const kept: KeptRule[] = rulesIn(profile)
    .filter(([, rule]) => typeof rule !== 'string')
    .map(([place, rule]) => ({ place, rule }))
  if (profile.key !== undefined && typeof profile.key !== 'string') kept.push({ place: 'key', rule: profile.key })
  if (profile.items !== undefined) kept.push({ place: 'items', rule: profile.items })
  return kept
}

/** The profile with one of its settings chosen, or left to what the source's kind and the file say. */
export function withSetting<Name extends 'dates' | 'row'>(
  profile: Profile,
  name: Name,
  value: Profile[Name] | '',
): Profile {
  const { [name]: _, ...rest } = profile
  return (value === '' || value === undefined ? rest : { ...rest, [name]: value }) as Profile
}

/** The columns of the profile that this file lacks, of those that a person changes here. */
export function lackingColumns(profile: Profile, headings: readonly string[]): string[] {
  const named = [
    ...(typeof profile.key === 'string' ? [profile.key] : []),
    ...rulesIn(profile).flatMap(([, rule]) => (typeof rule === 'string' ? [rule] : [])),
    ...Object.keys(profile.persons ?? {}),
  ]
  return named.filter((column) => !headings.some((heading) => alike(heading, column)))
}
