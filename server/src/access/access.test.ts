import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { ROLES, type Role } from '@proofmark/contract/roles'
import fc from 'fast-check'
import { enterRecord } from '../records/commands/enter-record.ts'
import { createPool } from '../store/connection.ts'
import { personOf } from '../testing/desks.ts'
import { serveApp } from '../testing/serve-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { ACTS, type Act, WHO } from './acts-of-routes.test-helper.ts'
import { internVisibility } from './commands/intern-visibility.ts'
import { issueAccessToken } from './commands/issue-token.ts'

const AGENCIES = ['Police', 'Customs', 'Inland Service'] as const
type AgencyName = (typeof AGENCIES)[number]

const database = await testDatabase()
const owner = createPool(database.ownerUrl, 1)
after(() => owner.end())
const address = await serveApp(database)
const agencies = new Map<AgencyName, string>()
for (const agency of AGENCIES) {
  const reader = await database.reader(await personOf(database, agency, `first of ${agency}`, []))
  agencies.set(agency, reader.agency!.id)
}

interface PersonDrawn {
  readonly agency: AgencyName
  readonly roles: readonly Role[]
  readonly disabled: boolean
}
interface SourceDrawn {
  readonly agency: AgencyName
  readonly visibility: 'open' | 'pointer' | 'silent'
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  readonly released: readonly AgencyName[]
  /** Has the release come to its end? */
  readonly ended: boolean
}
type Person = PersonDrawn & { readonly token: string }
type Kept = SourceDrawn & { readonly name: string; readonly record: string }

const mayAct = ({ roles }: PersonDrawn, act: Act) =>
  act === 'sign in' || (WHO[act] as readonly Role[]).some((role) => roles.includes(role))
/** Whoever works with records sees their agency's, those released to it, and what is open to all under H0 or H1. */
function sees(person: PersonDrawn, { agency, visibility, handling, released, ended }: SourceDrawn): boolean {
  if (!mayAct(person, 'see recoveries')) return false
  if (agency === person.agency || (released.includes(person.agency) && !ended)) return true
  return visibility === 'open' && (handling === 'H0' || handling === 'H1')
}

const [PAST, FUTURE] = [new Date('2020-01-01T00:00:00Z'), new Date('2999-01-01T00:00:00Z')]
const GROUNDS = { purpose: 'trace' } as const
const SERIAL = 'TKR10482'

interface Answered {
  readonly outcome: string
  readonly body: Record<string, unknown>
}

/** The error's code, or `done`, with the body. */
async function call(
  name: RouteName,
  token: string,
  body?: unknown,
  parameters: Record<string, string> = {},
): Promise<Answered> {
  const { method, path } = PATHS[name]
  const answer = await fetch(address + addressOf(path, parameters), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
  const text = await answer.text()
  const said = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const error = said.error as { readonly code: string } | undefined
  return { outcome: error?.code ?? 'done', body: said }
}

async function personFor(drawn: PersonDrawn): Promise<Person> {
  const account = await personOf(database, drawn.agency, randomUUID(), drawn.roles)
  const token = await database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test'))
  if (drawn.disabled) await owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [account])
  return { ...drawn, token }
}

/** A source with one record of the firearm that all have a record of, released from the start. */
async function keptFor(drawn: SourceDrawn): Promise<Kept> {
  const name = randomUUID()
  const vis = await database.as(await database.installer(), (context) =>
    internVisibility(context, {
      agency: agencies.get(drawn.agency)!,
      sourceVisibility: drawn.visibility,
      handling: drawn.handling,
      readers: drawn.released.map((agency) => ({ agency: agencies.get(agency)!, end: drawn.ended ? PAST : FUTURE })),
    }),
  )
  // Resolved again: the installer's classes now hold the new one.
  const installer = await database.installer()
  return database.as(installer, async (context) => {
    await context.client.query(
      `INSERT INTO source (id, agency_id, name, kind, handling, source_visibility, vis, created_by)
       VALUES ($1, $2, $3, 'seizure', $4, $5, $6, $7)`,
      [randomUUID(), agencies.get(drawn.agency), name, drawn.handling, drawn.visibility, vis, installer.account],
    )
    const { record } = await enterRecord(context, { ...entryIn(name), entry: randomUUID(), notKnown: {} })
    return { ...drawn, name, record }
  })
}

const entryIn = (source: string) => ({
  source,
  kind: 'firearm' as const,
  event: 'seizure' as const,
  stated: {
    ...{ serial: SERIAL, make: 'Taurus', model: 'PT 92', calibre: '9x19mm', type: 'pistol', quantity: '1' },
    ...{ date: '2022-03-01', place: 'Porto', ref: 'BO 3/2022', reason: 'road check' },
  },
})

const people = fc.record<PersonDrawn>({
  agency: fc.constantFrom(...AGENCIES),
  roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
  disabled: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
})
const sources = fc.record<SourceDrawn>({
  agency: fc.constantFrom(...AGENCIES),
  visibility: fc.constantFrom('open', 'pointer', 'silent'),
  handling: fc.constantFrom('H0', 'H1', 'H2', 'H3'),
  released: fc.uniqueArray(fc.constantFrom(...AGENCIES), { maxLength: 1 }),
  ended: fc.boolean(),
})
const worlds = fc.record({
  people: fc.array(people, { minLength: 5, maxLength: 5 }),
  sources: fc.array(sources, { minLength: 4, maxLength: 4 }),
})

