import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseEntryShown, CaseShown } from '@proofmark/contract/schemas/case'
import { groundsAt, groundsOf, stillThere } from './basis.ts'
import { EVERYTHING, fitting, people } from './timeline-filter.ts'

const say = (id: string) => id
const [CASE, INNER] = ['case', 'inner']
const note = (entry: string, more: Partial<CaseEntryShown> = {}): CaseEntryShown => ({
  ...{
    entry,
    kind: 'note',
    compartment: CASE,
    agency: 'Police',
    by: 'Ida',
    at: `2026-01-0${entry.length}T10:00:00.000Z`,
  },
  said: { kind: 'note', text: `words of ${entry}`, standing: 'fact', about: [] },
  ...{ struck: null, withdrawn: false, mayWithdraw: false, restsOnWithdrawn: false },
  ...more,
})
const entries = [
  note('a'),
  note('bb', { by: 'Cato' }),
  note('ccc', { compartment: INNER }),
  note('dddd', { withdrawn: true }),
  note('eeeee', { struck: { entry: 's', by: 'D', at: '2026-01-09T10:00:00.000Z', reason: 'data_subject' } }),
]
// Only what these rules look at.
const shown = {
  case: CASE,
  entries,
  items: [],
  documents: [],
  compartments: [{ compartment: CASE, name: null, part: 'lead', members: [] }],
  timeline: [
    { day: '2025-12-24', until: '2026-01-02', from: 'item', id: 'x', event: 'seizure', at: null },
    ...entries.map(({ entry, at }) => ({
      day: at.slice(0, 10),
      until: null,
      from: 'entry',
      id: entry,
      event: 'note',
      at,
    })),
  ],
} as unknown as CaseShown
const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id)

test('an entry may build upon what all its readers read, the last first, and never upon what was withdrawn', () => {
  assert.deepEqual(ids(groundsAt(shown, '', say)), ['eeeee', 'bb', 'a'])
  assert.deepEqual(ids(groundsAt(shown, INNER, say)), ['eeeee', 'ccc', 'bb', 'a'])
  assert.deepEqual(stillThere(shown, '', ['ccc', 'a'], say), ['a'], 'moved out of the compartment, its own stay behind')
  assert.deepEqual(
    groundsOf(shown, ['a', 'dddd', 'gone', 'eeeee'], say).map((ground) => ground?.words ?? null),
    ['words of a', null, null, ''],
    'what was withdrawn and what was struck is named by no word',
  )
})

test('the timeline is narrowed by kind, by who did it and by days; a span fits where it may have been so', () => {
  assert.deepEqual(people(shown), ['Cato', 'Ida'])
  const told = (more: object) => ids(fitting(shown, { ...EVERYTHING, ...more }))
  assert.equal(told({}).length, 6)
  assert.deepEqual(told({ from: 'item' }), ['x'])
  assert.deepEqual(told({ by: 'Cato' }), ['bb'])
  assert.deepEqual(told({ since: '2026-01-02', until: '2026-01-02' }), ['x', 'bb'])
  assert.deepEqual(told({ until: '2025-12-23' }), [])
})
