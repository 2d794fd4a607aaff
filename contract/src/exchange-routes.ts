import * as z from 'zod'
import type { RouteName } from './paths.ts'
import type { Role } from './roles.ts'
import type { Route } from './route.ts'
import { correctionList, correctionSettleRequest } from './schemas/correction.ts'
import { keyChangeDecision, keyChangeList } from './schemas/key-change.ts'
import { ledgerSendRequest, ledgerSent } from './schemas/ledger.ts'
import {
  certificateRevokeRequest,
  correctionRequest,
  correctionSent,
  grantGiven,
  grantList,
  grantRequest,
  grantRevokeRequest,
  inboxActRequest,
  inboxPage,
  inboxRequest,
  messageHistory,
  messageHistoryRequest,
  messageSent,
  outboxActRequest,
  outboxPage,
  outboxRequest,
  partnerAdded,
  partnerFile,
  partnerList,
  partnerRestoreRequest,
  partnerShown,
  partnerShowRequest,
  partnerStateRequest,
  takenIn,
  takenOut,
  takeOutRequest,
} from './schemas/partner.ts'

const done = z.object({ done: z.literal(true) })
const KEEPERS = ['administrator'] as const satisfies readonly Role[]
const READ_EXCHANGE = ['trace_officer', 'administrator'] as const satisfies readonly Role[]
const EXCHANGERS = ['trace_officer'] as const satisfies readonly Role[]

