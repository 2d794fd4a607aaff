import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import fc from 'fast-check'
import pg from 'pg'
import type { Run } from '../../access/context.ts'
import { addSource } from '../../records/commands/add-source.ts'
import { matchAll } from '../../testing/matching.ts'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { type TestDatabase, testDatabase } from '../../testing/test-database.ts'
import { presentFound } from '../present/candidate.ts'
import { presentSearched } from '../present/search.ts'
import { countMatches } from '../runs/count-matches.ts'
import { listMatches } from '../runs/list-matches.ts'
import { find } from './find.ts'
import { findRows } from './find-rows.ts'
import { search } from './search.ts'

const HEAD = 'id,serial,make,calibre,type,country,year,date,place,ref\n'
const MAKES = ['Taurus', 'Rossi', 'Glock', 'CBC']
const rowsOf = (prefix: string, count: number, step: number): string =>
  Array.from({ length: count }, (_, n) => {
    const serial = `${['TKR', 'TKX', 'Q', ''][n % 4]}${String(10_000 + step * n)}`
    return `${prefix}${n},${serial},${MAKES[n % 3]},9x19mm,pistol,BR,${1990 + (n % 30)},2020-01-0${1 + (n % 9)},Porto ${n % 5},BO ${n % 7}/2020`
  }).join('\n')

/** A source of which both twins hold the very same records, identifiers and all, so that ties fall alike. */
async function visibleSource(
  database: TestDatabase,
  source: { name: string; kind: 'register' | 'seizure'; agency: string; visibility?: 'open' },
  rows: string,
): Promise<void> {
  await database.as(await database.installer(), (context) => addSource(context, { ...source, handling: 'H0' }))
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const id = createHash('sha256').update(source.name).digest('hex').slice(0, 32)
  await owner.query('UPDATE source SET id = $1::uuid WHERE name = $2', [id, source.name]).finally(() => owner.end())
  await importText(database, source.name, `${HEAD}${rows}\n`)
}

async function nation(hidden: boolean): Promise<{ database: TestDatabase; police: string }> {
  const database = await testDatabase({ recordSecret: Buffer.alloc(32, 'twins') })
  const people = await twoAgencies(database)
  if (hidden) {
    for (const [name, visibility] of [
      ['customs seizures', 'pointer'],
      ['covert finds', 'silent'],
    ] as const)
      await sourceWith(
        database,
        { name, kind: 'seizure', agency: 'Customs of XA', visibility },
        `${HEAD}${rowsOf(`${name} `, 240, 11)}\n`,
      )
  }
  await visibleSource(
    database,
    { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
    rowsOf('L', 400, 7),
  )
  await visibleSource(
    database,
    { name: 'police seizures', kind: 'seizure', agency: 'Police of XA' },
    rowsOf('S', 150, 14).replaceAll('TKR1', 'TKR?').replaceAll('TKX1', 'TK?1'),
  )
  await matchAll(database)
  return { database, police: people.police }
}

const twins = [await nation(false), await nation(true)]

/** Two long answers are alike; where they are not, only the place where they part is worth reading. */
function assertAlike([without = '', beside = '']: readonly string[]): void {
  let at = 0
  while (at < without.length && without[at] === beside[at]) at++
  assert.equal(beside.slice(Math.max(0, at - 200), at + 200), without.slice(Math.max(0, at - 200), at + 200))
}

/** What the police see, without the identifiers, which every installation derives from a secret of its own. */
async function seen(work: (twin: (typeof twins)[number]) => Promise<unknown>): Promise<string[]> {
  const answers = await Promise.all(twins.map(work))
  const keys = new Set(['record', 'item', 'next'])
  return answers.map((answer) =>
    JSON.stringify(answer, (key, value) => (keys.has(key) && typeof value === 'string' ? 'an identifier' : value)),
  )
}

const WORDING = { say: sayIn('en'), locale: 'en' } as const
/** Candidates that are equally likely stand in the order of their identifiers. */
const inOrder = (answer: ReturnType<typeof presentFound>) => ({
  ...answer,
  candidates: answer.candidates.toSorted((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1)),
})

const serials = fc
  .tuple(fc.constantFrom('TKR', 'TKX', 'Q', ''), fc.integer({ min: 10_000, max: 13_000 }))
  .chain(([prefix, number]) => {
    const whole = `${prefix}${number}`
    const at = fc.integer({ min: 0, max: whole.length - 1 })
    const changed = (by: string) => at.map((position) => whole.slice(0, position) + by + whole.slice(position + 1))
    return fc.oneof(fc.constant(whole), changed('?'), changed('??'), changed('7'), changed(''), changed('*'))
  })

test('what is hidden from a reader changes no candidate, probability, evidence or total that the reader sees', async () => {
  await fc.assert(
    fc.asyncProperty(serials, fc.constantFrom(undefined, ...MAKES), async (serial, make) => {
      const answers = await seen(async ({ database, police }) => {
        const reader = await database.reader(police)
        const found = await database
          .as(reader, (context) => find(context, { serial, make }, 40))
          .catch((failure: unknown) => String(failure))
        return typeof found === 'string' ? found : inOrder(presentFound(found, WORDING))
      })
      assertAlike(answers)
    }),
    { numRuns: 20 },
  )
})

test('nor a match, its probability or how many there are', async () => {
  const answers = await seen(async ({ database, police }) => {
    const reader = await database.reader(police)
    const run: Run = (work) => database.as(reader, work)
    const matches = []
    for await (const { one, other, probability, judgement } of listMatches(run, {}))
      matches.push([...[one.key, other.key].sort(), probability.toFixed(9), judgement].join(' '))
    return [await countMatches(run), matches.sort()]
  })
  assert.ok(answers[0]!.length > 3_000, 'there are matches to compare')
  assertAlike(answers)
})

test('nor a row of a list', async () => {
  const rows = ['TKR10035', 'TKX1?', '10700', 'KR10035', 'SUPRIMIDO'].map((serial, row) => ({
    row,
    stated: { serial },
  }))
  const answers = await seen(async ({ database, police }) =>
    database.as(await database.reader(police), async (context) => {
      const answers = await findRows(context, rows, 200)
      return answers.map(({ row, found }) => [row, found && inOrder(presentFound(found, WORDING))])
    }),
  )
  assertAlike(answers)
})

test('nor a result of a search of words, nor how many there are', async () => {
  for (const words of ['Porto', 'BO 3/2020', 'Porto 4 BO', 'L17', 'customs'])
    for (const limit of [3, 200]) {
      const answers = await seen(async ({ database, police }) => {
        const found = await database.as(await database.reader(police), (context) => search(context, { words, limit }))
        const { totals, results } = presentSearched(found)
        // Those of one day stand in the order of their identifiers, so a page of them may end with any.
        return limit === 3 ? [totals, results.length] : [totals, results.map((result) => JSON.stringify(result)).length]
      })
      assertAlike(answers)
    }
})
