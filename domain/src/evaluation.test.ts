import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  crosswalk,
  EVALUATION_SCHEMES,
  type Evaluations,
  evaluationFault,
  type Grades,
  regrade,
  SCHEMES,
  standingEvaluation,
} from './evaluation.ts'
import { AUDIENCES, type Audience, type HandlingStated, mayLeave } from './may-leave.ts'

const schemes = fc.constantFrom(...EVALUATION_SCHEMES)
const graded: fc.Arbitrary<Grades> = schemes.chain((scheme) =>
  fc.record({
    scheme: fc.constant(scheme),
    sourceGrade: fc.option(fc.constantFrom(...SCHEMES[scheme].source)),
    informationGrade: fc.option(fc.constantFrom(...SCHEMES[scheme].information)),
  }),
)
const day = fc.constantFrom('2026-01-01', '2026-06-30', '2026-07-01', '2027-01-01')
const handled: fc.Arbitrary<HandlingStated> = schemes.chain((scheme) =>
  fc.record({
    scheme: fc.constant(scheme),
    codes: SCHEMES[scheme].codes.length === 0 ? fc.constant([]) : fc.subarray([...SCHEMES[scheme].codes]),
    conditions: fc.option(fc.constantFrom('', 'Not to the press.')),
    originator: fc.constant('XB NCB'),
    expires: fc.option(day),
  }),
)
const audience: fc.Arbitrary<Audience> = fc.record(
  { kind: fc.constantFrom(...AUDIENCES), on: day, permission: fc.record({ until: fc.option(day) }) },
  { requiredKeys: ['kind', 'on'] },
)
const handling = (codes: string[], more: Partial<HandlingStated> = {}): HandlingStated => ({
  scheme: 'europol',
  codes,
  conditions: null,
  originator: 'XB NCB',
  expires: null,
  ...more,
})
const on = '2026-07-01'
const mildness = { refused: 0, sanitised: 1, allowed: 2 }

test('a scheme takes its own grades and codes and names what is of none', () => {
  fc.assert(fc.property(graded, (grades) => assert.equal(evaluationFault(grades, SCHEMES[grades.scheme].codes), null)))
  const europol = { scheme: 'europol', sourceGrade: 'A', informationGrade: '1' } as const
  assert.equal(evaluationFault({ ...europol, sourceGrade: 'D' }, []), 'source_grade')
  assert.equal(evaluationFault({ ...europol, informationGrade: '5' }, []), 'information_grade')
  assert.equal(evaluationFault(europol, ['P']), 'code')
})

test('the scheme that its keepers gave up is read and no longer written', () => {
  const old = { scheme: 'uk_5x5x5', sourceGrade: 'E', informationGrade: '4' } as const
  assert.equal(evaluationFault(old, ['1']), null)
  assert.equal(evaluationFault(old, ['1'], true), 'scheme_read_only')
})

test('a grade that has equals in another scheme is among the equals of each of them', () => {
  fc.assert(
    fc.property(graded, schemes, (grades, to) => {
      const { source, information, original } = crosswalk(grades, to)
      assert.equal(original, grades)
      for (const equal of source)
        assert.ok(
          crosswalk({ scheme: to, sourceGrade: equal, informationGrade: null }, grades.scheme).source.includes(
            grades.sourceGrade!,
          ),
        )
      for (const equal of information)
        assert.ok(
          crosswalk({ scheme: to, sourceGrade: null, informationGrade: equal }, grades.scheme).information.includes(
            grades.informationGrade!,
          ),
        )
    }),
  )
})

test('grades are carried over as the table says, with every grade that it may be and none where there is no equal', () => {
  const from = { scheme: 'europol', sourceGrade: 'C', informationGrade: '4' } as const
  const { source, information } = crosswalk(from, 'admiralty')
  assert.deepEqual({ source, information }, { source: ['D', 'E'], information: ['4', '6'] })
  const improbable = crosswalk({ scheme: 'admiralty', sourceGrade: 'G', informationGrade: '5' }, 'europol')
  assert.deepEqual([improbable.source, improbable.information], [[], []])
})

