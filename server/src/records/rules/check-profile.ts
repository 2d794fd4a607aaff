import { ProofmarkError } from '@proofmark/contract/errors'
import { ITEM_FIELDS } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'
import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { MARK_STATES } from '@proofmark/domain/marking'
import { headingKey } from './file-columns.ts'
import { columnsOf } from './profile-rule.ts'
import { type PlacedRule, rulesIn, rulesOf, speaksOfItem } from './profile-rules.ts'
import { valueKey } from './value-map.ts'

/** Fields whose words are ours: a constant or a meaning that no list has would send every row back. */
const CLOSED: Readonly<Record<string, readonly string[]>> = { event: EVENT_KINDS, serial_state: MARK_STATES }

const LONGEST_VALUE = 100

/** What is wrong in a profile: the way to it, what stands there, what would be accepted. */
export interface ProfileProblem {
  readonly field: string
  readonly value: string
  /** A word that the catalogues put into a sentence, or the very words that are accepted. */
  readonly accepted: string
  /** The number that the sentence needs, where it needs one. */
  readonly limit?: number
}

export function profileInvalid(file: string, { field, value, accepted, limit = 0 }: ProfileProblem): ProofmarkError {
  return new ProofmarkError('profile_invalid', { file, field, value: value.slice(0, LONGEST_VALUE), accepted, limit })
}

/** Does a profile say nothing of an item, whatever the file holds? */
export function statesNoItem(rules: readonly PlacedRule[]): boolean {
  return !rules.some(speaksOfItem)
}

function itemProblem({ fields, items }: Profile, rules: readonly PlacedRule[]): ProfileProblem | null {
  if (statesNoItem(rules))
    return { field: 'fields', value: Object.keys(fields).join(', '), accepted: ITEM_FIELDS.join(', ') }
  if (!Array.isArray(items)) return null
  const empty = items.findIndex((item) => rulesIn(item).every(([, rule]) => columnsOf(rule).length === 0))
  if (empty === -1) return null
  return { field: `items.${empty}`, value: JSON.stringify(items[empty]), accepted: 'reads_a_column' }
}

/** The value of a person must reach neither the item nor the raw row, not even as a part of something else. */
function personProblem(profile: Profile, rules: readonly PlacedRule[]): ProfileProblem | null {
  const persons = new Map<string, string>()
  for (const column of Object.keys(profile.persons ?? {})) {
    const key = headingKey(column)
    if (persons.has(key)) return { field: `persons.${column}`, value: column, accepted: 'column_named_once' }
    persons.set(key, column)
  }
  for (const { place, rule } of rules) {
    const column = columnsOf(rule).find((each) => persons.has(headingKey(each)))
    if (column !== undefined) return { field: place, value: column, accepted: 'names_no_person' }
  }
  return null
}

function meaningsOf(rule: ProfileRule): Readonly<Record<string, string>> {
  return typeof rule === 'object' && 'values' in rule ? (rule.values ?? {}) : {}
}

function joinProblem({ place, rule }: PlacedRule): ProfileProblem | null {
  if (typeof rule === 'string' || !('join' in rule) || columnsOf(rule).length > 0) return null
  return { field: `${place}.join`, value: JSON.stringify(rule.join), accepted: 'reads_a_column' }
}

/** Two texts of a value map that are compared as one must mean one thing. */
function valuesProblem({ place, rule }: PlacedRule): ProfileProblem | null {
  const known = new Map<string, string>()
  for (const [text, meaning] of Object.entries(meaningsOf(rule))) {
    const key = valueKey(text)
    if ((known.get(key) ?? meaning) !== meaning)
      return { field: `${place}.values.${text}`, value: meaning, accepted: 'one_meaning' }
    known.set(key, meaning)
  }
  return null
}

function wordProblem({ place, field, rule }: PlacedRule): ProfileProblem | null {
  const accepted = CLOSED[field]
  if (!accepted || typeof rule === 'string') return null
  const meanings = Object.entries(meaningsOf(rule)).map(
    ([text, meaning]) => [`${place}.values.${text}`, meaning] as const,
  )
  const said = 'constant' in rule ? [[`${place}.constant`, rule.constant] as const] : meanings
  const wrong = said.find(([, meaning]) => meaning !== '' && !accepted.includes(meaning))
  return wrong ? { field: wrong[0], value: wrong[1], accepted: accepted.join(', ') } : null
}

/** Throws `profile_invalid` for a profile that is well-formed and contradicts itself, naming the first place. */
export function checkProfile(profile: Profile, file: string): void {
  const rules = rulesOf(profile)
  const problem = itemProblem(profile, rules) ?? personProblem(profile, rules)
  if (problem) throw profileInvalid(file, problem)
  for (const rule of rules) {
    const wrong = joinProblem(rule) ?? valuesProblem(rule) ?? wordProblem(rule)
    if (wrong) throw profileInvalid(file, wrong)
  }
}
