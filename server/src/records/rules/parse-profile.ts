import { PERSON_ROLES, PROFILE_LIMIT } from '@proofmark/contract/profile-fields'
import { PROFILE_MEMBERS, type Profile, profile as profileSchema } from '@proofmark/contract/schemas/profile'
import type * as z from 'zod'
import { checkProfile, type ProfileProblem, profileInvalid } from './check-profile.ts'

type Issue = z.core.$ZodIssue
type Way = readonly PropertyKey[]

/** What is accepted where a member of this name is wrong, whatever is wrong with it. */
const BY_NAME: Readonly<Record<string, string>> = {
  take: 'place_of_piece',
  heading: 'row_number',
  values: 'value_map',
  items: 'items',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'list',
  boolean: 'true, false',
}

const wayTo = (way: Way) => way.map(String).join('.')

function valueAt(value: unknown, way: Way): unknown {
  let found = value
  for (const step of way) found = found === null || typeof found !== 'object' ? undefined : Reflect.get(found, step)
  return found
}

/** A rule has several forms; what is wrong is said of the one that was meant, where that can be told. */
function meant(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const candidates = issue.errors.filter((form) => form.every(({ path }) => path.length > 0))
  const first = candidates[0]?.[0]
  if (candidates.length !== 1 || !first) return issue
  const inner = meant(first)
  return { ...inner, path: [...issue.path, ...inner.path] }
}

function sizeAccepted(issue: Issue): Pick<ProfileProblem, 'accepted' | 'limit'> | null {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return null
  const of = issue.origin === 'string' ? 'characters' : 'entries'
  return issue.code === 'too_big'
    ? { accepted: `at_most_${of}`, limit: Number(issue.maximum) }
    : { accepted: `at_least_${of}`, limit: Number(issue.minimum) }
}

function membersAt(way: Way): readonly string[] {
  const last = way.at(-1) ?? ''
  return PROFILE_MEMBERS[typeof last === 'number' ? 'fields' : String(last)] ?? []
}

function acceptedAt(way: Way): string | undefined {
  if (way[0] === 'persons' && way.length > 1) return PERSON_ROLES.join(', ')
  if (way.at(-2) === 'join' && way[0] !== 'key') return 'join_part'
  return way.at(-2) === 'values' ? undefined : BY_NAME[String(way.at(-1))]
}

function accepted(issue: Issue): Pick<ProfileProblem, 'accepted' | 'limit'> {
  if (issue.code === 'invalid_key') return { accepted: 'name' }
  const here = acceptedAt(issue.path)
  if (here !== undefined) return { accepted: here }
  switch (issue.code) {
    case 'invalid_union':
      return { accepted: 'rule' }
    case 'invalid_value':
      return { accepted: issue.values.map((value) => (value === '\t' ? 'TAB' : String(value))).join(' ') }
    case 'unrecognized_keys':
      return { accepted: membersAt(issue.path).join(', ') }
    case 'invalid_type':
      return { accepted: TYPES[issue.expected] ?? 'object' }
    default:
      return sizeAccepted(issue) ?? { accepted: 'plain_text' }
  }
}

function shown(value: unknown): string {
  if (value === undefined) return '–'
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' && value !== null ? `{${Object.keys(value).join(', ')}}` : String(value)
}

function problemOf(first: Issue, value: unknown): ProfileProblem {
  const issue = meant(first)
  const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  if (name !== undefined) return { field: wayTo([...issue.path, name]), value: name, ...accepted(issue) }
  return { field: wayTo(issue.path) || 'profile', value: shown(valueAt(value, issue.path)), ...accepted(issue) }
}

/** The way to a member that JSON can name and an object loses: what it was to say would be dropped in silence. */
function lostMember(value: unknown, read: unknown, way: Way = []): Way | null {
  if (typeof value !== 'object' || value === null || typeof read !== 'object' || read === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const here = [...way, name]
    if (!Object.hasOwn(read, name)) return here
    const lost = lostMember(inner, Reflect.get(read, name), here)
    if (lost) return lost
  }
  return null
}

/**
 * A profile from its file. Throws `profile_invalid`, which names the way to what is wrong (`fields.make.split.take`),
 * the value that stands there and what would be accepted.
 */
export function parseProfile(file: string, text: string): Profile {
  const whole = (accepted: string, limit = 0) =>
    profileInvalid(file, { field: 'profile', value: text.trimStart(), accepted, limit })
  if (text.length > PROFILE_LIMIT) throw whole('at_most_characters', PROFILE_LIMIT)
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw whole('json')
  }
  const outcome = profileSchema.safeParse(value)
  if (!outcome.success) throw profileInvalid(file, problemOf(outcome.error.issues[0]!, value))
  const lost = lostMember(value, outcome.data)
  if (lost) throw profileInvalid(file, { field: wayTo(lost), value: String(lost.at(-1)), accepted: 'name' })
  checkProfile(outcome.data, file)
  return outcome.data
}
