import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceForm } from '@proofmark/contract/schemas/trace-desk'
import {
  COUNTS_AS_TRACED,
  FAILURE_CODES,
  ORIGIN_STATUSES,
  REPLY_KINDS,
  TRACE_OUTCOMES,
  TRACE_STATES,
  type TraceState,
} from '@proofmark/contract/trace-words'
import { dayIn, startOfDay } from '@proofmark/domain/time-zone'
import fc from 'fast-check'
import { requestFrom } from '../../../testing/traces.ts'
import { chainRows, handlingOf } from './chain-rows.ts'
import { clocksOf, DEFAULT_TERMS } from './clocks.ts'
import { counts, entersIndicator, hasFailed, needClosing, standingClosings } from './closing.ts'
import { completenessOf } from './completeness.ts'
import { median, pareto } from './figures.ts'
import { formOf, messageOf } from './message-of.ts'
import { proposeRoute, type RouteFacts } from './propose-route.ts'
import { awaits, isAnswered, mayMove, movesOf, stateOfReply } from './state-machine.ts'
import { afterWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const states = fc.constantFrom(...TRACE_STATES)

test('from every state one comes to its end, and a closed request moves by being reopened alone', () => {
  for (const from of TRACE_STATES) {
    const seen = new Set<TraceState>([from])
    for (const state of seen)
      for (const side of ['asker', 'answerer'] as const) for (const to of movesOf(state, side)) seen.add(to)
    assert.ok(seen.has('closed'), from)
  }
  assert.deepEqual([movesOf('closed', 'asker'), movesOf('closed', 'answerer')], [['reopened'], []])
})

test('no side speaks for the other: only the asker sends, closes and withdraws, only the answerer answers', () => {
  fc.assert(
    fc.property(states, states, (from, to) => {
      if (['sent', 'closed', 'withdrawn', 'expired', 'reopened', 'draft'].includes(to))
        assert.ok(!mayMove(from, to, 'answerer'))
      if (to === 'acknowledged' || REPLY_KINDS.map(stateOfReply).includes(to)) assert.ok(!mayMove(from, to, 'asker'))
      if (
        !isAnswered(from) &&
        from !== 'delayed' &&
        from !== 'expired' &&
        from !== 'domestic_resolved' &&
        from !== 'reopened'
      )
        assert.ok(!mayMove(from, 'closed', 'asker'), `${from} is closed unanswered`)
    }),
  )
})

test('what one side awaits of the other, the other awaits of itself', () => {
  fc.assert(
    fc.property(states, (state) => {
      const [ours, theirs] = [awaits(state, 'outgoing'), awaits(state, 'incoming')]
      if (ours === 'them') assert.equal(theirs, 'us')
      if (theirs === 'them') assert.equal(ours, 'us')
    }),
  )
})

const zones = fc.constantFrom(
  'UTC',
  'Europe/Belgrade',
  'America/Sao_Paulo',
  'Africa/Nairobi',
  'Asia/Tehran',
  'Pacific/Apia',
)
const calendars = fc.record({
  timeZone: zones,
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.constantFrom<string[]>([], ['2026-12-25', '2027-01-01'], ['2026-03-30']),
})
const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })

test('the n-th working day is over at a midnight there, n working days on, and later for more days', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 40 }), calendars, (moment, days, calendar) => {
      const due = afterWorkingDays(moment, days, calendar)
      assert.ok(due > moment)
      assert.ok(isWorkingDay(dayIn(new Date(due.getTime() - 1), calendar.timeZone), calendar))
      assert.ok(afterWorkingDays(moment, days + 1, calendar) > due)
      const first = startOfDay(dayIn(moment, calendar.timeZone), calendar.timeZone)
      const today = isWorkingDay(dayIn(moment, calendar.timeZone), calendar) ? 1 : 0
      assert.equal(workingDaysBetween(first, due, calendar), days + today)
    }),
    { numRuns: 150 },
  )
})

test('clocks hold across changes of the hour and of the year', () => {
  const belgrade = { timeZone: 'Europe/Belgrade', workingDays: [1, 2, 3, 4, 5], holidays: ['2027-01-01', '2027-01-07'] }
  const after = (moment: string, days: number) => afterWorkingDays(new Date(moment), days, belgrade).toISOString()
  // Friday before the clocks go forward on Sunday 2026-03-29: over at midnight of Monday, two hours ahead of UTC by then.
  assert.equal(after('2026-03-27T10:00:00Z', 1), '2026-03-30T22:00:00.000Z')
  assert.equal(after('2026-10-23T10:00:00Z', 1), '2026-10-26T23:00:00.000Z')
  // Sent on the 31st at half past eleven in the evening there, which is no longer that day an hour later.
  assert.equal(after('2026-12-31T22:30:00Z', 1), '2027-01-04T23:00:00.000Z')
  assert.equal(after('2026-12-31T23:30:00Z', 1), '2027-01-04T23:00:00.000Z')
  // Midnight was left out there when summer time began.
  assert.equal(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString(), '2018-11-04T03:00:00.000Z')
})

