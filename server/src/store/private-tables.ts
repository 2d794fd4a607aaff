import type { AlarmRule, KnownReason, LookUpClass, LookUpKind } from '@proofmark/contract/private-words'
import type { LegalBasis } from '@proofmark/contract/purposes'
import type { Contact } from '@proofmark/contract/schemas/trace-message'
import type { ColumnType } from 'kysely'
import type { Json } from './column-types.ts'

/** Known or not known: what was published, evaluated, received and asked. */
export interface PrivateTables {
  partner_agency: { partner: string; agency_id: string }
  private_epoch: {
    id: string
    holder: string
    partner: string
    data_class: LookUpClass
    name: string
    begins_at: Date
    ends_at: Date
    contact: Json<Contact>
    law: string | null
    published_by: string
    stopped_at: ColumnType<Date | null, never, Date>
  }
  private_filter: {
    epoch_id: string
    kind: LookUpKind
    number: number
    sha256: string
    public_key: Buffer
    content: Buffer
    up_to: string
    published_at: Date
  }
  private_count: {
    holder: string
    partner: string
    data_class: LookUpClass
    kind: LookUpKind
    day: string
    evaluations: ColumnType<string, number, number>
  }
  private_evaluation: {
    partner: string
    handle: string
    epoch_id: string
    kind: LookUpKind
    basis: LegalBasis
    evaluations: number
    at: Date
  }
  private_stop: {
    id: string
    holder: string
    partner: string
    data_class: LookUpClass
    reason: string
    stopped_by: string
    stopped_at: Date
    lifted_by: ColumnType<string | null, never, string>
    lifted_at: ColumnType<Date | null, never, Date>
  }
  private_alarm: {
    holder: string
    partner: string
    data_class: LookUpClass
    kind: LookUpKind
    rule: AlarmRule
    day: string
    used: ColumnType<string, number, never>
    quota: ColumnType<string, number, never>
  }
  private_received: {
    partner: string
    asker: string
    data_class: LookUpClass
    epoch: string
    kind: LookUpKind
    number: number
    sha256: string
    content: Buffer
    contact: Json<Contact>
    begins_at: Date
    ends_at: Date
    received_at: Date
  }
  private_ask: {
    handle: string
    partner: string
    data_class: LookUpClass
    kind: LookUpKind
    epoch: string | null
    agency_id: string | null
    asked_by: string
    reference: string
    basis: LegalBasis
    asked_at: Date
    known: ColumnType<boolean | null, never, boolean | null>
    why: ColumnType<KnownReason | null, never, KnownReason>
    answered_at: ColumnType<Date | null, never, Date>
  }
}
