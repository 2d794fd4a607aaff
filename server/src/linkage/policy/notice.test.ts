import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ROLES, type Role } from '@proofmark/contract/roles'
import fc from 'fast-check'
import { noticeKinds } from './notice.ts'

const readerWith = (account: string, roles: readonly Role[]) => ({
  account,
  name: 'somebody',
  agency: { id: randomUUID(), name: 'an agency' },
  roles,
  installer: false,
  classes: [],
})

test('of a silent match the named officer alone hears, and the data stewards as long as none is named', () => {
  const anyone = fc.record({
    roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
    officer: fc.constantFrom('self', 'another', null),
  })
  fc.assert(
    fc.property(anyone, ({ roles, officer }) => {
      const kinds = noticeKinds(readerWith('self', roles), officer)
      const hears = officer === 'self' || (officer === null && roles.includes('data_steward'))
      assert.equal(kinds.includes('silent_match'), hears)
      assert.ok(kinds.includes('pointer_given'))
    }),
  )
})

test('notices of questions are for those who may answer them', () => {
  const hears = (role: Role) => noticeKinds(readerWith('self', [role]), null).includes('question_asked')
  assert.deepEqual(ROLES.filter(hears), ['trace_officer', 'analyst', 'data_steward'])
})