test('deadlines come of the steps alone: the same at every later moment until something is done', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 200 }), (sent, days) => {
      const steps = [
        { state: 'draft' as const, at: sent },
        { state: 'sent' as const, at: sent },
      ]
      const now = new Date(sent.getTime() + days * 86_400_000)
      const clocks = clocksOf(steps, 'routine', DEFAULT_TERMS, now)
      assert.deepEqual(
        clocks.map(({ due }) => due),
        clocksOf(steps, 'routine', DEFAULT_TERMS, sent).map(({ due }) => due),
      )
      for (const { due, over } of clocks) assert.equal(over, due <= now)
      const answered = [...steps, { state: 'answered_full' as const, at: now }]
      assert.deepEqual(clocksOf(answered, 'routine', DEFAULT_TERMS, now), [])
      const urgent = clocksOf(steps, 'urgent', DEFAULT_TERMS, now).find(({ clock }) => clock === 'answer')
      assert.equal(urgent!.due.getTime() - sent.getTime(), 8 * 3_600_000)
    }),
    { numRuns: 50 },
  )
})

const whole = formOf(requestFrom('TKR104829'))
const sought = { foreign: true, home: 'XA' }

test('without any one of paragraph 17’s three a request does not leave, and the score says that something is missing', () => {
  assert.equal(completenessOf(whole, sought).mayLeave, true)
  const lacking: [string, Partial<typeof whole>][] = [
    ['illicit_grounds', { illicitGrounds: [] }],
    ['legal_justification', { legalJustification: ' – \u202E' }],
    ['circumstances', { circumstances: { ...whole.circumstances, summary: null } }],
    ['intended_use', { intendedUse: [] }],
    ['type', { firearm: { ...whole.firearm, type: null } }],
    ['make', { firearm: { ...whole.firearm, make: null } }],
    ['serial', { firearm: { ...whole.firearm, serial: { observed: null, state: 'not_recorded', part: 'frame' } } }],
    ['country_of_manufacture', { firearm: { ...whole.firearm, countryOfManufacture: null } }],
    ['urgency', { priority: 'urgent' }],
    ['addressee', { addressee: { country: null, contact: null, role: null } }],
  ]
  for (const [need, change] of lacking) {
    const { mayLeave, missing, score } = completenessOf({ ...whole, ...change }, sought)
    assert.deepEqual([mayLeave, missing.some((each) => each.need === need), score < 100], [false, true, true], need)
  }
  const gone = { observed: null, state: 'obliterated', part: 'frame' } as const
  assert.equal(completenessOf({ ...whole, firearm: { ...whole.firearm, serial: gone } }, sought).mayLeave, true)
})

test('a text of a hundred thousand characters is refused by name, and a formula is text', () => {
  const long = traceForm.safeParse({ ...whole, legalJustification: 'x'.repeat(100_000) })
  assert.deepEqual(
    long.error?.issues.map(({ path }) => path.join('.')),
    ['legalJustification'],
  )
  assert.equal(traceForm.parse({ ...whole, legalJustification: '=cmd()' }).legalJustification, '=cmd()')
})

test('a form that leaves comes back the same', () => {
  const request = { id: requestFrom('x').id, parent: null }
  assert.deepEqual(formOf(messageOf(whole, request, 'XA', new Date('2026-11-01'))), whole)
})

const routes: RouteFacts = {
  searchedAtHome: true,
  home: 'XA',
  importMark: null,
  importer: 'Importer Ltd',
  countryOfManufacture: 'YUCS',
  year: { from: 1985, to: 1985 },
  plants: ['RS'],
  reExported: null,
  asked: [],
}

test('the route: home first, a confirmed re-export, the import mark, then the maker’s state through its successors', () => {
  assert.equal(proposeRoute({ ...routes, searchedAtHome: false }).reason, 'national_first')
  const mark = proposeRoute({ ...routes, importMark: { country: 'XB', year: 1999 } })
  assert.deepEqual(
    [mark.country, mark.role, mark.importer, mark.alternatives[0]],
    ['XB', 'last_import', 'Importer Ltd', 'RS'],
  )
  const maker = proposeRoute(routes)
  assert.deepEqual([maker.country, maker.reason, maker.importer], ['RS', 'successor_of_maker', null])
  assert.deepEqual(proposeRoute({ ...routes, plants: [] }).country, null)
  const hop = proposeRoute({ ...routes, searchedAtHome: false, reExported: { country: 'XC', importer: 'Next' } })
  assert.deepEqual([hop.country, hop.role, hop.importer], ['XC', 'last_import', 'Next'])
  assert.equal(proposeRoute({ ...routes, importMark: { country: 'XA', year: null } }).country, 'RS')
  const unsaid = proposeRoute({ ...routes, countryOfManufacture: null })
  assert.deepEqual([unsaid.country, unsaid.reason], ['RS', 'sole_plant'])
  const several = proposeRoute({ ...routes, countryOfManufacture: null, plants: ['IT', 'US'], asked: ['US'] })
  assert.deepEqual([several.country, several.alternatives, several.reason], [null, ['IT'], 'nothing_known'])
})

