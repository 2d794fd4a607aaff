import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNKNOWABLE_FIELDS } from '@proofmark/contract/entry-fields'
import { EXHIBIT_KINDS } from '@proofmark/contract/recovery-words'
import { type RecoveryForm, recoveryForm } from '@proofmark/contract/schemas/recovery'
import { MARK_STATES, PARTS } from '@proofmark/domain/marking'
import fc from 'fast-check'
import { minimumAtRecovery } from '../../../../server/src/custody/rules/minimum-at-recovery.ts'
import { countriesFirst, countriesOfInstallation } from './countries-first.ts'
import { EMPTY_FORM, newExhibit } from './draft.ts'
import { minimumOf } from './minimum.ts'

const word = fc.option(fc.constantFrom('a', ' '), { nil: undefined })
const without = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>
  }

const exhibit = fc
  .record({
    kind: fc.constantFrom(...EXHIBIT_KINDS),
    number: fc.option(fc.constant('E-1'), { nil: undefined }),
    count: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    stated: fc.record({
      serial: word,
      serial_state: fc.option(fc.constantFrom(...MARK_STATES), { nil: undefined }),
      make: word,
      model: word,
      calibre: word,
      type: word,
    }),
    notKnown: fc
      .subarray([...UNKNOWABLE_FIELDS])
      .map((fields) => Object.fromEntries(fields.map((field) => [field, 'not_told' as const]))),
    marks: fc.array(
      fc.record({
        part: fc.constantFrom(...PARTS),
        kind: fc.constantFrom('serial' as const, 'proof' as const, 'other' as const),
        stated: fc.constantFrom('7', ' '),
      }),
      { maxLength: 2 },
    ),
    maker: word,
    photographs: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ kind, stated, maker, photographs, notKnown, marks, ...rest }) => ({
    ...newExhibit('00000000-0000-4000-8000-000000000001', kind),
    ...without(rest),
    stated: without(stated),
    notKnown,
    marks,
    ...(maker ? { ammunition: { maker } } : {}),
    photographs: Array.from({ length: photographs }, (_, at) => ({
      sha256: String(at).repeat(64),
      view: 'serial' as const,
    })),
  }))

test('the country of the installation is offered first, an invented nation among its kind, then those that drafts name most', () => {
  const [own, invented] = [
    countriesOfInstallation({ name: '', country: 'PT', demonstration: false }),
    countriesOfInstallation({ name: '', country: 'XB', demonstration: true }),
  ]
  assert.deepEqual(invented, ['XB', 'XA', 'XC', 'XD', 'XE'])
  const form = recoveryForm.parse({
    status: 'seized',
    place: { country: 'ES' },
    route: { origin: 'MA', transit: ['ES'] },
    vehicles: [],
  })
  assert.deepEqual(countriesFirst(own, [form]), ['PT', 'ES', 'MA'])
  assert.deepEqual(countriesFirst([], []), [])
})

test('what is wanting is counted on the device as the server counts it', () => {
  const form = fc
    .record({
      reference: fc.option(fc.constant('24-118'), { nil: undefined }),
      date: word,
      locality: word,
      description: word,
      justified: fc.boolean(),
      exhibits: fc.array(exhibit, { maxLength: 1 }),
    })
    .map(
      ({ locality, description, justified, exhibits, ...rest }): RecoveryForm => ({
        ...EMPTY_FORM,
        ...without(rest),
        place: without({ locality, description }),
        justifications: justified ? [{ code: 'illicit_possession' }] : [],
        exhibits,
      }),
    )
  fc.assert(fc.property(form, (said) => assert.deepEqual(minimumOf(said), minimumAtRecovery(said))))
})
