import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type ErrorCode, ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import fc from 'fast-check'
import { testDatabase } from '../../testing/test-database.ts'
import type { Context } from '../context.ts'
import { listAccounts } from '../queries/list-accounts.ts'
import { readSignIns } from '../queries/read-sign-ins.ts'
import { installerReader } from '../queries/signed-in-reader.ts'
import { decideOnRole } from '../runs/decide-role.ts'
import { addAccount } from './add-account.ts'
import { addAgency } from './add-agency.ts'
import { decideRole } from './decide-role.ts'
import { disableAccount } from './disable-account.ts'
import { changeMeans } from './enrol.ts'
import { ensureFirstAdministratorLink } from './first-administrator.ts'
import { inviteAccount } from './invite-account.ts'
import { requestRole } from './request-role.ts'
import { resetAccount } from './reset-account.ts'
import { takeRole } from './take-role.ts'

const database = await testDatabase()
const serve = database.pool('serve')
const AGENCY = 'Police of XA'
await database.as(await database.installer(), (context) => addAgency(context, { name: AGENCY, desk: 'desk' }))

/** An account as the plainest rules see it. `hands`: who set its means, and so sits behind it. */
interface Modelled {
  readonly id: string
  readonly roles: Set<Role>
  readonly waiting: Map<Role, { by: string; wrong: number }>
  enabled: boolean
  enrolled: boolean
  linkBy: string | null
  hands: string
}

const ROLES: readonly Role[] = ['administrator', 'data_protection_officer', 'recorder']
const who = fc.nat(6)
/** Mostly the three who have a role to begin with. */
const actor = fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, who)
const role = fc.constantFrom(...ROLES)
const common = { actor, target: who }
const move = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...common, kind: fc.constant('request'), role }) },
  // Of the roles that wait, the one at the place of `target`.
  {
    weight: 6,
    arbitrary: fc.record({ ...common, kind: fc.constant('confirm'), right: fc.constantFrom(true, true, false) }),
  },
  fc.record({ ...common, kind: fc.constant('refuse') }),
  fc.record({ ...common, kind: fc.constant('take'), role }),
  fc.record({ ...common, kind: fc.constant('reset') }),
  fc.record({ ...common, kind: fc.constant('disable'), disabled: fc.boolean() }),
  fc.record({ ...common, kind: fc.constant('invite'), role }),
  // Whoever handed out the link uses it himself, or the person does.
  { weight: 3, arbitrary: fc.record({ ...common, kind: fc.constant('enrol'), byIssuer: fc.boolean() }) },
)
interface Drawn {
  readonly kind: string
  readonly actor: number
  readonly target: number
  readonly role?: Role
  readonly right?: boolean
  readonly disabled?: boolean
  readonly byIssuer?: boolean
}

/** A move with the people whom it is about. */
interface Move extends Omit<Drawn, 'actor' | 'target' | 'role'> {
  readonly actor: Modelled
  readonly target: Modelled
  readonly role: Role
}

function aimed(people: readonly Modelled[], { actor, target, role = 'recorder', ...drawn }: Drawn): Move | null {
  const by = people[actor % people.length]!
  if (drawn.kind === 'enrol') {
    const out = people.filter(({ enabled, enrolled }) => enabled && !enrolled)
    return out.length === 0 ? null : { ...drawn, actor: by, target: out[target % out.length]!, role }
  }
  if (drawn.kind !== 'confirm' && drawn.kind !== 'refuse')
    return { ...drawn, actor: by, target: people[target % people.length]!, role }
  const waiting = people.flatMap((each) => [...each.waiting.keys()].map((asked) => ({ target: each, role: asked })))
  return waiting.length === 0 ? null : { ...drawn, actor: by, ...waiting[target % waiting.length]! }
}

async function enrol(account: string): Promise<void> {
  await database.as(await database.reader(account), (context) =>
    changeMeans(context, 'passkey', async () => {
      await context.client.query(
        `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, host, name, backed_up, added_at)
         VALUES ($1, $2, $3, '', 0, '{}', 'localhost', 'key', false, $4)`,
        [randomUUID(), account, randomUUID(), context.now],
      )
    }).then(() => {}),
  )
}

