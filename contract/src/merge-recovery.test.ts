import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeRecovery, sameText } from './merge-recovery.ts'
import { RECOVERY_ROUTES } from './recovery-routes.ts'
import { PHOTOGRAPH_VIEWS } from './recovery-words.ts'
import { type RecoveryForm, recoveryForm } from './schemas/recovery.ts'
import { recoverySaveRequest } from './schemas/recovery-answers.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const word = fc.constantFrom('a', 'b', 'c')
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const exhibit = fc.record({
  number: optional(word),
  count: optional(fc.integer({ min: 1, max: 3 })),
  stated: fc.record({ serial: optional(word), make: optional(word) }),
  typologies: fc.subarray(['converted', 'modified', 'deactivated'] as const),
  marks: fc
    .subarray(['one', 'two'])
    .chain((fields) =>
      fc
        .tuple(...fields.map(() => fc.record({ stated: optional(word), place: optional(word) })))
        .map((said) =>
          fields.map((field, at) => ({ field, part: 'slide' as const, kind: 'proof' as const, ...said[at]! })),
        ),
    ),
  photographs: fc
    .subarray(['1', '2', '3'])
    .map((hashes) => hashes.map((each) => ({ sha256: each.repeat(64), view: 'serial' as const }))),
})

const form = fc
  .record({
    reference: optional(word),
    place: fc.record({ locality: optional(word), description: optional(word) }),
    justifications: fc.subarray(['illicit_possession', 'illicit_trafficking'] as const).map(codes),
    contexts: fc.subarray(['terrorism', 'robbery'] as const).map(codes),
    route: optional(fc.record({ origin: optional(fc.constantFrom('XA', 'XB')), transit: fc.subarray(['XA', 'XB']) })),
    vehicles: fc
      .subarray(['one', 'two'])
      .chain((fields) =>
        fc
          .tuple(...fields.map(() => fc.record({ plate: optional(word), description: optional(word) })))
          .map((said) => fields.map((field, at) => ({ field, ...said[at]! }))),
      ),
    parcel: optional(
      fc.record({
        number: optional(word),
        sender: optional(fc.constantFrom('XA', 'XB')),
        path: fc.subarray(['XA', 'XB']).map((all) => all.map((country) => ({ country }))),
      }),
    ),
    persons: fc
      .subarray(['one', 'two'])
      .chain((fields) =>
        fc
          .tuple(...fields.map(() => word))
          .map((values) => fields.map((field, at) => ({ field, role: 'driver' as const, value: values[at]! }))),
      ),
    exhibits: fc
      .tuple(...[1, 2, 3].map(() => optional(exhibit)))
      .map((all) =>
        all.flatMap((each, at) => (each ? [{ exhibit: idOf(at + 1), kind: 'firearm' as const, ...each }] : [])),
      ),
  })
  .map((said): RecoveryForm => recoveryForm.parse(JSON.parse(JSON.stringify({ status: 'seized', ...said }))))

function codes<Code>(all: readonly Code[]) {
  return all.map((code) => ({ code, date: '2026-01-01' }))
}

/** What a form says, with every list but the stops of a route in one order: in the others the order says nothing. */
function said(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const all = value.map((each: unknown) => said(each))
    return key === 'transit' || key === 'path' ? all : all.toSorted((a, b) => (sameText(a) < sameText(b) ? -1 : 1))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, said(each, name)]))
}
const alike = (value: unknown) => sameText(said(value))

