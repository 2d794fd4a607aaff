import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  vocabularyDecidedSeveral,
  vocabularyPreview,
  vocabularyProposals,
} from '@proofmark/contract/schemas/vocabulary-desk'
import { packShown, packSummary } from '@proofmark/contract/schemas/vocabulary-pack'
import { meaningOf } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import { installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentPack, presentPackPage } from '../present/pack.ts'
import {
  presentDecisions,
  presentPreview,
  presentProposals,
  presentQueue,
  presentSeveral,
} from '../present/vocabulary.ts'
import { listPacks, showPack } from '../queries/packs.ts'
import { previewDecisions } from '../queries/preview-decisions.ts'
import { proposals } from '../queries/proposals.ts'
import { unreadQueue } from '../queries/unread-queue.ts'
import { listDecisions, loadVocabulary } from '../queries/vocabulary.ts'
import { readPack } from '../rules/pack-file.ts'
import { renewReadings } from '../runs/renew-readings.ts'
import { decideSeveral } from './decide-several.ts'
import { decideText } from './decide-text.ts'
import { exportPack } from './export-pack.ts'
import { importPack } from './import-pack.ts'
import { takePack, takePackBack } from './take-pack.ts'
import { undoDecisions } from './undo-decisions.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const stored = database.pool('backup')
const police = { agency: 'Police of XA' }

const known = Array.from({ length: 30 }, (_, at) => [
  `k${at},TKR${10_000 + at},Taurus,PT 92,9x19,Brasil`,
  `g${at},GLK${100 + at},Glock,G17,9x19,Austria`,
  `b${at},${300_000 + at},Bersa,Thunder 9,9x19,Argentina`,
]).flat()
await sourceWith(
  database,
  { name: 'register', kind: 'register', ...police },
  [
    'id,serial,make,model,calibre,country',
    ...known,
    '1,TKR20001,Qqwerks,PT 92,9x19,Brasil',
    '2,TKR20002,QQ-werks,PT 92,9x19,Brasil',
    '3,TKR20003,Zorbo,X1,9x19,',
    '4,TKR20004,Marta Lindqvist,,,',
    '5,TKR20005,Vinchezterr,,,',
  ].join('\n'),
)
await sourceWith(
  database,
  { name: 'customs', kind: 'seizure', visibility: 'pointer', agency: 'Customs of XA' },
  'id,serial,make\n1,TST30001,Qqwerks\n2,TST30002,Zorbo\n3,TST30003,Quibblex\n',
)

const as = async <Result>(account: string, work: (context: Context) => Promise<Result>) =>
  database.as(await database.reader(account), work)
const officer = <Result>(work: (context: Context) => Promise<Result>) => as(people.police, work)
const customs = <Result>(work: (context: Context) => Promise<Result>) => as(people.customs, work)
const meaning = (run: typeof officer, text: string) =>
  run(async (context) => meaningOf(await loadVocabulary(context, context.reader.agency!.id), 'make', text, null))
const decisions = (run: typeof officer) =>
  run(async (context) => presentDecisions(await listDecisions(context, { limit: 200 }), 200).decisions)
const reread = (agency: string) => renewReadings(installersPlace(database).run, { agency, preview: false })
const make = async (serial: string) =>
  (await stored.query<{ make: string | null }>('SELECT make FROM reading WHERE norm = $1', [serial])).rows[0]?.make

const QQ = { field: 'make', text: 'Qqwerks', means: { code: 'taurus' } } as const
const ZORBO = { field: 'make', text: 'Zorbo', means: { name: 'Zorbo', country: 'BR' } } as const

