import type { ExhibitKind, RecoveryPersonRole } from '@proofmark/contract/recovery-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { Json, Stamp } from './column-types.ts'

/** Recoveries and exhibits: rows that are added and never changed, but for persons, which can be erased. */
export interface CustodyTables {
  recovery: {
    id: string
    agency_id: string
    vis: number
    status: RecoveryKind
    opened_by: string
    opened_at: Stamp
  }
  recovery_version: {
    recovery_id: string
    version: number
    vis: number
    base: number | null
    stands: boolean
    form: Json<Omit<RecoveryForm, 'persons'>>
    content_hmac: Buffer
    saved_by: string
    saved_at: Stamp
  }
  recovery_person: {
    recovery_id: string
    version: number
    field: string
    vis: number
    role: RecoveryPersonRole
    value: string
    review_on: string
  }
  exhibit: {
    id: string
    recovery_id: string
    agency_id: string
    vis: number
    kind: ExhibitKind
    record_id: string | null
    split_from: string | null
    opened_at: Stamp
  }
}