/** Everything that a form says, as texts by path; elements of lists by what they are. */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (Array.isArray(value) && /(?:transit|path)$/.test(path)) return new Map([[path, sameText(value)]])
  if (Array.isArray(value)) {
    const named = value.map((each: unknown) => {
      const fields = typeof each === 'object' && each !== null ? (each as Record<string, unknown>) : {}
      const key = fields.exhibit ?? fields.sha256 ?? fields.field ?? sameText(each)
      return [...leaves(each, `${path}.${String(key)}`)]
    })
    return new Map(named.flat())
  }
  if (typeof value !== 'object' || value === null) return new Map([[path, sameText(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [...leaves(each, path === '' ? key : `${path}.${key}`)]),
  )
}

const three = fc.tuple(fc.option(form), form, form)

test('no field of either side is ever lost: it stands, or it is told beside what stands', () => {
  fc.assert(
    fc.property(three, ([base, standing, sent]) => {
      const merged = mergeRecovery(base, standing, sent)
      const [before, kept] = [base ? leaves(base) : new Map<string, string>(), leaves(merged.form)]
      const told = (side: 'standing' | 'sent', path: string, text: string) =>
        merged.conflicts.some(
          (conflict) =>
            path.startsWith(conflict.path) &&
            (path === conflict.path ? sameText(conflict[side]) === text : sameText(conflict[side]).includes(text)),
        )
      for (const [side, said] of [
        ['standing', leaves(standing)],
        ['sent', leaves(sent)],
      ] as const)
        for (const [path, text] of said)
          if (text !== 'null' && before.get(path) !== text)
            assert.ok(kept.get(path) === text || told(side, path, text), `${side} ${path}`)
    }),
  )
})

test('what one side alone changed is taken as it is, but for what stays once said', () => {
  const changing = (form: RecoveryForm) => alike({ ...form, exhibits: [], justifications: [], contexts: [] })
  fc.assert(
    fc.property(form, form, (before, after) => {
      for (const { form: merged, conflicts } of [
        mergeRecovery(before, before, after),
        mergeRecovery(before, after, before),
      ]) {
        assert.deepEqual(conflicts, [])
        assert.equal(changing(merged), changing(after))
      }
    }),
  )
})

/** Two forms that began from one, each of which changed other fields and other exhibits. */
const apart = fc
  .tuple(form, form, fc.subarray(['reference', 'place', 'contexts', 'route', 'persons', 'note'] as const), fc.boolean())
  .map(([base, edited, fields, first]) => {
    const mine = new Set<string>(fields)
    const isOf = (side: boolean) => (id: string) => (id === idOf(1)) === (first === side)
    const edit = (side: boolean): RecoveryForm => {
      const picked = Object.entries(edited).filter(([key]) => key !== 'exhibits' && mine.has(key) === side)
      const keeps = isOf(!side)
      return {
        ...base,
        ...Object.fromEntries(picked),
        exhibits: [
          ...base.exhibits.filter(({ exhibit: id }) => keeps(id)),
          ...edited.exhibits.filter(({ exhibit: id }) => !keeps(id)),
        ],
      }
    }
    return [base, edit(true), edit(false)] as const
  })

test('edits that do not touch come out alike whichever was first, and none of them conflicts', () => {
  fc.assert(
    fc.property(apart, ([base, one, other]) => {
      const [ours, theirs] = [mergeRecovery(base, one, other), mergeRecovery(base, other, one)]
      assert.deepEqual([ours.conflicts, theirs.conflicts], [[], []])
      assert.equal(alike(ours.form), alike(theirs.form))
    }),
  )
})

test('merging again what was merged changes nothing', () => {
  fc.assert(
    fc.property(three, ([base, standing, sent]) => {
      const { form: merged } = mergeRecovery(base, standing, sent)
      assert.equal(alike(mergeRecovery(merged, merged, merged).form), alike(merged))
      assert.equal(alike(mergeRecovery(sent, merged, sent).form), alike(merged))
    }),
  )
})

test('two who write one field are both told, side by side, and what stands is kept', () => {
  const [base, ours, theirs] = ['12', '123', '124'].map((serial) =>
    recoveryForm.parse({ status: 'found', exhibits: [{ exhibit: idOf(1), kind: 'firearm', stated: { serial } }] }),
  )
  const { form: merged, conflicts } = mergeRecovery(base!, ours!, theirs!)
  assert.deepEqual(conflicts, [{ path: `exhibits.${idOf(1)}.stated.serial`, base: '12', standing: '123', sent: '124' }])
  assert.equal(merged.exhibits[0]?.stated.serial, '123')
})

test('the first justification and context are never overwritten', () => {
  const [first, second] = ['illicit_possession', 'illicit_trafficking'].map((code) =>
    recoveryForm.parse({ status: 'seized', justifications: [{ code, date: '2026-01-01' }] }),
  )
  assert.deepEqual(
    mergeRecovery(first!, first!, second!).form.justifications.map(({ code }) => code),
    ['illicit_possession', 'illicit_trafficking'],
  )
})

test('two who say different things of one vehicle or one mark are put together, and of two that bear no name neither is lost', () => {
  const of = (vehicle: object, mark: object) =>
    recoveryForm.parse({
      status: 'seized',
      vehicles: [{ field: 'v', plate: 'XC 41' }, vehicle],
      exhibits: [{ exhibit: idOf(1), kind: 'firearm', marks: [{ field: 'm', part: 'slide', kind: 'proof', ...mark }] }],
    })
  const base = of({ plate: 'XB 1' }, {})
  const ours = of({ plate: 'XB 1' }, { stated: 'N' })
  const theirs = {
    ...of({ plate: 'XB 2' }, { place: 'left side' }),
    vehicles: [{ field: 'v', plate: 'XC 41', country: 'XC' }],
  }
  const { form: merged, conflicts } = mergeRecovery(base, ours, theirs)
  assert.deepEqual(conflicts, [])
  assert.deepEqual(merged.vehicles, [{ field: 'v', plate: 'XC 41', country: 'XC' }])
  assert.deepEqual(merged.exhibits[0]?.marks, [
    { field: 'm', part: 'slide', kind: 'proof', stated: 'N', place: 'left side' },
  ])
})

test('a recovery of four hundred exhibits is one request, and smaller than its route takes', () => {
  const hex = 'a1b2c3d4'.repeat(8)
  const exhibits = Array.from({ length: 400 }, (_, at) => ({
    exhibit: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    kind: 'firearm',
    number: `FFP 26/400-${at}`,
    seal: `FFP ${40_000 + at}`,
    stated: { serial: `TST${at}`, make: 'Taurus', model: 'PT 92', calibre: '9x19mm', type: 'pistol', country: 'BR' },
    marks: [1, 2, 3].map((mark) => ({
      field: `mark ${mark} of ${at}`,
      part: 'slide',
      kind: 'proof',
      stated: 'N',
      place: 'left side',
    })),
    photographs: PHOTOGRAPH_VIEWS.map((view) => ({ sha256: hex, view })),
    description: 'x'.repeat(500),
  }))
  const request = recoverySaveRequest.parse({
    recovery: idOf(1),
    form: { status: 'seized', exhibits },
    grounds: { purpose: 'trace' },
  })
  const bytes = Buffer.byteLength(JSON.stringify(request))
  assert.ok(bytes > 500_000 && bytes < RECOVERY_ROUTES.recoverySave.bodyLimit, String(bytes))
})
