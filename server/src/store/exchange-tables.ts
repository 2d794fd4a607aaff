import type {
  CorrectionAct,
  InboxState,
  KeyChangeKind,
  KeyChangeVerdict,
  OutboxState,
  PartnerState,
} from '@proofmark/contract/exchange-words'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { ColumnType, Generated } from 'kysely'
import type { Json, Stamp } from './column-types.ts'

/** Partners, what was agreed with them, and what went to and fro. */
export interface ExchangeTables {
  partner: {
    short: string
    name: string
    country: string
    endpoint: string | null
    contacts: Json<readonly Contact[]>
    state: Generated<PartnerState>
    reconciled: Generated<boolean>
    reconciled_at: ColumnType<Date | null, never, Date>
    added_by: string
    added_at: Stamp
  }
  partner_certificate: { fingerprint: string; partner: string; added_at: Stamp; revoked_at: Date | null }
  partner_key: {
    partner: string
    use: 'message' | 'envelope'
    key: Buffer
    valid_from: Date | null
    valid_to: Date | null
    added_at: Stamp
    revoked_at: Date | null
  }
  agreement: {
    partner: string
    version: number
    terms: Json<AgreementTerms>
    valid_from: string
    valid_to: string | null
    review_on: string
    made_by: string
    made_at: Stamp
  }
  outbox_message: {
    id: string
    number: Generated<string>
    partner: string
    kind: string
    about: string | null
    body: Buffer
    sha256: Buffer
    state: Generated<OutboxState>
    attempts: Generated<number>
    next_attempt_at: Date
    last_reason: string | null
    receipt: string | null
    created_by: string
    created_at: Date
    acknowledged_at: Date | null
  }
  inbox_message: {
    partner: string
    id: string
    number: Generated<string>
    kind: string
    about: string | null
    body: Buffer
    sha256: Buffer
    signature: string
    sent_at: Date
    received_at: Date
    door: 'node' | 'file'
    state: InboxState
    reason: string | null
    attempts: Generated<number>
    taken_at: Date | null
    receipt: string | null
  }
  delivery: {
    number: Generated<string>
    partner: string
    direction: 'out' | 'in'
    message_id: string | null
    kind: string | null
    sha256: Buffer | null
    reason: string
    account_id: string | null
    at: Date
  }
  sharing_grant: {
    id: string
    partner: string
    data_class: string
    subject: string
    granted_by: string
    granted_at: Date
    expires_at: Date
    revoked_by: ColumnType<string | null, string | null, string>
    revoked_at: ColumnType<Date | null, Date | null, Date>
    revocation_id: ColumnType<string | null, string | null, string>
  }
  dissemination: { subject: string; message_id: string; partner: string; told_at: Date }
  correction: { id: string; subject: string; said: Json<unknown>; made_by: string; made_at: Date }
  correction_notice: { correction_id: string; partner: string; message_id: string }
  received_correction: { partner: string; message: string; corrected: string; erase: boolean; received_at: Date }
  correction_settlement: {
    trace_id: string
    partner: string
    message: string
    vis: number
    act: CorrectionAct
    note: string
    settled_by: string
    settled_at: Stamp
  }
  key_change: {
    id: string
    what: KeyChangeKind
    statement: Json<unknown>
    made_by: string
    made_at: Date
    switched_at: ColumnType<Date | null, never, Date>
  }
  key_change_notice: {
    change_id: string
    partner: string
    message_id: string
    answer: ColumnType<KeyChangeVerdict | null, never, KeyChangeVerdict>
    answered_at: ColumnType<Date | null, never, Date>
  }
  offered_key_change: {
    partner: string
    message: string
    change_id: string
    what: KeyChangeKind
    statement: Json<unknown>
    offered_at: Date
    verdict: ColumnType<KeyChangeVerdict | null, never, KeyChangeVerdict>
    decided_by: ColumnType<string | null, never, string>
    decided_at: ColumnType<Date | null, never, Date>
  }
  declared_restore: {
    id: string
    partner: string
    since: Date
    declared_at: Date
    verdict: ColumnType<'approved' | 'refused' | null, never, 'approved' | 'refused'>
    why: ColumnType<string | null, never, string>
    decided_by: ColumnType<string | null, never, string>
    decided_at: ColumnType<Date | null, never, Date>
    given: Generated<number>
  }
  own_certificate: { fingerprint: string; ends_at: Date; since: Stamp }
  told_stop: { partner: string; data_class: string; message: string; since: Date; lifted_at: Date | null }
}
