import type { RouteName } from './paths.ts'
import { ASKERS, DESKS, type Route, STEWARDS } from './route.ts'
import {
  knownAnswer,
  knownRequest,
  knownState,
  knownSwitch,
  knownSwitched,
  published,
  publishRequest,
} from './schemas/private-look-up.ts'

/** Known or not known: asking a partner about a firearm without naming it. */
export const KNOWN_ROUTES = {
  knownAsk: {
    summary: 'Asks a partner whether it knows a firearm, without telling it which. The answer is a pointer for people.',
    body: knownRequest,
    answer: knownAnswer,
    roles: ASKERS,
    errors: ['pattern_unreadable', 'pattern_says_none', 'pattern_too_open', 'partner_unknown', 'agreement_forbids'],
    audit: ['private.asked', 'private.answered'],
  },
  knownState: {
    summary:
      'Epochs that were published and received, what partners asked of their quotas, alarms, and one’s own asks.',
    body: null,
    answer: knownState,
    roles: DESKS,
    errors: [],
    audit: ['private.state_seen'],
  },
  knownSwitch: {
    summary: 'Stops a partner’s asking about a class of data at once, or lets it be published again.',
    body: knownSwitch,
    answer: knownSwitched,
    roles: DESKS,
    errors: ['partner_unknown'],
    audit: ['private.stopped', 'private.resumed'],
  },
  knownPublish: {
    summary: 'Publishes to a partner what it may ask about: the whole under new keys, or what was added since.',
    body: publishRequest,
    answer: published,
    roles: STEWARDS,
    errors: ['partner_unknown', 'agreement_forbids', 'private_stopped', 'register_law_needed'],
    audit: ['private.published'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
