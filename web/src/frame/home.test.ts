import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from '@proofmark/contract/schemas/session'
import { homeOf, START, shownFor } from './home.ts'

const session = (part: Partial<Session> & { readonly enrolmentNeeded?: boolean } = {}): Session => ({
  account: 'N. N.',
  agency: null,
  roles: [],
  waitingRoles: [],
  signIn: { method: 'link', enrolled: false, enrolmentNeeded: false, expiresAt: '2026-01-01T12:00:00Z' },
  oversees: [],
  purposes: [],
  installation: { name: 'Test', country: null, demonstration: false },
  ...part,
})
const signedIn = (part: Partial<Session>) => ({ kind: 'signed-in', session: session(part) }) as const
const link = { method: 'link', enrolled: false, enrolmentNeeded: true, expiresAt: '2026-01-01T12:00:00Z' } as const

test('whoever came by an invitation sets how to sign in, whatever address they ask for', () => {
  for (const name of ['find', 'me', 'people', 'set-up'] as const)
    assert.equal(shownFor(signedIn({ signIn: link, waitingRoles: ['recorder'] }), { name }), 'set-up')
})

test('whoever has no role yet waits for one, and can see to their own sign-in meanwhile', () => {
  assert.equal(shownFor(signedIn({ waitingRoles: ['recorder'] }), { name: 'find' }), 'set-up')
  assert.equal(shownFor(signedIn({ waitingRoles: ['recorder'] }), { name: 'me' }), 'desks')
  assert.equal(shownFor(signedIn({ roles: ['analyst'], waitingRoles: ['recorder'] }), { name: 'find' }), 'desks')
  assert.equal(shownFor(signedIn({ roles: ['analyst'], waitingRoles: ['recorder'] }), { name: 'set-up' }), 'set-up')
})

test('whoever oversees a custody has work without a role', () => {
  assert.equal(shownFor(signedIn({ oversees: ['Police'] }), { name: 'oversight' }), 'desks')
})

test('a link is opened even where somebody is signed in already', () => {
  assert.equal(shownFor(signedIn({ roles: ['analyst'] }), { name: 'sign-in', token: 'abc' }), 'sign-in')
})

test('everybody begins where they work', () => {
  assert.equal(homeOf(session({ roles: ['administrator'] })), START)
  assert.equal(homeOf(session({ oversees: ['Police'] })), START)
  assert.equal(homeOf(session()), '/me')
})
