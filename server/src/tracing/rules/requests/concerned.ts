import type { TraceDirection } from '@proofmark/contract/trace-words'
import { nameKey } from '../../../access/rules/name-key.ts'

/** What of a request says whose work its deadlines are. */
export interface Owned {
  readonly direction: TraceDirection
  readonly openedBy: string | null
  /** May whoever opened it still sign in? */
  readonly openerActive: boolean
}

/** The colleagues of an agency who may sign in. */
export interface Colleagues {
  readonly reader: { readonly account: string; readonly name: string }
  readonly names: readonly string[]
}

/**
 * Does a deadline concern this reader? That of an own request concerns whoever opened it; that of one that came, or whose
 * author is gone, everybody who traces.
 */
export const concernsReader = ({ direction, openedBy, openerActive }: Owned, reader: string): boolean =>
  direction === 'incoming' || openedBy === null || !openerActive || openedBy === reader

/** Is this reader told of what is to be escalated: whoever the terms name, or everybody where nobody of that name is there? */
export function isToldOf(escalateTo: string | undefined, { reader, names }: Colleagues): boolean {
  if (escalateTo === undefined) return true
  const key = nameKey(escalateTo)
  return nameKey(reader.name) === key || !names.some((name) => nameKey(name) === key)
}
