import type { ProfileField } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'
import type { FindHeading } from './file-columns.ts'
import type { FieldMapping, ItemMapping, ItemsMapping } from './map-row.ts'
import { columnsOf, compileRule } from './profile-rule.ts'
import { type FieldRules, rulesIn } from './profile-rules.ts'

/** The rules of some fields for one file. */
export interface CompiledFields {
  readonly mappings: readonly FieldMapping[]
  /** Fields that state nothing, since the file lacks a column of their rule. */
  readonly lacking: readonly ProfileField[]
}

export interface CompiledItems {
  readonly mapping: ItemsMapping
  /** Fields that items of their own can state. */
  readonly stated: readonly ProfileField[]
  /** Fields that some item could state if the file had all columns. */
  readonly lacking: readonly ProfileField[]
}

/** Compiles the rules of which the file has all columns: half a place or half a reference would be another one. */
export function compileFields(rules: FieldRules, find: FindHeading): CompiledFields {
  const present = (rule: ProfileRule) => columnsOf(rule).every((column) => find(column) !== undefined)
  const all = rulesIn(rules)
  return {
    mappings: all
      .filter(([, rule]) => present(rule))
      .map(([field, rule]) => ({ field, statement: compileRule(rule, find), fromColumn: columnsOf(rule).length > 0 })),
    lacking: all.filter(([, rule]) => !present(rule)).map(([field]) => field),
  }
}

const ONE_ITEM: CompiledItems = { mapping: null, stated: [], lacking: [] }
const NO_ITEM: CompiledItems = { mapping: { several: [] }, stated: [], lacking: [] }

/** Compiles the items of a row over the fields that they share. An item of which the file has no column is not in it. */
export function compileItems(items: Profile['items'], shared: CompiledFields, find: FindHeading): CompiledItems {
  if (items === undefined) return ONE_ITEM
  if (!Array.isArray(items)) {
    const pieces = find(items.each)
    return pieces === undefined ? NO_ITEM : { mapping: { pieces, by: items.by }, stated: ['serial'], lacking: [] }
  }
  const several: ItemMapping[] = []
  const lacking: ProfileField[] = []
  for (const [place, rules] of items.entries()) {
    const own = compileFields(rules, find)
    if (!own.mappings.some(({ fromColumn }) => fromColumn)) continue
    lacking.push(...own.lacking)
    several.push({
      position: place + 1,
      own: own.mappings,
      shared: shared.mappings.filter(({ field }) => !(field in rules)),
    })
  }
  const stated = several.flatMap(({ own }) => own.map(({ field }) => field))
  return { mapping: { several }, stated, lacking }
}
