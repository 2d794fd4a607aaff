import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CONFIDENCES,
  DIVERSION_KINDS,
  EXPLANATIONS,
  FINDING_RULES,
  LIFE_STATUSES,
} from '@proofmark/contract/life-words'
import fc from 'fast-check'
import { anyFacts } from './any-life.test-helper.ts'
import { boundsOf, surelyBefore } from './bounds.ts'
import { pointOf } from './findings/of-diversion.ts'
import { judgeLife, type Life } from './judge-life.ts'
import type { LifeFacts } from './life-record.ts'
import { lifeOf, told } from './told.test-helper.ts'
import { isReport } from './windows.ts'

const RUNS = { numRuns: 2_000 }
const lists: (list: readonly string[], word: string) => boolean = (list, word) => list.includes(word)

/** What of a life can be compared: by identifiers and days. */
const plain = (life: Life): unknown => ({
  status: life.status,
  events: life.events.map(({ record, role }) => [record.record, role]),
  diversions: life.diversions.map(({ window: _, ...rest }) => rest),
  findings: life.findings,
  custody: life.custody,
  recoveries: life.recoveries.map(({ records, taken }) => [records.map(({ record }) => record).sort(), taken]),
})

test('any records together give a life in the words of the closed lists, and none makes the rules fail', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const life = judgeLife(facts)
      const known = new Set(facts.records.map(({ record }) => record))
      assert.ok(lists(LIFE_STATUSES, life.status))
      assert.deepEqual(life.events.map(({ record }) => record.record).sort(), [...known].sort())
      for (const { rule, records } of life.findings) {
        assert.ok(rule in FINDING_RULES, rule)
        assert.ok(records.length > 0 && records.every((record) => known.has(record)), rule)
      }
      for (const { kind, confidence, records } of life.diversions) {
        assert.ok(lists(DIVERSION_KINDS, kind), kind)
        assert.ok(lists(CONFIDENCES, confidence), confidence)
        assert.ok(records.length > 0 && records.every((record) => known.has(record)))
      }
    }),
    RUNS,
  )
})

test('a window never ends before it begins, nor does a span of custody or a gap', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { diversions, custody, gaps } = judgeLife(facts)
      for (const { from, to } of [...diversions, ...custody, ...gaps])
        assert.ok(from === null || to === null || from <= to, `${from} … ${to}`)
      for (const { to, until } of custody)
        assert.ok(to === null || until === null || to <= until, `${to} until ${until}`)
    }),
    RUNS,
  )
})

test('the weights of all explanations sum to one, the main kind first among them', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { diversions, findings } = judgeLife(facts)
      for (const { kind, alternatives } of diversions) assert.equal(alternatives[0]?.kind, kind)
      for (const { alternatives } of [...diversions, ...findings]) {
        if (alternatives.length === 0) continue
        const hundredths = alternatives.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0)
        assert.equal(hundredths, 100)
        assert.ok(alternatives.every(({ kind, weight }) => lists(EXPLANATIONS, kind) && weight > 0))
      }
    }),
    RUNS,
  )
})

test('the order in which records arrive changes nothing', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts.records], { minLength: facts.records.length }),
          fc.shuffledSubarray([...facts.recoveries], { minLength: facts.recoveries.length }),
        ),
      ),
      ([facts, records, recoveries]) => {
        assert.deepEqual(plain(judgeLife({ ...facts, records, recoveries })), plain(judgeLife(facts)))
      },
    ),
    RUNS,
  )
})

test('what surely came before stands before, but for reports of one recovery', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { events } = judgeLife({ ...facts, recoveries: [] })
      for (const [at, { record, role }] of events.entries()) {
        for (const later of events.slice(at + 1)) {
          if (role === 'recovery' || later.role === 'recovery') continue
          assert.ok(
            !surelyBefore(boundsOf(later.record), boundsOf(record)),
            `${later.record.record} before ${record.record}`,
          )
        }
      }
    }),
    RUNS,
  )
})

