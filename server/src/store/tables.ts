import type { Explanation, FindingRule } from '@proofmark/contract/life-words'
import type { Band, Damage, IssueKind, StratumCount } from '@proofmark/contract/quality-words'
import type { ColumnType, Generated } from 'kysely'
import type { AccessTables } from './access-tables.ts'
import type { Int8, Json, Stamp } from './column-types.ts'

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

/** Level and bits by field. */
type Levels = readonly { readonly field: string; readonly level: string; readonly bits: number }[]

type Alternatives = readonly { readonly kind: Explanation; readonly weight: number }[]

/** The tables as the migrations made them; a test compares every column with the migrated database. */
export interface Tables extends AccessTables {
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
  pair_evidence: {
    record_id: string
    other_id: string
    number: Int8
    vis: number
    other_vis: number
    model: string
    relation: 'same' | 'component' | 'same-lot'
    part: string | null
    other_part: string | null
    bits: number
    alike: boolean
    evidence: Json<Levels>
    measured_at: Stamp
  }
  judgement: {
    record_id: string
    other_id: string
    number: Int8
    vis: number
    other_vis: number
    id: string
    about: 'firearm' | 'recovery'
    kind: 'verdict' | 'withdrawal' | 'second'
    verdict: 'same' | 'different' | 'undecided' | 'component-of' | 'same-lot' | null
    component_id: string | null
    of_number: Int8 | null
    needs_second: boolean
    reason: string | null
    model: string | null
    evidence: Json<Levels>
    judged_by: string
    agency_id: string | null
    judged_at: Stamp
    bulk_id: string | null
  }
  review_pair: {
    record_id: string
    circle: Buffer
    other_id: string
    vis: number
    other_vis: number
    source_id: string
    other_source_id: string
    kind: 'undecided' | 'held-back' | 'contradiction'
    probability: number
    worth: number
  }
  review_round: {
    circle: Buffer
    since: Date | null
    after: string | null
    begun_at: Stamp
    ended_at: Date | null
    whole_at: Date | null
  }
  review_assignment: {
    record_id: string
    other_id: string
    agency_id: string
    vis: number
    other_vis: number
    account_id: string
    given_by: string
    given_at: Stamp
  }
  second_opinion: {
    record_id: string
    other_id: string
    id: string
    vis: number
    other_vis: number
    asked_of: string
    asked_by: string
    agency_id: string
    asked_at: Stamp
    given_number: Int8 | null
  }
  match_queue: { number: Generated<string>; records: string[]; within: number | null }
  match_again: { vis: number }
  match_run: {
    id: string
    model: string
    begun_at: Stamp
    stopped_at: Date | null
    finished_at: Date | null
    superseded_at: Date | null
    covers: Int8[]
    again: number[]
  }
  match_partition: {
    run_id: string
    number: number
    first_record: string
    last_record: string
    holder: string | null
    held_until: Date | null
    done_at: Date | null
  }
  match_run_tally: {
    run_id: string
    vis: number
    other_vis: number
    asked: Int8
    equal: Int8
    near: Int8
    wide: Int8
    bounded: Int8
    written: Int8
  }
  learned_model: {
    version: string
    content: Json<unknown>
    origin: 'learned' | 'file'
    approved_elsewhere: Json<unknown>
    proposed_by: string
    agency_id: string | null
    proposed_at: Stamp
  }
  model_approval: {
    number: Int8
    version: string
    approved_by: string
    agency_id: string | null
    approved_at: Stamp
  }
  posting: { key: number; record_id: string; vis: number }
  class_tally: { vis: number; records: Int8 }
  saved_item: {
    id: string
    agency_id: string
    record_id: string
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
    asker_agency_id: string | null
    reference: string | null
    handle: string | null
    created_at: Stamp
    question_id: string | null
    answer_id: string | null
    release_id: string | null
    finding_id: string | null
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
  quality_notice: {
    id: string
    kind: IssueKind
    agency_id: string
    records: string[]
    note: string | null
    told_by: string
    told_agency_id: string | null
    told_at: Stamp
    ended: ColumnType<'withdrawn' | 'settled' | null, never, 'withdrawn' | 'settled'>
    ended_by: ColumnType<string | null, never, string>
    ended_at: ColumnType<Date | null, never, Date>
    answer: ColumnType<string | null, never, string | null>
  }
  quality_sample: {
    id: string
    agency_id: string | null
    classes: number[]
    seed: string
    model: string
    share: number
    counts: Json<readonly StratumCount[]>
    drawn_by: string
    drawn_at: Stamp
  }
  quality_sample_pair: {
    sample_id: string
    place: number
    record_id: string
    other_id: string
    band: Band
    linked: boolean
    probability: number
    source_id: string
    other_source_id: string
    damage: Damage
    year: number | null
  }
}
