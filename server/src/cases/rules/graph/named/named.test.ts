import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERSON_ROLES } from '@proofmark/contract/profile-fields'
import { RECOVERY_PERSON_ROLES } from '@proofmark/contract/recovery-words'
import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import fc from 'fast-check'
import { readsAsFirm } from '../../../../records/rules/reads-as-firm.ts'
import { agreeing, keysOfStated, keysOfValue, MOST_SHARING } from './agreeing.ts'
import { type MentionRole, mentionNode } from './mention.ts'
import { relationOfRole } from './relation-of-role.ts'

const ROLES = [...PERSON_ROLES, ...RECOVERY_PERSON_ROLES].filter((role): role is MentionRole => role !== 'officer')

test('a relation says no more than the role and what the record tells', () => {
  assert.equal(relationOfRole('buyer', 'delivery'), 'bought')
  assert.equal(relationOfRole('buyer', 'import-licence'), 'named_in')
  assert.equal(relationOfRole('holder', 'registration'), 'possessed')
  assert.equal(relationOfRole('holder', 'import'), 'imported')
  assert.equal(relationOfRole('holder', 'export-licence'), 'named_in')
  assert.equal(relationOfRole('driver', null), 'carried')
  for (const role of ['witness', 'victim', 'reporter', 'finder', 'other'] as const)
    for (const event of [null, ...EVENT_KINDS]) assert.equal(relationOfRole(role, event), 'named_in')
})

test('a node is the same for what says the same in one role, and another for any other record, role or name', () => {
  const by = { kind: 'record', id: '00000000-0000-8000-8000-000000000001' } as const
  const secret = Buffer.alloc(32, 'one')
  const node = mentionNode(secret, by, 'holder', 'A.  Lindqvar ')
  assert.equal(node, mentionNode(secret, by, 'holder', 'A. Lindqvar'))
  const others = [
    mentionNode(secret, { ...by, kind: 'recovery' }, 'holder', 'A. Lindqvar'),
    mentionNode(secret, by, 'buyer', 'A. Lindqvar'),
    mentionNode(secret, by, 'holder', 'B. Lindqvar'),
    mentionNode(Buffer.alloc(32, 'other'), by, 'holder', 'A. Lindqvar'),
  ]
  assert.equal(new Set([node, ...others]).size, 5)
})

const nodes = (values: readonly string[]) =>
  new Map(values.map((value, at) => [`named_person:${String(at).padStart(3, '0')}`, keysOfStated(value)]))
const reasonOf = (one: string, other: string) => agreeing(nodes([one, other]), () => true).pairs[0]?.reason ?? null

test('names agree by what they read and how they sound, numbers by what they read as, days never', () => {
  assert.equal(reasonOf('Anouk Lindqvar', 'LINDQVAR, Anouk'), 'names_read_alike')
  assert.equal(reasonOf('Yosif Karadem', 'Йосиф Карадем'), 'names_sound_alike')
  assert.equal(reasonOf('Mohamed Karim', 'Muhammad Kareem'), 'names_sound_alike')
  assert.equal(reasonOf('XA 554-1902', 'xa5541902'), 'same_value')
  // One word is many's; it has to read alike.
  assert.equal(reasonOf('Novak', 'Nevik'), null)
  assert.equal(reasonOf('1980-02-03', '1980-02-03'), null)
  assert.equal(reasonOf('03.02.1980', '03.02.1980'), null)
  assert.equal(reasonOf('Anouk Lindqvar', 'Berta Osterle'), null)
})

test('a number agrees with a recorded paper whatever the column says it is the number of, and with no name', () => {
  const known = new Map([
    ['named_person:1', keysOfStated('xa 554 1902')],
    ['person:1', keysOfValue('document', 'XA-5541902')],
    ['person:2', keysOfValue('name', 'XA Lindqvar')],
  ])
  assert.deepEqual(agreeing(known, (one, other) => one.startsWith('named') || other.startsWith('named')).pairs, [
    { one: 'named_person:1', other: 'person:1', reason: 'same_value' },
  ])
})

test('what more than eight share ties nothing and is named, whatever else is drawn', () => {
  const many = nodes(Array.from({ length: MOST_SHARING + 1 }, () => 'Ana Lindqvar'))
  const { pairs, common } = agreeing(many, () => true)
  assert.deepEqual([pairs, common.map(({ nodes: sharing }) => sharing.length)], [[], [MOST_SHARING + 1]])
  assert.equal(agreeing(nodes(Array(MOST_SHARING).fill('Ana Lindqvar')), () => true).pairs.length, 28)
})

test('agreeing is the same in whatever order it is asked, ties nobody to themselves, and only whom it may', () => {
  const names = fc.array(fc.constantFrom('Ana Lind', 'LIND Ana', 'Ann Lund', 'Bo Ek', '55 4190 2', 'Ek'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(names, fc.integer(), (values, seed) => {
      const keys = [...nodes(values)]
      const turned = keys.map((_, at) => keys[(((at + seed) % keys.length) + keys.length) % keys.length]!)
      const mayAgree = (one: string, other: string) => one.endsWith('0') || other.endsWith('0')
      const { pairs, common } = agreeing(new Map(keys), mayAgree)
      assert.deepEqual(agreeing(new Map(turned), mayAgree), { pairs, common })
      for (const { one, other } of pairs) assert.ok(one < other && mayAgree(one, other))
    }),
  )
})

test('whatever a column of persons states is read without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.constantFrom(...ROLES), (value, role) => {
      keysOfStated(value)
      readsAsFirm(value)
      assert.match(
        mentionNode(Buffer.alloc(32), { kind: 'record', id: 'x' }, role, value),
        /^named_person:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      )
    }),
  )
})

test('a firm is told by a word of firms, and by nothing else', () => {
  for (const firm of ['Acme S.A.', 'Fábrica Beta Ltda.', 'Armería Norte', 'شركة النور', 'ООО Сокол', 'City Police'])
    assert.ok(readsAsFirm(firm), firm)
  for (const person of ['Maria de Sá', 'A. B. Silva', 'Ag Lind', 'Anouk Lindqvar', '55-1902', ''])
    assert.ok(!readsAsFirm(person), person)
})
