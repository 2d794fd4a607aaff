/** On which side of the thresholds a pair lies: no link, left to people, linked. */
export const MODEL_SIDES = ['apart', 'undecided', 'same'] as const
