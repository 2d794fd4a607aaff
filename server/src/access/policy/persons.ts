import { ProofmarkError } from '@proofmark/contract/errors'
import type { Reader } from '../context.ts'
import { mayRead, type VisibilityClass } from '../rules/may-read.ts'

/** Whose record names the persons, and how its source is kept: to whom a record was released does not count. */
export interface NamedIn extends Pick<VisibilityClass, 'sourceVisibility' | 'handling'> {
  readonly agency: { readonly id: string; readonly name: string }
}

/** May an agency read the source as anybody does? To whom a record was released does not count: that hands over no person. */
export const readsOpenly = (reader: string, { agency, ...kept }: NamedIn, now: Date): boolean =>
  mayRead(reader, { ...kept, agency: agency.id, readers: [] }, now)

/**
 * May the reader see who is named in a record? The owner's own people who work with it may. Of another agency's open
 * source whoever traces may, since a trace ends at the last lawful holder (International Tracing Instrument, paragraph
 * 5); nobody else needs a name to do their work (Directive (EU) 2016/680, article 4 (1) (c)). A release of a record
 * hands over no person. Throws `not_your_agency` and `role_needed`.
 */
export function needSightOfPersons(reader: Reader, named: NamedIn, now: Date): void {
  const { agency } = named
  if (reader.installer || reader.agency?.id === agency.id) return
  const open = reader.agency !== null && readsOpenly(reader.agency.id, named, now)
  if (!open) throw new ProofmarkError('not_your_agency', { agency: agency.name })
  if (!reader.roles.includes('trace_officer')) throw new ProofmarkError('role_needed', { role: 'trace_officer' })
}
