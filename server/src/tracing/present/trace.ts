import { countryName } from '@proofmark/contract/country-names'
import type {
  KeptFinding,
  ListedTrace,
  ProposedForForm,
  ShownReply,
  TraceAnswerDraft,
  TraceClocks,
  TraceClosing,
  TraceCompleteness,
  TraceFigures,
  TraceList,
  TraceProposal,
  TraceShown,
  TraceTransition,
} from '@proofmark/contract/schemas/trace-shown'
import type { Wording } from '../../linkage/present/wording.ts'
import type { DraftedAnswer } from '../commands/draft-answer.ts'
import type { Board } from '../commands/list-traces.ts'
import { openMoves } from '../commands/move-trace.ts'
import type { Figures } from '../queries/figures.ts'
import type { KeptClosing, KeptReply, StoredFinding } from '../queries/trace-parts.ts'
import type { TraceView } from '../queries/trace-view.ts'
import type { NamedStep, Trace } from '../queries/traces.ts'
import type { RunningClock } from '../rules/requests/clocks.ts'
import { type ClosingStanding, standingClosings } from '../rules/requests/closing.ts'
import type { MissingNeed } from '../rules/requests/completeness.ts'
import { type FormProposal, isConditional } from '../rules/requests/form-proposals.ts'
import { courtUseOf } from '../rules/requests/permissions.ts'
import { awaits, isAnswered } from '../rules/requests/state-machine.ts'

const iso = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null

const presentClocks = (clocks: readonly RunningClock[]): TraceClocks =>
  clocks.map((each) => ({ ...each, due: each.due.toISOString() }))

/** The firearm in a line: make, model, mark, as far as the form says them. */
function inALine({ make, model, serial }: Trace['form']['firearm']): string {
  return [make, model, serial.observed].filter((each) => each).join(' ')
}

function presentListed(trace: Trace, clocks: readonly RunningClock[], reader: string): ListedTrace {
  const { id, parent, direction, channel, partner, asker, form, state, steps } = trace
  return {
    id,
    parent,
    direction,
    channel,
    partner: direction === 'incoming' ? asker : partner,
    country: direction === 'incoming' ? (asker?.slice(0, 2) ?? null) : form.addressee.country,
    state,
    priority: form.priority,
    awaits: awaits(state, direction),
    reference: form.requester.reference,
    firearm: inALine(form.firearm),
    openedAt: trace.openedAt.toISOString(),
    openedBy: trace.openedByName,
    mine: trace.openedBy === reader,
    sentAt: iso(steps.find((step) => step.state === 'sent')?.at),
    answeredAt: iso(steps.find((step) => isAnswered(step.state))?.at),
    clocks: presentClocks(clocks),
  }
}

const presentStep = ({ state, takenIn, saidAt, by, ours, why }: NamedStep): TraceTransition => ({
  state,
  at: takenIn.toISOString(),
  saidAt: iso(saidAt),
  by,
  ours,
  why,
})

/** Whom to ask for what is missing, by agency and desk where one is known. */
function whomFor({ ask }: MissingNeed, { recovering }: TraceView): string | null {
  if (ask !== 'recovering_agency' && ask !== 'examiner') return null
  return recovering.map(({ agency, desk }) => [agency, desk].filter(Boolean).join(' – ')).join('; ') || null
}

function presentCompleteness(view: TraceView, { say }: Wording): TraceCompleteness {
  const { score, mayLeave, missing } = view.completeness
  return {
    score,
    mayLeave,
    missing: missing.map((each) => ({ ...each, text: say(`trace.missing.${each.need}`), whom: whomFor(each, view) })),
  }
}

function presentProposal({ proposal }: TraceView, { say, locale, isolate = (each) => each }: Wording): TraceProposal {
  const { country, alternatives, role, importer, reason } = proposal
  const named = country === null ? '–' : (countryName(country, locale) ?? country)
  const text = say(`trace.route.${reason}`, isolate({ country: named }))
  return { country, alternatives: [...alternatives], role, importer, reason, text }
}

/** Texts of law in the reader’s language first; what else was found keeps its order. */
const inOwnWords = ({ provision }: FormProposal, locale: string): number =>
  provision === null || provision.language === locale ? 0 : 1

