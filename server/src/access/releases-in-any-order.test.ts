import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { judge } from '../linkage/commands/judge.ts'
import { judgeWholeImport } from '../records/runs/judge-import.ts'
import { CHECKS } from '../store/doctor.ts'
import { personOf } from '../testing/desks.ts'
import { matchAll, recordOf } from '../testing/matching.ts'
import { importText, installersPlace, sourceWith } from '../testing/nation.ts'
import { dayAfter, releasesOfTest } from '../testing/releases.ts'
import { testDatabase } from '../testing/test-database.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NAMES = ['police', 'customs', 'port'] as const
type Name = (typeof NAMES)[number]

const database = await testDatabase()
const { as, release, withdraw, settle } = releasesOfTest(database)
const csv = (name: Name, model: string) =>
  `id,serial,make,model,holder\n${[1, 2].map((n) => `${name}-${n},TKR10483,Taurus,${model} ${n},Invented ${n}`).join('\n')}\n`
const account = {} as Record<Name, string>
const agency = {} as Record<Name, string>
const owner = new Map<string, Name>()
for (const name of NAMES) {
  account[name] = await personOf(database, name, `officer of the ${name}`, ['data_steward', 'analyst'])
  agency[name] = (await database.reader(account[name])).agency!.id
  await sourceWith(database, { name: `of ${name}`, kind: 'seizure', agency: name }, csv(name, 'PT'))
  for (const n of [1, 2]) owner.set(await recordOf(database, `${name}-${n}`), name)
}
await matchAll(database)
const records = [...owner.keys()]

/** What was released, in the plainest words, apart from the code that it judges. */
interface Told {
  readonly id: string
  readonly records: readonly string[]
  readonly to: Name
  readonly lastDay: string
  withdrawn: boolean
}
interface World {
  now: Date
  readonly told: Told[]
  imported: string | null
  models: number
}
const world: World = { now: new Date(), told: [], imported: null, models: 0 }

const maySee = (who: Name, record: string): boolean =>
  owner.get(record) === who ||
  world.told.some(
    ({ to, records: shown, lastDay, withdrawn }) =>
      to === who && shown.includes(record) && !withdrawn && world.now.toISOString().slice(0, 10) <= lastDay,
  )

/** Everything that bears the class of a record, as whoever asks sees it. */
const SEEN = `
  SELECT
    ARRAY(SELECT id FROM record ORDER BY 1) AS heads,
    ARRAY(SELECT DISTINCT record_id FROM record_version ORDER BY 1) AS versions,
    ARRAY(SELECT record_id FROM reading ORDER BY 1) AS readings,
    ARRAY(SELECT DISTINCT record_id FROM posting ORDER BY 1) AS postings,
    ARRAY(SELECT DISTINCT record_id FROM record_person ORDER BY 1) AS persons,
    ARRAY(SELECT record_id || ' ' || other_id FROM pair_evidence ORDER BY 1) AS evidence,
    ARRAY(SELECT record_id || ' ' || other_id FROM judgement ORDER BY 1) AS judgements,
    (SELECT sum(records)::int4 FROM class_tally) AS total`

interface Seen {
  readonly evidence: readonly string[]
  readonly judgements: readonly string[]
}

async function compare(): Promise<void> {
  const { rows } = await database.pool('backup').query<Seen>(SEEN)
  const all = rows[0]!
  for (const who of NAMES) {
    const granted = records.filter((record) => maySee(who, record)).sort()
    const both = (pairs: readonly string[]) =>
      pairs.filter((pair) => pair.split(' ').every((id) => granted.includes(id)))
    const seen = await as(account[who], async ({ client }) => (await client.query<Seen>(SEEN)).rows[0], world.now)
    assert.deepEqual(seen, {
      heads: granted,
      versions: granted,
      readings: granted,
      postings: granted,
      persons: records.filter((record) => owner.get(record) === who).sort(),
      evidence: both(all.evidence),
      judgements: both(all.judgements),
      total: granted.length,
    })
  }
}

const who = fc.constantFrom(...NAMES)
const some = fc.nat({ max: 100 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('release' as const),
      by: who,
      next: fc.boolean(),
      of: fc.constantFrom([0], [1], [0, 1]),
      days: fc.nat({ max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('withdraw' as const), which: some }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('match' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('import' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('take back' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('judge' as const), by: who, one: some, other: some }) },
)
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never

const pick = <Of>(list: readonly Of[], number: number): Of | undefined => list[number % Math.max(1, list.length)]

async function take(each: Step): Promise<void> {
  const { now } = world
  if (each.act === 'wait') world.now = new Date(now.getTime() + each.days * DAY_MS)
  else if (each.act === 'settle') await settle(now)
  else if (each.act === 'match') await matchAll(database)
  else if (each.act === 'release') {
    const own = records.filter((record) => owner.get(record) === each.by)
    const shown = each.of.map((place) => own[place]!)
    const to = NAMES[(NAMES.indexOf(each.by) + (each.next ? 1 : 2)) % NAMES.length]!
    const until = dayAfter(now, each.days)
    const made = await release(account[each.by], { records: shown, to: agency[to], until }, now)
    world.told.push({ id: made.release, records: shown, to, lastDay: until, withdrawn: false })
  } else if (each.act === 'withdraw') {
    const today = now.toISOString().slice(0, 10)
    const told = pick(
      world.told.filter(({ withdrawn, lastDay }) => !withdrawn && lastDay >= today),
      each.which,
    )
    if (!told) return
    await withdraw(account[owner.get(told.records[0]!)!], told.id, now)
    told.withdrawn = true
  } else if (each.act === 'import') {
    const done = await importText(database, `of ${each.by}`, csv(each.by, `PT${++world.models}`))
    world.imported = done.import
  } else if (each.act === 'take back') {
    if (world.imported === null) return
    await judgeWholeImport(installersPlace(database), { import: world.imported, verdict: 'taken_back' })
    world.imported = null
  } else {
    const seen = records.filter((record) => maySee(each.by, record))
    const [one, other] = [pick(seen, each.one)!, pick(seen, each.other)!]
    if (one === other) return
    const ends = { record: one, other, about: 'firearm', verdict: 'same' } as const
    await as(account[each.by], (context) => judge(context, { id: randomUUID(), ...ends }), now)
  }
}

test('in whatever order records are released, withdrawn, imported, judged and time passes, each agency sees what it may', async () => {
  const steps = fc.array(step, { minLength: 10, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const each of all) {
        await take(each)
        await compare()
      }
    }),
    { numRuns: 5, endOnFailure: true },
  )
  for (const { check, query } of CHECKS) {
    const { rows } = await database.pool('backup').query<{ wrong: string }>(query)
    assert.equal(rows[0]?.wrong, '0', check)
  }
})
