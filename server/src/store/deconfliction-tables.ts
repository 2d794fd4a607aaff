import type { DeconflictionKind, OperationKind } from '@proofmark/contract/deconfliction-words'
import type { Purpose } from '@proofmark/contract/purposes'

/** Questions whether somebody else works on this, and operations that are planned. */
export interface DeconflictionTables {
  deconfliction_question: {
    id: string
    vis: number
    agency_id: string
    case_id: string
    kind: DeconflictionKind
    key: Buffer | null
    purpose: Purpose
    asked_by: string
    asked_at: Date
    until: Date
    withdrawn_by: string | null
    withdrawn_at: Date | null
    compared_at: Date | null
  }
  planned_operation: {
    id: string
    vis: number
    agency_id: string
    case_id: string
    kind: OperationKind
    place: string | null
    key: Buffer | null
    latitude: number | null
    longitude: number | null
    radius: number | null
    from_at: Date
    to_at: Date
    contact: string | null
    planned_by: string
    planned_at: Date
    withdrawn_by: string | null
    withdrawn_at: Date | null
    compared_at: Date | null
  }
  deconfliction_meeting: {
    handle: string
    pair: Buffer
    asker: unknown
    other: unknown
    met_at: Date
    forgotten_at: Date | null
  }
  deconfliction_told: {
    id: string
    vis: number
    handle: string
    audience: 'case' | 'desk' | 'officer'
    agency_id: string
    case_id: string | null
    about: string | null
    contact_agency_id: string
    contact: string | null
    lead_id: string | null
    told_at: Date
  }
  deconfliction_introduction: {
    handle: string
    agency_id: string
    vis: number
    consent: string
    introduced_by: string
    introduced_at: Date
  }
  deconfliction_declined: {
    handle: string
    agency_id: string
    told_at: Date
    vis: number
    reason: string
    declined_by: string
    declined_at: Date
  }
  deconfliction_count: {
    act: 'question' | 'operation'
    scope: 'account' | 'agency' | 'all'
    subject_id: string
    span: 'hour' | 'day'
    begins_at: Date
    asked: number
  }
}
