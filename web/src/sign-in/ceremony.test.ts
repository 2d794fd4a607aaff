import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WebAuthnError, type WebAuthnErrorCode } from '@simplewebauthn/browser'
import { reasonOf } from './ceremony.ts'

const failure = (code: WebAuthnErrorCode) =>
  new WebAuthnError({ message: 'as the library says it', code, cause: new Error('x') })

test('what a browser throws is put into a reason that a person can act on', () => {
  assert.equal(reasonOf(failure('ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')), 'already')
  assert.equal(reasonOf(failure('ERROR_INVALID_DOMAIN')), 'address')
  assert.equal(reasonOf(failure('ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT')), 'cannot')
  assert.equal(reasonOf(new DOMException('denied', 'NotAllowedError')), 'cancelled')
  assert.equal(reasonOf(new Error('unheard of')), 'failed')
})
