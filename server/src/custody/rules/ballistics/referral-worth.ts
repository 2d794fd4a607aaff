import type { BallisticStanding, ReferralReason } from '@proofmark/contract/ballistic-words'
import { dayAfter } from './clocks.ts'

/** What is known of a comparison that an investigator should hear of. */
export interface Referable {
  readonly level: BallisticStanding
  /** As what it was told last; null where nobody was told. */
  readonly told: BallisticStanding | null
  readonly hasOutcome: boolean
  /** Was the firearm recovered? */
  readonly firearm: boolean
  /** Scenes that the weapon joins, this comparison among them. */
  readonly scenes: number
  /** The latest day of a scene or recovery of the two, where one is known. */
  readonly latest: string | null
  /** The day on which it was first said. */
  readonly since: string
}

export interface Worth {
  readonly points: number
  readonly reasons: readonly { readonly reason: ReferralReason; readonly points: number }[]
}

const RECENT_DAYS = 90
const LATE_DAYS = 2
const POINTS: Readonly<Record<ReferralReason, number>> = {
  told_and_withdrawn: 100,
  confirmed_since_told: 50,
  confirmed: 40,
  firearm_recovered: 20,
  recent: 15,
  presumptive: 10,
  late: 5,
  scenes: 5,
}
const MOST_SCENES = 5

/** Does what somebody was told stand no longer: told as confirmed and no hit now, or as a lead and not even that? */
const fellAway = ({ told, level }: Referable) =>
  (told === 'hit' && level !== 'hit') || (told === 'lead' && level !== 'hit' && level !== 'lead')

/**
 * Why an investigator should hear of a comparison, and how much before others; null where there is nothing to tell: it was
 * told as it stands, or an outcome was noted, or it joins nothing and nobody thinks that it does. Points order a list.
 */
export function worthOf(referable: Referable, today: string): Worth | null {
  const { level, told, hasOutcome, firearm, scenes, latest, since } = referable
  const reasons: ReferralReason[] = []
  if (fellAway(referable)) reasons.push('told_and_withdrawn')
  else {
    if (level !== 'lead' && level !== 'hit') return null
    if (hasOutcome || told === level) return null
    if (level === 'lead') reasons.push('presumptive')
    else reasons.push(told === null ? 'confirmed' : 'confirmed_since_told')
    if (firearm) reasons.push('firearm_recovered')
    if (latest !== null && dayAfter(latest, RECENT_DAYS) >= today) reasons.push('recent')
    if (told === null && dayAfter(since, LATE_DAYS) < today) reasons.push('late')
    if (scenes > 1) reasons.push('scenes')
  }
  const worth = reasons.map((reason) => ({
    reason,
    points: POINTS[reason] * (reason === 'scenes' ? Math.min(scenes, MOST_SCENES) - 1 : 1),
  }))
  return { points: worth.reduce((sum, { points }) => sum + points, 0), reasons: worth }
}
