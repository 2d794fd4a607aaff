import * as z from 'zod'
import type { RouteName } from './paths.ts'
import type { Route } from './route.ts'
import {
  accountDisableRequest,
  accountInvited,
  accountInviteRequest,
  accountList,
  accountReset,
  accountResetRequest,
  accountSignOutRequest,
  roleDecideRequest,
  roleRequestRequest,
  roleTakeRequest,
  signInTrace,
  signInTraceRequest,
} from './schemas/account.ts'

const ADMINISTRATORS = ['administrator'] as const
const OVERSEERS = ['administrator', 'data_protection_officer'] as const
const done = z.object({ done: z.literal(true) })

/** People: who may sign in, and which roles two of them gave a third. */
export const ACCOUNT_ROUTES = {
  accountList: {
    summary: 'The people of this installation, their roles, and the roles that wait for a second person.',
    body: null,
    answer: accountList,
    roles: OVERSEERS,
    errors: [],
    audit: [],
  },
  accountInvite: {
    summary: 'Adds a person and requests their roles; the link lets them set how they sign in.',
    body: accountInviteRequest,
    answer: accountInvited,
    roles: ADMINISTRATORS,
    errors: ['agency_unknown', 'name_taken', 'role_needs_agency'],
    audit: ['account.invited', 'role.requested'],
  },
  accountReset: {
    summary: 'Takes away all by which a person signs in and suspends their roles; a new link begins anew.',
    body: accountResetRequest,
    answer: accountReset,
    roles: ADMINISTRATORS,
    errors: ['not_found', 'account_own', 'account_disabled', 'last_administrator'],
    audit: ['account.reset', 'role.requested'],
  },
  accountDisable: {
    summary: 'Disables an account at once, or enables it, with its roles to be confirmed again.',
    body: accountDisableRequest,
    answer: done,
    roles: ADMINISTRATORS,
    errors: ['not_found', 'account_own', 'last_administrator'],
    audit: ['account.disabled', 'account.enabled', 'role.requested'],
  },
  accountSignOut: {
    summary: 'Ends all sessions and tokens of a person.',
    body: accountSignOutRequest,
    answer: done,
    roles: ADMINISTRATORS,
    errors: ['not_found'],
    audit: ['account.signed_out'],
  },
  roleRequest: {
    summary: 'Requests a role for somebody; another person confirms it.',
    body: roleRequestRequest,
    answer: done,
    roles: ADMINISTRATORS,
    errors: ['not_found', 'account_own', 'account_disabled', 'role_held', 'role_needs_agency'],
    audit: ['role.requested'],
  },
  roleDecide: {
    summary: 'Confirms or refuses, as the second person, a role that was requested.',
    body: roleDecideRequest,
    answer: done,
    roles: OVERSEERS,
    errors: [
      'not_found',
      'account_own',
      'code_unreadable',
      'role_second_person',
      'account_not_enrolled',
      'role_needs_agency',
      'confirmation_wrong',
      'role_request_over',
    ],
    audit: ['role.confirmed', 'role.refused'],
  },
  roleTake: {
    summary: 'Takes a role from somebody at once.',
    body: roleTakeRequest,
    answer: done,
    roles: ADMINISTRATORS,
    errors: ['not_found', 'account_own', 'last_administrator'],
    audit: ['role.taken'],
  },
  signInTrace: {
    summary: 'Who signed in, was refused or signed out, the last first; reading it is itself logged.',
    body: signInTraceRequest,
    answer: signInTrace,
    roles: OVERSEERS,
    errors: ['not_found'],
    audit: ['sign_ins.read'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
