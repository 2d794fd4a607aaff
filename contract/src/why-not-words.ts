/** In a word, why two records are one firearm to a reader, or are not. */
export const WHY_NOT_OUTCOMES = [
  /** A person judged, and nothing counts beside that. */
  'judged',
  'together',
  /** Two holders of one entry of a register. */
  'one_entry',
  /** One of them bears no usable number. */
  'no_number',
  /** One is rounds and the other a firearm. */
  'other_thing',
  /** No path led from one to the other, so that they were never compared. */
  'no_path',
  /** Too little speaks for it to be kept. */
  'too_little',
  /** A path leads there and nothing is kept: they wait to be matched, or were left out as common. */
  'not_matched',
  /** One register lists the two apart. */
  'known_apart',
  /** A source tells of this very number in another record. */
  'told_elsewhere',
  'unlikely',
  /** Records of other firearms fit too. */
  'rivals',
  /** It is likely, and proposed to a person all the same. */
  'held_back',
  /** It lies between the two thresholds. */
  'grey',
] as const
export type WhyNotOutcome = (typeof WHY_NOT_OUTCOMES)[number]

/** Why a model's link is proposed to a person and never followed, however likely it is. */
export const HELD_BACK = [
  /** Two entries of one register: its own list speaks against it. */
  'listed_twice',
  /** Two entries of two registers, an edit apart. */
  'listed_apart',
  /** Two records of one source, an edit apart. */
  'told_apart',
  /** One number under two makes, which differ in more. */
  'other_firearm',
  /** An edit that too little beside the mark bears out. */
  'not_borne_out',
] as const
export type HeldBack = (typeof HELD_BACK)[number]

/** What a pair must have to be kept, to be borne out, to be proposed, and to be followed. */
export const THRESHOLD_NAMES = ['kept', 'borne_out', 'proposed', 'followed'] as const
export type ThresholdName = (typeof THRESHOLD_NAMES)[number]
