import { ProofmarkError } from '@proofmark/contract/errors'
import type { Reader } from '../context.ts'

/** Of whom it depends who may release a record. */
export interface ReleasedFrom {
  readonly agencyId: string
  readonly agency: string
  readonly sourceVisibility: string
}

/**
 * May the reader release records of a source to another agency? A data steward of its owner may; those of a silent
 * source the named officer alone, and the data stewards as long as no officer is named.
 */
export function mayRelease(reader: Reader, { agencyId, sourceVisibility }: ReleasedFrom, officer: string | null) {
  if (reader.installer) return true
  if (reader.agency?.id !== agencyId) return false
  if (sourceVisibility === 'silent' && officer !== null) return reader.account === officer
  return reader.roles.includes('data_steward')
}

/** Throws `not_your_agency` and `role_needed` for whoever may not. */
export function needReleaser(reader: Reader, from: ReleasedFrom, officer: string | null): void {
  if (mayRelease(reader, from, officer)) return
  if (reader.agency?.id !== from.agencyId) throw new ProofmarkError('not_your_agency', { agency: from.agency })
  throw new ProofmarkError('role_needed', { role: 'data_steward' })
}

/** May the reader withdraw what was released? It only narrows, so the data stewards may whatever the source. */
export function needWithdrawer(
  reader: Reader,
  owner: { readonly id: string; readonly name: string },
  officer: string | null,
): void {
  if (reader.installer) return
  if (reader.agency?.id !== owner.id) throw new ProofmarkError('not_your_agency', { agency: owner.name })
  if (reader.account === officer || reader.roles.includes('data_steward')) return
  throw new ProofmarkError('role_needed', { role: 'data_steward' })
}
