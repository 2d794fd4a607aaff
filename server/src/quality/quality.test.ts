import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { IssueKind } from '@proofmark/contract/quality-words'
import type { Run } from '../access/context.ts'
import { listWaits } from '../home/queries/list-waits.ts'
import { judge } from '../linkage/commands/judge.ts'
import { matchAll, recordOf } from '../testing/matching.ts'
import { sourceWith, twoAgencies } from '../testing/nation.ts'
import { testDatabase } from '../testing/test-database.ts'
import { endNotice } from './commands/end-notice.ts'
import { listIssues } from './commands/list-issues.ts'
import { listSamplePairs, type SampledPair } from './commands/list-sample-pairs.ts'
import { showQuality } from './commands/show-quality.ts'
import { sourceQuality } from './commands/source-quality.ts'
import { tellAgency } from './commands/tell-agency.ts'
import { issueLines } from './present/issue.ts'
import { presentRecording } from './present/recording.ts'
import { presentQuality, presentSampledPair } from './present/sample.ts'
import { noticesOfAgency } from './queries/notices.ts'
import { allIssues } from './runs/all-issues.ts'
import { drawSample } from './runs/draw-sample.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,date\n'
const [police, customs] = ['Police of XA', 'Customs of XA']

const register = [
  'L1,TKR10483,Taurus,PT 92,9x19mm,pistol,2011',
  'L2,TKR10483,Taurus,PT 92,9x19mm,pistol,2012',
  'L3,TKR010777,Taurus,PT 92,9x19mm,pistol,2012',
  'L4,TKR1O777,Taurus,PT 92,9x19mm,pistol,2012',
  'L5,"=1/2015",Rossi,M88,38,revolver,2015',
  'L6,777777,Rossi,M88,38,revolver,2015',
  'L7,PZB55127,Glock,17,9x19mm,pistol,2012',
  'L8,PZB55128,Glock,17,9x19mm,pistol,2012',
]
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: police, visibility: 'open' },
  `${HEAD}${register.join('\n')}\n`,
)
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: police },
  `${HEAD}S1,PZB55127,Glock,17,9mm,pistol,2023-04-03\nS2,TKR1O483,Taurus,,9mm,pistol,2023-04-02\n`,
)
/** A register that changed its numbers in March 2015, and an archive whose numbers are cases and which names no make. */
const monthly = Array.from({ length: 48 }, (_, at) => {
  const month = `${2013 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  return Array.from({ length: 3 }, (_, day) => {
    const running = 4_170 + at * 3 + day
    const serial = at < 26 ? `K${running}9` : `KB${running}37`
    return `M${at}-${day},${serial},Beretta,92 FS,9x19mm,pistol,${month}-0${day + 1}`
  }).join('\n')
})
await sourceWith(
  database,
  { name: 'dealers', kind: 'register', agency: customs, visibility: 'open' },
  `${HEAD}${monthly.join('\n')}\n`,
)
const archive = Array.from({ length: 12 }, (_, at) => `A${at},${4_100 + at}/201${at % 5},,,,pistol,2014`)
await sourceWith(
  database,
  { name: 'archive', kind: 'find', agency: customs, visibility: 'open' },
  `${HEAD}${archive.join('\n')}\n`,
)
await sourceWith(
  database,
  { name: 'secret', kind: 'register', agency: customs, visibility: 'silent' },
  `${HEAD}X1,TKR10483,Taurus,PT 92,9x19mm,pistol,2011\nX2,TKR10483,Taurus,PT 92,9x19mm,pistol,2011\n`,
)
await matchAll(database)

const runAs =
  (account: string): Run =>
  async (work) =>
    database.as(await database.reader(account), work)
const asPolice = runAs(people.police)
const asCustoms = runAs(people.customs)
const issues = (kind: IssueKind, run = asPolice) => Array.fromAsync(allIssues(run, { kind }))
const keys = (found: Awaited<ReturnType<typeof issues>>) =>
  found.map(({ records }) => records.map(({ key }) => key).sort())
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )

test('the lists hold collisions, near-duplicates and nonsense, and nothing that the reader may not see', async () => {
  assert.deepEqual(keys(await issues('collision')), [['L1', 'L2']])
  assert.deepEqual(keys(await issues('collision', asCustoms)), [
    ['L1', 'L2'],
    ['X1', 'X2'],
  ])
  assert.deepEqual(keys(await issues('near_duplicate')), [['L3', 'L4']])
  const nonsense = await issues('nonsense')
  assert.deepEqual(
    nonsense.filter(({ records }) => records[0]?.source === 'register').map(({ reason }) => reason),
    ['case_number', 'repeated'],
  )
  assert.equal(nonsense.filter(({ reason }) => reason === 'case_number').length, 13)
})

test('a list is paged without loss and goes into a table that no spreadsheet runs', async () => {
  const paged: (string | undefined)[] = []
  let after: string | undefined
  do {
    const wanted = { kind: 'nonsense' as const, limit: 5, after }
    const { issues: page, next } = await asPolice((context) => listIssues(context, wanted))
    paged.push(...page.map(({ records }) => records[0]?.record))
    after = next ?? undefined
  } while (after !== undefined)
  assert.deepEqual(
    paged,
    (await issues('nonsense')).map(({ records }) => records[0]?.record),
  )
  const lines = await Array.fromAsync(issueLines(allIssues(asPolice, { kind: 'nonsense', agency: police })))
  assert.ok(lines.some((line) => line.includes(`'=1/2015`)))
  const torn = asPolice((context) => listIssues(context, { kind: 'nonsense', limit: 5, after: 'torn' }))
  assert.equal(await failureOf(torn), 'body_invalid')
})

