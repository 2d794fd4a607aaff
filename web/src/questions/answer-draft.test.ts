import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VERDICTS } from '@proofmark/contract/schemas/question'
import fc from 'fast-check'
import { answerRequestOf, changeAnswer, emptyAnswer } from './answer-draft.ts'

/** Identifiers that are told apart by their number. */
function numbering() {
  let last = 0
  return () => `id ${++last}`
}

test('nothing is sent before one of the three is chosen, and a blank note is none', () => {
  const next = numbering()
  const draft = changeAnswer(emptyAnswer(next), { note: '  ' }, next)
  assert.equal(answerRequestOf(draft), null)
  const chosen = changeAnswer(draft, { verdict: 'ask_us' }, next)
  assert.deepEqual(answerRequestOf(chosen), { id: chosen.id, verdict: 'ask_us' })
})

test('two drafts share an identifier only where they say the same', () => {
  const part = fc.record(
    { verdict: fc.constantFrom(...VERDICTS), note: fc.constantFrom('', ' ', 'ring us', 'ring us ', 'by post') },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const next = numbering()
      let draft = emptyAnswer(next)
      const said = new Map<string, unknown>()
      for (const each of parts) {
        draft = changeAnswer(draft, each, next)
        const request = answerRequestOf(draft)
        if (said.has(draft.id)) assert.deepEqual(request, said.get(draft.id))
        said.set(draft.id, request)
      }
    }),
  )
})