describe('the vocabulary desk', () => {
  test('proposes what a text may mean by its letters and by what its records state, each time with why', async () => {
    const texts = [{ field: 'make', text: 'Vinchezterr' } as const, { field: 'make', text: 'Qqwerks' } as const]
    const shown = presentProposals(await officer((context) => proposals(context, { texts })))
    const [spelt, beside] = vocabularyProposals.parse(shown).texts
    assert.deepEqual([spelt!.proposals[0]!.code, spelt!.proposals[0]!.strength], ['winchester', 'strong'])
    assert.equal(beside!.records, 1)
    const best = beside!.proposals[0]!
    assert.equal(best.code, 'taurus')
    assert.ok(best.reasons.some(({ reason, word }) => reason === 'model_of_make' && word === 'pt92'))
  })

  test('says beforehand what decisions would change, with records before and after, and changes nothing', async () => {
    const unknown = { field: 'make', text: 'Zorbo', means: { code: 'no make' } } as const
    const input = { decisions: [QQ, unknown] }
    const shown = vocabularyPreview.parse(presentPreview(await officer((context) => previewDecisions(context, input))))
    assert.deepEqual([shown.records, shown.read, shown.changed], [2, 2, 2])
    const fields = shown.changes.map(({ field, to, records }) => [field, to.code, records])
    assert.deepEqual(
      fields,
      [
        ['make', 'taurus', 1],
        ['model', 'taurus/pt92', 2],
        ['make', 'taurus', 1],
      ].sort((one, other) => Number(other[2]) - Number(one[2])),
    )
    assert.equal(shown.samples.length, 2)
    assert.deepEqual(
      shown.refused.map(({ at, code }) => [at, code]),
      [[1, 'vocabulary_code_unknown']],
    )
    assert.equal(await meaning(officer, 'Qqwerks'), null)
  })

  test('decides on several at once, of which one that is refused keeps back no other', async () => {
    const input = {
      decisions: [
        QQ,
        ZORBO,
        { field: 'model', text: 'X1', make: 'own/zorbo', means: { name: 'X1' } } as const,
        { field: 'make', text: 'Otherlyx', means: { name: 'Glock' } } as const,
        { field: 'calibre', text: 'quux', means: { name: 'Quux' } } as const,
        { field: 'make', text: 'Marta Lindqvist', means: { said: 'a_person' } } as const,
      ],
    }
    const { decided } = vocabularyDecidedSeveral.parse(
      presentSeveral(await officer((context) => decideSeveral(context, input))),
    )
    assert.deepEqual(
      decided.map(({ code, name, refused }) => refused?.code ?? [code, name]),
      [
        ['taurus', 'Taurus'],
        ['own/zorbo', 'Zorbo'],
        ['own/zorbo/x1', 'X1'],
        'vocabulary_name_known',
        'value_not_listed',
        [null, null],
      ],
    )
    await reread('Police of XA')
    assert.deepEqual([await make('TKR20001'), await make('TKR20003')], ['taurus', 'own/zorbo'])
    const { waiting } = presentQueue(await officer((context) => unreadQueue(context, { limit: 50 })))
    assert.equal(waiting, 1)
    const [first] = (await decisions(officer)).filter(({ text }) => text === 'Zorbo')
    assert.deepEqual([first?.name, first?.records, first?.pack], ['Zorbo', 1, null])
  })

  test('undoes a decision: the text means again what it meant before, and one decided anew since is kept', async () => {
    const once = await officer((context) => decideText(context, { ...QQ, means: { code: 'glock' } }))
    const undo = (decision: string) => officer((context) => undoDecisions(context, { decisions: [decision] }))
    assert.deepEqual(await undo(once.decision), { undone: 1, kept: 0 })
    assert.deepEqual(await meaning(officer, 'qq werks'), { code: 'taurus' })
    assert.deepEqual(await undo(once.decision), { undone: 0, kept: 1 })
    const fresh = await officer((context) =>
      decideText(context, { field: 'make', text: 'freshly', means: { said: 'rubbish' } }),
    )
    await undo(fresh.decision)
    assert.equal(await meaning(officer, 'freshly'), null)
    const none = await customs((context) => undoDecisions(context, { decisions: [once.decision] }))
    assert.deepEqual(none, { undone: 0, kept: 0 })
  })
})

