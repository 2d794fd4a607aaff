import type { LinkLevel } from '@proofmark/contract/link-levels'
import type { Part } from '@proofmark/domain/marking'
import type { ComparedRecord, EvidenceLevel } from './pair-evidence.ts'
import type { JudgedRow, JudgementRow } from './standing-judgement.ts'

/** A standing record as links join it. */
export interface LinkedRecord extends ComparedRecord {
  readonly entry: string
  /** The source, where it lists each firearm once. */
  readonly register: string | null
  readonly source: string
  /** The days of the event, where its source tells of what may befall one firearm again; else null. */
  readonly again: { readonly from: string | null; readonly to: string | null } | null
  readonly sourceName: string
  readonly key: string
  readonly agency: string
  readonly fourEyes: boolean
  readonly vis: number
  /** Speaks of many items at once, as a licence or a packing list does, and so of no firearm. */
  readonly many: boolean
}

/** What is known of two records that the reader may both see, seen from the first. */
export interface Pair {
  readonly record: string
  readonly other: string
  readonly evidence: PairEvidenceRow | null
  /** What a person judged of it and counts; null where nobody did. */
  readonly judged: JudgedRow<JudgementRow> | null
  /** What the link is good for, by who confirmed it. */
  readonly level: LinkLevel
  /** What a person judged of two recoveries of one firearm. */
  readonly recovery: JudgedRow<JudgementRow> | null
}

export interface PairEvidenceRow {
  readonly relation: 'same' | 'component' | 'same-lot'
  readonly part: Part | null
  readonly otherPart: Part | null
  readonly bits: number
  /** Do the marks read as one number, or is an edit between them? */
  readonly alike: boolean
  readonly levels: readonly EvidenceLevel[]
  readonly model: string
}
