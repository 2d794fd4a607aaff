import { addStorage } from '../../custody/commands/add-storage.ts'
import { openDisposal } from '../../custody/commands/dispose.ts'
import { handOver } from '../../custody/commands/hand-over.ts'
import { orderExhibit } from '../../custody/commands/order-exhibit.ts'
import { beginStocktake, scanStock } from '../../custody/commands/take-stock.ts'
import { answerQuestion } from '../../linkage/commands/answer-question.ts'
import { askDesks } from '../../linkage/commands/ask-desks.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { decideText } from '../../records/commands/decide-text.ts'
import { importPack } from '../../records/commands/import-pack.ts'
import { readPack } from '../../records/rules/pack-file.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { editTrace } from '../../tracing/commands/edit-trace.ts'
import { sendTrace } from '../../tracing/commands/send-trace.ts'
import { takeIn } from '../../tracing/commands/take-in-request.ts'
import { needTrace } from '../../tracing/commands/write-trace.ts'
import { questionOf } from '../desks.ts'
import { recoverExhibits } from '../exhibits.ts'
import { completed, requestFrom } from '../traces.ts'
import { showDeconfliction } from './deconfliction-work.ts'
import { packFile } from './pack-file.ts'
import { OWN_EXHIBITS } from './requests-of-custody.ts'
import { serialOf } from './rows.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

/** What the police did, and others did with them: both twins hold it. */
export async function shownWork(twin: Twin): Promise<void> {
  const analyst = runAs(twin, 'police analyst')
  const customs = runAs(twin, 'customs')
  await analyst((context) =>
    judge(context, {
      id: identifierOf('judgement of the police'),
      record: recordIn('Police', 'seizures', 'S-1'),
      other: recordIn('Police', 'register', 'L-2'),
      about: 'firearm',
      verdict: 'same',
    }),
  )
  await runAs(
    twin,
    'police data_steward',
  )((context) => decideText(context, { field: 'make', text: 'Zorbo', means: { said: 'craft' } }))
  await runAs(
    twin,
    'police data_steward',
  )((context) => importPack(context, { pack: readPack(new TextEncoder().encode(packFile('spring'))) }))
  await analyst((context) => askDesks(context, questionOf({ id: identifierOf('question of the police') })))
  await customs((context) =>
    answerQuestion(context, {
      id: identifierOf('answer of customs'),
      question: identifierOf('question of the police'),
      verdict: 'not_known',
    }),
  )
  await customs((context) => askDesks(context, questionOf({ id: identifierOf('question of customs') })))
  await traceWork(twin)
  await exhibitWork(twin)
  await showDeconfliction(twin)
}

/** Requests of the police: one written, one sent, and one that came, which is about a firearm of theirs. */
async function traceWork(twin: Twin): Promise<void> {
  const tracer = runAs(twin, 'police trace_officer')
  for (const word of ['written', 'sent'] as const) {
    const id = identifierOf(`trace ${word}`)
    const record = recordIn('Police', 'seizures', word === 'sent' ? 'S-5' : 'S-4')
    const to = { partner: 'XB' }
    await tracer((context) => draftTrace(context, { id, record, to, priority: 'routine' }))
    const { form, version } = await tracer((context) => needTrace(context, id))
    await tracer((context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
  }
  await tracer((context) => sendTrace(context, { trace: identifierOf('trace sent'), channel: 'siena' }))
  const message = requestFrom(serialOf(4), { id: identifierOf('trace of XB') })
  await tracer((context) => takeIn(context, { message, partner: 'XB', channel: 'siena' }))
}

/** Exhibits of the police, a store, stock that is being taken and a campaign. */
async function exhibitWork(twin: Twin): Promise<void> {
  const recorder = runAs(twin, 'police recorder')
  const manager = runAs(twin, 'police exhibit_manager')
  const [kept, offered, split, one, other, old] = OWN_EXHIBITS.map(identifierOf) as [string, ...string[]]
  const ids = [kept, offered, split, one, other, old]
  await recorder((context) =>
    recoverExhibits(
      context,
      ids.map((id, at) => ({ id: id!, seal: `P ${at}` })),
    ),
  )
  const said = { told: 'giver', purpose: 'store', at: '2026-02-01T10:00:00Z' } as const
  const to = { account: 'police exhibit_manager' }
  const event = identifierOf('offer of the police')
  await recorder((context) => handOver(context, { said: { ...said, event, exhibit: offered!, to }, origin: null }))
  const store = identifierOf('store of the police')
  await manager((context) => addStorage(context, { id: store, name: 'Evidence store' }))
  const stocktake = identifierOf('stocktake of the police')
  await manager((context) => beginStocktake(context, { id: stocktake, storage: store }))
  const scan = { id: identifierOf('scan of the police'), storage: store, text: 'tin of tea' }
  await recorder((context) => scanStock(context, { stocktake, scans: [scan] }))
  await manager((context) =>
    orderExhibit(context, {
      id: identifierOf('order of the police'),
      ...{ exhibit: old!, kind: 'destroy', authority: 'court', reference: 'K 7/26', on: '2026-01-20' },
    }),
  )
  const disposal = {
    id: identifierOf('disposal of the police'),
    name: 'Spring',
    place: 'Smelter',
    witness: 'W. Itness',
  }
  await manager((context) => openDisposal(context, { ...disposal, exhibits: [old!] }))
  const givenUp = { ...disposal, id: identifierOf('disposal given up'), name: 'Winter' }
  await manager((context) => openDisposal(context, { ...givenUp, exhibits: [old!] }))
}
