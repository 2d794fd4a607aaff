import * as z from 'zod'
import type { RouteName } from './paths.ts'
import { ROLES } from './roles.ts'
import type { Route } from './route.ts'
import {
  agencyAddRequest,
  agencyCorrectRequest,
  agencyDesk,
  agencyList,
  overseerNameRequest,
} from './schemas/agency.ts'

const ADMINISTRATORS = ['administrator'] as const
const done = z.object({ done: z.literal(true) })

/** The agencies of this state: whom to ask at each, and who oversees it. */
export const AGENCY_ROUTES = {
  agencyList: {
    summary: 'The other agencies and the reader’s own, each with its desk and who oversees its custody.',
    body: null,
    answer: agencyList,
    roles: ROLES,
    errors: [],
    audit: [],
  },
  agencyAdd: {
    summary: 'Adds an agency of this state.',
    body: agencyAddRequest,
    answer: agencyDesk,
    roles: ADMINISTRATORS,
    errors: ['name_taken'],
    audit: ['agency.added'],
  },
  agencyCorrect: {
    summary: 'Corrects the desk of an agency, which others turn to.',
    body: agencyCorrectRequest,
    answer: agencyDesk,
    roles: ADMINISTRATORS,
    errors: ['not_found'],
    audit: ['agency.desk_corrected'],
  },
  overseerName: {
    summary: 'Names who hears first of what speaks against the custody of an agency, or nobody.',
    body: overseerNameRequest,
    answer: done,
    roles: ['data_steward', 'administrator'],
    errors: ['agency_unknown', 'not_your_agency', 'oversees_oneself', 'value_not_listed', 'nobody_to_name'],
    audit: ['agency.overseer_named', 'agency.overseer_unnamed'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