describe('a pack', () => {
  const exported = (include: string[] = []) =>
    officer((context) => exportPack(context, { name: 'words of XA', licence: 'CC0-1.0', include }))
  const bring = async (content: string) => {
    const pack = readPack(new TextEncoder().encode(content))
    return customs((context) => importPack(context, { pack }))
  }
  const show = async (pack: string) =>
    packShown.parse(presentPackPage(await customs((context) => showPack(context, { pack }))))

  const lastPack = async () => (await customs((context) => listPacks(context)))[0]!.id

  test('gives decisions away, and what looks like a person only where somebody ticked it', async () => {
    const { content, heldBack, decisions } = await exported()
    assert.deepEqual(
      heldBack.map(({ text, why }) => [text, why]),
      [['Marta Lindqvist', 'person']],
    )
    assert.equal(decisions, 3)
    assert.ok(!content.includes('Marta') && !content.includes('officer') && !/[0-9a-f]{8}-[0-9a-f]{4}/.test(content))
    const ticked = await exported([heldBack[0]!.decision])
    assert.ok(ticked.content.includes('Marta') && ticked.decisions === 4)
    const { rows } = await stored.query(
      `SELECT body->>'included' AS included FROM audit_entry WHERE action = 'vocabulary.pack_exported' ORDER BY recorded_at`,
    )
    assert.deepEqual(rows, [{ included: '0' }, { included: '1' }])
  })

  test('is looked at first, taken over where it is new, and one’s own decision stands where it contradicts', async () => {
    await customs((context) => decideText(context, { ...QQ, means: { code: 'glock' } }))
    const { content } = await exported()
    const pack = await bring(content)
    assert.equal(await bring(content), pack)
    const { counts, rows } = await show(pack)
    assert.deepEqual(counts, { new: 2, agrees: 0, contradicts: 1, known: 0, faulty: 0 })
    const against = rows.find(({ standing }) => standing === 'contradicts')!
    assert.deepEqual([against.means.code, against.own], ['taurus', { code: 'glock', said: null, name: 'Glock' }])
    assert.equal(await meaning(customs, 'Zorbo'), null)
    assert.deepEqual(await customs((context) => takePack(context, { pack, rows: 'new' })), { taken: 2, left: 0 })
    assert.deepEqual(await meaning(customs, 'Qqwerks'), { code: 'glock' })
    assert.deepEqual(await meaning(customs, 'Zorbo'), { code: 'own/zorbo' })
    const taken = (await decisions(customs)).find(({ text }) => text === 'Zorbo')
    assert.deepEqual(taken?.pack, { pack, name: 'words of XA' })
    const chosen = await customs((context) => takePack(context, { pack, rows: [against.row, 999] }))
    assert.deepEqual(chosen, { taken: 1, left: 1 })
    assert.deepEqual(await meaning(customs, 'Qqwerks'), { code: 'taurus' })
  })

  test('is taken back whole: what stood before stands again, and what was decided since is kept', async () => {
    const pack = await lastPack()
    await customs((context) => decideText(context, { field: 'make', text: 'Zorbo', means: { code: 'bersa' } }))
    assert.deepEqual(await customs((context) => takePackBack(context, { pack })), { undone: 2, kept: 1 })
    assert.deepEqual(await meaning(customs, 'Qqwerks'), { code: 'glock' })
    assert.deepEqual(await meaning(customs, 'Zorbo'), { code: 'bersa' })
    assert.deepEqual(await customs((context) => takePackBack(context, { pack })), { undone: 0, kept: 0 })
    await assert.rejects(
      customs((context) => takePack(context, { pack, rows: 'new' })),
      { code: 'not_found' },
    )
    const [listed] = (await customs((context) => listPacks(context))).map(presentPack)
    assert.deepEqual([packSummary.parse(listed).standing, listed?.takenBackBy], [0, 'officer of the customs'])
  })

  test('is nobody else’s business', async () => {
    const pack = await lastPack()
    assert.deepEqual(await officer((context) => listPacks(context)), [])
    await assert.rejects(
      officer((context) => showPack(context, { pack })),
      { code: 'not_found' },
    )
    await assert.rejects(
      officer((context) => takePackBack(context, { pack, agency: 'Customs of XA' })),
      { code: 'not_your_agency' },
    )
  })
})
