import { randomUUID } from 'node:crypto'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { traceDraftRequest } from '@proofmark/contract/schemas/trace-desk'
import { traceShown } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'
import { runCommand } from '../../access/run-command.ts'
import { personOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { completed, type replyTo } from '../../testing/traces.ts'
import { presentTrace } from '../present/trace.ts'
import { draftTrace } from './draft-trace.ts'
import { editTrace } from './edit-trace.ts'
import { receiveReply } from './receive-reply.ts'
import { sendTrace } from './send-trace.ts'
import { showTrace } from './show-trace.ts'

/** The desk of trace requests of two agencies, shared by the files of tests that a process runs. */
export const database = await testDatabase()
export const { police, customs } = await twoAgencies(database)
export const colleague = await personOf(database, 'Police of XA', 'second tracer', ['trace_officer'])

const HEAD = 'id,serial,make,model,calibre,type,country,date,place,reason\n'
const row = (id: string, serial: string, date: string, reason = 'Firearms Act s. 5') =>
  `${id},${serial},Taurus,PT 92,9x19mm,pistol,BR,${date},North Gate,${reason}`
const keys = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9']
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${keys.map((key, at) => row(key, `TKR1048${at}X`, '2026-05-04')).join('\n')}\n`,
)
await sourceWith(
  database,
  { name: 'customs imports', kind: 'delivery', agency: 'Customs of XA', visibility: 'open' },
  `${HEAD}${row('C1', 'PZB551279', '2019-02-03')}\n`,
)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${row('R1', 'HHW907712', '2018-02-03')}\n`,
)
await sourceWith(
  database,
  { name: 'finds', kind: 'find', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}${row('F1', 'VBK330071', '2025-02-03')}\n${row('F2', 'WQD771206', '2025-02-04')}\n${row('F3', 'KLP604411', '2025-02-05', '')}\n`,
)
await sourceWith(
  database,
  { name: 'customs seizures', kind: 'seizure', agency: 'Customs of XA', visibility: 'pointer' },
  `${HEAD}${row('C2', 'YHN820395', '2024-02-03')}\n`,
)
await matchAll(database)

export const DAY_MS = 86_400_000
export const english = { say: sayIn('en'), locale: 'en' } as const

export async function act<Result>(account: string, work: (context: Context) => Promise<Result>, daysLater = 0) {
  const clock = () => new Date(Date.now() + daysLater * DAY_MS)
  const reader = await database.reader(account)
  const grounds = { purpose: 'criminal_investigation', reference: 'case 7' } as const
  return runCommand({ ...database.services, clock }, reader, grounds, work)
}
export const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )
export const show = async (account: string, id: string, daysLater = 0) =>
  traceShown.parse(presentTrace(await act(account, (context) => showTrace(context, id), daysLater), english))
export async function draft(key: string, more: object = {}, account = police) {
  const input = { id: randomUUID(), record: await recordOf(database, key), to: { partner: 'XB' }, ...more }
  const { grounds: _, ...body } = traceDraftRequest.parse({ ...input, grounds: { purpose: 'trace' } })
  return act(account, (context) => draftTrace(context, body))
}
export async function complete(id: string, account = police) {
  const { form, version } = await show(account, id)
  await act(account, (context) => editTrace(context, { trace: id, version, form: completed(form), to: {} }))
}
export const send = (id: string, more: object = {}, account = police) =>
  act(account, (context) => sendTrace(context, { trace: id, channel: 'siena', ...more }))
export const receive = (id: string, message: ReturnType<typeof replyTo>, account = police) =>
  act(account, (context) => receiveReply(context, { trace: id, message, door: 'file' }))
export async function sent(key: string, more: object = {}) {
  const id = await draft(key)
  await complete(id)
  await send(id, more)
  return id
}
