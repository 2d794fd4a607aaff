import type { Role } from '@proofmark/contract/roles'
import {
  BALLISTIC_READERS,
  CASE_WORKERS,
  CUSTODY_KEEPERS,
  DESKS,
  EXAMINERS,
  EXHIBIT_MANAGERS,
  READERS,
  RECORDERS,
  SEE_SUBJECTS,
  STEWARDS,
  TRACERS,
} from '@proofmark/contract/route'
import type { Wait } from '@proofmark/contract/schemas/home'
import { WAIT_KINDS, type WaitKind } from '@proofmark/contract/wait-kinds'
import type { Context } from '../../access/context.ts'
import { listAccounts } from '../../access/queries/list-accounts.ts'
import { SECOND_PERSONS } from '../../access/rules/second-person.ts'
import { dayOf } from '../../cases/commands/review-thing.ts'
import { type CaseWaits, caseWaits } from '../../cases/queries/case-waits.ts'
import { countMeetings, countSilentMeetings } from '../../cases/queries/count-deconfliction.ts'
import { countReviewsDue } from '../../cases/queries/review-due.ts'
import { casesWithoutLead } from '../../cases/queries/without-lead.ts'
import { countOffers } from '../../custody/queries/count-offers.ts'
import { countWaitingResults } from '../../custody/queries/count-waiting-results.ts'
import { countHalfSigned } from '../../custody/queries/disposals.ts'
import { countOpenStock } from '../../custody/queries/stocktakes.ts'
import { toldOfBallistics } from '../../custody/queries/told-of-ballistics.ts'
import { EXCHANGE_READERS, LEDGER_WATCHERS, PARTNER_KEEPERS } from '../../exchange/policy/partner.ts'
import {
  countAgreementsDue,
  countAlarms,
  countKeysWaiting,
  countLedgerAlarms,
  countRestoresWaiting,
  countStuck,
} from '../../exchange/queries/count-waits.ts'
import { countAnsweredQuestions, countOpenQuestions } from '../../linkage/queries/count-questions.ts'
import { countNotices } from '../../linkage/queries/list-notices.ts'
import { countRecordsToMatch } from '../../linkage/queries/records-to-match.ts'
import { waitingVerdicts } from '../../linkage/queries/waiting-verdicts.ts'
import { countNoticesToldUs } from '../../quality/queries/notices.ts'
import { countImportsLeft } from '../../records/queries/count-imports-left.ts'
import { unreadQueue } from '../../records/queries/unread-queue.ts'
import { IN_PASSING, lookOn } from '../../review/queries/look-on.ts'
import { countQueued, MOST_COUNTED } from '../../review/queries/queue.ts'
import { countFindingsWaiting } from '../../tracing/queries/overseen-findings.ts'
import { countUnsettledCorrections } from '../../tracing/queries/received-corrections.ts'
import { countTracesDue, type DueKind } from '../../tracing/queries/traces-due.ts'

type Found = Pick<Wait, 'count'> & Partial<Pick<Wait, 'more' | 'record'>>

interface Asking {
  /** Whose work it is. */
  readonly roles: readonly Role[]
  /** Is it of an agency's desk, which whoever works for none does not have? So it is where nothing is said. */
  readonly byAgency?: boolean
  readonly ask: (context: Context, after: Date | null, seen: MeetingsSeen) => Promise<Found>
}

/** When the last meeting was told that the reader has seen, of each page on which they stand; null: none was. */
interface MeetingsSeen {
  readonly met?: Date | null
  readonly operations?: Date | null
}

const ofCases = (which: keyof CaseWaits): Asking => ({
  roles: CASE_WORKERS,
  ask: async (context) => ({ count: (await caseWaits(context))[which] }),
})

const MOST_TO_MATCH = 10_000
const MOST_DUE = 500

const tracesDue = (kind: DueKind): Asking => ({
  roles: TRACERS,
  ask: async (context) => ({ count: await countTracesDue(context, kind) }),
})

