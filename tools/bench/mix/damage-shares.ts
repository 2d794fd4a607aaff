/** What happened to a serial between the register and the recovery. */
export const DAMAGES = ['unchanged', 'confusable', 'edit', 'lost', 'dropped', 'reformatted', 'two_errors'] as const
export type Damage = (typeof DAMAGES)[number]

/** So many characters of a serial are left, whatever is lost or dropped. */
export const FEWEST_LEFT = 3

const OTHER_DAMAGES = { edit: 15, lost: 9, dropped: 7, reformatted: 5, two_errors: 7 } as const
/**
 * O for 0 is by far the commonest confusion, so it falls on the serials, some 46 of a hundred, that have either. Over all
 * serials 42 of a hundred are unchanged and 15 confused.
 */
export const WHERE_ZERO: Readonly<Record<Damage, number>> = { unchanged: 30, confusable: 27, ...OTHER_DAMAGES }
export const ELSEWHERE: Readonly<Record<Damage, number>> = { unchanged: 52, confusable: 5, ...OTHER_DAMAGES }

/** A damage that cannot be done is tried so often before the serial stays as it is. */
export const ATTEMPTS = 100

/** Each of two errors is as often as it stands alone. */
export const SINGLE_ERRORS = { confusable: 15, edit: 15, lost: 9, dropped: 7 } as const

/** Pairs as often as they were seen confused when one firearm was recorded twice. */
export const CONFUSED: readonly (readonly [one: string, other: string, weight: number])[] = [
  ['0', 'O', 123],
  ['1', 'I', 5],
  ['5', 'S', 4],
  ['8', 'B', 2],
  ['2', 'Z', 2],
  ['6', 'G', 1],
]

/** How many characters are confused. */
export const CONFUSIONS = { '1': 70, '2': 22, '3': 8 } as const

export const EDITS = { substitution: 42, insertion: 18, deletion: 22, transposition: 18 } as const
/** Of inserted characters, how many are the one beside typed twice. */
export const TYPED_TWICE = 0.5
/** Of mistyped characters, how many are of the same kind, letter or digit. */
export const SAME_KIND = 0.9

/** How many characters are lost. */
export const LOSSES = { '1': 45, '2': 30, '3': 15, '4': 10 } as const
/** Of losses, how many are in a run. */
export const IN_A_RUN = 0.6

/** What is dropped: the letters in front, the first one to three or the last one to two characters. */
export const DROPS = { letters: 40, first: 35, last: 25 } as const
export const MOST_DROPPED = { first: 3, last: 2 } as const
