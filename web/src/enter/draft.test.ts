import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ENTRY_FIELDS,
  ENTRY_KINDS,
  type EntryField,
  UNKNOWABLE_FIELDS,
  UNKNOWN_REASONS,
} from '@proofmark/contract/entry-fields'
import { entryRequest } from '@proofmark/contract/schemas/entry'
import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { MARK_STATES } from '@proofmark/domain/marking'
import fc from 'fast-check'
import { EMPTY_DRAFT, type EntryDraft, isBlank, nextDraft, requestOf, saidBy } from './draft.ts'
import { newIdentifier } from './identifier.ts'

const ENTRY = '0197f3a0-0000-7000-8000-000000000001'
const draft = (part: Partial<EntryDraft>): EntryDraft => ({
  ...EMPTY_DRAFT,
  source: 'Seizures',
  event: 'seizure',
  ...part,
})

const drafts = fc
  .record({
    kind: fc.constantFrom(...ENTRY_KINDS),
    event: fc.constantFrom(...EVENT_KINDS),
    texts: fc.dictionary(fc.constantFrom(...ENTRY_FIELDS), fc.constantFrom('', ' ', 'a', ' b ')),
    state: fc.option(fc.constantFrom(...MARK_STATES), { nil: undefined }),
    notKnown: fc.dictionary(fc.constantFrom(...UNKNOWABLE_FIELDS), fc.constantFrom(...UNKNOWN_REASONS)),
  })
  .map(({ kind, event, texts, state, notKnown }) =>
    draft({ kind, event, stated: { ...texts, serial_state: state ?? '' }, notKnown }),
  )

test('whatever is written, the request is one that the contract takes, and says nothing of a field twice', () => {
  fc.assert(
    fc.property(drafts, (written) => {
      const request = entryRequest.parse(requestOf(written, ENTRY))
      const stated: readonly string[] = Object.keys(request.stated)
      assert.deepEqual(
        Object.keys(request.notKnown).filter((field) => stated.includes(field)),
        [],
      )
      assert.ok(Object.values(request.stated).every((text) => text === text?.trim() && text !== ''))
    }),
  )
})

test('a text stays when its field is said to be unknown, and is not sent', () => {
  const written = draft({ stated: { place: 'Vard' }, notKnown: { place: 'not_told' } })
  assert.deepEqual(saidBy(written)?.stated, {})
  assert.deepEqual(saidBy(written)?.notKnown, { place: 'not_told' })
  assert.deepEqual(saidBy({ ...written, notKnown: {} })?.stated, { place: 'Vard' })
})

test('a state that says that there is no number outranks one that was typed', () => {
  const stated: Partial<Record<EntryField, string>> = { serial: 'TST1', serial_state: 'not_examined' }
  assert.deepEqual(saidBy(draft({ stated }))?.stated, { serial_state: 'not_examined' })
  assert.equal(saidBy(draft({ stated: { ...stated, serial_state: 'obliterated' } }))?.stated.serial, 'TST1')
})

test('a consignment is sent without the serial that was typed for a firearm', () => {
  const written = draft({ kind: 'consignment', stated: { serial: 'TST1', quantity: '20' } })
  assert.deepEqual(saidBy(written)?.stated, { quantity: '20' })
})

test('a request names what it lacks before anything is sent', () => {
  assert.deepEqual(requestOf(EMPTY_DRAFT, ENTRY), { lacks: 'source' })
  assert.deepEqual(requestOf(draft({ event: '' }), ENTRY), { lacks: 'event' })
  const somebody = { place: 3, role: '', value: 'N. N.' } as const
  assert.deepEqual(requestOf(draft({ persons: [somebody] }), ENTRY), { lacks: 'role 3' })
  const request = requestOf(draft({ persons: [{ ...somebody, value: ' ' }] }), ENTRY)
  assert.deepEqual('persons' in request && request.persons, [])
})

test('the next entry keeps where it goes and nothing of what was said', () => {
  const written = draft({ stated: { make: 'Taurus' }, persons: [{ place: 1, role: 'holder', value: 'N. N.' }] })
  assert.ok(!isBlank(written))
  assert.ok(isBlank(nextDraft(written)))
  assert.deepEqual([nextDraft(written).source, nextDraft(written).event], ['Seizures', 'seizure'])
})

test('an identifier is a random UUID, and no two are alike', () => {
  const made = Array.from({ length: 200 }, newIdentifier)
  for (const one of made) assert.match(one, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(new Set(made).size, made.length)
})
