/**
 * What may leave, to whom: the one place where handling codes decide (DOMAIN 2.12). What is not understood stays: a code
 * that its scheme does not have, or none at all, is no permission.
 */
import { type EvaluationScheme, SCHEMES } from './evaluation.ts'

/** How its originator evaluates what is said and what may be done with it. */
export interface HandlingStated {
  readonly scheme: EvaluationScheme
  readonly codes: readonly string[]
  /** Restrictions in words, which no program can weigh. */
  readonly conditions: string | null
  readonly originator: string
  /** The last day on which any of it may be used, `YYYY-MM-DD`; null without end. */
  readonly expires: string | null
}

/**
 * `addressee`: those for whom its originator meant it; `originator`: those who said it; `agency`: another agency of the
 * same state; `onward`: another state; `court`: a court file; `statistics`: figures without what they were made from.
 */
export const AUDIENCES = ['addressee', 'originator', 'agency', 'onward', 'court', 'statistics'] as const
export type AudienceKind = (typeof AUDIENCES)[number]

export interface Audience {
  readonly kind: AudienceKind
  /** The day on which it would leave, `YYYY-MM-DD`. */
  readonly on: string
  /** That the originator permitted this audience, until when; null without end. */
  readonly permission?: { readonly until: string | null }
}

/** Why something may not leave, or not whole. The sentence is `handling.<reason>`. */
export const LEAVE_REASONS = [
  'expired',
  'permission_expired',
  'no_code',
  'code_unknown',
  'court_needs_permission',
  'dissemination_needs_permission',
  'conditions_need_permission',
  'own_agency_only',
  'figures_only',
] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/**
 * `sanitised` leaves of it what `keeps` names: `pointer`, that there is something and whom to ask; `count`, that it is one of many.
 */
export type Leave =
  | { readonly decision: 'allowed' }
  | { readonly decision: 'sanitised'; readonly reason: LeaveReason; readonly keeps: 'pointer' | 'count' }
  | { readonly decision: 'refused'; readonly reason: LeaveReason }

const ALLOWED: Leave = { decision: 'allowed' }
const refused = (reason: LeaveReason): Leave => ({ decision: 'refused', reason })

type PassedTo = 'agency' | 'onward' | 'court'
type Forbids = (to: PassedTo) => LeaveReason | null

const always =
  (reason: LeaveReason): Forbids =>
  () =>
    reason

/** What each code asks of who would pass it on. */
const CODES: Readonly<Record<EvaluationScheme, Readonly<Record<string, Forbids>>>> = {
  europol: {
    H0: () => null,
    H1: (to) => (to === 'court' ? 'court_needs_permission' : null),
    H2: always('dissemination_needs_permission'),
    H3: always('conditions_need_permission'),
  },
  uk_3x5x2: {
    P: () => null,
    C: always('conditions_need_permission'),
  },
  admiralty: {},
  uk_5x5x5: {
    /** To police and prosecutors of the state and of the European Economic Area; which states those are, we do not know. */
    '1': (to) => (to === 'onward' ? 'dissemination_needs_permission' : null),
    '2': (to) => (to === 'onward' ? 'dissemination_needs_permission' : null),
    '3': () => null,
    '4': always('own_agency_only'),
    '5': always('conditions_need_permission'),
  },
}

/** The heaviest reason first, so that adding a code never makes an answer milder. */
const BY_WEIGHT: readonly LeaveReason[] = [
  'own_agency_only',
  'conditions_need_permission',
  'court_needs_permission',
  'dissemination_needs_permission',
]

function codesForbid({ scheme, codes, conditions }: HandlingStated, to: PassedTo): LeaveReason | null {
  if (codes.some((code) => !SCHEMES[scheme].codes.includes(code))) return 'code_unknown'
  if (codes.length === 0) return 'no_code'
  const reasons = codes.map((code) => CODES[scheme][code]?.(to) ?? null)
  // Words that stand beside a free code still restrict it.
  if (conditions !== null && conditions.trim() !== '') reasons.push('conditions_need_permission')
  return BY_WEIGHT.find((reason) => reasons.includes(reason)) ?? null
}

/**
 * Whether what bears these codes may leave to an audience. Its originator and those whom the originator addressed get it
 * whole; whatever the codes say, nothing is used after its last day but by its originator. Of what may not be passed on,
 * another agency of the same state learns that it is there and whom to ask, unless its keepers are to keep it for themselves.
 */
export function mayLeave(handling: HandlingStated, { kind, on, permission }: Audience): Leave {
  if (kind === 'originator') return ALLOWED
  if (handling.expires !== null && handling.expires < on) return refused('expired')
  if (kind === 'addressee') return ALLOWED
  if (kind === 'statistics') return { decision: 'sanitised', reason: 'figures_only', keeps: 'count' }
  const reason = codesForbid(handling, kind)
  if (reason === null) return ALLOWED
  if (permission !== undefined) {
    return permission.until === null || permission.until >= on ? ALLOWED : refused('permission_expired')
  }
  const pointer = kind === 'agency' && reason === 'dissemination_needs_permission'
  return pointer ? { decision: 'sanitised', reason, keeps: 'pointer' } : refused(reason)
}
