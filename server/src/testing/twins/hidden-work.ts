import { addBallistics } from '../../custody/commands/add-ballistics.ts'
import { addStorage } from '../../custody/commands/add-storage.ts'
import { openDisposal } from '../../custody/commands/dispose.ts'
import { handOver } from '../../custody/commands/hand-over.ts'
import { beginStocktake } from '../../custody/commands/take-stock.ts'
import { answerQuestion } from '../../linkage/commands/answer-question.ts'
import { askDesks } from '../../linkage/commands/ask-desks.ts'
import { find } from '../../linkage/commands/find.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { saveItem } from '../../linkage/commands/save-item.ts'
import { answerSavedItem } from '../../linkage/pointers/answer.ts'
import { decideText } from '../../records/commands/decide-text.ts'
import { saveProfile } from '../../records/commands/save-profile.ts'
import { judgeWholeImport } from '../../records/runs/judge-import.ts'
import { renewReadings } from '../../records/runs/renew-readings.ts'
import { holdBy } from '../../records/runs/run.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { editTrace } from '../../tracing/commands/edit-trace.ts'
import { receiveReply } from '../../tracing/commands/receive-reply.ts'
import { sendTrace } from '../../tracing/commands/send-trace.ts'
import { takeIn } from '../../tracing/commands/take-in-request.ts'
import { needTrace } from '../../tracing/commands/write-trace.ts'
import { questionOf } from '../desks.ts'
import { recoverExhibits } from '../exhibits.ts'
import { matchAll } from '../matching.ts'
import { completed, replyTo, requestFrom } from '../traces.ts'
import { hideDeconfliction } from './deconfliction-work.ts'
import { importRows, rowsOf, serialOf, sourceOf } from './rows.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

/** Sources of other agencies that the police may not see, before the police have any. */
export async function hideBefore(twin: Twin): Promise<void> {
  await sourceOf(
    twin,
    'customs',
    // Of the same name as one of the police.
    { name: 'register', kind: 'register', agency: 'Customs', handling: 'H0', visibility: 'pointer' },
    { prefix: 'HR', count: 30, every: 2, from: 1 },
  )
  await sourceOf(
    twin,
    'inland',
    { name: 'informants', kind: 'seizure', agency: 'Inland Service', handling: 'H3', visibility: 'silent' },
    { prefix: 'HI', count: 60 },
  )
}

/** More of them, while the police bring in theirs. */
export async function hideBetween(twin: Twin): Promise<void> {
  await sourceOf(
    twin,
    'customs',
    { name: 'embargoed', kind: 'seizure', agency: 'Customs', handling: 'H2', visibility: 'open' },
    { prefix: 'HE', count: 30, every: 2, from: 1, worn: true },
  )
  await sourceOf(
    twin,
    'customs',
    { name: 'covert', kind: 'seizure', agency: 'Customs', handling: 'H3', visibility: 'silent' },
    { prefix: 'HC', count: 60, worn: true },
  )
  await sourceOf(
    twin,
    'customs',
    { name: 'imports', kind: 'delivery', agency: 'Customs', handling: 'H3', visibility: 'silent' },
    { prefix: 'HD', count: 10, every: 63 },
  )
  await matchAll(twin.database)
}

/** What others did with what the police may not see. */
export async function hideBehind(twin: Twin): Promise<void> {
  const customs = runAs(twin, 'customs')
  const inland = runAs(twin, 'inland')
  const hidden = recordIn('Customs', 'covert', 'HC-2')
  for (const [verdict, other] of [
    ['same', recordIn('Police', 'register', 'L-2')],
    ['same', recordIn('Police', 'register', 'L-3')],
    ['different', recordIn('Customs', 'register', 'HR-1')],
  ] as const) {
    const id = identifierOf(`hidden judgement ${other}`)
    await customs((context) => judge(context, { id, record: hidden, other, about: 'firearm', verdict }))
  }
  // A word of all their records, decided by those alone of whom the police see none.
  await inland((context) => decideText(context, { field: 'make', text: 'Zorbo', means: { code: 'taurus' } }))
  await customs((context) => decideText(context, { field: 'make', text: 'Zorbino', means: { code: 'rossi' } }))
  for (const run of [inland, customs]) await renewReadings(run, { preview: false })
  await customs((context) =>
    saveProfile(context, { source: 'covert', profile: { profile: 1, fields: { serial: 'serial' } } }),
  )
  const question = identifierOf('hidden question')
  await inland((context) => askDesks(context, questionOf({ id: question, agencies: [twin.agencies.get('Customs')!] })))
  await customs((context) => answerQuestion(context, { id: identifierOf('hidden answer'), question, verdict: 'known' }))
  const saved = await customs((context) =>
    saveItem(context, { record: recordIn('Customs', 'covert', 'HC-5'), reference: 'case 9', basis: 'customs_act' }),
  )
  await answerSavedItem(twin.database.pool('match'), saved, new Date())
  await customs((context) => find(context, { serial: serialOf(4) }, 20))
  const taken = await importRows(twin, 'inland', 'informants', rowsOf({ prefix: 'HX', count: 5 }))
  const place = { run: inland, hold: holdBy(twin.database.pool('serve')) }
  await judgeWholeImport(place, { import: taken.import, verdict: 'taken_back' })
  await hideTraces(twin)
  await hideBallistics(twin)
  await hideExhibits(twin)
  await hideDeconfliction(twin)
}

