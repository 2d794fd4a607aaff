import type pg from 'pg'
import { pino } from 'pino'
import { addAccount, type NewAccount } from '../access/commands/add-account.ts'
import { addAgency, findAgency } from '../access/commands/add-agency.ts'
import type { Installation } from '../access/commands/create-installation.ts'
import { issueAccessToken, issueSignInLink } from '../access/commands/issue-token.ts'
import { nameOfficer } from '../access/commands/name-officer.ts'
import { nameOverseer } from '../access/commands/name-overseer.ts'
import type { Context, Grounds, Run } from '../access/context.ts'
import { accountNamed } from '../access/queries/find-account.ts'
import { resolveReader } from '../access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../access/run-command.ts'
import { holdBy } from '../records/runs/run.ts'
import { AGENCIES, OFFICER, OVERSEERS, PEOPLE } from './agencies.ts'
import { leaveWork } from './desks/leave-work.ts'
import type { MadeOf } from './made-of.ts'
import { makeNation } from './nation.ts'
import { type Persona, readPersonas, writePersonas } from './personas.ts'
import { ensureSource, takeIn } from './take-in.ts'

export interface DemonstrationFolder {
  readonly pool: pg.Pool
  /** As the matching process. */
  readonly match: pg.Pool
  readonly installation: Installation
  readonly folder: string
  readonly recordSecret: Buffer
  /** Aborted where it is to be left as it is, for the next start to go on with; its reason is thrown then. */
  readonly signal?: AbortSignal | undefined
}

export type DemonstrationStep = 'beginning' | 'source' | 'stories' | 'people'
type Report = (step: DemonstrationStep, parameters?: Record<string, string | number>) => void

async function ensurePerson(context: Context, person: NewAccount): Promise<Persona> {
  const known = await context.query
    .selectFrom('account')
    .select('id')
    .where('name', '=', person.name)
    .executeTakeFirst()
  const account = known?.id ?? (await addAccount(context, person))
  return {
    name: person.name,
    agency: person.agency,
    role: person.roles[0]!,
    link: await issueSignInLink(context, account, 'demonstration'),
    token: await issueAccessToken(context, account, 'demonstration'),
  }
}

/** The nation XA whole, with all its agencies and stories. */
export const wholeNation = (): MadeOf => ({
  agencies: AGENCIES,
  people: PEOPLE,
  sources: makeNation(),
  officers: async (context) => {
    await nameOfficer(context, OFFICER)
    for (const overseer of OVERSEERS) await nameOverseer(context, overseer)
  },
  leaveWork,
})

/**
 * Makes the demonstration nation, or what an interrupted start left out of it: every step finds what stands and goes on
 * from there. It is made by the same commands that real records go through.
 */
export async function createDemonstration(
  { pool, match, installation, folder, recordSecret, signal }: DemonstrationFolder,
  report: Report,
  made: () => MadeOf = wholeNation,
): Promise<void> {
  if ((await readPersonas(folder)).length > 0) return
  const { agencies, people, sources: nation, officers, leaveWork: work } = made()
  report('beginning', { country: installation.country ?? '' })
  const services: Services = { pool, clock: () => new Date(), recordSecret, logger: pino({ level: 'silent' }) }
  // Resolved anew for each step, since each may add a visibility class.
  const actAs =
    (account: () => Promise<string> | string, grounds: Grounds | null): Run =>
    async (work) => {
      signal?.throwIfAborted()
      const reader = await resolveReader(pool, await account(), new Date())
      if (!reader) throw new TypeError('Nobody has this account.')
      return runCommand(services, reader, grounds, work)
    }
  const run = actAs(() => installation.installer, { purpose: 'system_administration' })
  const as = (person: string, grounds: Grounds | null = null) =>
    actAs(() => run((context) => accountNamed(context, person)), grounds)
  for (const agency of agencies)
    await run(async (context) => void ((await findAgency(context, agency.name)) ?? (await addAgency(context, agency))))
  await run(async (context) => {
    for (const source of nation) await ensureSource(context, source)
  })
  const workplace = { run, hold: holdBy(pool) }
  for (const source of nation.filter(({ rows }) => rows.length > 0)) {
    report('source', { source: source.name, rows: source.rows.length })
    await takeIn(workplace, source, source.rows)
  }
  report('stories', { rows: nation.reduce((sum, { storyRows }) => sum + storyRows.length, 0) })
  for (const source of nation.filter(({ storyRows }) => storyRows.length > 0))
    await takeIn(workplace, source, source.storyRows)
  report('people', { people: people.length })
  const personas = await run(async (context) => {
    const ensured: Persona[] = []
    for (const person of people) ensured.push(await ensurePerson(context, person))
    await officers(context)
    return ensured
  })
  await work({ as, installer: run, hold: workplace.hold, match })
  await writePersonas(folder, personas)
}
