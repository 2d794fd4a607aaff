import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteName } from '@proofmark/contract/paths'
import { ROUTES } from '@proofmark/contract/routes'
import { Secret } from 'otpauth'
import { appOf, ORIGIN } from '../../testing/app.ts'
import { personOf } from '../../testing/desks.ts'
import { softwareAuthenticator } from '../../testing/software-authenticator.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { codeAt } from '../rules/one-time-code.ts'
import { newToken, tokenHash } from '../rules/token.ts'

const database = await testDatabase()
const app = appOf(database)
const PASSWORD = 'kite under 9 rivers'

let people = 0
/** A person with a role, and a session of theirs by an invitation's link. */
async function invited() {
  const name = `person ${++people}`
  const account = await personOf(database, 'Police of XA', name, ['recorder'])
  const link = newToken()
  await database
    .pool('serve')
    .query(`INSERT INTO sign_in_link (token_sha256, account_id, kind, expires_at) VALUES ($1, $2, 'invitation', $3)`, [
      tokenHash(link),
      account,
      new Date('2026-12-01'),
    ])
  const opened = await app.call('sessionOpen', { body: { token: link } })
  assert.equal(opened.status, 200)
  return { account, name, link, session: opened.cookie! }
}

const codeOf = (secret: string) => codeAt(Secret.fromBase32(secret).bytes, app.now())

/** The same person, with a password and a second factor. */
async function withPassword() {
  const person = await invited()
  const as = person.session
  await app.call('passwordSet', { as, body: { password: PASSWORD } })
  const begun = (await app.call('secondFactorBegin', { as })).body
  await app.call('secondFactorSet', { as, body: { ticket: begun.ticket, code: codeOf(begun.secret) } })
  app.pass(60)
  const signIn = async (code: () => string) => {
    const { ticket } = (await app.call('passwordSignIn', { body: { name: person.name, password: PASSWORD } })).body
    return app.call('secondFactorSignIn', { body: { ticket, code: code() } })
  }
  return { ...person, secret: begun.secret, signIn }
}

/** The same person, with a passkey. */
async function withPasskey() {
  const person = await invited()
  const key = softwareAuthenticator()
  const { ticket, options } = (await app.call('passkeyAddOptions', { as: person.session })).body
  const response = key.make(options, { origin: ORIGIN })
  const added = await app.call('passkeyAdd', { as: person.session, body: { ticket, name: 'my key', response } })
  assert.equal(added.body.error, undefined)
  const begin = async (at = ORIGIN) => (await app.call('passkeySignInOptions', { at })).body
  return { ...person, key, begin, added: added.body }
}

const reasons = async (account: string) =>
  (
    await database.pool('backup').query<{ reason: string }>(
      `SELECT body ->> 'reason' AS reason FROM audit_entry
         WHERE actor = $1 AND action = 'session.refused' ORDER BY recorded_at`,
      [account],
    )
  ).rows.map(({ reason }) => reason)

test('whoever comes by an invitation can set how they sign in and nothing else, and the link works once', async () => {
  const { link, session } = await invited()
  const shown = (await app.call('sessionShow', { as: session })).body
  assert.deepEqual(
    [shown.signIn.method, shown.signIn.enrolled, shown.signIn.enrolmentNeeded, shown.roles],
    ['link', false, true, ['recorder']],
  )
  ROUTES.sessionShow.answer.parse(shown)
  assert.equal((await app.call('sourceList', { as: session })).body.error?.code, 'enrolment_needed')
  assert.equal(
    (await app.call('tokenIssue', { as: session, body: { name: 'x', days: 1 } })).body.error?.code,
    'enrolment_needed',
  )
  assert.equal((await app.call('sessionOpen', { body: { token: link } })).body.error?.code, 'sign_in_link_refused')
  assert.equal(
    (await app.call('passwordSet', { as: session, body: { password: 'short' } })).body.error?.code,
    'password_weak',
  )
  const half = await app.call('passwordSet', { as: session, body: { password: PASSWORD } })
  assert.equal(half.body.enrolled, false)
  app.pass(20 * 60)
  const begun = (await app.call('secondFactorBegin', { as: session })).body
  const set = await app.call('secondFactorSet', {
    as: session,
    body: { ticket: begun.ticket, code: codeOf(begun.secret) },
  })
  ROUTES.ownSignIn.answer.parse(set.body)
  assert.equal(set.body.enrolled, true)
  assert.equal((await app.call('sourceList', { as: session })).status, 200)
  app.pass(11 * 60)
  assert.equal((await app.call('sourceList', { as: session })).status, 401)
})