const codeOf = async (account: string): Promise<string> =>
  (
    await serve.query<{ code: string }>('SELECT confirmation_code AS code FROM account_sign_in WHERE account_id = $1', [
      account,
    ])
  ).rows[0]?.code ?? ''

const wrongCode = (code: string): string => String((Number(code || 0) + 1) % 100_000_000).padStart(8, '0')

async function added(roles: readonly Role[]): Promise<Modelled> {
  const installer = await database.installer()
  const id = await database.as(installer, (context) =>
    addAccount(context, { name: randomUUID(), agency: AGENCY, roles }),
  )
  await enrol(id)
  return { id, roles: new Set(roles), waiting: new Map(), enabled: true, enrolled: true, linkBy: null, hands: id }
}

/** Everybody of the run before is gone, so that the installation is administered by those of this one alone. */
async function beginAnew(): Promise<Modelled[]> {
  await serve.query(`UPDATE account SET disabled_at = now() WHERE kind = 'person'`)
  return [
    await added(['administrator']),
    await added(['administrator']),
    await added(['data_protection_officer']),
    await added([]),
  ]
}

/** What the rules say of a move, and what stands after it. Null where nobody could make it. */
function play(people: Modelled[], { kind, actor, target, role, ...move }: Move): ErrorCode | 'done' | null {
  const holds = (...wanted: Role[]) => wanted.some((each) => actor.roles.has(each))
  const administered = () => people.some((each) => each.enabled && each.enrolled && each.roles.has('administrator'))
  if (kind === 'enrol') {
    target.enrolled = true
    target.hands = move.byIssuer ? (target.linkBy ?? target.id) : target.id
    return 'done'
  }
  if (!actor.enabled || !actor.enrolled) return null
  const suspend = () => {
    for (const each of [...target.roles, ...target.waiting.keys()]) target.waiting.set(each, { by: actor.id, wrong: 0 })
    target.roles.clear()
  }
  if (kind === 'confirm' || kind === 'refuse') {
    const request = target.waiting.get(role)
    if (!request) return null
    if (!holds('administrator', 'data_protection_officer')) return 'role_needed'
    if (kind === 'refuse') {
      target.waiting.delete(role)
      return 'done'
    }
    if (actor === target) return 'account_own'
    if (request.by === actor.id || target.linkBy === actor.id) return 'role_second_person'
    if (!target.enabled) return 'account_disabled'
    if (!target.enrolled) return 'account_not_enrolled'
    if (!move.right) {
      request.wrong += 1
      if (request.wrong === 5) target.waiting.delete(role)
      return 'confirmation_wrong'
    }
    target.waiting.delete(role)
    target.roles.add(role)
    return 'done'
  }
  if (!holds('administrator')) return 'role_needed'
  if (kind === 'invite') return people.length < 7 ? 'done' : null
  if (kind === 'take' && actor !== target) {
    if (target.roles.delete(role)) {
      if (administered()) return 'done'
      target.roles.add(role)
      return 'last_administrator'
    }
    return target.waiting.delete(role) ? 'done' : 'not_found'
  }
  if (actor === target) return 'account_own'
  if (kind === 'disable') {
    if (target.enabled !== move.disabled) return 'done'
    target.enabled = !move.disabled
    if (target.enabled) suspend()
    return 'done'
  }
  if (!target.enabled) return 'account_disabled'
  if (kind === 'request') {
    if (target.roles.has(role) || target.waiting.has(role)) return 'role_held'
    target.waiting.set(role, { by: actor.id, wrong: 0 })
    return 'done'
  }
  suspend()
  target.enrolled = false
  target.linkBy = actor.id
  return 'done'
}