/** What others ask abroad of hidden records, and what came back: of firearms that the police list too. */
async function hideTraces(twin: Twin): Promise<void> {
  const customs = runAs(twin, 'customs')
  const trace = identifierOf('hidden trace')
  const record = recordIn('Customs', 'covert', 'HC-2')
  await customs((context) => draftTrace(context, { id: trace, record, to: { partner: 'XB' }, priority: 'routine' }))
  const { form, version } = await customs((context) => needTrace(context, trace))
  await customs((context) => editTrace(context, { trace, version, form: completed(form), to: {} }))
  await customs((context) => sendTrace(context, { trace, channel: 'siena' }))
  const link = {
    role: 'importer',
    name: 'Hidden Ltd',
    country: 'XB',
    quantity: null,
    document: null,
    evidence: null,
  } as const
  const chain = [{ ...link, place: 1, date: { from: '2019-01-01', to: '2019-01-01' } }]
  const next = { country: 'XC', importer: null, role: 'last_import' as const }
  const message = replyTo({ request: trace, kind: 'partial', chain, next })
  await customs((context) => receiveReply(context, { trace, message, door: 'file' }))
  const theirs = requestFrom(serialOf(4), { id: identifierOf('hidden trace of XC') })
  await customs((context) => takeIn(context, { message: theirs, partner: 'XC', channel: 'siena' }))
}

/** What others keep of comparisons, under the numbers that the police use too, and of a hidden firearm. */
async function hideBallistics(twin: Twin): Promise<void> {
  const system = 'IBIS'
  const rows = [
    { entry: 'fired_item', system, reference: 'F-1', kind: 'cartridge_case', scene: 'hidden' },
    { entry: 'test_fire', system, reference: 'T-1', firearm: recordIn('Customs', 'covert', 'HC-2') },
    { entry: 'result', system, first: 'F-1', second: 'T-1', level: 'lead', on: '2024-01-05', examiner: 'N. Hidden' },
  ]
  await runAs(
    twin,
    'customs',
  )((context) =>
    addBallistics(
      context,
      rows.map((value, place) => ({ row: place + 1, value })),
    ),
  )
}

/** Exhibits that others keep, one of them offered on. */
async function hideExhibits(twin: Twin): Promise<void> {
  const customs = runAs(twin, 'customs')
  const exhibit = identifierOf('hidden exhibit')
  await customs((context) => recoverExhibits(context, [{ id: exhibit, seal: 'HID 1' }]))
  const event = identifierOf('hidden hand-over')
  const to = { agency: 'Inland Service' }
  const said = { event, exhibit, to, told: 'giver', purpose: 'store', at: '2026-02-01T10:00:00Z' } as const
  await customs((context) => handOver(context, { said, origin: null }))
  const store = identifierOf('hidden store')
  const manager = runAs(twin, 'customs manager')
  await manager((context) => addStorage(context, { id: store, name: 'Hidden store' }))
  await manager((context) => beginStocktake(context, { id: identifierOf('hidden stocktake'), storage: store }))
  const campaign = { id: identifierOf('hidden disposal'), name: 'Hidden', place: 'Smelter', witness: 'W. Hidden' }
  await manager((context) => openDisposal(context, { ...campaign, exhibits: [exhibit] }))
}
