import type { BallisticStanding, ReferralOutcome } from '@proofmark/contract/ballistic-words'
import type { BallisticLevel } from '@proofmark/contract/custody-words'
import type { FiredItemRow, ResultRow, TestFireRow } from '@proofmark/contract/schemas/ballistic'
import type { Json, Stamp } from './column-types.ts'

/** What a row says beside its number in its system. */
export type SaidItem = Partial<Omit<FiredItemRow, 'entry' | 'system' | 'reference'>> &
  Partial<Omit<TestFireRow, 'entry' | 'system' | 'reference'>>
export type SaidResult = Pick<ResultRow, 'system' | 'reference' | 'on' | 'examiner' | 'verifier' | 'note'>

/** Results of imaging systems: rows that are added and never changed. */
export interface BallisticTables {
  ballistic_item: {
    id: string
    agency_id: string
    vis: number
    entry: 'fired_item' | 'test_fire'
    system: string
    reference: string
    opened_by: string
    opened_at: Stamp
  }
  ballistic_item_version: {
    item_id: string
    version: number
    vis: number
    said: Json<SaidItem>
    exhibit_id: string | null
    record_id: string | null
    content_hmac: Buffer
    saved_by: string
    saved_at: Stamp
  }
  ballistic_result: {
    id: string
    first_id: string
    second_id: string
    vis: number
    other_vis: number
    agency_id: string
    kind: 'result' | 'second' | 'withdrawal'
    of_id: string | null
    level: BallisticLevel | null
    said: Json<SaidResult> | null
    reason: string | null
    content_hmac: Buffer
    by_account: string
    at: Stamp
  }
  ballistic_referral: {
    id: string
    first_id: string
    second_id: string
    vis: number
    other_vis: number
    agency_id: string
    act: 'told' | 'outcome'
    standing: BallisticStanding
    told_to: string | null
    outcome: ReferralOutcome | null
    note: string | null
    by_account: string
    at: Stamp
  }
}
