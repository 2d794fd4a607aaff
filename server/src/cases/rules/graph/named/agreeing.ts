import type { DuplicateReason, ValueField } from '@proofmark/contract/thing-words'
import { readName, soundOfName } from '@proofmark/domain/identifiers/person-name'
import { readValue } from '@proofmark/domain/identifiers/read-value'
import { STRONG_FIELDS } from '@proofmark/domain/identifiers/value-fields'
import type { NodeName } from '../node.ts'

export type AgreeReason = Extract<DuplicateReason, 'same_value' | 'names_read_alike' | 'names_sound_alike'>

/** A value that more share than this says nothing of any two of them, as for things of cases. */
export const MOST_SHARING = 8

/** A column of persons may hold a number as well as a name; a day is neither. */
const DAY = /^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/
/** Is what a column of persons states the number of a paper, and no name? */
export const isNumber = (value: string): boolean => (value.match(/\p{Nd}/gu)?.length ?? 0) >= 4

const of = (reason: AgreeReason, text: string | null): string[] => (text === null ? [] : [`${reason} ${text}`])

/** Under which a name agrees with others: as it reads, and as it sounds where it has more than one word, since a single one is many's. */
function keysOfName(name: string): string[] {
  const sound = soundOfName(name)
  return [...of('names_read_alike', readName(name)), ...of('names_sound_alike', sound?.includes(' ') ? sound : null)]
}

/** Under which what a column of persons states agrees with others: a name, or a number under whatever it may be the number of. */
export function keysOfStated(value: string): string[] {
  if (DAY.test(value.trim())) return []
  if (!isNumber(value)) return keysOfName(value)
  return STRONG_FIELDS.flatMap((field) => keysOfValue(field, value))
}

/** Under which a value of a recorded person or organisation agrees with others. */
export function keysOfValue(field: ValueField, value: string): string[] {
  if (field === 'name' || field === 'alias') return keysOfName(value)
  if (!STRONG_FIELDS.includes(field)) return []
  const { form } = readValue(field, value)
  return of('same_value', form === null ? null : `${field} ${form}`)
}

export interface Agreeing {
  readonly one: NodeName
  readonly other: NodeName
  readonly reason: AgreeReason
}

/** What too many share to tie anything: those that share it, in order. */
export interface SharedByMany {
  readonly nodes: readonly NodeName[]
}

const RANK: Readonly<Record<AgreeReason, number>> = { same_value: 0, names_read_alike: 1, names_sound_alike: 2 }
const reasonOf = (key: string) => key.slice(0, key.indexOf(' ')) as AgreeReason

/**
 * Which of these agree, each pair once with the reason that says most: a number before a name that reads alike before one that
 * sounds alike. None of it says that they are one, and nothing is weighed. Only pairs of which `mayAgree` is true are looked at.
 */
export function agreeing(
  keysOf: ReadonlyMap<NodeName, readonly string[]>,
  mayAgree: (one: NodeName, other: NodeName) => boolean,
): { readonly pairs: readonly Agreeing[]; readonly common: readonly SharedByMany[] } {
  const sharing = new Map<string, NodeName[]>()
  for (const [node, keys] of [...keysOf].sort(([one], [other]) => (one < other ? -1 : 1)))
    for (const key of new Set(keys)) sharing.set(key, [...(sharing.get(key) ?? []), node])
  const pairs = new Map<string, Agreeing>()
  const common = new Map<string, SharedByMany>()
  const ordered = [...sharing].sort(
    ([one], [other]) => RANK[reasonOf(one)] - RANK[reasonOf(other)] || (one < other ? -1 : 1),
  )
  for (const [key, nodes] of ordered) {
    if (nodes.length > MOST_SHARING) {
      if (nodes.some((one) => nodes.some((other) => one < other && mayAgree(one, other))))
        common.set(nodes.join(' '), { nodes })
      continue
    }
    for (const one of nodes)
      for (const other of nodes)
        if (one < other && mayAgree(one, other) && !pairs.has(`${one} ${other}`))
          pairs.set(`${one} ${other}`, { one, other, reason: reasonOf(key) })
  }
  return { pairs: [...pairs.values()], common: [...common.values()] }
}
