import { ProofmarkError } from '@proofmark/contract/errors'
import type { DiversionPoint } from '@proofmark/contract/schemas/trace-desk'
import {
  COUNTS_AS_TRACED,
  FAILURE_CODES,
  type FailureCode,
  type OriginStatus,
  type TraceOutcome,
} from '@proofmark/contract/trace-words'

export interface Closing {
  readonly originStatus: OriginStatus
  readonly outcome: TraceOutcome
  readonly failure: FailureCode | null
  readonly point: DiversionPoint | null
}

const COUNTING: ReadonlySet<OriginStatus> = new Set(COUNTS_AS_TRACED)
/** Whoever closes so says that the trace came to nothing: it has a cause. */
const FAILED: ReadonlySet<OriginStatus> = new Set([
  'not_traceable_unmarked',
  'not_traceable_obliterated',
  'not_traceable_records_gone',
  'trace_refused',
])

/** Does it enter the numerator of SDG indicator 16.4.2, once a second person has approved it? */
export const counts = ({ originStatus }: Pick<Closing, 'originStatus'>): boolean => COUNTING.has(originStatus)

/** Did the trace fail? A negative answer did: somebody has to say why. */
export const hasFailed = ({ originStatus, outcome }: Pick<Closing, 'originStatus' | 'outcome'>): boolean =>
  outcome === 'failed' || outcome === 'no_record' || FAILED.has(originStatus)

/**
 * Refuses a closing that leaves out what it needs or contradicts itself: a failed trace bears a cause, and what counts as
 * traced the point of diversion with its evidence and at least one bound of its days. Throws `trace_failure_needed`,
 * `trace_point_needed`, `trace_status_contradicts`.
 */
export function needClosing(closing: Closing): void {
  const { originStatus, outcome, failure, point } = closing
  const contradiction = new ProofmarkError('trace_status_contradicts', { status: originStatus, outcome })
  // What is closed is pending no more.
  if (originStatus === 'trace_pending') throw contradiction
  if (counts(closing)) {
    if (outcome === 'failed' && originStatus !== 'never_licit') throw contradiction
    if (failure !== null && outcome !== 'no_record' && originStatus.startsWith('traced_')) throw contradiction
    if (point === null || (point.window.from === null && point.window.to === null))
      throw new ProofmarkError('trace_point_needed')
    if (originStatus.startsWith('traced_') && outcome === 'no_record') throw contradiction
    if (point.window.from !== null && point.window.to !== null && point.window.from > point.window.to)
      throw new ProofmarkError('trace_point_needed')
  }
  if (!counts(closing) && hasFailed(closing) && failure === null)
    throw new ProofmarkError('trace_failure_needed', { accepted: FAILURE_CODES.join(', ') })
}

/** A closing among those of its request, in order. */
export interface GivenClosing extends Pick<Closing, 'originStatus'> {
  readonly number: number
  /** The closing that it corrects; null of one by which the request was closed. */
  readonly corrects: number | null
  /** What a second person said of it; null where nobody has, or nobody need. */
  readonly approved: boolean | null
}

/** What a closing is to the indicator. */
export type ClosingStanding = 'no' | 'waits' | 'yes' | 'refused'

/**
 * What each closing of a request is to SDG indicator 16.4.2, and which of them stands. One by which it was closed stands from
 * then on, and counts once a second person approved it. A correction that would enter the indicator, or take out what a second
 * person approved, stands once a second person approved it too; until then, and where it is refused, what it corrects stands.
 * What was followed by another before anybody approved it waits no more.
 */
export function standingClosings<Given extends GivenClosing>(
  closings: readonly Given[],
): {
  readonly stands: Given | null
  readonly all: readonly { readonly closing: Given; readonly counts: ClosingStanding }[]
} {
  let stands: Given | null = null
  const all = closings.map((closing, at) => {
    const approvedBefore = stands !== null && counts(stands) && stands.approved === true
    const needsSecond = counts(closing) || (closing.corrects !== null && approvedBefore)
    if (closing.corrects === null || !needsSecond || closing.approved === true) stands = closing
    if (!needsSecond) return { closing, counts: 'no' as const }
    if (closing.approved === null)
      return { closing, counts: at === closings.length - 1 ? ('waits' as const) : ('no' as const) }
    if (!closing.approved) return { closing, counts: 'refused' as const }
    return { closing, counts: counts(closing) ? ('yes' as const) : ('no' as const) }
  })
  return { stands, all }
}

/** Does the closing that stands enter the indicator? */
export const entersIndicator = (stands: GivenClosing | null): boolean =>
  stands !== null && counts(stands) && stands.approved === true