test('what two judgements of a person say is kept: reports judged apart are never taken as one', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const { records } of judgeLife(facts).recoveries) {
        const together = new Set(records.map(({ record }) => record))
        for (const { record, other, verdict } of facts.recoveries) {
          if (verdict === 'different' && record !== other) assert.ok(!(together.has(record) && together.has(other)))
        }
      }
    }),
    RUNS,
  )
})

test('a window holds the moment, however coarsely its ends are dated', () => {
  const truth = fc
    .uniqueArray(fc.integer({ min: 0, max: 9_000 }), { minLength: 3, maxLength: 3 })
    .map((days) =>
      days.sort((one, other) => one - other).map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10)),
    )
  const coarse = fc.constantFrom(4, 7, 10)
  fc.assert(
    fc.property(truth, fc.tuple(coarse, coarse, coarse), ([sold, stolen, seized], [a, b, c]) => {
      const life = lifeOf([
        told('registration', sold!.slice(0, a)),
        told('theft', stolen!.slice(0, b)),
        told('seizure', seized!.slice(0, c)),
      ])
      const [window] = life.diversions
      assert.ok(window && window.from! <= stolen! && stolen! <= window.to!, `${window?.from} … ${window?.to}`)
    }),
    RUNS,
  )
})

const ILLICIT_EVENTS: ReadonlySet<string> = new Set([
  'theft',
  'loss',
  'loss-or-theft',
  'online-offer',
  'shooting',
  'ballistic-result',
  'modification',
])

test('without a recovery and without illicit evidence there is no window; by a recovery alone it is possible at most', () => {
  const innocent = ({ records }: LifeFacts) => records.every(({ event }) => !ILLICIT_EVENTS.has(event))
  const plainItems = (facts: LifeFacts): LifeFacts => ({
    ...facts,
    records: facts.records.map((record) => ({
      ...record,
      item: { ...record.item, lethality: 'unknown', marks: [{ ...record.item.serial, state: 'legible' }] },
    })),
  })
  fc.assert(
    fc.property(anyFacts.filter(innocent).map(plainItems), (facts) => {
      const life = judgeLife(facts)
      assert.ok(life.diversions.every(({ confidence }) => confidence === 'possible'))
      assert.notEqual(life.status, 'illicit')
      const recovered = facts.records.some(({ event }) => ['seizure', 'find', 'surrender'].includes(event))
      if (!recovered) assert.deepEqual(life.diversions, [])
    }),
    RUNS,
  )
})

test('what is withheld from a reader is told by no other judgement, and what records say stays as it is', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const whole = judgeLife(facts)
      const life = judgeLife(facts, () => true)
      assert.ok(life.findings.every(({ oversight }) => oversight === null))
      for (const { window, alternatives } of life.diversions)
        assert.ok(isReport(window.cause) || alternatives.every(({ kind }) => kind !== 'custody-leak'))
      const points = life.findings.filter(({ rule }) => rule === 'diversion_point')
      assert.equal(points.length, new Set(life.diversions.map((each) => JSON.stringify(pointOf(each)))).size)
      assert.deepEqual([life.events, life.status, life.recoveries], [whole.events, whole.status, whole.recoveries])
      if (whole.findings.every(({ oversight }) => oversight === null)) assert.deepEqual(plain(life), plain(whole))
    }),
    RUNS,
  )
})

test('an inspection shows the firearm in the hands where it was, and a laboratory in those of the authority', () => {
  const { events } = lifeOf([
    told('registration', '2014-09-02'),
    told('examination', '2019-02-11', { source: 'inspections' }),
    told('theft', '2020-06'),
    told('seizure', '2021-11-07'),
    told('examination', '2021-11-26'),
  ])
  assert.deepEqual(
    events.map(({ custodian }) => custodian),
    ['private', 'private', null, 'state_custody', 'state_custody'],
  )
})