test('a password opens nothing without the second factor, whose code counts once, and no refusal says what was wrong', async () => {
  const { name, account, secret, signIn } = await withPassword()
  const code = codeOf(secret)
  const opened = await signIn(() => code)
  assert.deepEqual([opened.status, opened.body.signIn.method], [200, 'password'])
  const again = await signIn(() => code)
  const wrongName = await app.call('passwordSignIn', { body: { name: 'nobody', password: PASSWORD } })
  const wrongPassword = await app.call('passwordSignIn', { body: { name, password: 'kite under 8 rivers' } })
  for (const { status, body } of [again, wrongName, wrongPassword])
    assert.deepEqual([status, body.error], [401, wrongName.body.error])
  assert.deepEqual(await reasons(account), ['code_wrong', 'password_wrong'])
  const half = await withPassword()
  await database.pool('serve').query('DELETE FROM second_factor WHERE account_id = $1', [half.account])
  const without = await app.call('passwordSignIn', { body: { name: half.name, password: PASSWORD } })
  assert.equal(without.body.error?.code, 'sign_in_refused')
})

test('after five refusals a name waits, twice as long each time, wherever they come from; a right sign-in clears it', async () => {
  const { name, secret, signIn } = await withPassword()
  const guess = (from: string, typed = name) =>
    app.call('passwordSignIn', { from, body: { name: typed, password: 'not the password' } })
  for (const n of [1, 2, 3, 4, 5]) assert.equal((await guess(`198.51.100.${n}`)).body.error?.code, 'sign_in_refused')
  const waits: number[] = []
  for (let n = 0; n < 7; n++) {
    const { status, body } = await guess('198.51.100.9')
    assert.deepEqual([status, body.error?.code], [429, 'sign_in_too_often'])
    const seconds = Number(body.error?.parameters.seconds)
    waits.push(seconds)
    app.pass(seconds)
    assert.equal((await guess('198.51.100.9')).body.error?.code, 'sign_in_refused')
  }
  assert.deepEqual(waits, [30, 60, 120, 240, 480, 900, 900])
  // A name that does not exist waits in the same way.
  for (let n = 0; n < 5; n++) await guess('198.51.100.20', 'nobody at all')
  assert.equal((await guess('198.51.100.21', 'nobody at all')).status, 429)
  app.pass(900)
  assert.equal((await signIn(() => codeOf(secret))).status, 200)
  assert.equal((await guess('198.51.100.9')).body.error?.code, 'sign_in_refused')
})

test('a clock that ran a year ahead for a while leaves no session that lives on, and locks nobody out', async () => {
  const { name, secret, signIn } = await withPassword()
  const year = 300 * 24 * 3600
  app.pass(year)
  const ahead = await signIn(() => codeOf(secret))
  assert.equal(ahead.status, 200)
  const guess = () => app.call('passwordSignIn', { from: '198.51.100.77', body: { name, password: 'no password' } })
  for (let n = 0; n < 6; n++) await guess()
  assert.equal((await guess()).status, 429)
  app.pass(-year)
  assert.equal((await app.call('sessionShow', { as: ahead.cookie! })).status, 401)
  assert.equal((await guess()).status, 401)
  app.pass(900)
  assert.equal((await signIn(() => codeOf(secret))).status, 200)
})

test('many guesses at once are no more than as many one after another', async () => {
  const { name } = await withPassword()
  const guess = (n: number) =>
    app.call('passwordSignIn', { from: `192.0.2.${n}`, body: { name, password: 'not the password' } })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n)))
  assert.equal(answers.filter(({ status }) => status === 401).length, 5)
})

