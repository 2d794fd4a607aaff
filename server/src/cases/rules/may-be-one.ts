import type { DuplicateReason, ValueField } from '@proofmark/contract/thing-words'
import { namesAgree } from '@proofmark/domain/identifiers/person-name'
import { readValue } from '@proofmark/domain/identifiers/read-value'
import { STRONG_FIELDS } from '@proofmark/domain/identifiers/value-fields'

/** What is known of a thing that may tell it from others. */
export interface ThingFacts {
  readonly values: readonly { readonly field: ValueField; readonly value: string }[]
  /** Telephones, addresses and the like that it is tied to, each with what it is called. */
  readonly neighbours: ReadonlyMap<string, string | null>
}

export interface Reason {
  readonly reason: DuplicateReason
  readonly field: ValueField | null
  readonly said: readonly string[]
}

const isName = (field: ValueField) => field === 'name' || field === 'alias'
const SURE: Readonly<Record<'read' | 'sound', DuplicateReason>> = {
  read: 'names_read_alike',
  sound: 'names_sound_alike',
}

function sameValues(
  { values: some }: ThingFacts,
  { values: others }: ThingFacts,
  common: ReadonlySet<string>,
): Reason[] {
  return STRONG_FIELDS.flatMap((field) => {
    const shared = some.flatMap(({ field: of, value }) => {
      const { form } = of === field ? readValue(field, value) : { form: null }
      if (form === null || common.has(`${field} ${form}`)) return []
      const other = others.find((each) => each.field === field && readValue(field, each.value).form === form)
      return other ? [{ reason: 'same_value' as const, field, said: [...new Set([value, other.value])] }] : []
    })
    return shared.slice(0, 1)
  })
}

function nearestNames({ values: some }: ThingFacts, { values: others }: ThingFacts): Reason | null {
  let found: Reason | null = null
  for (const { value } of some.filter(({ field }) => isName(field)))
    for (const { value: other } of others.filter(({ field }) => isName(field))) {
      const agree = namesAgree(value, other)
      const reason: Reason | null = agree && { reason: SURE[agree], field: 'name', said: [...new Set([value, other])] }
      if (agree === 'read') return reason
      found ??= reason
    }
  return found
}

const births = ({ values }: ThingFacts) =>
  values.filter(({ field }) => field === 'born').map(({ value }) => value.trim())
/** A year fits a day of it. */
const mayBeSameDay = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)

/**
 * Why two things of one kind may be one: a value that two things share by chance almost never, or names alike together with a
 * second thing that they share, a birth or somebody's telephone. Names alone propose nothing, nor do they where both have
 * births that exclude each other. None: they are not proposed. Nothing is weighed or counted: persons are never scored.
 *
 * @param common values as `field form` that too many share to say anything.
 */
export function whyMayBeOne(one: ThingFacts, other: ThingFacts, common: ReadonlySet<string>): readonly Reason[] {
  const same = sameValues(one, other, common)
  const names = nearestNames(one, other)
  const [first, second] = [births(one), births(other)]
  const birth = first.find((day) => second.some((each) => mayBeSameDay(day, each)))
  const excluded = first.length > 0 && second.length > 0 && birth === undefined
  const shared = [...one.neighbours].filter(([node]) => other.neighbours.has(node))
  const beside: Reason[] = [
    ...(birth === undefined ? [] : [{ reason: 'same_birth' as const, field: 'born' as const, said: [birth] }]),
    ...shared.slice(0, 3).map(([, called]) => ({
      reason: 'shared_neighbour' as const,
      field: null,
      said: called === null ? [] : [called],
    })),
  ]
  const byName = names !== null && beside.length > 0 && !excluded
  if (same.length === 0 && !byName) return []
  return [...same, ...(names === null ? [] : [names]), ...beside]
}
