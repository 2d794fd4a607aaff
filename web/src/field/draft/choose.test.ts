import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeRecovery } from '@proofmark/contract/merge-recovery'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import fc from 'fast-check'
import { chosenForm, type Side } from './choose.ts'
import { EMPTY_FORM, newExhibit } from './draft.ts'

const IDS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const word = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined })

const form: fc.Arbitrary<RecoveryForm> = fc
  .record({ note: word, locality: word, serials: fc.tuple(word, word), person: word })
  .map(({ note, locality, serials, person }) => ({
    ...EMPTY_FORM,
    ...(note ? { note } : {}),
    place: locality ? { locality } : {},
    persons: person ? [{ field: 'one', role: 'driver' as const, value: person }] : [],
    exhibits: IDS.map((exhibit, at) => {
      const serial = serials[at]
      return { ...newExhibit(exhibit, 'firearm'), stated: serial ? { serial } : {} }
    }),
  }))

test('whichever side is chosen of a conflict, the next merge takes it and finds nothing left to choose', () => {
  fc.assert(
    fc.property(form, form, form, fc.array(fc.boolean()), (base, standing, sent, picks) => {
      const merged = mergeRecovery(base, standing, sent)
      const choices = new Map<string, Side>(
        merged.conflicts.map(({ path }, at) => [path, picks[at] ? 'sent' : 'standing']),
      )
      const chosen = chosenForm(merged.form, merged.conflicts, choices)
      assert.deepEqual(mergeRecovery(merged.form, merged.form, chosen).conflicts, [])
      for (const { path, standing: theirs, sent: ours } of merged.conflicts) {
        const back = mergeRecovery(base, { ...chosen }, sent).conflicts.find((each) => each.path === path)
        if (choices.get(path) === 'sent') assert.equal(back, undefined, `${path} took ${JSON.stringify(ours)}`)
        else assert.deepEqual(back?.standing, theirs)
      }
    }),
  )
})