test('one address of many people waits only after fifty refusals, and briefly', async () => {
  const from = '192.0.2.200'
  const guess = (n: number) => app.call('sessionOpen', { from, body: { token: `wrong ${n}` } })
  for (let n = 0; n < 50; n++) assert.equal((await guess(n)).status, 401)
  assert.equal((await guess(50)).body.error?.parameters.seconds, 30)
  const { key, begin } = await withPasskey()
  app.pass(30)
  const { ticket, options } = await begin()
  const body = { ticket, response: key.answer(options, { origin: ORIGIN }) }
  assert.equal((await app.call('passkeySignIn', { from, body })).status, 200)
  assert.equal((await guess(51)).status, 401)
})

test('a passkey signs in once for each question that was asked of it, at this server’s name and origin alone', async () => {
  const { key, begin, added, account } = await withPasskey()
  assert.deepEqual([added.enrolled, added.passkeys.map(({ name }) => name)], [true, ['my key']])
  const { ticket, options } = await begin()
  const body = { ticket, response: key.answer(options, { origin: ORIGIN }) }
  const opened = await app.call('passkeySignIn', { body })
  assert.deepEqual([opened.status, opened.body.signIn.method], [200, 'passkey'])
  assert.match(opened.cookie!, /HttpOnly; SameSite=Strict/)
  const refused = async (told: Parameters<typeof key.answer>[1], at = ORIGIN) => {
    const begun = await begin(at)
    const answer = await app.call('passkeySignIn', {
      at,
      body: { ticket: begun.ticket, response: key.answer(begun.options, told) },
    })
    return answer.body.error?.code
  }
  assert.equal((await app.call('passkeySignIn', { body })).body.error?.code, 'sign_in_refused', 'replayed')
  assert.equal(await refused({ origin: 'http://localhost:9999' }), 'sign_in_refused', 'another origin')
  assert.equal(await refused({ origin: ORIGIN, host: 'elsewhere.example' }), 'sign_in_refused', 'another host')
  assert.equal(await refused({ origin: ORIGIN, verified: false }), 'sign_in_refused', 'nobody checked who it was')
  assert.equal(await refused({ origin: ORIGIN, counter: 1 }), 'sign_in_refused', 'a counter of before')
  assert.equal(await refused({ origin: 'https://proofmark.example' }, 'https://proofmark.example'), 'sign_in_refused')
  assert.deepEqual(new Set(await reasons(account)), new Set(['passkey_refused']))
  const stale = await begin()
  app.pass(6 * 60)
  const late = { ticket: stale.ticket, response: key.answer(stale.options, { origin: ORIGIN, counter: 90 }) }
  assert.equal((await app.call('passkeySignIn', { body: late })).body.error?.code, 'sign_in_refused', 'too late')
  assert.equal(await refused({ origin: ORIGIN, counter: 91 }), undefined)
  assert.equal(
    (await app.call('passkeySignInOptions', { at: 'http://127.0.0.1:4100' })).body.error?.code,
    'passkey_needs_name',
  )
  const garbled = { ...body.response, response: { ...body.response.response, authenticatorData: '?', signature: '' } }
  const next = await begin()
  assert.equal(
    (await app.call('passkeySignIn', { body: { ticket: next.ticket, response: garbled } })).body.error?.code,
    'sign_in_refused',
  )
})

test('a passkey is added under its own question, by a device that checked its user, and the last means stays', async () => {
  const { session, added } = await withPasskey()
  const add = async (told: { origin: string; verified?: boolean }, ticketOf?: string) => {
    const { ticket, options } = (await app.call('passkeyAddOptions', { as: session })).body
    const response = softwareAuthenticator().make(options, told)
    return app.call('passkeyAdd', { as: session, body: { ticket: ticketOf ?? ticket, name: 'second', response } })
  }
  assert.equal((await add({ origin: 'http://localhost:1' })).body.error?.code, 'passkey_refused')
  assert.equal((await add({ origin: ORIGIN, verified: false })).body.error?.code, 'passkey_refused')
  assert.equal((await add({ origin: ORIGIN }, newToken())).body.error?.code, 'ticket_over')
  const [first] = added.passkeys
  const remove = (id: string) => app.call('passkeyRemove', { as: session, body: { id } })
  assert.equal((await remove(first!.id)).body.error?.code, 'sign_in_means_needed')
  const two = (await add({ origin: ORIGIN })).body.passkeys
  assert.equal(two.length, 2)
  assert.deepEqual(
    (await remove(first!.id)).body.passkeys.map(({ name }) => name),
    ['second'],
  )
  const other = await withPasskey()
  assert.equal((await remove(other.added.passkeys[0]!.id)).body.error?.code, 'not_found')
})

