import type { LegalJustification } from '@proofmark/contract/recovery-words'
import type { TraceContactRequest, TraceTerms } from '@proofmark/contract/schemas/trace-book'
import type { DiversionPoint, TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { FindingSaid } from '@proofmark/contract/schemas/trace-shown'
import type {
  AddresseeRole,
  ContactKind,
  FailureCode,
  FindingOccasion,
  OriginStatus,
  PermittedAudience,
  ReplyDoor,
  TraceChannel,
  TraceDirection,
  TraceOutcome,
  TraceState,
} from '@proofmark/contract/trace-words'
import type { Generated } from 'kysely'
import type { Json, Stamp } from './column-types.ts'

/** A verdict that was given with a confirmation. */
export interface GivenVerdict {
  readonly record: string
  readonly other: string
  readonly number: string
}

/** Trace requests and replies: rows that are added and never changed. */
export interface TraceTables {
  trace_request: {
    id: string
    agency_id: string
    vis: number
    direction: TraceDirection
    parent_id: string | null
    records: string[]
    asker: string | null
    their_id: string | null
    content_hmac: Buffer
    opened_by: string | null
    opened_at: Stamp
  }
  trace_record: {
    record_id: string
    request_id: string
    vis: number
  }
  trace_form: {
    request_id: string
    version: number
    vis: number
    partner: string | null
    channel: TraceChannel
    form: Json<TraceForm>
    message: Json<TraceRequestMessage> | null
    saved_by: string | null
    saved_at: Stamp
  }
  trace_transition: {
    request_id: string
    number: number
    vis: number
    state: TraceState
    at: Stamp
    said_at: Date | null
    by_account: string | null
    by_partner: string | null
    why: string | null
  }
  trace_reply: {
    request_id: string
    id: string
    number: number
    vis: number
    door: ReplyDoor
    message: Json<TraceReplyMessage>
    content_hmac: Buffer
    records: string[]
    received_at: Stamp
    said_at: Date | null
    received_by: string | null
  }
  trace_permission: {
    request_id: string
    message: string
    audience: PermittedAudience
    number: number
    vis: number
    permitted: boolean
    given_by: string
    given_on: string
    until: string | null
    reference: string
    noted_by: string
    noted_at: Stamp
  }
  trace_finding: {
    request_id: string
    number: number
    vis: number
    occasion: FindingOccasion
    finding: Json<FindingSaid>
    kept_at: Stamp
    kept_by: string | null
    verdicts: Json<readonly GivenVerdict[]> | null
  }
  trace_closing: {
    request_id: string
    number: number
    vis: number
    origin_status: OriginStatus
    outcome: TraceOutcome
    failure: FailureCode | null
    point: Json<DiversionPoint> | null
    why: string
    closed_by: string
    closed_at: Stamp
    corrects: Generated<number | null>
  }
  trace_approval: {
    request_id: string
    closing: number
    vis: number
    approved: boolean
    why: string
    approved_by: string
    approved_at: Stamp
  }
  trace_terms: {
    partner: string
    number: Generated<string>
    terms: Json<TraceTerms>
    saved_by: string
    saved_at: Stamp
  }
  law_text: {
    id: string
    number: Generated<string>
    agency_id: string | null
    ground: LegalJustification
    language: string
    provision: string
    valid_from: string | null
    valid_to: string | null
    removed: boolean
    saved_by: string
    saved_at: Stamp
  }
  trace_mark: {
    request_id: string
    vis: number
    skeleton: string
    make: string | null
    calibre: string | null
    type: string | null
  }
  trace_contact: {
    id: string
    number: Generated<string>
    country: string
    partner: string | null
    kind: ContactKind
    role: AddresseeRole | null
    contact: Json<TraceContactRequest['contact']>
    saved_by: string
    saved_at: Stamp
    removed: Generated<boolean>
  }
}