/** How each kind is asked for: one more kind is one more line here. */
const ASKED: Readonly<Record<WaitKind, Asking>> = {
  case_hand_overs: ofCases('handOvers'),
  case_tasks: ofCases('tasks'),
  case_reviews: ofCases('reviews'),
  cases_without_lead: {
    roles: STEWARDS,
    ask: async (context) => ({ count: (await casesWithoutLead(context, context.reader.agency!.id)).length }),
  },
  questions_open: { roles: DESKS, ask: async (context) => ({ count: await countOpenQuestions(context) }) },
  questions_answered: {
    roles: DESKS,
    ask: async (context, after) => ({ count: await countAnsweredQuestions(context, after) }),
  },
  notices: { roles: READERS, ask: async (context, after) => ({ count: await countNotices(context, after) }) },
  deconfliction: {
    roles: CASE_WORKERS,
    ask: async (context, _, { met = null }) => ({ count: await countMeetings(context, 'asked', met) }),
  },
  operations_met: {
    roles: CASE_WORKERS,
    ask: async (context, _, { operations = null }) => ({ count: await countMeetings(context, 'planned', operations) }),
  },
  deconfliction_silent: {
    roles: READERS,
    ask: async (context) => ({ count: await countSilentMeetings(context) }),
  },
  traces_escalated: tracesDue('escalated'),
  traces_overdue: tracesDue('overdue'),
  traces_near: tracesDue('near'),
  verdicts: { roles: DESKS, ask: waitingVerdicts },
  review: {
    roles: DESKS,
    ask: async (context) => {
      // Whoever comes in does a bit of the looking; the page of reviews does the rest.
      const { whole } = await lookOn(context, IN_PASSING)
      const count = await countQueued(context)
      return { count: Math.min(count, MOST_COUNTED), more: !whole || count > MOST_COUNTED }
    },
  },
  findings: { roles: READERS, ask: async (context) => ({ count: await countFindingsWaiting(context) }) },
  corrections: { roles: TRACERS, ask: async (context) => ({ count: await countUnsettledCorrections(context) }) },
  messages_stuck: { roles: TRACERS, byAgency: false, ask: async (context) => ({ count: await countStuck(context) }) },
  volume_alarms: { roles: DESKS, byAgency: false, ask: async (context) => ({ count: await countAlarms(context) }) },
  agreements_due: {
    roles: EXCHANGE_READERS,
    byAgency: false,
    ask: async (context) => ({ count: await countAgreementsDue(context) }),
  },
  keys: {
    roles: PARTNER_KEEPERS,
    byAgency: false,
    ask: async (context) => ({ count: await countKeysWaiting(context) }),
  },
  restores: {
    roles: PARTNER_KEEPERS,
    byAgency: false,
    ask: async (context) => ({ count: await countRestoresWaiting(context) }),
  },
  ledger_alarms: {
    roles: LEDGER_WATCHERS,
    byAgency: false,
    ask: async (context) => ({ count: await countLedgerAlarms(context) }),
  },
  ballistic_told: { roles: BALLISTIC_READERS, byAgency: false, ask: toldOfBallistics },
  ballistic_waiting: {
    roles: EXAMINERS,
    ask: async (context) => ({ count: await countWaitingResults(context) }),
  },
  custody_offered: { roles: CUSTODY_KEEPERS, ask: async (context) => ({ count: await countOffers(context) }) },
  disposals_half_signed: {
    roles: EXHIBIT_MANAGERS,
    ask: async (context) => ({ count: await countHalfSigned(context) }),
  },
  stocktakes_open: { roles: CUSTODY_KEEPERS, ask: async (context) => ({ count: await countOpenStock(context) }) },
  role_requests: {
    roles: SECOND_PERSONS,
    byAgency: false,
    ask: async (context) => {
      // Before a person has set how to sign in they have no code, and nobody can confirm anything.
      const ready = (await listAccounts(context)).filter(({ state }) => state === 'enrolled')
      const requests = ready.flatMap((account) => account.requests)
      return { count: requests.filter(({ mayConfirm }) => mayConfirm).length }
    },
  },
  imports_left: { roles: RECORDERS, ask: async (context) => ({ count: await countImportsLeft(context) }) },
  texts_unread: {
    roles: STEWARDS,
    ask: async (context) => {
      const { waiting, more } = await unreadQueue(context, { limit: 0 })
      return { count: waiting, more }
    },
  },
  things_due: {
    roles: SEE_SUBJECTS,
    ask: async (context) => {
      const count = await countReviewsDue(context, dayOf(context.now), MOST_DUE + 1)
      return { count: Math.min(count, MOST_DUE), more: count > MOST_DUE }
    },
  },
  quality_told: { roles: STEWARDS, ask: async (context) => ({ count: await countNoticesToldUs(context) }) },
  matching: {
    roles: READERS,
    ask: async (context) => {
      const count = await countRecordsToMatch(context, MOST_TO_MATCH)
      return { count: Math.min(count, MOST_TO_MATCH), more: count > MOST_TO_MATCH }
    },
  },
}

/**
 * What waits for the reader by their roles, in the order of the kinds, and nothing where nothing waits. Of what came to
 * the desk only what came after a moment counts, where one is given. Numbers of one's own desk disclose no record, so
 * they are no entry of the log. `only`: these kinds alone.
 */
export async function listWaits(
  context: Context,
  after: Date | null,
  { only, ...seen }: MeetingsSeen & { readonly only?: readonly string[] | undefined } = {},
): Promise<Wait[]> {
  const { reader } = context
  const waits: Wait[] = []
  for (const kind of WAIT_KINDS) {
    if (only && !only.includes(kind)) continue
    const { roles, byAgency = true, ask } = ASKED[kind]
    if (!reader.roles.some((role) => roles.includes(role)) || (byAgency && !reader.agency)) continue
    const { count, more = false, record = null } = await ask(context, after, seen)
    if (count > 0) waits.push({ kind, count, more, record })
  }
  return waits
}