function presentProposed({ proposed }: TraceView, { say, locale }: Wording): ProposedForForm[] {
  const order = new Map(
    [...new Set(proposed.map(({ need, because }) => `${need} ${because}`))].map((key, at) => [key, at]),
  )
  const placeOf = ({ need, because }: FormProposal) => order.get(`${need} ${because}`) ?? 0
  return proposed
    .toSorted((one, other) => placeOf(one) - placeOf(other) || inOwnWords(one, locale) - inOwnWords(other, locale))
    .map(({ id, need, because, put, provision, records }) => ({
      ...{ id, need, because, conditional: isConditional({ because }), put, records: [...records] },
      text: say(`trace.proposed.${because}`),
      law: provision && {
        text: provision.id,
        ground: provision.ground,
        language: provision.language,
        agency: provision.agency?.name ?? null,
      },
    }))
}

function presentReply(
  { message, door, receivedAt, saidAt, by, records }: KeptReply,
  { named, permissions }: TraceView,
): ShownReply {
  return {
    message,
    door,
    receivedAt: receivedAt.toISOString(),
    saidAt: iso(saidAt),
    by,
    records: named.filter(({ record }) => records.includes(record)),
    courtUse: courtUseOf(message, permissions).permitted,
  }
}

const presentFinding = ({ occasion, at, by, finding }: StoredFinding): KeptFinding => ({
  occasion,
  at: at.toISOString(),
  by,
  ...finding,
})

function presentClosing(closing: KeptClosing, counts: ClosingStanding, stands: boolean): TraceClosing {
  const { number, originStatus, outcome, failure, point, why, by, at, approved, corrects } = closing
  const { approvedBy, approvedAt, approvedWhy } = closing
  return {
    number,
    originStatus,
    outcome,
    failure,
    point,
    why,
    by,
    at: at.toISOString(),
    corrects,
    stands,
    counts,
    approval:
      approved === null ? null : { by: approvedBy ?? '', at: iso(approvedAt) ?? '', approved, why: approvedWhy ?? '' },
  }
}

/** A request whole, in its reader’s language. */
export function presentTrace(view: TraceView, wording: Wording): TraceShown {
  const { trace, children, forms, replies, findings, closings, named, clocks, duplicates, reader } = view
  const { moved, permissions } = view
  const shown = replies.map((reply) => presentReply(reply, view))
  const judged = standingClosings(closings)
  return {
    ...presentListed(trace, clocks, reader),
    theirId: trace.theirId,
    children: children.map(({ id, form, state }) => ({ id, country: form.addressee.country, state })),
    history: trace.steps.map(presentStep),
    form: trace.form,
    version: trace.version,
    versions: forms.map(({ version, at, by, message }) => ({
      version,
      at: at.toISOString(),
      by,
      message: message !== null,
    })),
    message: forms.findLast(({ message }) => message !== null)?.message ?? null,
    completeness: presentCompleteness(view, wording),
    proposal: presentProposal(view, wording),
    proposed: presentProposed(view, wording),
    duplicates: duplicates.map(({ id, ground, state, country }) => ({ id, ground, state, country })),
    reply: shown.at(-1) ?? null,
    replies: shown,
    findings: findings.map(presentFinding),
    moved: moved && { ...moved.now, unjudged: [...moved.unjudged] },
    permissions: permissions.map((each) => ({ ...each, notedAt: each.notedAt.toISOString() })),
    closings: judged.all.map(({ closing, counts }) => presentClosing(closing, counts, closing === judged.stands)),
    records: named.filter(({ record }) => trace.records.includes(record)),
    moves: openMoves(trace),
  }
}

/** A page of the board. */
export const presentBoard = ({ traces, counts, more, reader }: Board): TraceList => ({
  traces: traces.map((trace) => presentListed(trace, trace.clocks, reader)),
  counts: { ...counts },
  more,
})

/** The draft of an answer. */
export const presentDraft = ({ reply, matches, desks, questions }: DraftedAnswer): TraceAnswerDraft => ({
  reply,
  own: matches.own.map(({ record, source, key, probability }) => ({ record, source, key, probability })),
  others: desks.map(({ agency, name, desk, records }) => ({ agency, name, desk, records })),
  questions: questions.map(({ question, at }) => ({ question, at: at.toISOString() })),
})

/** What came of requests, with the causes of failure in words. */
export const presentFigures = (figures: Figures, { say }: Wording): TraceFigures => ({
  ...figures,
  failures: figures.failures.map(({ code, traces, upTo }) => ({ code, text: say(`failure.${code}`), traces, upTo })),
})
