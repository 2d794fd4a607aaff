import type { RecoveryForm } from './schemas/recovery.ts'

/** A field on which two versions differ that began from one; null where a side says nothing. */
export interface RecoveryConflict {
  readonly path: string
  readonly base: unknown
  readonly standing: unknown
  readonly sent: unknown
}

export interface MergedRecovery {
  readonly form: RecoveryForm
  /** In each of them what stands was kept; whoever saves again decides. */
  readonly conflicts: readonly RecoveryConflict[]
}

interface ListRule {
  /** The field by which an element is itself; null, or not given, where an element is no more than what it says. */
  readonly key: string | null
  /** What was once said stays: exhibits and photographs are things, justifications and contexts have their day. */
  readonly stays: boolean
}

/** The lists that are put together element by element. Every other list, such as the stops of a route, is one value. */
const LISTS: Readonly<Record<string, ListRule>> = {
  exhibits: { key: 'exhibit', stays: true },
  'exhibits.*.photographs': { key: 'sha256', stays: true },
  persons: { key: 'field', stays: false },
  justifications: { key: null, stays: true },
  contexts: { key: null, stays: true },
  vehicles: { key: 'field', stays: false },
  'exhibits.*.typologies': { key: null, stays: false },
  'exhibits.*.marks': { key: 'field', stays: false },
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.values(value).every(saysNothing))

/** One text for equal values, whatever the order of their fields; what says nothing is as what is not there. */
export function sameText(value: unknown): string {
  if (saysNothing(value)) return 'null'
  if (Array.isArray(value)) return `[${value.map(sameText).join()}]`
  if (!isFields(value)) return JSON.stringify(value)
  const said = Object.keys(value)
    .filter((key) => !saysNothing(value[key]))
    .sort()
  return `{${said.map((key) => `${JSON.stringify(key)}:${sameText(value[key])}`).join()}}`
}

const isSame = (one: unknown, other: unknown) => sameText(one) === sameText(other)

interface Three {
  readonly base: unknown
  readonly standing: unknown
  readonly sent: unknown
}

interface Place {
  /** As a person is told it, with the identifiers of exhibits. */
  readonly path: string
  /** As the rules have it, with a star for each identifier. */
  readonly kind: string
}

/** What is merged so far, beside the value that is being merged. */
interface Merging extends Place {
  readonly conflicts: RecoveryConflict[]
  /** By its path, where a value began from another one than the base has. */
  readonly begun: ReadonlyMap<string, unknown>
}

const under = ({ path, kind, conflicts, begun }: Merging, key: string, isElement: boolean): Merging => ({
  conflicts,
  begun,
  path: path === '' ? key : `${path}.${key}`,
  kind: kind === '' ? key : `${kind}.${isElement ? '*' : key}`,
})

/** What one side says of a list, by what its elements are. */
function elementsOf(list: unknown, { key }: ListRule): Map<string, unknown> {
  if (!Array.isArray(list)) return new Map()
  const nameOf = (each: unknown) => {
    const given = key === null ? undefined : (each as Fields)[key]
    return given === undefined ? sameText(each) : String(given)
  }
  return new Map(list.map((each: unknown) => [nameOf(each), each]))
}

function mergeValue(at: Merging, three: Three): unknown {
  const rule = LISTS[at.kind]
  if (rule) return mergeList(at, rule, three)
  const { standing, sent } = three
  const base = at.begun.has(at.path) ? at.begun.get(at.path) : three.base
  if (isSame(standing, sent)) return standing
  const isWhole = ![...at.begun.keys()].some((path) => path.startsWith(`${at.path}.`))
  if (isWhole && isSame(base, sent)) return standing
  if (isWhole && isSame(base, standing)) return sent
  if (isFields(standing) && isFields(sent)) return mergeFields(at, isFields(base) ? base : {}, standing, sent)
  at.conflicts.push({ path: at.path, base: base ?? null, standing: standing ?? null, sent: sent ?? null })
  return standing
}

function mergeFields(at: Merging, base: Fields, standing: Fields, sent: Fields): Fields {
  const keys = new Set([...Object.keys(standing), ...Object.keys(sent)])
  const entries = [...keys].map((key) => {
    const three = { base: base[key], standing: standing[key], sent: sent[key] }
    return [key, mergeValue(under(at, key, false), three)] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function mergeList(at: Merging, rule: ListRule, three: Three): readonly unknown[] {
  const base = elementsOf(three.base, rule)
  const standing = elementsOf(three.standing, rule)
  const sent = elementsOf(three.sent, rule)
  return namesInOrder(base, standing, sent).flatMap((name) => {
    const element = { base: base.get(name), standing: standing.get(name), sent: sent.get(name) }
    const kept = mergeElement(under(at, name, true), rule, element)
    return kept === undefined ? [] : [kept]
  })
}

function mergeElement(at: Merging, { key, stays }: ListRule, three: Three): unknown {
  const { base, standing, sent } = three
  if (stays && standing === undefined) return sent ?? base
  if (stays && sent === undefined) return standing
  if (key === null || standing === undefined || sent === undefined) return mergeValue(at, three)
  return mergeFields(at, isFields(base) ? base : {}, standing as Fields, sent as Fields)
}

/** Those of before in their order, then what was added: by one side in its order, by both in one that both give. */
function namesInOrder(
  base: ReadonlyMap<string, unknown>,
  standing: ReadonlyMap<string, unknown>,
  sent: ReadonlyMap<string, unknown>,
): string[] {
  const addedBy = (side: ReadonlyMap<string, unknown>) => [...side.keys()].filter((name) => !base.has(name))
  const [ours, theirs] = [addedBy(standing), addedBy(sent)]
  const added =
    ours.length === 0 || theirs.length === 0 ? [...ours, ...theirs] : [...new Set([...ours, ...theirs])].sort()
  return [...base.keys(), ...added]
}

/**
 * Puts together what stands and what was sent, both of which began from one version (null: from nothing). What one side
 * alone changed is taken; where both changed one field to different things, what stands is kept and both are told.
 * `untold`: where the base itself was not taken, since it contradicted what stood, with what that began from.
 */
export function mergeRecovery(
  base: RecoveryForm | null,
  standing: RecoveryForm | null,
  sent: RecoveryForm,
  untold: readonly RecoveryConflict[] = [],
): MergedRecovery {
  if (standing === null) return { form: sent, conflicts: [] }
  const begun = new Map(untold.map((each) => [each.path, each.base]))
  const at: Merging = { path: '', kind: '', conflicts: [], begun }
  const form = mergeFields(at, { ...base }, { ...standing }, { ...sent })
  return { form: form as unknown as RecoveryForm, conflicts: at.conflicts }
}
