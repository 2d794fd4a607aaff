import type { BallisticLevel } from './custody-words.ts'

/** The closed lists of ballistic results (DOMAIN 1.9, 1.10): results of imaging systems as data, never their images. */

export const BALLISTIC_ENTRIES = ['fired_item', 'test_fire', 'result'] as const
export type BallisticEntry = (typeof BALLISTIC_ENTRIES)[number]

/**
 * How a comparison stands, of everything that was said of it and not withdrawn. `disputed`: a conclusion and its contrary
 * both stand, so that neither counts.
 */
export const BALLISTIC_STANDINGS = ['lead', 'hit', 'excluded', 'inconclusive', 'disputed', 'withdrawn'] as const
export type BallisticStanding = BallisticLevel | 'disputed' | 'withdrawn'

/** How one result stands: it counts, it waits for its verifier, or it was withdrawn. */
export const RESULT_STATES = ['standing', 'waiting', 'withdrawn'] as const
export type ResultState = (typeof RESULT_STATES)[number]

export const TWISTS = ['left', 'right'] as const

/** What became of a referral, as the investigator says. */
export const REFERRAL_OUTCOMES = [
  'case_opened',
  'cases_joined',
  'person_identified',
  'arrest',
  'charge',
  'known_before',
  'no_use',
] as const
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number]

/** Why a referral stands where it does in the list; each is worth points, which order the list and mean nothing else. */
export const REFERRAL_REASONS = [
  'told_and_withdrawn',
  'confirmed',
  'confirmed_since_told',
  'presumptive',
  'firearm_recovered',
  'scenes',
  'recent',
  'late',
] as const
export type ReferralReason = (typeof REFERRAL_REASONS)[number]

/** From the recovery to the investigator; each is one day in a row of them. */
export const BALLISTIC_STEPS = [
  'recovered',
  'submitted',
  'test_fired',
  'lead',
  'confirmed',
  'told',
  'trace_requested',
] as const
export type BallisticStep = (typeof BALLISTIC_STEPS)[number]
