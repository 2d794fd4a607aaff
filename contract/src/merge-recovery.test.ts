import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeRecovery, sameText } from './merge-recovery.ts'
import { type RecoveryForm, type RecoveryFormInput, recoveryForm } from './schemas/recovery.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const word = fc.constantFrom('a', 'b', 'c')
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const exhibit = fc.record({
  number: optional(word),
  count: optional(fc.integer({ min: 1, max: 3 })),
  stated: fc.record({ serial: optional(word), make: optional(word) }),
  typologies: fc.subarray(['converted', 'modified', 'deactivated'] as const),
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
  .map((said): RecoveryForm => recoveryForm.parse({ status: 'seized', ...(said as Partial<RecoveryFormInput>) }))

function codes<Code>(all: readonly Code[]) {
  return all.map((code) => ({ code, date: '2026-01-01' }))
}

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
          if (before.get(path) !== text) assert.ok(kept.get(path) === text || told(side, path, text), `${side} ${path}`)
    }),
  )
})

test('what one side alone changed is taken as it is, but for what stays once said', () => {
  const changing = (said: RecoveryForm) => sameText({ ...said, exhibits: [], justifications: [], contexts: [] })
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

test('edits that do not touch come out alike whichever was first', () => {
  fc.assert(
    fc.property(three, ([base, one, other]) => {
      const [ours, theirs] = [mergeRecovery(base, one, other), mergeRecovery(base, other, one)]
      fc.pre(ours.conflicts.length === 0)
      assert.deepEqual(theirs.conflicts, [])
      assert.equal(sameText(ours.form), sameText(theirs.form))
    }),
  )
})

test('merging again what was merged changes nothing', () => {
  fc.assert(
    fc.property(three, ([base, standing, sent]) => {
      const { form: merged } = mergeRecovery(base, standing, sent)
      assert.equal(sameText(mergeRecovery(merged, merged, merged).form), sameText(merged))
      assert.equal(sameText(mergeRecovery(sent, merged, sent).form), sameText(merged))
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