test('an agency is told of its records, sees it where work begins, and settles it; the other may take it back', async () => {
  const waits = async () =>
    (await asCustoms((context) => listWaits(context, null))).find(({ kind }) => kind === 'quality_told')?.count ?? 0
  const records = [await recordOf(database, 'A0'), await recordOf(database, 'A1')]
  const tell = { id: randomUUID(), kind: 'nonsense' as const, records, note: 'these are file numbers' }
  await asPolice((context) => tellAgency(context, tell))
  const again = await asPolice((context) => tellAgency(context, tell))
  assert.deepEqual([again.to, again.withdrawable, again.settleable, await waits()], [customs, true, false, 1])
  assert.equal(
    await failureOf(asPolice((context) => tellAgency(context, { ...tell, kind: 'collision' }))),
    'quality_notice_used',
  )
  assert.equal(
    await failureOf(asPolice((context) => endNotice(context, { notice: tell.id, how: 'settled' }))),
    'not_your_agency',
  )
  const told = (await issues('nonsense')).filter((issue) => issue.told !== null)
  assert.equal(told.length, 0, 'told of two together, and of neither by itself')
  const settled = await asCustoms((context) =>
    endNotice(context, { notice: tell.id, how: 'settled', answer: 'moved to the field of the file' }),
  )
  assert.deepEqual([settled.ended, settled.answer, await waits()], ['settled', 'moved to the field of the file', 0])
  assert.equal(
    await failureOf(asPolice((context) => endNotice(context, { notice: tell.id, how: 'withdrawn' }))),
    'quality_notice_ended',
  )
  assert.equal((await asPolice(noticesOfAgency)).length, 1)
  const hidden = { id: randomUUID(), kind: 'collision' as const, records: [await recordOf(database, 'X1')] }
  assert.equal(await failureOf(asPolice((context) => tellAgency(context, hidden))), 'not_found')
})

test('a source that changed its numbers is said to have, and one without makes or with case numbers too', async () => {
  const words = { say: sayIn('en'), locale: 'en' as const }
  const shown = (await asPolice(sourceQuality)).map((each) => presentRecording(each, words))
  const named = (name: string) => shown.find(({ source }) => source === name)!
  const texts = named('dealers').changes.map(({ text }) => text)
  assert.deepEqual(texts, ['From March 2015 on serials of this source have 8 characters where they had 6.'])
  assert.deepEqual(named('seizures').changes, [])
  assert.deepEqual(named('archive').notes, [
    'None of its records has a make that is read.',
    'None of its records has a model that is read.',
    'None of its records has a calibre that is read.',
    'Most of what stands in its serial’s field reads as the number of a case, with its year.',
  ])
  assert.ok(!shown.some(({ source }) => source === 'secret'))
})

test('a sample is drawn, judged without the model’s word, and gives precision with its interval', async () => {
  assert.equal(await asPolice(showQuality), null)
  const draw = { id: randomUUID(), size: 50, seed: 'one' }
  await drawSample(asPolice, draw)
  assert.equal(await failureOf(drawSample(asPolice, draw)), 'quality_sample_used')
  const list = async (sample: string = draw.id, after = 0): Promise<SampledPair[]> => {
    const { pairs, next } = await asPolice((context) => listSamplePairs(context, { sample, after }))
    return next === null ? pairs : [...pairs, ...(await list(sample, next))]
  }
  const before = (await list()).map(presentSampledPair)
  assert.ok(before.length >= 2 && before.every(({ model, judged }) => model === null && judged === null))
  const link = before.find(({ record, other }) => [record.key, other.key].sort().join() === 'L7,S1')!
  const ends = { record: link.record.record, other: link.other.record }
  const verdict = { id: randomUUID(), about: 'firearm' as const, verdict: 'same' as const, ...ends }
  await asPolice((context) => judge(context, verdict))
  const after = (await list()).map(presentSampledPair).find(({ place }) => place === link.place)!
  assert.equal(after.judged, 'same')
  assert.equal(after.model?.linked, true)
  const shown = presentQuality(await asPolice(showQuality))!
  const all = shown.estimates.find(({ by }) => by === 'all')!
  assert.deepEqual([shown.judged, all.judged, all.precision?.value], [1, 1, 1])
  assert.ok(all.precision!.low < 1 && all.precision!.high === 1)
  assert.ok(shown.strata.every(({ drawn, pairs }) => drawn <= pairs))
  // The same seed draws the same, though a pair was judged meanwhile: the model is measured as if it had not been.
  const second = { ...draw, id: randomUUID() }
  await drawSample(asPolice, second)
  const drawn = async (sample: string) =>
    (await list(sample)).map(({ pair }) => [pair.record, pair.other, pair.linked, pair.verdict])
  assert.deepEqual(await drawn(second.id), await drawn(draw.id))
  assert.equal(await asCustoms(showQuality), null, 'a sample is its agency’s')
  assert.equal(await failureOf(asCustoms((context) => listSamplePairs(context, { sample: draw.id }))), 'not_found')
})
