import { ProofmarkError } from '@proofmark/contract/errors'
import { ROLES, type Role } from '@proofmark/contract/roles'
import type { Account } from '@proofmark/contract/schemas/account'
import { disableAccount, signOutAccount } from '../../access/commands/disable-account.ts'
import type { GivenLink } from '../../access/commands/give-link.ts'
import { inviteAccount } from '../../access/commands/invite-account.ts'
import { requestRole } from '../../access/commands/request-role.ts'
import { resetAccount } from '../../access/commands/reset-account.ts'
import { takeRole } from '../../access/commands/take-role.ts'
import { accountNamed } from '../../access/queries/find-account.ts'
import { listAccounts } from '../../access/queries/list-accounts.ts'
import { decideOnRole } from '../../access/runs/decide-role.ts'
import { listed, needed, readName } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { readAdministration } from './administration.ts'

const ACTIONS = [
  'list',
  'invite',
  'reset',
  'disable',
  'enable',
  'sign-out',
  'request',
  'confirm',
  'refuse',
  'remove',
] as const
type Action = (typeof ACTIONS)[number]

/** What the shell was asked to do with whom. */
interface Asked {
  readonly name: string
  readonly agency: string | null
  readonly roles: readonly Role[]
  readonly code: string
  readonly json: boolean
}

function printAccounts({ say }: Shell, accounts: readonly Account[], json: boolean): void {
  if (!json) print(say(accounts.length === 0 ? 'shell.account_none' : 'shell.account_heading'))
  for (const each of accounts) {
    if (json) printJson(each)
    else {
      const waiting = each.requests.map(({ role, requestedBy }) => `${role} (${requestedBy})`)
      const state = say(`word.account_state.${each.state}`)
      print([each.name, each.agency ?? '–', state, each.roles.join(', ') || '–', waiting.join(', ') || '–'].join('\t'))
    }
  }
}

/** The link is shown this once, and stands in no log. */
function printLink({ say }: Shell, name: string, { link, expires }: GivenLink, json: boolean): void {
  if (json) printJson({ account: name, link, expiresAt: expires.toISOString() })
  else print(say('shell.account_link', { name, address: `/sign-in#${link}`, until: expires.toISOString() }))
}

/** One role; there must be exactly one. Throws `usage`. */
function oneRole([role, ...more]: readonly Role[]): Role {
  if (role === undefined || more.length > 0) throw new ProofmarkError('usage', { reason: '--role ROLE' })
  return role
}

/** Decides on the roles that wait for this person, or on those that are named. Throws `not_found` where none waits. */
async function decide(shell: Shell, verdict: 'confirm' | 'refuse', { name, roles, code }: Asked): Promise<void> {
  const accounts = await shell.run(listAccounts)
  const waiting = accounts.find((each) => each.name === name)?.requests ?? []
  const meant = waiting.filter(({ role }) => roles.length === 0 || roles.includes(role))
  if (meant.length === 0) throw new ProofmarkError('not_found', { what: name })
  for (const { id } of meant) await decideOnRole(shell.run, { request: id, verdict, code })
}

async function act(shell: Shell, action: Action, asked: Asked): Promise<void> {
  const { run, say } = shell
  const { name, agency, roles, json } = asked
  const account = () => run((context) => accountNamed(context, name))
  switch (action) {
    case 'list':
      return printAccounts(shell, await run(listAccounts), json)
    case 'invite':
      return printLink(shell, name, await run((context) => inviteAccount(context, { name, agency, roles })), json)
    case 'reset': {
      const id = await account()
      return printLink(shell, name, await run((context) => resetAccount(context, id)), json)
    }
    case 'disable':
    case 'enable': {
      const change = { account: await account(), disabled: action === 'disable' }
      await run((context) => disableAccount(context, change))
      break
    }
    case 'sign-out': {
      const id = await account()
      await run((context) => signOutAccount(context, id))
      break
    }
    case 'request':
    case 'remove': {
      const change = { account: await account(), role: oneRole(roles) }
      await run((context) => (action === 'request' ? requestRole(context, change) : takeRole(context, change)))
      break
    }
    case 'confirm':
    case 'refuse':
      await decide(shell, action, asked)
  }
  if (json) printJson({ account: name, done: action })
  else print(say('shell.account_done', { name, action: action.replace('-', '_') }))
}

/** `proofmark account …`: people, and the roles that two of them give to a third. */
export async function accountCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, {
    agency: { type: 'string' },
    role: { type: 'string', multiple: true },
    code: { type: 'string' },
  })
  const action = listed('account', words[0] ?? '', ACTIONS)
  const asked: Asked = {
    name: action === 'list' ? '' : readName('name', needed(words[1], 'NAME')),
    agency: flags.agency === undefined ? null : readName('agency', flags.agency),
    roles: (flags.role ?? []).map((role) => listed('role', role, ROLES)),
    code: action === 'confirm' ? needed(flags.code, '--code') : '',
    json: flags.json === true,
  }
  const operator = action === 'confirm' || action === 'refuse' || action === 'reset'
  await withShell({ ...shell, operator }, (opened) => act(opened, action, asked))
}