test('a session ends when it is revoked, idle for an hour, or twelve hours old, and each sign-in is a new one', async () => {
  const { secret, signIn } = await withPassword()
  const open = async () => {
    app.pass(60)
    return (await signIn(() => codeOf(secret))).cookie!
  }
  const [one, two, three] = [await open(), await open(), await open()]
  assert.equal(new Set([one, two, three]).size, 3)
  const alive = async (as: string) => (await app.call('sessionShow', { as })).status === 200
  const { sessions } = (await app.call('ownSignIn', { as: one })).body
  const mine = sessions.filter(({ method }) => method === 'password')
  assert.deepEqual(mine.map(({ current }) => current).sort(), [false, false, true])
  await app.call('sessionRevoke', { as: one, body: { id: mine.find(({ current }) => !current)!.id } })
  assert.deepEqual([await alive(one), await alive(two), await alive(three)], [true, true, false])
  await app.call('sessionRevoke', { as: one, body: { others: true } })
  assert.deepEqual([await alive(one), await alive(two)], [true, false])
  for (let minutes = 0; minutes < 11.5 * 60; minutes += 55) {
    app.pass(55 * 60)
    assert.equal(await alive(one), true)
  }
  app.pass(55 * 60)
  assert.equal(await alive(one), false)
  const idle = await open()
  app.pass(61 * 60)
  assert.equal(await alive(idle), false)
})

test('changing by what one signs in, and a token, need a fresh sign-in; a token opens neither of them', async () => {
  const { secret, signIn } = await withPassword()
  const as = (await signIn(() => codeOf(secret))).cookie!
  const issued = (await app.call('tokenIssue', { as, body: { name: 'laptop', days: 2 } })).body
  assert.equal((await app.call('tokenIssue', { as, body: { name: 'laptop', days: 2 } })).body.error?.code, 'name_taken')
  const brief = (await app.call('tokenIssue', { as, body: { name: 'program', days: 1 } })).body
  const { token } = issued
  assert.equal((await app.call('sessionShow', { token })).body.signIn.method, 'token')
  const guarded: RouteName[] = [
    'ownSignIn',
    'tokenIssue',
    'passwordSet',
    'passkeyAddOptions',
    'sessionRevoke',
    'tokenRevoke',
  ]
  for (const name of guarded) assert.equal((await app.call(name, { token })).body.error?.code, 'session_needed', name)
  app.pass(16 * 60)
  for (const name of ['tokenIssue', 'passwordSet', 'passkeyAddOptions', 'secondFactorBegin'] as const)
    assert.equal((await app.call(name, { as })).body.error?.code, 'sign_in_again', name)
  assert.equal((await app.call('tokenRevoke', { as, body: { id: issued.id } })).body.tokens.length, 1)
  assert.equal((await app.call('sessionShow', { token })).status, 401)
  app.pass(24 * 60 * 60)
  assert.equal((await app.call('sessionShow', { token: brief.token })).status, 401)
})

test('over HTTPS the cookie is bound to this very host', async () => {
  const { begin } = await withPasskey()
  const at = 'https://proofmark.example'
  const person = await invited()
  assert.match(person.session, /^proofmark_/)
  const link = newToken()
  await database
    .pool('serve')
    .query(`INSERT INTO sign_in_link (token_sha256, account_id, kind, expires_at) VALUES ($1, $2, 'reset', $3)`, [
      tokenHash(link),
      person.account,
      new Date('2027-12-01'),
    ])
  const opened = await app.call('sessionOpen', { at, body: { token: link } })
  assert.match(opened.cookie!, /^__Host-proofmark_[0-9a-f]{8}=[^;]+;.* Path=\/;.*HttpOnly; Secure; SameSite=Strict/)
  assert.equal((await app.call('sessionShow', { at, as: opened.cookie! })).status, 200)
  assert.equal((await app.call('sessionShow', { as: opened.cookie! })).status, 401)
  assert.equal((await begin(at)).options.rpId, 'proofmark.example')
})
