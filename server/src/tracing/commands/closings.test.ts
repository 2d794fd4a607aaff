import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceFigures as figuresSchema, traceList } from '@proofmark/contract/schemas/trace-shown'
import { replyTo } from '../../testing/traces.ts'
import { presentBoard, presentFigures } from '../present/trace.ts'
import { traceFigures } from '../queries/figures.ts'
import { approveClosing, closeTrace, correctClosing } from './close-trace.ts'
import { listTraces } from './list-traces.ts'
import { moveTrace } from './move-trace.ts'
import { saveTerms } from './save-terms.ts'
import {
  act,
  colleague,
  complete,
  DAY_MS,
  draft,
  english,
  failureOf,
  police,
  receive,
  send,
  sent,
  show,
} from './trace-desk.test-helper.ts'

const point = {
  kind: 'theft-private' as const,
  window: { from: '2020-01-01', to: '2021-01-01' },
  place: 'XB',
  lastLawfulHolder: null,
  evidence: ['reply XB 12'],
}

test('a trace closes with a status; a failed one with its cause; what counts with a second person, and never by the same', async () => {
  const id = await sent('S7')
  await receive(id, replyTo({ request: id }))
  const close = (more: object) =>
    failureOf(
      act(police, (context) =>
        closeTrace(context, {
          trace: id,
          originStatus: 'traced_foreign_reply',
          outcome: 'to_last_lawful_holder',
          why: 'answered',
          ...more,
        }),
      ),
    )
  assert.equal(
    await close({ originStatus: 'not_traceable_records_gone', outcome: 'no_record' }),
    'trace_failure_needed',
  )
  assert.equal(await close({}), 'trace_point_needed')
  assert.equal(await close({ outcome: 'failed', failure: 'E9', point }), 'trace_status_contradicts')
  assert.equal(await close({ originStatus: 'trace_pending' }), 'trace_status_contradicts')
  assert.equal(await close({ point }), 'done')
  const approve = (account: string, closing = 1) =>
    failureOf(act(account, (context) => approveClosing(context, { trace: id, closing, approved: true, why: 'seen' })))
  assert.equal((await show(police, id)).closings[0]?.counts, 'waits')
  assert.equal(await approve(police), 'trace_approval_own')
  assert.deepEqual((await Promise.all([approve(colleague), approve(colleague)])).sort(), ['done', 'trace_not_waiting'])
  const { closings } = await show(police, id)
  assert.deepEqual([closings[0]?.counts, closings[0]?.approval?.by], ['yes', 'second tracer'])
  await act(police, (context) => moveTrace(context, { trace: id, to: 'reopened', why: 'new evidence' }))
  assert.equal(await close({ originStatus: 'not_traceable_records_gone', outcome: 'failed', failure: 'E10' }), 'done')
  const figures = figuresSchema.parse(
    presentFigures(await act(police, (context) => traceFigures(context, {})), english),
  )
  assert.equal(figures.failures.find(({ code }) => code === 'E10')?.traces, 1)
  assert.equal(figures.failures.at(-1)?.upTo, 1)
  const xb = figures.partners.find(({ partner }) => partner === 'XB')
  assert.deepEqual([xb?.medianDays, xb!.answered >= 1], [0, true])
})

test('the cause of a closed trace is corrected with its reason, and what touches the indicator waits for a second person', async () => {
  const id = await sent('F1')
  await receive(id, replyTo({ request: id, kind: 'negative', outcome: 'no_record' }))
  const failed = { trace: id, originStatus: 'not_traceable_records_gone', outcome: 'failed' } as const
  await act(police, (context) => closeTrace(context, { ...failed, failure: 'E10', why: 'books burnt' }))
  const correct = (closing: number, more: object, account = police) =>
    failureOf(
      act(account, (context) =>
        correctClosing(context, { ...failed, failure: 'E9', why: 'older than the books', closing, ...more }),
      ),
    )
  const standing = async () => {
    const { state, closings } = await show(police, id)
    const stands = closings.find((each) => each.stands)
    return [state, stands?.number, stands?.failure, closings.at(-1)?.counts]
  }
  assert.equal(await correct(1, { failure: undefined }), 'trace_failure_needed')
  assert.equal(await correct(1, {}), 'done')
  assert.deepEqual(await standing(), ['closed', 2, 'E9', 'no'])
  assert.equal(await correct(1, {}), 'trace_outdated')
  const traced = { originStatus: 'established_intelligence', outcome: 'to_dealer', failure: undefined, point }
  assert.equal(await correct(2, traced), 'done')
  assert.deepEqual(
    await standing(),
    ['closed', 2, 'E9', 'waits'],
    'until a second person approved it, what was said stands',
  )
  const approve = (closing: number, approved: boolean, account: string) =>
    failureOf(act(account, (context) => approveClosing(context, { trace: id, closing, approved, why: 'seen' })))
  assert.equal(await approve(3, true, police), 'trace_approval_own')
  assert.equal(await approve(3, true, colleague), 'done')
  assert.deepEqual(await standing(), ['closed', 3, null, 'yes'])
  assert.equal(await correct(3, { failure: 'E16' }), 'done')
  assert.deepEqual(await standing(), ['closed', 3, null, 'waits'], 'nor is what counts taken out by one person')
  assert.equal(await approve(4, true, colleague), 'done')
  assert.deepEqual(await standing(), ['closed', 4, 'E16', 'no'])
  const { closings, history } = await show(police, id)
  assert.deepEqual(
    closings.map(({ number, corrects, by, why }) => [number, corrects, by, why]),
    [
      [1, null, 'officer of the police', 'books burnt'],
      [2, 1, 'officer of the police', 'older than the books'],
      [3, 2, 'officer of the police', 'older than the books'],
      [4, 3, 'officer of the police', 'older than the books'],
    ],
  )
  assert.equal(history.filter(({ state }) => state === 'closed').length, 1, 'it was closed once')
})

test('the board knows what is overdue by the partner’s terms, from what is on record alone', async () => {
  const days = (amount: number) => ({ amount, unit: 'working_days' as const })
  const deadlines = { acknowledge: days(1), answer: days(3), remind: days(4), escalate: days(6) }
  const calendar = { timeZone: 'Africa/Nairobi', workingDays: [1, 2, 3, 4, 5], holidays: [] }
  await act(police, (context) =>
    saveTerms(context, { partner: 'XD', deadlines: { routine: deadlines, urgent: deadlines }, calendar }),
  )
  await sent('F2')
  const id = await draft('S8', { to: { partner: 'XD' } })
  await complete(id)
  await send(id, { at: new Date(Date.now() - 20 * DAY_MS).toISOString() })
  const board = async (list: 'overdue' | 'mine' | 'closed', more: object = {}) =>
    traceList.parse(
      presentBoard(await act(police, (context) => listTraces(context, { ...{ after: 0, limit: 50 }, list, ...more }))),
    )
  const overdue = await board('overdue')
  assert.deepEqual(
    overdue.traces.map((trace) => trace.id),
    [id],
  )
  assert.deepEqual(
    overdue.traces[0]?.clocks.map(({ over }) => over),
    [true, true, true, true, false],
  )
  assert.equal((await board('mine', { partner: 'XD' })).traces.length, 1)
  assert.ok((await board('mine')).counts.waiting > 1)
})