/** Partners, what was agreed with them, and what goes to and fro; never what a message says. */
export const EXCHANGE_ROUTES = {
  partnerList: {
    summary:
      'The partners: whom to ask there, what is agreed, by which keys they are known, and how their messages fare.',
    body: null,
    answer: partnerList,
    roles: READ_EXCHANGE,
    errors: [],
    audit: [],
  },
  partnerShow: {
    summary:
      'One partner: its keys beside ours, every version of the agreement, grants, corrections, and its delivery record.',
    body: partnerShowRequest,
    answer: partnerShown,
    roles: READ_EXCHANGE,
    errors: ['partner_unknown'],
    audit: [],
  },
  partnerAdd: {
    summary:
      'Takes a partner’s file over: a new partner, or what is new of one. Keys that it no longer names are revoked; other terms are a new version.',
    body: partnerFile,
    answer: partnerAdded,
    roles: KEEPERS,
    errors: ['name_taken'],
    audit: ['partner.added', 'agreement.made'],
  },
  partnerRestore: {
    summary: 'Says that a partner which says so was restored, or was not: only then is it told what was exchanged.',
    body: partnerRestoreRequest,
    answer: done,
    roles: KEEPERS,
    errors: ['not_found'],
    audit: ['partner.restore_decided'],
  },
  partnerState: {
    summary: 'Suspends, ends or takes up the exchange with a partner. What is owed to it is sent all the same.',
    body: partnerStateRequest,
    answer: done,
    roles: KEEPERS,
    errors: ['partner_unknown'],
    audit: ['partner.state_set'],
  },
  certificateRevoke: {
    summary: 'Takes nobody who shows this certificate for the partner any more, also on connections that stand open.',
    body: certificateRevokeRequest,
    answer: done,
    roles: KEEPERS,
    errors: ['not_found'],
    audit: ['partner.certificate_revoked'],
  },
  outboxList: {
    summary: 'Messages to partners, the last first: how each stands, and why.',
    body: outboxRequest,
    answer: outboxPage,
    roles: READ_EXCHANGE,
    errors: [],
    audit: [],
  },
  outboxAct: {
    summary: 'Sends a message again, now, or gives it up with a reason.',
    body: outboxActRequest,
    answer: done,
    roles: EXCHANGERS,
    errors: ['not_found', 'message_settled', 'body_invalid'],
    audit: ['message.retried', 'message.given_up'],
  },
  inboxList: {
    summary: 'Messages from partners, the last first: how each stands, and why.',
    body: inboxRequest,
    answer: inboxPage,
    roles: READ_EXCHANGE,
    errors: [],
    audit: [],
  },
  inboxRetry: {
    summary: 'Lets a message whose effect failed be taken once more.',
    body: inboxActRequest,
    answer: done,
    roles: EXCHANGERS,
    errors: ['not_found', 'message_settled'],
    audit: ['message.retried'],
  },
  messageHistory: {
    summary: 'What became of one message at each attempt, and by whom, the last first.',
    body: messageHistoryRequest,
    answer: messageHistory,
    roles: READ_EXCHANGE,
    errors: [],
    audit: [],
  },
  outboxTakeOut: {
    summary: 'What waits for a partner, and receipts for it, as a file that the partner alone can open.',
    body: takeOutRequest,
    answer: takenOut,
    roles: EXCHANGERS,
    errors: ['partner_unknown', 'partner_not_reconciled', 'envelope_key_missing', 'exchange_not_running'],
    audit: ['message.taken_out'],
  },
  inboxTakeIn: {
    summary: 'Takes a file of a partner in, as the content of the request. Safe to repeat.',
    body: 'file',
    answer: takenIn,
    roles: EXCHANGERS,
    errors: ['envelope_unreadable', 'partner_unknown', 'message_too_large', 'exchange_not_running'],
    audit: ['message.received'],
  },
  grantList: {
    summary: 'What partners may have on one subject beside the agreement, the last first.',
    body: null,
    answer: grantList,
    roles: READ_EXCHANGE,
    errors: [],
    audit: [],
  },
  grantGive: {
    summary: 'Lets a partner have data of a class on one subject until a moment.',
    body: grantRequest,
    answer: grantGiven,
    roles: EXCHANGERS,
    errors: ['partner_unknown', 'agreement_forbids', 'grant_end_wrong'],
    audit: ['grant.given'],
  },
  grantRevoke: {
    summary: 'Takes a grant back, and tells the partner, whose receipt is kept.',
    body: grantRevokeRequest,
    answer: messageSent,
    roles: EXCHANGERS,
    errors: ['not_found', 'grant_over'],
    audit: ['grant.revoked', 'message.sent'],
  },
  correctionSend: {
    summary: 'Tells all who were told of a subject directly that it was not right.',
    body: correctionRequest,
    answer: correctionSent,
    roles: EXCHANGERS,
    errors: [],
    audit: ['correction.sent', 'message.sent'],
  },
  correctionList: {
    summary:
      'Corrections: ours with who was told and whose receipt came, and those of partners with the traces that they touch.',
    body: null,
    answer: correctionList,
    roles: READ_EXCHANGE,
    errors: [],
    audit: [],
  },
  correctionSettle: {
    summary: 'Says what was done at a trace about a partner’s correction.',
    body: correctionSettleRequest,
    answer: done,
    roles: EXCHANGERS,
    errors: ['not_found', 'correction_settled', 'correction_not_ours'],
    audit: ['correction.settled'],
  },
  keyChangeList: {
    summary: 'Keys that partners offer in place of others, ours that partners were told of, and until when ours hold.',
    body: null,
    answer: keyChangeList,
    roles: KEEPERS,
    errors: [],
    audit: [],
  },
  keyChangeDecide: {
    summary: 'Takes a partner’s new keys, or refuses them, once they were compared with the partner over another way.',
    body: keyChangeDecision,
    answer: done,
    roles: KEEPERS,
    errors: ['not_found', 'key_change_settled', 'name_taken'],
    audit: ['key_change.decided', 'message.sent'],
  },
  ledgerSend: {
    summary: 'Sends the newest checkpoint of the exchange ledger to partners now, to be cosigned.',
    body: ledgerSendRequest,
    answer: ledgerSent,
    roles: ['data_protection_officer', 'administrator'],
    errors: ['partner_unknown', 'agreement_forbids'],
    audit: ['message.sent'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