async function perform(people: Modelled[], { kind, actor, target, role, ...move }: Move): Promise<ErrorCode | 'done'> {
  const account = target.id
  const run = async <Result>(work: (context: Context) => Promise<Result>) =>
    database.as(await database.reader(actor.id), work)
  const asked = async () =>
    (
      await serve.query<{ id: string }>(
        'SELECT id FROM role_request WHERE account_id = $1 AND role = $2 AND verdict IS NULL',
        [account, role],
      )
    ).rows[0]!.id
  try {
    if (kind === 'enrol') await enrol(account)
    else if (kind === 'request') await run((context) => requestRole(context, { account, role }))
    else if (kind === 'take') await run((context) => takeRole(context, { account, role }))
    else if (kind === 'reset') await run((context) => resetAccount(context, account))
    else if (kind === 'disable')
      await run((context) => disableAccount(context, { account, disabled: move.disabled ?? true }))
    else if (kind === 'refuse') await decideOnRole(run, { request: await asked(), verdict: 'refuse' })
    else if (kind === 'confirm') {
      const code = await codeOf(account)
      await decideOnRole(run, { request: await asked(), verdict: 'confirm', code: move.right ? code : wrongCode(code) })
    } else {
      const { id } = await run((context) =>
        inviteAccount(context, { name: randomUUID(), agency: AGENCY, roles: [role] }),
      )
      const waiting = new Map([[role, { by: actor.id, wrong: 0 }]])
      people.push({ id, roles: new Set(), waiting, enabled: true, enrolled: false, linkBy: actor.id, hands: actor.id })
    }
    return 'done'
  } catch (failure) {
    if (failure instanceof ProofmarkError) return failure.code
    throw failure
  }
}

async function standing(id: string) {
  const roles = await serve.query<{ role: Role }>('SELECT role FROM account_role WHERE account_id = $1', [id])
  const waiting = await serve.query<{ role: Role; by: string }>(
    'SELECT role, requested_by AS by FROM role_request WHERE account_id = $1 AND verdict IS NULL',
    [id],
  )
  return {
    roles: roles.rows.map(({ role }) => role).sort(),
    waiting: waiting.rows.map(({ role, by }) => `${role} ${by}`).sort(),
  }
}

test('whatever administrators do, a role takes two people, neither of whom sits behind the account', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 40, maxLength: 60 }), async (moves) => {
      const people = await beginAnew()
      /** Who confirmed which role that an account holds, in this run. */
      const confirmed = new Map<string, string>()
      for (const drawn of moves as Drawn[]) {
        const each = aimed(people, drawn)
        if (each === null) continue
        const { actor, target } = each
        const before = people.length
        const expected = play(people, each)
        if (expected === null) continue
        assert.equal(await perform(people, each), expected, JSON.stringify(drawn))
        if (each.kind === 'confirm' && expected === 'done') confirmed.set(`${target.id} ${each.role}`, actor.id)
        const last = people.slice(before)
        for (const { id, roles, waiting } of [target, ...last])
          assert.deepEqual(await standing(id), {
            roles: [...roles].sort(),
            waiting: [...waiting].map(([role, { by }]) => `${role} ${by}`).sort(),
          })
        for (const { id, roles, hands } of people)
          for (const role of roles) {
            const by = confirmed.get(`${id} ${role}`)
            assert.ok(by === undefined || (by !== id && by !== hands), 'one person alone came by a role')
            assert.ok(by !== undefined || hands === id, 'somebody came into an account with its roles')
          }
      }
    }),
    { numRuns: 30 },
  )
})

