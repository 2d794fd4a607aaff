import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '@proofmark/contract/schemas/account'
import { byAgency, waitingForReader } from './by-agency.ts'

const account = (
  name: string,
  agency: string | null,
  waits: readonly [string, boolean][] = [],
  state: Account['state'] = 'enrolled',
): Account => ({
  id: name,
  name,
  agency,
  roles: [],
  requests: waits.map(([requestedAt, mayConfirm]) => ({
    id: `${name} ${requestedAt}`,
    role: 'recorder',
    requestedBy: 'A. Amari',
    requestedAt,
    mayConfirm,
  })),
  state,
  lastSignInAt: null,
})

test('people stand under their agencies, in the order of the language, those of none last', () => {
  const groups = byAgency(
    [account('Zoé', 'Police'), account('Éric', 'Police'), account('Ana', null), account('B', 'Customs')],
    'fr',
  )
  assert.deepEqual(
    groups.map(({ agency, accounts }) => [agency, ...accounts.map(({ name }) => name)]),
    [
      ['Customs', 'B'],
      ['Police', 'Éric', 'Zoé'],
      [null, 'Ana'],
    ],
  )
})

test('only those wait for the reader whose roles the reader may confirm, the longest wait first', () => {
  const { ready, notYet } = waitingForReader([
    account('late', null, [['2026-02-01T00:00:00Z', true]]),
    account('not the reader’s', null, [['2026-01-01T00:00:00Z', false]]),
    account('early', null, [['2026-01-15T00:00:00Z', true]]),
    account('invited', null, [['2026-01-10T00:00:00Z', true]], 'invited'),
    account('nothing waits', null),
  ])
  assert.deepEqual(
    ready.map(({ name }) => name),
    ['early', 'late'],
  )
  assert.deepEqual(
    notYet.map(({ name }) => name),
    ['invited'],
    'whoever has not set how they sign in has no code to be confirmed by',
  )
})
