import type { LeavingReason } from '@proofmark/contract/case-desk-words'
import type { NodeKind, Standing, ThingKind } from '@proofmark/contract/case-words'
import type { GraphLayout } from '@proofmark/contract/schemas/graph'
import type { ErasureReason, StruckPlace, ValueField } from '@proofmark/contract/thing-words'
import type { ColumnType, Generated } from 'kysely'
import type { DrawnInt8, Int8, Json, Stamp } from './column-types.ts'

/** Compartments, cases, and the persons and things that inquiries speak of. */
export interface CaseTables {
  compartment: { id: string; case_id: string; agency_id: string; opened_by: string; opened_at: Stamp }
  compartment_member: {
    compartment_id: string
    account_id: string
    number: number
    part: 'lead' | 'member' | 'reader' | 'none'
    until: Date | null
    why: string
    leaving: LeavingReason | null
    said_by: string
    said_at: Stamp
  }
  case_file: {
    id: string
    agency_id: string
    vis: number
    reference: string
    opened_by: string
    opened_at: Stamp
  }
  case_entry: {
    case_id: string
    id: string
    number: DrawnInt8
    vis: number
    agency_id: string | null
    kind: string
    said: ColumnType<unknown, string | null, null>
    content_hmac: Buffer
    said_by: string
    said_at: Stamp
  }
  case_name: { case_id: string; agency_id: string; vis: number; reference: string }
  case_document: {
    id: string
    case_id: string
    vis: number
    agency_id: string | null
    name: string
    about: string
    sha256: Buffer
    bytes: number
    received: Generated<number>
    state: Generated<'arriving' | 'kept' | 'refused'>
    reason: string | null
    media_type: string | null
    caution: string | null
    sent_by: string
    opened_at: Stamp
    settled_at: Date | null
  }
  case_document_part: { document_id: string; starts_at: number; vis: number; content: Buffer }
  case_graph: {
    case_id: string
    id: string
    version: number
    vis: number
    base: number
    layout: Json<GraphLayout>
    content_hmac: Buffer
    saved_by: string
    saved_at: Stamp
  }
  thing: {
    id: string
    kind: ThingKind
    agency_id: string
    vis: number
    case_id: string | null
    opened_by: string
    opened_at: Stamp
  }
  thing_value: {
    thing_id: string
    id: string
    number: DrawnInt8
    vis: number
    field: ValueField
    value: string | null
    key: Buffer | null
    standing: Standing
    said: Json<unknown>
    review_on: string | null
    said_by: string
    said_at: Stamp
    withdrawn_by: string | null
    withdrawn_at: Date | null
    begins: ColumnType<string | null, never, never>
    last_word: ColumnType<string | null, never, never>
    second_word: ColumnType<string | null, never, never>
    third_word: ColumnType<string | null, never, never>
    fourth_word: ColumnType<string | null, never, never>
    fifth_word: ColumnType<string | null, never, never>
  }
  tie: {
    node_id: string
    id: string
    node_kind: NodeKind
    other_kind: NodeKind
    other_id: string
    forward: boolean
    number: DrawnInt8
    vis: number
    case_id: string | null
    agency_id: string | null
    relation: string
    standing: Standing
    from_day: string | null
    to_day: string | null
    records: Generated<string[]>
    said: Json<unknown>
    review_on: string | null
    said_by: string
    said_at: Stamp
    withdrawn_by: string | null
    withdrawn_at: Date | null
  }
  thing_judgement: {
    thing_id: string
    other_id: string
    number: Int8
    id: string
    vis: number
    other_vis: number
    verdict: 'same' | 'different' | 'undecided' | 'withdrawn'
    why: string | null
    judged_by: string
    agency_id: string | null
    judged_at: Stamp
  }
  struck_words: {
    place: StruckPlace
    of_id: string
    id: string
    thing_id: string
    reason: ErasureReason
    struck_by: string
    struck_at: Stamp
    entry_id: string
  }
  thing_erasure: { thing_id: string; agency_id: string; reason: ErasureReason; erased_by: string; erased_at: Stamp }
}
