import type {
  ExhibitKind,
  FileRefusal,
  FileStateWord,
  PhotographView,
  RecoveryPersonRole,
} from '@proofmark/contract/recovery-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { ExaminedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { Generated } from 'kysely'
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
    attempt: string | null
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
  recovery_country: {
    country: string
    recovery_id: string
    vis: number
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
  evidence_file: {
    id: string
    vis: number
    recovery_id: string
    exhibit_id: string | null
    kind: 'photograph' | 'scan'
    photograph_view: PhotographView
    sha256: Buffer
    bytes: number
    received: Generated<number>
    state: Generated<FileStateWord>
    reason: FileRefusal | null
    media_type: string | null
    sent_by: string
    opened_at: Stamp
    settled_at: Date | null
  }
  evidence_file_part: {
    file_id: string
    starts_at: number
    vis: number
    content: Buffer
  }
  evidence_file_copy: {
    file_id: string
    size: 'copy' | 'preview'
    vis: number
    width: number
    height: number
    content: Buffer
  }
  original_grant: {
    file_id: string
    to_account: string
    number: number
    vis: number
    granted_by: string
    why: string
    until: string
    granted_at: Stamp
  }
  exhibit_examination: {
    exhibit_id: string
    number: number
    vis: number
    examination: string
    said: Json<ExaminedExhibit>
    content_hmac: Buffer
    record_id: string | null
    examined_by: string
    examined_at: Stamp
  }
  recovery_join: {
    recovery_id: string
    other_id: string
    number: number
    vis: number
    verdict: 'same' | 'different' | 'withdrawn'
    why: string
    joined_by: string
    joined_at: Stamp
  }
  paper_form: {
    number: string
    agency_id: string
    vis: number
    order_id: string
    place: number
    drawn_by: string
    drawn_at: Stamp
  }
}
