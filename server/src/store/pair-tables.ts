import type { Band, Damage, IssueKind, StratumCount } from '@proofmark/contract/quality-words'
import type { ColumnType, Generated } from 'kysely'
import type { Int8, Json, Stamp } from './column-types.ts'

/** Level and bits by field. */
type Levels = readonly { readonly field: string; readonly level: string; readonly bits: number }[]

/** Tables of what was measured and judged of pairs of records, of who works on it, and of how good it is. */
export interface PairTables {
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
