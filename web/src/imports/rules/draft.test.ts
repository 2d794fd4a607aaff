import assert from 'node:assert/strict'
import { test } from 'node:test'
import { profile as profileSchema } from '@proofmark/contract/schemas/profile'
import fc from 'fast-check'
import { draftOf, emptyDraft, lackingIn, type PlacedRule, type RulePlace, ruleOf, withRule } from './draft.ts'

const word = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,8}$/)
const separator = fc.constantFrom(' - ', ';', '/', ', ')
const values = fc.option(
  fc
    .uniqueArray(fc.tuple(word, fc.oneof(word, fc.constant(''))), {
      selector: ([said]) => said,
      minLength: 1,
      maxLength: 4,
    })
    .map((pairs) => Object.fromEntries(pairs)),
  { nil: undefined },
)
const withValues = <Rule extends object>(rule: Rule, map: Record<string, string> | undefined) =>
  map === undefined ? rule : { ...rule, values: map }
const take = fc.integer({ min: -100, max: 100 }).filter((at) => at !== 0)
const columnRule = fc.oneof(
  fc
    .tuple(word, separator, take, values)
    .map(([column, by, at, map]) => withValues({ column, split: { by, take: at } }, map)),
  fc.tuple(word, values).map(([column, map]) => (map === undefined ? column : { column, values: map })),
)
const joinOf = (part: fc.Arbitrary<string | { constant: string }>) => fc.array(part, { minLength: 2, maxLength: 5 })
const constant = word.map((text) => ({ constant: text }))
const placed: fc.Arbitrary<readonly [RulePlace, PlacedRule]> = fc.oneof(
  fc.tuple(
    fc.constant('place' as const),
    fc.oneof(
      columnRule,
      constant,
      fc
        .tuple(joinOf(fc.oneof(word, constant)), fc.oneof(separator, fc.constant('')), values)
        .map(([join, by, map]) => withValues({ join, by }, map)),
    ),
  ),
  fc.tuple(
    fc.constant('key' as const),
    fc.oneof(
      columnRule,
      fc.tuple(fc.array(word, { minLength: 2, maxLength: 5 }), separator).map(([join, by]) => ({ join, by })),
    ),
  ),
  fc.tuple(
    fc.constant('items' as const),
    fc.tuple(word, separator).map(([each, by]) => ({ each, by })),
  ),
) as fc.Arbitrary<readonly [RulePlace, PlacedRule]>

test('every rule that has a form comes out of it as it went in, and may be saved', () => {
  fc.assert(
    fc.property(placed, ([place, rule]) => {
      const draft = draftOf(rule)
      assert.ok(draft)
      assert.equal(lackingIn(place, draft), null)
      assert.deepEqual(ruleOf(draft), rule)
      const profile = withRule({ profile: 1, fields: { serial: 'SN' } }, place, ruleOf(draft))
      assert.ok(profileSchema.safeParse(profile).success, JSON.stringify(profile))
    }),
  )
})

test('a rule that is not yet whole says what it lacks', () => {
  const column = { ...emptyDraft('place'), column: 'CITY' }
  assert.equal(lackingIn('place', emptyDraft('place')), 'column')
  assert.equal(lackingIn('place', column), null)
  assert.equal(lackingIn('place', { ...column, by: ' - ' }), 'take')
  assert.equal(lackingIn('place', { ...column, take: '2' }), 'by')
  assert.equal(lackingIn('place', { ...column, by: '-', take: '0' }), 'take')
  assert.equal(lackingIn('place', { ...column, by: '-', take: '−1' }), null)
  assert.equal(lackingIn('place', { ...column, values: [['', 'x']] }), 'values')
  assert.equal(
    lackingIn('place', {
      ...column,
      values: [
        ['a', 'x'],
        ['a', 'y'],
      ],
    }),
    'values',
  )
  assert.equal(lackingIn('place', { ...emptyDraft('place'), kind: 'join' }), 'part')
  assert.equal(lackingIn('place', { ...emptyDraft('place'), kind: 'join', parts: [{ column: 'A' }] }), 'parts')
  assert.equal(lackingIn('place', { ...emptyDraft('place'), kind: 'constant', constant: ' ' }), 'constant')
  const key = { ...emptyDraft('key'), kind: 'join', parts: [{ column: 'A' }, { column: 'B' }] } as const
  assert.equal(lackingIn('key', key), 'key_by')
  assert.equal(lackingIn('key', { ...key, by: '\\' }), 'key_by')
  assert.equal(lackingIn('items', { ...emptyDraft('items'), column: 'SERIALS' }), 'by')
})

test('items with columns of their own have no form, and a rule taken away leaves nothing in its place', () => {
  assert.equal(draftOf([{ serial: 'SN1' }, { serial: 'SN2' }]), null)
  const fields = { serial: 'SN', place: { join: ['A', 'B'], by: ' ' } }
  assert.deepEqual(withRule({ profile: 1, fields }, 'place', null), { profile: 1, fields: { serial: 'SN' } })
  assert.deepEqual(withRule({ profile: 1, fields: {}, key: { join: ['A', 'B'], by: '/' } }, 'key', null), {
    profile: 1,
    fields: {},
  })
})
