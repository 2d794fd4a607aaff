import type { DIVERSION_KINDS } from '@proofmark/contract/life-words'
import type { TraceCloseRequest } from '@proofmark/contract/schemas/trace-desk'
import type { TraceClosing, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import {
  COUNTS_AS_TRACED,
  type FailureCode,
  type OriginStatus,
  type TraceOutcome,
} from '@proofmark/contract/trace-words'
import { day, lines, said } from '../draft-parts.ts'

/** A closing as far as it is filled in. */
export interface ClosingDraft {
  readonly originStatus: OriginStatus | ''
  readonly outcome: TraceOutcome | ''
  readonly failure: FailureCode | ''
  readonly kind: (typeof DIVERSION_KINDS)[number] | ''
  readonly from: string
  readonly to: string
  readonly place: string
  readonly holder: string
  readonly evidence: string
  readonly why: string
}

const COUNTING: ReadonlySet<string> = new Set(COUNTS_AS_TRACED)

/** Is it to enter the share of traced firearms? Then it needs a point of diversion, and a second person. */
export const countsAsTraced = ({ originStatus }: Pick<ClosingDraft, 'originStatus'>): boolean =>
  COUNTING.has(originStatus)

/** Did the trace fail? Then it needs the cause. */
export const hasFailed = ({ originStatus, outcome }: Pick<ClosingDraft, 'originStatus' | 'outcome'>): boolean =>
  !COUNTING.has(originStatus) &&
  (outcome === 'failed' ||
    outcome === 'no_record' ||
    originStatus.startsWith('not_traceable') ||
    originStatus === 'trace_refused')

/** A closing as the last reply and the finding after it propose it; the officer decides. */
export function closingDraftOf({ reply, findings, records }: TraceShown): ClosingDraft {
  const message = reply?.message
  const window = findings.at(-1)?.diversions[0]
  return {
    originStatus: '',
    outcome: message?.outcome ?? '',
    failure: message?.kind === 'refused' ? 'E14' : '',
    kind: message?.diversion?.kind ?? window?.kind ?? '',
    from: message?.diversion?.window.from ?? window?.from ?? '',
    to: message?.diversion?.window.to ?? window?.to ?? '',
    place: message?.diversion?.place ?? window?.place ?? '',
    holder: message?.lastLawfulHolder ?? '',
    evidence: [...records, ...(reply?.records ?? [])]
      .map(({ source, key }) => `${source} ${key}`.slice(0, 120))
      .join('\n'),
    why: '',
  }
}

/** A closing as it was said, to be said otherwise. */
export const draftOfClosing = ({ originStatus, outcome, failure, point }: TraceClosing): ClosingDraft => ({
  originStatus,
  outcome,
  failure: failure ?? '',
  kind: point?.kind ?? '',
  from: point?.window.from ?? '',
  to: point?.window.to ?? '',
  place: point?.place ?? '',
  holder: point?.lastLawfulHolder ?? '',
  evidence: (point?.evidence ?? []).join('\n'),
  why: '',
})

export type ClosingLack = 'origin_status' | 'outcome' | 'failure' | 'point_kind' | 'point_window' | 'evidence' | 'why'

/** What is asked of the server, and what still lacks. */
export function closingOf(draft: ClosingDraft): {
  readonly closing: Omit<TraceCloseRequest, 'trace' | 'grounds'> | null
  readonly lacks: readonly ClosingLack[]
} {
  const counts = countsAsTraced(draft)
  const failed = hasFailed(draft)
  const evidence = [...new Set(lines(draft.evidence).map((line) => line.slice(0, 120)))].slice(0, 40)
  const window = { from: day(draft.from), to: day(draft.to) }
  const why = said(draft.why)
  const all: readonly (readonly [ClosingLack, boolean])[] = [
    ['origin_status', draft.originStatus === ''],
    ['outcome', draft.outcome === ''],
    ['failure', failed && draft.failure === ''],
    ['point_kind', counts && draft.kind === ''],
    ['point_window', counts && window.from === null && window.to === null],
    ['evidence', counts && evidence.length === 0],
    ['why', why === null],
  ]
  const lacks = all.flatMap(([lack, so]) => (so ? [lack] : []))
  const { originStatus, outcome, failure, kind } = draft
  if (lacks.length > 0 || originStatus === '' || outcome === '' || why === null) return { closing: null, lacks }
  return {
    lacks,
    closing: {
      originStatus,
      outcome,
      ...(failed && failure !== '' ? { failure } : {}),
      ...(counts && kind !== ''
        ? { point: { kind, window, place: said(draft.place), lastLawfulHolder: said(draft.holder), evidence } }
        : {}),
      why,
    },
  }
}
