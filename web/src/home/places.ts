import type { Role } from '@proofmark/contract/roles'
import {
  ASKERS,
  BALLISTIC_READERS,
  CASE_WORKERS,
  CUSTODY_KEEPERS,
  DESKS,
  EXHIBIT_MANAGERS,
  READERS,
  RECOVERERS,
} from '@proofmark/contract/route'
import type { Wait } from '@proofmark/contract/schemas/home'
import type { WaitKind } from '@proofmark/contract/wait-kinds'
import { OVERSEERS, RECORDERS, STEWARDS } from '../frame/desk-roles.ts'

/** Where what waits is dealt with. */
const PLACES: Readonly<Record<WaitKind, (wait: Wait) => string>> = {
  case_hand_overs: () => '/cases',
  case_tasks: () => '/cases',
  case_reviews: () => '/cases',
  cases_without_lead: () => '/cases',
  things_due: () => '/things',
  questions_open: () => '/questions',
  questions_answered: () => '/questions',
  notices: () => '/notices',
  deconfliction: () => '/deconfliction',
  operations_met: () => '/operations',
  deconfliction_silent: () => '/deconfliction/desk',
  traces_escalated: () => '/traces?list=escalated',
  traces_overdue: () => '/traces?list=overdue',
  traces_near: () => '/traces?list=near',
  ballistic_told: ({ record }) => (record === null ? '/ballistics' : `/ballistics/${record}`),
  ballistic_waiting: () => '/ballistics',
  custody_offered: () => '/exhibits#offered',
  disposals_half_signed: () => '/campaigns',
  stocktakes_open: () => '/storage',
  verdicts: ({ record }) => (record === null ? '/find' : `/firearms/${record}`),
  review: () => '/review',
  findings: () => '/oversight',
  corrections: () => '/exchange/corrections',
  messages_stuck: () => '/exchange/messages',
  volume_alarms: () => '/exchange/known',
  agreements_due: () => '/exchange',
  keys: () => '/exchange/keys',
  restores: () => '/exchange',
  ledger_alarms: () => '/exchange/ledger',
  role_requests: () => '/people',
  imports_left: () => '/imports',
  texts_unread: () => '/vocabulary',
  quality_told: () => '/quality',
  matching: () => '/sources',
}

/** The address of it; null for a kind that this page does not know, which a later server may tell of. */
export const placeOf = (wait: Wait): string | null =>
  Object.hasOwn(PLACES, wait.kind) ? PLACES[wait.kind](wait) : null

/** What one does most, and whose work it is. */
export const WORK: readonly { readonly name: string; readonly to: string; readonly roles: readonly Role[] }[] = [
  { name: 'find', to: '/find', roles: READERS },
  { name: 'traces', to: '/traces', roles: ASKERS },
  { name: 'ballistics', to: '/ballistics', roles: BALLISTIC_READERS },
  { name: 'cases', to: '/cases', roles: CASE_WORKERS },
  { name: 'search', to: '/search', roles: READERS },
  { name: 'sources', to: '/sources', roles: READERS },
  { name: 'import', to: '/imports/new', roles: RECORDERS },
  { name: 'enter', to: '/enter', roles: RECORDERS },
  { name: 'field', to: '/field', roles: RECOVERERS },
  { name: 'storage', to: '/storage', roles: CUSTODY_KEEPERS },
  { name: 'campaigns', to: '/campaigns', roles: EXHIBIT_MANAGERS },
  { name: 'why_not', to: '/why-not', roles: READERS },
  { name: 'quality', to: '/quality', roles: DESKS },
  { name: 'vocabulary', to: '/vocabulary', roles: STEWARDS },
  { name: 'people', to: '/people', roles: OVERSEERS },
  { name: 'log', to: '/log', roles: OVERSEERS },
]