/** What the rule says comes of an act on what is kept: `absent` and `foreign` are the refusals of hidden and of others'. */
function due(person: Person, act: Act, kept: Kept, { absent, foreign }: { absent: string; foreign?: string }): string {
  if (person.disabled) return 'sign_in_needed'
  if (!mayAct(person, act)) return 'role_needed'
  if (!sees(person, kept)) return absent
  return foreign !== undefined && kept.agency !== person.agency ? foreign : 'done'
}

/** Who is named is for the owner's people; in what is open to all, for whoever traces too. A release hands over nobody. */
function namesDue(person: Person, kept: Kept): string {
  const seen = due(person, 'name', kept, { absent: 'not_found' })
  if (seen !== 'done' || kept.agency === person.agency) return seen
  const open = kept.visibility === 'open' && (kept.handling === 'H0' || kept.handling === 'H1')
  if (!open) return 'not_your_agency'
  return person.roles.includes('trace_officer') ? 'done' : 'role_needed'
}

const everything: Kept[] = []
const who = (person: Person) => JSON.stringify({ ...person, token: '' })

/** Whom a route lets in at all, whatever is asked there. */
async function checkDoors(person: Person): Promise<void> {
  for (const [name, act] of Object.entries(ACTS) as [RouteName, Act | null][]) {
    if (act === null) continue
    const { outcome } = await call(
      name,
      person.token,
      {},
      { source: 'none', import: '0', question: '0', model: 'none', file: 'none', document: 'none' },
    )
    const refused = outcome === 'sign_in_needed' || outcome === 'role_needed' ? outcome : 'let in'
    const expected = person.disabled ? 'sign_in_needed' : mayAct(person, act) ? 'let in' : 'role_needed'
    assert.equal(refused, expected, `${name} for ${who(person)}`)
  }
}

/** What the person sees of everything at once. */
async function checkSight(person: Person): Promise<void> {
  const visible = everything.filter((kept) => !person.disabled && sees(person, kept))
  // Whoever keeps or examines exhibits has sight of sources, and looks nothing up.
  const records = mayAct(person, 'look') ? visible.map(({ record }) => record).sort() : []
  const { body: found } = await call('find', person.token, { serial: SERIAL, limit: 200, grounds: GROUNDS })
  const { body: searched } = await call('search', person.token, { words: 'BO 3/2022', limit: 200, grounds: GROUNDS })
  const { body: listed } = await call('sourceList', person.token)
  const named = (rows: unknown, key: string) => ((rows ?? []) as Record<string, string>[]).map((row) => row[key]).sort()
  assert.deepEqual(named(found.candidates, 'record'), records, `find for ${who(person)}`)
  assert.deepEqual(named(searched.results, 'record'), records, `search for ${who(person)}`)
  assert.deepEqual(named(listed.sources, 'name'), visible.map(({ name }) => name).sort(), `sources of ${who(person)}`)
  const { body: imports } = await call('importList', person.token)
  const own = everything.filter((kept) => !person.disabled && kept.agency === person.agency && mayAct(person, 'record'))
  assert.deepEqual(named(imports.imports, 'source'), own.map(({ name }) => name).sort(), `imports of ${who(person)}`)
}

/** What the person may do with one record and its source. */
async function checkActs(person: Person, kept: Kept, other: Kept): Promise<void> {
  const { record, name: source } = kept
  const hidden = { absent: 'not_found' }
  const unknown = { absent: 'source_unknown', foreign: 'not_your_agency' }
  const of = (act: Act, refusals: { absent: string; foreign?: string }) => due(person, act, kept, refusals)
  const looks = { record, grounds: GROUNDS }
  const judged = { id: randomUUID(), record, other: other.record, verdict: 'same', grounds: GROUNDS }
  const bothSeen =
    due(person, 'judge', kept, hidden) === 'done' ? due(person, 'judge', other, hidden) : of('judge', hidden)
  const bothLooked = of('look', hidden) === 'done' ? due(person, 'look', other, hidden) : of('look', hidden)
  const pointed = { record, reference: 'case 1', basis: 'firearms_act' }
  const cases: [RouteName, unknown, string][] = [
    ['recordShow', looks, of('look', hidden)],
    ['recordPersons', looks, namesDue(person, kept)],
    ['recordMatches', looks, of('look', hidden)],
    ['lifeShow', looks, of('look', hidden)],
    ['unnumberedList', looks, of('look', hidden)],
    ['whyNot', { record: { record }, other: { record: other.record }, grounds: GROUNDS }, bothLooked],
    ['judge', judged, record === other.record ? bothSeen.replace('done', 'judgement_of_itself') : bothSeen],
    ['pointerAsk', pointed, of('ask', { ...hidden, foreign: 'not_your_agency' })],
    ['recordHints', { ...entryIn(source), grounds: GROUNDS }, of('record', unknown)],
    ['profileList', undefined, of('record', unknown)],
  ]
  for (const [name, body, expected] of cases) {
    const { outcome } = await call(name, person.token, body, { source })
    assert.equal(outcome, expected, `${name} of ${JSON.stringify(kept)} for ${who(person)}`)
  }
}

test('everybody may do and sees what the plain rule says, whatever their roles, agency, and how a record is kept', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      for (const drawn of world.sources) everything.push(await keptFor(drawn))
      for (const drawn of world.people) {
        const person = await personFor(drawn)
        await checkDoors(person)
        await checkSight(person)
        const some = everything.slice(-world.sources.length)
        for (const [at, kept] of some.entries()) await checkActs(person, kept, some[(at + 1) % some.length]!)
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
})
