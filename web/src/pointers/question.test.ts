import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questionRequest } from '@proofmark/contract/schemas/question'
import { askedAbout, describedLines, descriptionOf, type QuestionContent, questionNames, shownOf } from './question.ts'

const AGENCY = '91bde5a1-a08e-4e87-a2a2-871ca4d51614'
const content: QuestionContent = {
  reference: 'case 7',
  basis: 'firearms_act',
  agencies: [AGENCY],
  description: { mark: '104?', make: 'taurus' },
}
const identifiers = () => {
  let count = 0
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
}

test('desks are told the mark as typed and what was stated, and neither place, purpose nor reference of the look', () => {
  const grounds = { purpose: 'trace', reference: 'case 7' } as const
  const description = descriptionOf({ serial: '10 4?', make: 'taurus', year: '2011', place: 'Vard', grounds })
  assert.deepEqual(description, { mark: '10 4?', make: 'taurus', year: '2011' })
  assert.deepEqual(
    describedLines(description).map(({ field }) => field),
    ['make', 'year'],
  )
})

test('of a record the desks are told what was read of it, and the question names the record alone', () => {
  const said = (name: string | null) => ({ name, stated: name, said: name === null ? 'not_recorded' : 'named' })
  const read = {
    serial: { norm: null, state: 'obliterated' },
    ...{ make: said('Glock'), model: said(null), calibre: said(null), type: said(null), country: said(null) },
    ...{ yearStated: '1990-1995', year: { from: 1990, to: 1995 } },
  } as const
  const subject = { record: AGENCY, read }
  assert.deepEqual(askedAbout(subject), { record: AGENCY })
  const { mark, markState } = shownOf(subject)
  assert.deepEqual([mark, markState], [null, 'obliterated'])
  assert.deepEqual(describedLines(shownOf(subject)), [
    { field: 'make', text: 'Glock' },
    { field: 'year', text: '1990–1995' },
  ])
})

test('a try again is the same question, other content or another round is another', () => {
  const { name, forget } = questionNames(identifiers())
  const first = name(content)
  assert.equal(questionRequest.safeParse(first).success, true)
  assert.deepEqual(name({ ...content }), first)
  const other = name({ ...content, reference: 'case 8' })
  assert.notEqual(other.id, first.id)
  forget()
  assert.notEqual(name({ ...content, reference: 'case 8' }).id, other.id)
})
