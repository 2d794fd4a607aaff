import type { TrueFirearm } from '../firearms.ts'

/** A record by the names that never change: its source's, and its key there. */
export interface RecordReference {
  readonly source: string
  readonly key: string
}

/** What a careful expert would say of a firearm with all its records before them. */
export type ExpectedStatus = 'lawful' | 'illicit' | 'undetermined' | 'never-licit' | 'excluded'

/** Ways out of legal hands (DOMAIN 4.10), as far as the stories need them. */
export type DiversionWord =
  | 'theft-private'
  | 'theft-dealer'
  | 'theft-state-stock'
  | 'loss'
  | 'straw-purchase'
  | 'corrupt-dealer'
  | 'diversion-in-transit'
  | 'unauthorised-re-export'
  | 'conversion-of-nonlethal'
  | 'reactivation'
  | 'inheritance-unregistered'
  | 'overdue-licence'
  | 'unknown'

export type Confidence = 'documented' | 'probable' | 'possible'

/** Between which days the firearm left legal hands: after `from`, at the latest on `to`. */
export interface ExpectedWindow {
  /** Null where no record proves lawful custody before. */
  readonly from: string | null
  readonly to: string
  /** The kind that weighs most, and those that must or may stand beside it. */
  readonly kind: DiversionWord
  readonly alternatives?: readonly DiversionWord[]
  /** No more than this. */
  readonly confidence: Confidence
  /** Other days that an expert could defend. */
  readonly orFrom?: readonly string[]
  readonly orTo?: readonly string[]
  /** A recovery alone: the window may be shown as possible, and nothing is wrong where it is not. */
  readonly optional?: true
}

export type ExpectedFinding =
  | 'antique, year to confirm'
  | 'became illicit by conversion'
  | 'became illicit by reactivation'
  | 'deactivated yet seen'
  | 'destroyed yet seen'
  | 'export without import'
  | 'listed twice'
  | 'mark obliterated'
  | 'never marked'
  | 'part on another firearm'
  | 'recovered again'
  | 'short time to crime'
  | 'stolen before sold'
  | 'theft reported late'
  | 'window longer than five years'

export interface ExpectedLife {
  readonly status: ExpectedStatus
  /** Other statuses that an expert could defend. */
  readonly orStatus?: readonly ExpectedStatus[]
  readonly windows: readonly ExpectedWindow[]
  /** Those that must be raised; others may be, unless the story rules them out. */
  readonly findings: readonly ExpectedFinding[]
}

/** A firearm of a story as it truly is. Whatever bears its records and is not named beside them is another firearm. */
export interface FirearmTruth extends ExpectedLife {
  readonly story: string
  /** The story that looks alike and is another. */
  readonly twin: string | null
  readonly firearm: TrueFirearm | null
  readonly records: readonly RecordReference[]
  /** Records among them whose mark does not lead to it: no number, or by mistake another's. */
  readonly unreachable?: readonly RecordReference[]
  /** Records of another firearm, or of a loose part, that bear a part of this one. */
  readonly parts?: readonly { readonly record: RecordReference; readonly part: string }[]
  /** Findings that would be wrong to raise. */
  readonly never?: readonly ExpectedFinding[]
  /** The same life for a reader who may not see the silent source. */
  readonly withoutSilent?: ExpectedLife
}

/** A permission and what became of its quantity: authorised = shipped + cancelled; delivered is at most shipped. */
export interface ConsignmentTruth {
  readonly story: string
  readonly licences: readonly RecordReference[]
  readonly authorised: number
  readonly shipped: number
  readonly delivered: number
  readonly cancelled: number
}

/** Records of one lot: never one item. */
export interface LotTruth {
  readonly story: string
  readonly lot: string
  readonly records: readonly RecordReference[]
}

/** Several services' records of one recovery. */
export interface RecoveryTruth {
  readonly story: string
  readonly records: readonly RecordReference[]
}

/** Two records that look like one firearm and are of two. */
export interface NotSameTruth {
  readonly story: string
  readonly why: string
  readonly records: readonly [RecordReference, RecordReference]
}

export interface StoryTruth {
  readonly firearms: readonly FirearmTruth[]
  readonly consignments?: readonly ConsignmentTruth[]
  readonly lots?: readonly LotTruth[]
  readonly oneRecovery?: readonly RecoveryTruth[]
  readonly notSame?: readonly NotSameTruth[]
}

/** Nothing happened to it that anybody need ask about. */
export const LAWFUL: ExpectedLife = { status: 'lawful', windows: [], findings: [] }
