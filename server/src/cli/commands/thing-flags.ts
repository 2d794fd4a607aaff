import { COMMON, type Flags, needed } from '../arguments.ts'
import type { Shell } from '../shell.ts'

/** Flags of the commands of things. */
export const THING_FLAGS = {
  ...COMMON,
  id: { type: 'string' },
  case: { type: 'string' },
  compartment: { type: 'string' },
  silent: { type: 'boolean' },
  standing: { type: 'string' },
  source: { type: 'string' },
  record: { type: 'string', multiple: true },
  review: { type: 'string' },
  category: { type: 'string' },
  reason: { type: 'string' },
  why: { type: 'string' },
  note: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  until: { type: 'string' },
  kind: { type: 'string' },
  find: { type: 'string' },
  protected: { type: 'boolean' },
  judged: { type: 'boolean' },
  tie: { type: 'string' },
  restore: { type: 'boolean' },
  after: { type: 'string' },
  limit: { type: 'string' },
  word: { type: 'string', multiple: true },
} as const satisfies Flags

export type ThingFlags = {
  readonly [Name in keyof typeof THING_FLAGS]?: (typeof THING_FLAGS)[Name] extends { readonly multiple: true }
    ? string[]
    : (typeof THING_FLAGS)[Name]['type'] extends 'boolean'
      ? boolean
      : string
}

/** One of its commands. */
export type ThingAct = (shell: Shell, flags: ThingFlags, words: readonly string[]) => Promise<void>

/** Those of these values that were stated. */
export const stated = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** A thing by its identifier, as a list names it, or as a node, as the graph does: `person:ID`. Throws `usage`. */
export const thingTyped = (word: string | undefined): string => needed(word, 'THING').replace(/^[a-z_]+:/i, '')