test('while there is one administrator, the operator at the machine is the second person, and no longer', async () => {
  await serve.query(`UPDATE account SET disabled_at = now() WHERE kind = 'person'`)
  const administrator = await added(['administrator'])
  const run = async (id: string, work: (context: Context) => Promise<unknown>) =>
    database.as(await database.reader(id), work)
  const invite = async (role: Role) => {
    let invited = ''
    await run(administrator.id, async (context) => {
      invited = (await inviteAccount(context, { name: randomUUID(), agency: AGENCY, roles: [role] })).id
    })
    await enrol(invited)
    return invited
  }
  const decide = async (decider: string, account: string, verdict: 'confirm' | 'refuse') => {
    const { rows } = await serve.query<{ id: string }>(
      'SELECT id FROM role_request WHERE account_id = $1 AND verdict IS NULL',
      [account],
    )
    const code = await codeOf(account)
    return run(decider, (context) => decideRole(context, { request: rows[0]!.id, verdict, code }))
  }
  const confirm = (decider: string, account: string) => decide(decider, account, 'confirm')
  const refuse = (decider: string, account: string) => decide(decider, account, 'refuse')
  const { installer } = database.installation
  const second = await invite('administrator')
  await assert.rejects(confirm(administrator.id, second), { code: 'role_second_person' })
  const strayed = await invite('administrator')
  await refuse(installer, strayed)
  assert.deepEqual((await standing(strayed)).waiting, [])
  await confirm(installer, second)
  const third = await invite('recorder')
  await assert.rejects(confirm(installer, third), { code: 'another_may_confirm' })
  await assert.rejects(refuse(installer, third), { code: 'another_may_confirm' })
  await assert.rejects(
    run(second, (context) => disableAccount(context, { account: second, disabled: true })),
    { code: 'account_own' },
  )
  await confirm(second, third)
  // Whoever handed out the link is not the second person for what somebody else asks for either.
  await run(second, (context) => requestRole(context, { account: third, role: 'analyst' }))
  await assert.rejects(confirm(administrator.id, third), { code: 'role_second_person' })
  const listed = await database.as(await database.reader(administrator.id), listAccounts)
  assert.deepEqual(listed.find(({ id }) => id === third)?.roles, ['recorder'])
})

test('the operator at the machine resets the last administrator, whose shell is the installer’s again, and nobody else', async () => {
  await serve.query(`UPDATE account SET disabled_at = now() WHERE kind = 'person'`)
  const last = await added(['administrator'])
  const other = await added(['recorder'])
  const reset = async (account: string) =>
    database.as(await database.installer(), (context) => resetAccount(context, account))
  await assert.rejects(reset(other.id), { code: 'token_needed' })
  assert.equal(await installerReader(serve, new Date()), null)
  await reset(last.id)
  assert.deepEqual((await standing(last.id)).roles, [])
  assert.equal(await installerReader(serve, new Date()), null, 'what the installer saw is not seen again')
  assert.notEqual(await ensureFirstAdministratorLink(serve, database.installation, new Date()), null)
})

test('the trace tells an administrator of everybody, and a data-protection officer of their own agency’s people', async () => {
  await serve.query(`UPDATE account SET disabled_at = now() WHERE kind = 'person'`)
  await database.as(await database.installer(), (context) =>
    addAgency(context, { name: 'Customs of XA', desk: 'desk' }),
  )
  const administrator = await added(['administrator'])
  const officer = await added(['data_protection_officer'])
  const installer = await database.installer()
  const elsewhere = await database.as(installer, (context) =>
    addAccount(context, { name: randomUUID(), agency: 'Customs of XA', roles: [] }),
  )
  for (const account of [officer.id, elsewhere])
    await database.as(await database.reader(administrator.id), (context) =>
      disableAccount(context, { account, disabled: true }),
    )
  await database.pool('serve').query('UPDATE account SET disabled_at = NULL WHERE id = $1', [officer.id])
  const read = async (id: string, query = {}) =>
    database.as(await database.reader(id), (context) => readSignIns(context, query))
  const of = async (id: string, account: string) =>
    (await read(id, { account })).map(({ outcome, reason }) => [outcome, reason])
  assert.deepEqual(await of(administrator.id, elsewhere), [['revoked', 'administrator']])
  assert.deepEqual(await of(officer.id, elsewhere), [])
  assert.deepEqual(await of(officer.id, officer.id), [['revoked', 'administrator']])
  const [last] = await read(administrator.id)
  const earlier = await read(administrator.id, { before: last!.at })
  assert.ok(earlier.length > 0 && earlier.every(({ at }) => at < last!.at))
})
