import type { AlarmRule, LookUpKind } from '@proofmark/contract/private-words'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'

/** How many evaluations, pads included, a partner may ask for: on a day, and within thirty. */
export interface Quota {
  readonly day: number
  readonly month: number
}

/** For a day, where the agreement says nothing: 100 questions by the exact mark, 20 by its skeleton, 10 damaged, 10 without a make. */
const DEFAULT_DAY: Readonly<Record<LookUpKind, number>> = { exact: 800, skeleton: 160, damaged: 320, mark_alone: 80 }
/** Thirty days give as much as ten: who uses every day to the full is enumerating. */
const DAYS_OF_A_MONTH = 10
/** All partners together ask for at most as much as four by the defaults: several may be one. */
const PARTNERS_AT_ONCE = 4

/** Within how many days evaluations are counted together: the longest that an epoch lasts. */
export const QUOTA_DAYS = 30

/** The quota of a partner. A mark without its make has half of what the agreement gives skeletons: it tells as much of more firearms. */
export function quotaOf(terms: AgreementTerms | null, kind: LookUpKind): Quota {
  const stated = terms?.quotas
  const agreed = {
    exact: stated?.evaluations_exact,
    skeleton: stated?.evaluations_skeleton,
    damaged: stated?.evaluations_damaged,
    mark_alone: stated?.evaluations_skeleton == null ? null : Math.floor(stated.evaluations_skeleton / 2),
  }[kind]
  const day = agreed ?? DEFAULT_DAY[kind]
  return { day, month: DAYS_OF_A_MONTH * day }
}

/** What all partners together may ask for within thirty days. */
export const quotaOfAll = (kind: LookUpKind): number => PARTNERS_AT_ONCE * DAYS_OF_A_MONTH * DEFAULT_DAY[kind]

export interface Used {
  readonly day: number
  readonly month: number
  /** By all partners within thirty days. */
  readonly all: number
}

export interface Alarm {
  readonly rule: AlarmRule
  readonly used: number
  readonly quota: number
}

export interface Volume {
  readonly admitted: boolean
  readonly alarms: readonly Alarm[]
}

/** Whether so many evaluations more are within every quota, and what people are to be told of it. */
export function judgeVolume(used: Used, wanted: number, quota: Quota, allQuota: number): Volume {
  const after = { day: used.day + wanted, month: used.month + wanted, all: used.all + wanted }
  const admitted = after.day <= quota.day && after.month <= quota.month && after.all <= allQuota
  const share = after.month / quota.month
  const ofMonth = { used: admitted ? after.month : used.month, quota: quota.month }
  const alarms: Alarm[] = []
  if (!admitted) alarms.push({ rule: 'quota_reached', ...ofMonth })
  if (share >= 0.5) alarms.push({ rule: 'half_of_quota', ...ofMonth })
  if (share >= 0.8) alarms.push({ rule: 'most_of_quota', ...ofMonth })
  if (after.all >= 0.8 * allQuota) alarms.push({ rule: 'all_partners', used: used.all, quota: allQuota })
  return { admitted, alarms }
}
