import * as z from 'zod'
import { LEGAL_BASES } from '../purposes.ts'
import { MOST_RELEASED, RELEASE_CONDITIONS } from '../release-conditions.ts'
import { day, identifier, legalBasis, shownReference, TEXT_LIMIT, text } from './common.ts'

const condition = z.enum(RELEASE_CONDITIONS)

/** Shows records of the reader's own agency to another, until the end of a day (in UTC). */
export const releaseRequest = z.strictObject({
  /** Chosen by the client: the same release sent again is the same release. */
  id: identifier,
  records: z.array(identifier).min(1).max(MOST_RELEASED),
  /** The receiving agency. */
  to: identifier,
  until: day,
  conditions: z.array(condition).max(RELEASE_CONDITIONS.length),
  note: text(TEXT_LIMIT).regex(/\S/).optional(),
  reference: shownReference.optional(),
  basis: legalBasis.optional(),
})
export type ReleaseRequest = z.infer<typeof releaseRequest>

export const releaseMade = z.object({ release: identifier, to: z.string(), until: day, at: z.string() })
export type ReleaseMade = z.infer<typeof releaseMade>

export const releaseWithdrawRequest = z.strictObject({ release: identifier })
export const releaseWithdrawn = z.object({ release: identifier, withdrawnAt: z.string() })
export type ReleaseWithdrawn = z.infer<typeof releaseWithdrawn>

const terms = {
  until: day,
  conditions: z.array(condition),
  note: z.string().nullable(),
  reference: z.string().nullable(),
}

/** How the reader comes to see a record of another agency: by whom it was released, on which terms. */
export const receivedRelease = z.object({ by: z.string(), ...terms })
export type ReceivedRelease = z.infer<typeof receivedRelease>

/** A standing release of a record, as its owner sees it. */
export const givenRelease = z.object({
  release: identifier,
  /** The receiving agency, by identifier and name. */
  agency: identifier,
  to: z.string(),
  ...terms,
  basis: z.enum(LEGAL_BASES).nullable(),
  /** Who made it. */
  by: z.string(),
  at: z.string(),
})
export type GivenRelease = z.infer<typeof givenRelease>

/** The records of a release that the reader may see: of one that was withdrawn or is over none, unless by other right. */
const shownRecords = z.array(z.object({ record: identifier, source: z.string(), key: z.string() }))
export const RELEASE_STATES = ['standing', 'withdrawn', 'ended'] as const
const stateOf = { state: z.enum(RELEASE_STATES), withdrawnAt: z.string().nullable(), records: shownRecords }

export const listedGiven = givenRelease.extend(stateOf)
export type ListedGiven = z.infer<typeof listedGiven>
/** Whoever receives learns the agency and not the person. */
export const listedReceived = receivedRelease.extend({ release: identifier, at: z.string(), ...stateOf })
export type ListedReceived = z.infer<typeof listedReceived>

export const releaseListRequest = z.strictObject({})
export const releaseList = z.object({
  /** Of the reader's agency to others, the last first. */
  given: z.array(listedGiven),
  /** Of others to the reader's agency, the last first. */
  received: z.array(listedReceived),
  /** Were there more than one answer holds? */
  more: z.object({ given: z.boolean(), received: z.boolean() }),
})
export type ReleaseList = z.infer<typeof releaseList>
