import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { modelComparison, modelShow } from '@proofmark/contract/schemas/model'
import { START_MODEL } from '@proofmark/matching/model'
import type { Run } from '../../access/context.ts'
import { matchAll } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { approveModel } from '../commands/approve-model.ts'
import { importModel } from '../commands/propose-model.ts'
import { modelFileOf, presentComparison, presentModel, presentModelShares } from '../present/model.ts'
import { findModel, listModels } from '../queries/list-models.ts'
import { compareOnOpen } from './compare-models.ts'
import { learnFromOpen } from './learn-model.ts'

const HEAD = 'id,serial,make,model,calibre,type\n'
const MAKES = ['Taurus,PT 92,9x19mm', 'Glock,17,9x19mm', 'Rossi,M88,.38', 'Beretta,92,9mm'] as const
const serial = (place: number) => `TK${String.fromCharCode(65 + (place % 23))}${10_243 + 617 * place}`
const row = (key: string, place: number, make: string, mark = serial(place)) => `${key},${mark},${make},pistol\n`
const rows = (count: number, of: (place: number) => string) =>
  HEAD + Array.from({ length: count }, (_, at) => of(at)).join('')

const database = await testDatabase()
const people = await twoAgencies(database)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  rows(110, (at) => row(`L${at}`, at, MAKES[at % 4]!)),
)
// One in five states the make of another, one in ten has a digit wrong.
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Customs of XA', visibility: 'open' },
  rows(90, (at) =>
    row(
      `S${at}`,
      at,
      MAKES[(at + (at % 5 === 0 ? 1 : 0)) % 4]!,
      at % 10 === 3 ? serial(at).replace(/\d$/, '1') : serial(at),
    ),
  ),
)
await matchAll(database)

const analyst = { ...(await database.reader(people.police)), roles: ['analyst'] as const }
const steward = { ...(await database.reader(people.customs)), roles: ['data_steward'] as const }
const by =
  (reader: typeof analyst | typeof steward): Run =>
  (work) =>
    database.as(reader, work)
const today = new Date('2026-11-29T12:00:00Z')
const refused = (code: string) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === code

/** The last evidence on every pair, by which model it was measured. */
async function models(): Promise<string[]> {
  const { rows: found } = await database.pool('backup').query<{ model: string }>(
    `SELECT DISTINCT model FROM (
       SELECT DISTINCT ON (record_id, other_id) model FROM pair_evidence ORDER BY record_id, other_id, number DESC
     ) AS last ORDER BY model`,
  )
  return found.map(({ model }) => model)
}

const { version } = await learnFromOpen(by(analyst), { today })

test('a model is learned from open sources, says from how much, and does not stand before somebody else approves it', async () => {
  const kept = await database.as(analyst, (context) => findModel(context, version))
  const shown = { model: presentModel(analyst, kept), shares: presentModelShares(kept) }
  assert.deepEqual(modelShow.parse(shown), shown)
  assert.deepEqual(shown.model.learned?.from.map(({ pair }) => pair).includes('register+seizure'), true)
  assert.deepEqual([shown.model.standing, shown.model.approvable], [false, false])
  assert.ok(shown.model.figures!.likelihood.after > shown.model.figures!.likelihood.before)
  await assert.rejects(
    by(analyst)((context) => approveModel(context, version)),
    refused('model_own'),
  )
  assert.deepEqual(await models(), [START_MODEL.version])
})

test('learned by another person from the same records it is the same model, though they see more that is hidden', async () => {
  await sourceWith(
    database,
    { name: 'covert', kind: 'seizure', agency: 'Customs of XA', visibility: 'silent' },
    rows(60, (at) => row(`C${at}`, at, MAKES[(at + 1) % 4]!)),
  )
  await matchAll(database)
  assert.deepEqual(await learnFromOpen(by(steward), { today }), { version })
})

test('approved it stands for everybody, and every pair is measured anew by it', async () => {
  await by(steward)((context) => approveModel(context, version))
  await assert.rejects(
    by(steward)((context) => approveModel(context, version)),
    refused('model_stands'),
  )
  await matchAll(database)
  assert.deepEqual(await models(), [version])
  const { rows: entries } = await database
    .pool('backup')
    .query<{ body: object }>(`SELECT body FROM audit_entry WHERE action = 'model.approved'`)
  assert.deepEqual(
    entries.map(({ body }) => body),
    [{ model: version, before: START_MODEL.version }],
  )
})

test('two models are compared on the same pairs; what is shown of them is an entry of the log', async () => {
  const compared = await compareOnOpen(by(analyst), { before: START_MODEL.version, after: version })
  const shown = presentComparison(compared)
  assert.deepEqual(modelComparison.parse(shown), shown)
  assert.ok(shown.pairs >= 80)
  const sums = Object.values(shown.moves).flatMap((to) => Object.values(to))
  assert.equal(
    sums.reduce((sum, count) => sum + count, 0),
    shown.pairs,
  )
  const unknown = compareOnOpen(by(analyst), { before: START_MODEL.version, after: 'm-0000000000000000' })
  await assert.rejects(unknown, refused('not_found'))
})

test('a model goes out as a file and comes in from one; an altered file is refused by the place that is wrong', async () => {
  const kept = await database.as(analyst, (context) => findModel(context, version))
  const text = modelFileOf(kept)!
  assert.match(text, /"agency": "Customs of XA"/)
  assert.deepEqual(await by(analyst)((context) => importModel(context, text)), { version })
  const altered = text.replace(/"kept": 0\.\d+/, '"kept": 0.5')
  await assert.rejects(
    by(analyst)((context) => importModel(context, altered)),
    (failure: unknown) => {
      assert.ok(failure instanceof ProofmarkError)
      assert.deepEqual([failure.code, failure.parameters.path], ['model_unreadable', 'version'])
      return true
    },
  )
})

test('going back to the start model is the same act, by anybody who may, and nothing of the other is lost', async () => {
  await by(analyst)((context) => approveModel(context, START_MODEL.version))
  await matchAll(database)
  assert.deepEqual(await models(), [START_MODEL.version])
  const all = await by(analyst)(listModels)
  assert.deepEqual(
    all.map((each) => [each.version, each.standing, each.approvals.length]),
    [
      [version, false, 1],
      [START_MODEL.version, true, 1],
    ],
  )
})

test('from few records nothing is learned, and whoever only looks proposes nothing', async () => {
  const few = learnFromOpen(by(analyst), { today, most: 30 })
  await assert.rejects(few, refused('model_too_few'))
  const recorder = { ...analyst, roles: ['recorder'] as const }
  await assert.rejects(
    learnFromOpen((work) => database.as(recorder, work), { today }),
    refused('role_needed'),
  )
})
