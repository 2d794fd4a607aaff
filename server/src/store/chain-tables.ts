import type { CustodyVerdict } from '@proofmark/contract/custody-words'
import type { ColumnType } from 'kysely'
import type { Json, Stamp } from './column-types.ts'

/** Chains of custody and what decides how they end. Rows are added and never changed, but for how custody stands. */
export interface ChainTables {
  custody_event: {
    id: string
    exhibit_id: string
    number: number
    vis: number
    statement: Json<unknown>
    hash: Buffer
    signature: ColumnType<unknown, string | null, never>
    device_at: Date | null
    entry_id: string
    recorded_by: string
    recorded_at: Stamp
  }
  custody_answer: {
    event_id: string
    exhibit_id: string
    vis: number
    verdict: CustodyVerdict
    statement: Json<unknown>
    hash: Buffer
    signature: ColumnType<unknown, string | null, never>
    device_at: Date | null
    entry_id: string
    recorded_by: string
    recorded_at: Stamp
  }
  custody_outside: {
    event_id: string
    exhibit_id: string
    vis: number
    names: Json<unknown>
    salt: Buffer
    review_on: string
  }
  custody_explanation: {
    id: string
    exhibit_id: string
    event_id: string
    vis: number
    code: string
    why: string
    said_by: string
    said_at: Stamp
  }
  custody_order: {
    id: string
    exhibit_id: string
    vis: number
    kind: string
    authority: string
    reference: string
    ordered_on: string
    until: string | null
    conditions: string | null
    scan: string | null
    recorded_by: string
    recorded_at: Stamp
  }
  custody_hold: {
    id: string
    exhibit_id: string
    vis: number
    kind: string
    why: string
    placed_by: string
    placed_at: Stamp
  }
  custody_hold_lift: {
    hold_id: string
    exhibit_id: string
    vis: number
    why: string
    lifted_by: string
    lifted_at: Stamp
  }
  custody_lineage: {
    exhibit_id: string
    of_exhibit_id: string
    vis: number
    kind: string
    pieces: number | null
  }
  custody_seal: {
    number: string
    exhibit_id: string
    vis: number
    event_id: string
  }
  custody_standing: {
    exhibit_id: string
    vis: number
    events: number
    breaks: number
    account_id: string | null
    agency_id: string | null
    storage_id: string | null
    seal: string | null
    ended: string | null
    offered_account_id: string | null
    offered_agency_id: string | null
  }
  storage_place: {
    id: string
    agency_id: string
    vis: number
    parent_id: string | null
    name: string
    added_by: string
    added_at: Stamp
  }
  stocktake: {
    id: string
    agency_id: string
    vis: number
    storage_id: string
    begun_by: string
    begun_at: Stamp
  }
  stocktake_scan: {
    id: string
    stocktake_id: string
    vis: number
    storage_id: string
    scanned: string
    exhibit_id: string | null
    scanned_by: string
    scanned_at: Stamp
  }
  stocktake_scan_withdrawal: {
    scan_id: string
    stocktake_id: string
    vis: number
    withdrawn_by: string
    withdrawn_at: Stamp
  }
  stocktake_report: {
    stocktake_id: string
    vis: number
    lines: Json<unknown>
    closed_by: string
    closed_at: Stamp
  }
  disposal: {
    id: string
    agency_id: string
    vis: number
    name: string
    place: string
    hash: Buffer
    opened_by: string
    opened_at: Stamp
  }
  disposal_witness: {
    disposal_id: string
    vis: number
    name: string
    salt: Buffer
    review_on: string
  }
  disposal_exhibit: {
    disposal_id: string
    exhibit_id: string
    vis: number
  }
  disposal_signature: {
    disposal_id: string
    number: number
    vis: number
    signed_by: string
    signature: ColumnType<unknown, string | null, never>
    entry_id: string
    signed_at: Stamp
  }
  disposal_withdrawal: {
    disposal_id: string
    vis: number
    why: string
    withdrawn_by: string
    withdrawn_at: Stamp
  }
  clearance_question: {
    id: string
    disposal_id: string
    vis: number
    asked_by: string
    asked_at: Stamp
  }
  clearance_handle: {
    handle: string
    exhibit_id: string
  }
  clearance_answer: {
    question_id: string
    exhibit_id: string
    vis: number
    handle: string | null
    answered_at: Stamp
  }
  clearance_hold: {
    id: string
    handle: string
    vis: number
    agency_id: string
    silent: boolean
    keeper_agency_id: string
    reference: string
    requests: string[]
    told_at: Stamp
  }
  clearance_let_go: {
    hold_id: string
    vis: number
    why: string
    let_go_by: string
    let_go_at: Stamp
  }
}
