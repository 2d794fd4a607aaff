import { OFFICER_DAYS } from '@proofmark/contract/deconfliction-words'

const DAY_MS = 86_400_000

/** Until when what an officer was told waits for them. */
export const waitsUntil = (told: Date): Date => new Date(told.getTime() + OFFICER_DAYS * DAY_MS)
/** What an officer was told at this moment or before waits no more. */
export const waitsSince = (now: Date): Date => new Date(now.getTime() - OFFICER_DAYS * DAY_MS)
