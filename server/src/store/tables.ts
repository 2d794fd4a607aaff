import type { Explanation, FindingRule } from '@proofmark/contract/life-words'
import type { ColumnType, Generated } from 'kysely'
import type { AccessTables } from './access-tables.ts'
import type { BallisticTables } from './ballistic-tables.ts'
import type { CaseTables } from './case-tables.ts'
import type { ChainTables } from './chain-tables.ts'
import type { Int8, Json, Stamp } from './column-types.ts'
import type { CustodyTables } from './custody-tables.ts'
import type { DeconflictionTables } from './deconfliction-tables.ts'
import type { ExchangeLedgerTables } from './exchange-ledger-tables.ts'
import type { ExchangeTables } from './exchange-tables.ts'
import type { PairTables } from './pair-tables.ts'
import type { PrivateTables } from './private-tables.ts'
import type { TraceTables } from './trace-tables.ts'

/** How far an import has come. `running` with nobody at work on it means that it was interrupted. */
export type ImportState =
  | 'receiving'
  | 'running'
  | 'stopped'
  | 'failed'
  | 'done'
  | 'taking_back'
  | 'taken_back'
  | 'putting_back'

type Alternatives = readonly { readonly kind: Explanation; readonly weight: number }[]

/** The tables as the migrations made them; a test compares every column with the migrated database. */
export interface Tables
  extends AccessTables,
    BallisticTables,
    CaseTables,
    CustodyTables,
    ChainTables,
    DeconflictionTables,
    PairTables,
    ExchangeTables,
    ExchangeLedgerTables,
    PrivateTables,
    TraceTables {
  source: {
    id: string
    agency_id: string
    name: string
    kind: string
    handling: string
    source_visibility: string
    vis: number
    legal_regime: Generated<string>
    retention_years: number | null
    review_years: Generated<number>
    four_eyes: Generated<boolean>
    profile: Json<unknown> | null
    created_by: string
    created_at: Stamp
  }
  import_run: {
    id: Generated<string>
    source_id: string
    door: Generated<'file' | 'hand'>
    state: Generated<ImportState>
    whole: Generated<boolean>
    file_name: string | null
    file_sha256: Buffer | null
    file_bytes: Int8 | null
    bytes_done: Generated<string>
    profile_version: number | null
    failure: Json<unknown> | null
    rows: Int8
    accepted: Int8
    rejected: Int8
    unchanged: Int8
    changed: Int8
    started_by: string
    started_at: Stamp
    finished_at: Date | null
  }
  import_judgement: {
    id: Generated<string>
    import_id: Int8
    verdict: 'taken_back' | 'put_back'
    judged_by: string
    judged_at: Stamp
  }
  import_profile: { source_id: string; version: number; profile: Json<unknown>; saved_by: string; saved_at: Stamp }
  import_reject: {
    import_id: Int8
    row: Int8
    vis: number
    field: string
    value: string
    reason: Json<unknown>
    accepted: Json<unknown>
    cells: Json<Record<string, string>>
  }
  upload_chunk: { import_id: Int8; number: number; vis: number; content: Buffer }
  vocabulary_decision: {
    id: Generated<string>
    agency_id: string
    field: string
    text_key: string
    stated: string
    make: string | null
    code: string | null
    said: string | null
    decided_by: string
    decided_at: Stamp
    name: string | null
    country: string | null
    pack_id: Int8 | null
    records: Int8 | null
  }
  vocabulary_pack: {
    id: Int8
    agency_id: string
    name: string
    state: string | null
    keeper: string
    licence: string
    provenance: string
    made_on: string
    tables: number
    sha256: string
    imported_by: string
    imported_at: Stamp
    taken_back_by: string | null
    taken_back_at: Date | null
  }
  vocabulary_pack_row: {
    pack_id: Int8
    row: number
    field: string
    stated: string
    make: string | null
    code: string | null
    said: string | null
    name: string | null
    country: string | null
    records: string | null
    fault: string | null
  }
  renewal: {
    id: Generated<string>
    agency_id: string
    tables: number
    vocabulary: Int8
    state: 'running' | 'stopped' | 'failed' | 'done'
    records: Generated<string>
    changed: Generated<string>
    last_record: string | null
    started_by: string
    started_at: Stamp
    finished_at: Date | null
  }
  record: {
    id: string
    vis: number
    source_id: string
    source_key: string
    version: Int8 | null
    first_id: string | null
    succession: Generated<number>
  }
  record_version: {
    record_id: string
    version: Int8
    vis: number
    content_hmac: Buffer
    stated: Json<Record<string, string>>
    raw: Json<Record<string, string>>
    event: string
    date_stated: string | null
    date_from: string | null
    date_to: string | null
    row_kind: Generated<string>
    quantity: Int8 | null
    until_from: string | null
    until_to: string | null
    reported_from: string | null
    reported_to: string | null
    not_known: Json<Record<string, string>> | null
    recorded_at: Stamp
    place: ColumnType<string | null, never, never>
  }
  record_person: {
    record_id: string
    version: Int8
    field: string
    vis: number
    role: string
    value: string
    review_on: string
  }
  reading: {
    record_id: string
    vis: number
    version: Int8
    tables: number
    vocabulary: Generated<string>
    norm: string | null
    skeleton: string | null
    make: string | null
    model: string | null
    calibre: string | null
    type: string | null
    item: Json<unknown>
  }
  unread_text: { record_id: string; field: string; text: string; make: string | null; vis: number }
  posting: { key: number; record_id: string; vis: number }
  class_tally: { vis: number; records: Int8 }
  saved_item: {
    id: string
    agency_id: string
    record_id: string | null
    request_id: Generated<string | null>
    skeleton: Generated<string | null>
    make: Generated<string | null>
    calibre: Generated<string | null>
    type: Generated<string | null>
    reference: string
    basis: string
    asked_by: string
    asked_at: Stamp
  }
  pointer: {
    handle: string
    saved_item_id: string
    owner_agency_id: string
    silent: boolean
    records: string[]
    given_at: Stamp
  }
  pointer_told: {
    handle: string
    vis: number
    agency_id: string
    record_id: string | null
    request_id: string | null
    contact_agency_id: string
    told_at: Date
    until: Date
    ended_at: Date | null
  }
  notice: {
    id: string
    agency_id: string
    kind:
      | 'pointer_given'
      | 'silent_match'
      | 'question_asked'
      | 'question_answered'
      | 'record_released'
      | 'finding_filed'
      | 'destruction_held'
      | 'destruction_held_silent'
      | 'recovery_joined'
    asker_agency_id: string | null
    reference: string | null
    handle: string | null
    created_at: Stamp
    question_id: string | null
    answer_id: string | null
    release_id: string | null
    finding_id: string | null
    hold_id: string | null
    recovery_id: string | null
  }
  oversight_finding: {
    id: string
    agency_id: string
    rule: FindingRule
    parameters: Json<Readonly<Record<string, string | number>>>
    alternatives: Json<Alternatives>
    records: string[]
    keepers: string[]
    silent: boolean
    working: boolean
    filed_at: Stamp
    due_at: Stamp
    passed_on_at: ColumnType<Date | null, never, Date>
    passed_on_by: ColumnType<string | null, never, string>
    note: ColumnType<string | null, never, string | null>
  }
  oversight_waiting: { finding_id: string; agency_id: string; since: Stamp }
  release: {
    id: string
    owner_agency_id: string
    receiver_agency_id: string
    records: number
    conditions: string[]
    note: string | null
    reference: string | null
    basis: string | null
    ends_at: Date
    content_hmac: Buffer
    made_by: string
    made_at: Stamp
    withdrawn_by: string | null
    withdrawn_at: ColumnType<Date | null, never, Date>
    settled_at: ColumnType<Date | null, never, Date>
  }
  release_record: { record_id: string; release_id: string; vis: number }
  desk_question: {
    id: string
    asker_agency_id: string
    asked_by: string
    reference: string
    basis: string
    description: Json<unknown>
    record_id: string | null
    content_hmac: Buffer
    asked_at: Stamp
    withdrawn_at: ColumnType<Date | null, never, Date>
  }
  desk_question_addressee: { question_id: string; agency_id: string }
  desk_answer: {
    id: string
    number: Generated<string>
    question_id: string
    agency_id: string
    verdict: 'known' | 'not_known' | 'ask_us'
    note: string | null
    answered_by: string
    answered_at: Stamp
  }
}