const closings = fc.record({
  originStatus: fc.constantFrom(...ORIGIN_STATUSES),
  outcome: fc.constantFrom(...TRACE_OUTCOMES),
  failure: fc.option(fc.constantFrom(...FAILURE_CODES), { nil: null }),
  point: fc.option(
    fc.record({
      kind: fc.constant('unknown' as const),
      window: fc.record({
        from: fc.option(fc.constantFrom('2019-01-01', '2021-01-01'), { nil: null }),
        to: fc.option(fc.constantFrom('2020-01-01', '2022-01-01'), { nil: null }),
      }),
      place: fc.constant(null),
      lastLawfulHolder: fc.constant(null),
      evidence: fc.constant<string[]>(['reply 1']),
    }),
    { nil: null },
  ),
})

test('whatever is closed: a failed trace has its cause, what counts has its point and waits for a second person', () => {
  fc.assert(
    fc.property(closings, (closing) => {
      try {
        needClosing(closing)
      } catch {
        return
      }
      const counts = (COUNTS_AS_TRACED as readonly string[]).includes(closing.originStatus)
      const { all } = standingClosings([{ ...closing, number: 1, corrects: null, approved: null }])
      assert.equal(all[0]?.counts, counts ? 'waits' : 'no')
      if (counts) assert.ok(closing.point && (closing.point.window.from ?? closing.point.window.to) !== null)
      else if (hasFailed(closing)) assert.ok(closing.failure)
    }),
  )
})

test('however often a closing is corrected: one stands, one at most waits, and the indicator is touched by two people alone', () => {
  const said = fc.record({
    originStatus: fc.constantFrom(...ORIGIN_STATUSES),
    approved: fc.constantFrom(true, false, null),
    again: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 6 }), (list) => {
      const given = list.map(({ again, ...each }, at) => ({
        ...each,
        number: at + 1,
        corrects: at === 0 || again ? null : at,
      }))
      const { stands, all } = standingClosings(given)
      assert.ok(stands)
      assert.ok(all.filter(({ counts }) => counts === 'waits').length <= 1)
      const last = given.at(-1)!
      if (last.corrects === null) return
      const before = standingClosings(given.slice(0, -1)).stands
      const moves = entersIndicator(before) !== entersIndicator(stands)
      if (moves) assert.equal(last.approved, true, 'one person alone moves nothing')
      if (last.approved === false) assert.ok(stands === before || !counts(last))
    }),
  )
})

test('causes of failure add up to all, the commonest first; the median lies among its values', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FAILURE_CODES), { minLength: 1 }), (codes) => {
      const counted = pareto(codes)
      assert.equal(
        counted.reduce((sum, { traces }) => sum + traces, 0),
        codes.length,
      )
      assert.ok(Math.abs(counted.at(-1)!.upTo - 1) < 1e-9)
      assert.ok(counted.every(({ traces }, at) => at === 0 || traces <= counted[at - 1]!.traces))
    }),
  )
  assert.equal(median([]), null)
  assert.equal(median([3, 1, 2]), 2)
  assert.equal(median([4, 1, 2, 3]), 2.5)
})

test('a chain’s hostile texts become no column of a record but what can be kept, and persons stand apart', () => {
  const text = fc.string({ unit: 'binary', maxLength: 500 }).filter((each) => !each.includes('\0'))
  const message = requestFrom('TKR104829')
  fc.assert(
    fc.property(text, fc.constantFrom('holder' as const, 'importer' as const), (name, role) => {
      const link = {
        place: 1,
        role,
        name,
        country: 'XB',
        date: { from: null, to: '2020-01-01' },
        quantity: null,
        document: { kind: name.slice(0, 120), number: name.slice(0, 120) },
        evidence: name,
      }
      const reply = { id: message.id, request: message.id, chain: [link] } as unknown as Parameters<typeof chainRows>[0]
      const [row] = chainRows(reply, message.firearm, '2026-11-01')
      assert.doesNotMatch(JSON.stringify(Object.values(row!.raw).join('')), /[\u202A-\u202E\u2066-\u2069]/)
      assert.equal(row!.raw.business !== undefined && role === 'holder', false)
      assert.equal(row!.holder !== null && role === 'importer', false)
    }),
    { numRuns: 30 },
  )
})

test('a reply is kept under the strictest code that it bears, and never below H1 before its partner permits court use', () => {
  const { handling } = requestFrom('x')
  const of = (codes: string[], permitted: boolean) =>
    handlingOf({ handling: { ...handling, codes }, courtUse: { permitted, on: null, by: null } })
  assert.deepEqual(
    [of([], false), of(['H0'], false), of(['H0'], true), of(['H2', 'H1'], true), of(['H3'], false)],
    ['H1', 'H1', 'H0', 'H2', 'H3'],
  )
})