test('grading anew adds and keeps what was said before', () => {
  fc.assert(
    fc.property(graded, fc.array(graded, { maxLength: 5 }), (first, later) => {
      const all = later.reduce<Evaluations<Grades>>(regrade, [first])
      assert.deepEqual(all, [first, ...later])
      assert.equal(standingEvaluation(all), later.at(-1) ?? first)
    }),
  )
})

test('what its originator keeps from courts or from others stays, until they permit it and while they do', () => {
  const decided = (codes: string[], kind: Audience['kind'], until?: string | null) =>
    mayLeave(handling(codes), { kind, on, ...(until === undefined ? {} : { permission: { until } }) })
  assert.deepEqual(decided(['H0'], 'court'), { decision: 'allowed' })
  assert.deepEqual(decided(['H1'], 'court'), { decision: 'refused', reason: 'court_needs_permission' })
  assert.deepEqual(decided(['H1'], 'onward'), { decision: 'allowed' })
  assert.deepEqual(decided(['H1'], 'court', null), { decision: 'allowed' })
  assert.deepEqual(decided(['H1'], 'court', on), { decision: 'allowed' })
  assert.deepEqual(decided(['H1'], 'court', '2026-06-30'), { decision: 'refused', reason: 'permission_expired' })
  assert.deepEqual(decided(['H2'], 'onward'), { decision: 'refused', reason: 'dissemination_needs_permission' })
  assert.deepEqual(decided(['H2'], 'agency'), {
    decision: 'sanitised',
    reason: 'dissemination_needs_permission',
    keeps: 'pointer',
  })
  assert.deepEqual(decided(['H0', 'H3'], 'agency'), { decision: 'refused', reason: 'conditions_need_permission' })
  assert.deepEqual(decided(['H0'], 'statistics'), { decision: 'sanitised', reason: 'figures_only', keeps: 'count' })
})

test('with conditions means that a person looked at them, in the schemes of the United Kingdom too', () => {
  const uk = (codes: string[], conditions: string | null = null) =>
    mayLeave(handling(codes, { scheme: 'uk_3x5x2', conditions }), { kind: 'onward', on })
  assert.deepEqual(uk(['P']), { decision: 'allowed' })
  assert.deepEqual(uk(['C']), { decision: 'refused', reason: 'conditions_need_permission' })
  assert.deepEqual(uk(['P'], 'Not before the arrest.'), { decision: 'refused', reason: 'conditions_need_permission' })
})

test('a code that is of no scheme, and no code at all, permit nothing', () => {
  for (const kind of ['agency', 'onward', 'court'] as const) {
    assert.deepEqual(mayLeave(handling(['H9']), { kind, on }), { decision: 'refused', reason: 'code_unknown' })
    assert.deepEqual(mayLeave(handling([]), { kind, on }), { decision: 'refused', reason: 'no_code' })
  }
})

test('its originator gets everything, and after the last day nobody else does', () => {
  fc.assert(
    fc.property(handled, audience, (said, to) => {
      const { decision } = mayLeave(said, to)
      if (to.kind === 'originator') assert.equal(decision, 'allowed')
      else if (said.expires !== null && said.expires < to.on) assert.equal(decision, 'refused')
    }),
  )
})

test('one code more never makes an answer milder, and a permission that runs never makes it harder', () => {
  fc.assert(
    fc.property(handled, audience, fc.nat(10), (said, to, pick) => {
      const codes = SCHEMES[said.scheme].codes
      const before = mildness[mayLeave(said, to).decision]
      const more = codes[pick % Math.max(1, codes.length)]
      if (more !== undefined && said.codes.length > 0)
        assert.ok(mildness[mayLeave({ ...said, codes: [...said.codes, more] }, to).decision] <= before)
      assert.ok(mildness[mayLeave(said, { ...to, permission: { until: null } }).decision] >= before)
    }),
    { numRuns: 2_000 },
  )
})
