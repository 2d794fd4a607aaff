import { ROLES, type Role } from '@proofmark/contract/roles'
import { issueAccessToken, issueSignInLink } from '../../access/commands/issue-token.ts'
import { personOf } from '../desks.ts'
import { matchAll } from '../matching.ts'
import { type TestDatabase, testDatabase } from '../test-database.ts'
import { hideCases, showCases } from './case-work.ts'
import { hideGraph, shownGraph } from './graph-rows.ts'
import { hideBefore, hideBehind, hideBetween } from './hidden-work.ts'
import { partnerOf } from './partner.ts'
import { sourceOf } from './rows.ts'
import { shownWork } from './shown-work.ts'
import { TWIN_SECRET, type Twin } from './twin.ts'
import { hiddenThings, shownThings } from './twin-things.ts'

const WORKING: readonly Role[] = ['recorder', 'trace_officer', 'ballistic_examiner', 'analyst', 'data_steward']

async function people(database: TestDatabase): Promise<Omit<Twin, 'database' | 'hidden'>> {
  const accounts = new Map<string, string>()
  const [tokens, links] = [{} as Record<Role, string>, {} as Record<Role, string>]
  for (const role of ROLES) {
    const account = await personOf(database, 'Police', `police ${role}`, [role])
    accounts.set(`police ${role}`, account)
    await database.as(await database.installer(), async (context) => {
      tokens[role] = await issueAccessToken(context, account, 'test')
      links[role] = await issueSignInLink(context, account, 'demonstration')
    })
  }
  accounts.set('customs', await personOf(database, 'Customs', 'officer of customs', WORKING))
  accounts.set('customs manager', await personOf(database, 'Customs', 'manager of customs', ['exhibit_manager']))
  accounts.set('inland', await personOf(database, 'Inland Service', 'officer of the inland service', WORKING))
  const agencies = new Map<string, string>()
  for (const account of accounts.values()) {
    const { agency } = await database.reader(account)
    if (agency) agencies.set(agency.name, agency.id)
  }
  return { accounts, agencies, tokens, links }
}

async function twinOf(hidden: boolean): Promise<Twin> {
  const database = await testDatabase({ recordSecret: TWIN_SECRET })
  const twin: Twin = { database, hidden, ...(await people(database)) }
  const steward = 'police data_steward'
  if (hidden) await hideBefore(twin)
  await sourceOf(
    twin,
    steward,
    { name: 'register', kind: 'register', agency: 'Police', handling: 'H0', visibility: 'open' },
    { prefix: 'L', count: 60 },
  )
  if (hidden) await hideBetween(twin)
  await sourceOf(
    twin,
    steward,
    { name: 'seizures', kind: 'seizure', agency: 'Police', handling: 'H0', fourEyes: true },
    { prefix: 'S', count: 24, every: 2, worn: true },
  )
  await sourceOf(
    twin,
    'customs',
    { name: 'losses', kind: 'loss-theft', agency: 'Customs', handling: 'H1' },
    { prefix: 'T', count: 12, every: 5 },
  )
  await sourceOf(
    twin,
    steward,
    { name: 'deliveries', kind: 'delivery', agency: 'Police', handling: 'H0' },
    { prefix: 'D', count: 10, every: 63 },
  )
  await partnerOf(twin)
  await matchAll(database)
  if (hidden) await hideBehind(twin)
  if (hidden) await hiddenThings(twin)
  await shownThings(twin)
  await shownWork(twin)
  await showCases(twin)
  if (hidden) await hideCases(twin)
  await shownGraph(twin)
  if (hidden) await hideGraph(twin)
  await matchAll(database)
  return twin
}

/** Two databases that differ in what is hidden from the police alone, and in what others did with it. */
export const makeTwins = (): Promise<readonly [Twin, Twin]> => Promise.all([twinOf(false), twinOf(true)])
