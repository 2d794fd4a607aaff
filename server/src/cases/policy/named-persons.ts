import { SEE_PERSONS } from '@proofmark/contract/route'
import type { Reader } from '../../access/context.ts'
import { type NamedIn, readsOpenly } from '../../access/policy/persons.ts'

/**
 * May the reader see what persons of the graph are called? Whose inquiry it is may. An analyst sees that there is a
 * person, and what hangs together by them: what analysts work on is firearms (decision 19).
 */
export const seesNames = ({ installer, roles }: Reader): boolean =>
  installer || roles.includes('investigator') || roles.includes('trace_officer')

/** What a reader is shown of those whom a record names: their names, that they are there, or nothing, their number neither. */
export type Sight = 'named' | 'unnamed' | 'none'

/**
 * What the reader is shown in the graph of those whom a record names (decisions 19 and 50). Of their own agency's record those
 * whose work it is see names; an investigator does where the record stands in the case on whose ground they ask, and an analyst
 * that there is somebody. Of another agency's open source, tracing officers alone. A release shows nobody.
 */
export function sightOfNamed(reader: Reader, named: NamedIn, inCase: boolean, now: Date): Sight {
  if (reader.installer) return 'named'
  if (reader.agency === null) return 'none'
  if (reader.agency.id !== named.agency.id)
    return reader.roles.includes('trace_officer') && readsOpenly(reader.agency.id, named, now) ? 'named' : 'none'
  if (SEE_PERSONS.some((role) => reader.roles.includes(role))) return 'named'
  if (!inCase) return 'none'
  return seesNames(reader) ? 'named' : 'unnamed'
}
