import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RecoveryConflict, sameText } from '@proofmark/contract/merge-recovery'
import { type RecoveryForm, recoveryForm } from '@proofmark/contract/schemas/recovery'
import fc from 'fast-check'
import { type MergedVersion, mergeSent, ownSince, type SentForm } from './merge-sent.ts'

const FIELDS = ['reference', 'note', 'place.locality', 'zone'] as const
type Field = (typeof FIELDS)[number]

const wordIn = (form: RecoveryForm, field: Field) => (field === 'place.locality' ? form.place.locality : form[field])
const saying = (form: RecoveryForm, field: Field, text: string): RecoveryForm =>
  field === 'place.locality' ? { ...form, place: { ...form.place, locality: text } } : { ...form, [field]: text }

/** A server of one recovery, without anything but its versions. */
function server() {
  const versions: (MergedVersion & { readonly text: string })[] = []
  const standing = () => versions.findLast(({ stands }) => stands)!
  const take = (sent: SentForm): { version: number; conflicts: readonly RecoveryConflict[] } => {
    const text = `${sent.base ?? ''} ${sameText(sent.form)}`
    const [before, own] = [versions.findLast((each) => each.text === text), ownSince(versions, sent)]
    const again = before && (own === null || own.version <= before.version) ? before : null
    const { form, conflicts } = mergeSent(versions, sent, again ?? own)
    if (again && sameText(form) === sameText(standing().form)) return { version: standing().version, conflicts }
    const number = (versions.at(-1)?.version ?? 0) + 1
    const stands = sameText(form) === sameText(sent.form)
    versions.push({ version: number, stands, form: sent.form, attempt: sent.attempts.at(-1) ?? null, text })
    if (!stands) versions.push({ version: number + 1, stands: true, form, attempt: null, text: '' })
    return { version: standing().version, conflicts }
  }
  return { standing, take }
}

const step = fc.record({
  who: fc.constantFrom('device' as const, 'device' as const, 'other' as const),
  field: fc.constantFrom(...FIELDS),
  text: fc.constantFrom('a', 'b', 'c', 'd'),
  /** What becomes of a send: it does not arrive, or its answer does not. */
  send: fc.constantFrom(null, 'lost' as const, 'unanswered' as const),
})

/** Plays what one device says and sends into a line that loses every answer but the last, while another device sends in peace. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[], begun: boolean) {
  const there = server()
  const first = recoveryForm.parse({ status: 'seized', reference: 'a' })
  if (begun) there.take({ base: null, attempts: ['first'], form: first })
  const base = begun ? 1 : null
  let [form, attempts]: [RecoveryForm, string[]] = [first, []]
  const said = new Map<Field, string>()
  const replaced = new Set<string>()
  for (const [at, { who, field, text, send }] of steps.entries()) {
    if (who === 'device') {
      form = saying(form, field, text)
      said.set(field, text)
      if (send === null) continue
      attempts = [...attempts, String(at)]
      if (send === 'unanswered') there.take({ base, attempts, form })
    } else if (begun) {
      const { version, form: stood } = there.standing()
      replaced.add(`${field} ${wordIn(stood, field)}`)
      there.take({ base: version, attempts: [], form: saying(stood, field, text) })
    }
  }
  const { conflicts } = there.take({ base, attempts: [...attempts, 'last'], form })
  return { form: there.standing().form, conflicts, said, replaced }
}

test('an officer who says something else after an answer was lost contradicts nobody, and their last word stands', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, begun) => {
      const { form, conflicts, said } = play(
        steps.filter(({ who, field }) => (who === 'other') === (field === 'zone')),
        begun,
      )
      assert.deepEqual(conflicts, [])
      for (const [field, text] of said) assert.equal(wordIn(form, field), text, field)
    }),
    { numRuns: 400 },
  )
})

test('where others changed the same field, the officer’s word stands, or is told beside theirs, or was changed by somebody who had read it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { form, conflicts, said, replaced } = play(steps, true)
      for (const [field, text] of said)
        assert.ok(
          wordIn(form, field) === text ||
            conflicts.some(({ path, sent }) => path === field && sent === text) ||
            replaced.has(`${field} ${text}`),
          field,
        )
      for (const { path, standing, sent } of conflicts) {
        assert.equal(standing, wordIn(form, path as Field))
        assert.notEqual(standing, sent)
      }
    }),
    { numRuns: 400 },
  )
})

test('what was sent twice since its answer was lost tells again what it contradicted', () => {
  const there = server()
  const [of, first] = [(note: string) => recoveryForm.parse({ status: 'found', note }), { base: null, attempts: ['1'] }]
  there.take({ ...first, form: of('begun') })
  there.take({ base: 1, attempts: ['2'], form: of('theirs') })
  const mine = { base: 1, attempts: ['3'], form: of('mine') }
  const told = [{ path: 'note', base: 'begun', standing: 'theirs', sent: 'mine' }]
  assert.deepEqual([there.take(mine).conflicts, there.take(mine).conflicts], [told, told])
})
