import type { RouteName } from './paths.ts'
import { DESKS, READERS, type Route } from './route.ts'
import {
  aboutJudgementRequest,
  judgementMade,
  judgeRequest,
  recordMatches,
  recordMatchesRequest,
  verdictMade,
} from './schemas/judgement.ts'

/** What joins records into firearms, and what people judge of it. */
export const JUDGEMENT_ROUTES = {
  recordMatches: {
    summary: 'The records that may be of one firearm with a record, with what speaks for it and what was judged.',
    body: recordMatchesRequest,
    answer: recordMatches,
    roles: READERS,
    errors: ['not_found'],
    audit: ['matches.listed'],
  },
  matchTable: {
    summary: 'All matches that this reader may see, or those of one source, as a table.',
    body: null,
    answer: 'csv',
    query: {
      source: 'Of the records of this source.',
      with: 'With the records of this source.',
      purpose: 'Why the reader looks, a word of the list of purposes.',
      reference: 'Reference of the case.',
    },
    roles: READERS,
    errors: ['purpose_needed', 'source_unknown'],
    audit: ['matches.listed'],
  },
  judge: {
    summary: 'Judges what two records are to each other. Nothing that was judged before is deleted.',
    body: judgeRequest,
    answer: verdictMade,
    roles: DESKS,
    errors: ['not_found', 'judgement_of_itself', 'judgement_no_recovery', 'judgement_id_used'],
    audit: ['judgement.made'],
  },
  judgementWithdraw: {
    summary: 'Takes a verdict back; what stood before it stands again.',
    body: aboutJudgementRequest,
    answer: judgementMade,
    roles: DESKS,
    errors: ['not_found', 'judgement_not_yours', 'judgement_id_used'],
    audit: ['judgement.withdrawn'],
  },
  judgementSecond: {
    summary: 'Confirms, as the second person whom a source demands, a verdict that waits.',
    body: aboutJudgementRequest,
    answer: judgementMade,
    roles: DESKS,
    errors: ['not_found', 'judgement_not_waiting', 'judgement_own', 'judgement_id_used'],
    audit: ['judgement.seconded'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
