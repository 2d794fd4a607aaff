import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseEntrySaid } from '@proofmark/contract/schemas/case-entry'
import fc from 'fast-check'
import { caseAsks } from './case-asks.ts'
import { type CaseEntry, standingOf } from './case-standing.ts'
import { derivedId } from './derived-id.ts'
import { documentKind } from './document-kind.ts'
import { beginningOf, viewOf } from './document-view.ts'

const id = (word: string) => derivedId('test', word)
const entryOf = (said: CaseEntrySaid, number: number): CaseEntry => ({
  ...{ id: id(`${number}`), number: String(number), kind: said.kind, compartment: id('case'), said },
  ...{ agency: id('agency'), agencyName: 'Police', account: id('ida'), by: 'Ida', at: new Date(0) },
})

const saying: fc.Arbitrary<CaseEntrySaid> = fc.oneof(
  fc.record({
    kind: fc.constant('note' as const),
    text: fc.constant('seen'),
    standing: fc.constant('fact' as const),
    about: fc.array(
      fc.nat(20).map((number) => id(`${number}`)),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('task' as const),
    template: fc.constantFrom('nine_steps' as const, 'supply_chain' as const),
  }),
  fc.record({
    kind: fc.constant('task_state' as const),
    task: fc.nat(20).map((number) => id(`${number}`)),
    step: fc.constantFrom(undefined, 'dna'),
    state: fc.constantFrom('open' as const, 'done' as const, 'not_needed' as const),
  }),
  fc.record({
    kind: fc.constant('item' as const),
    item: fc.record({ kind: fc.constant('record' as const), id: fc.constant(id('record')) }),
  }),
  fc.record({
    kind: fc.constant('withdrawal' as const),
    of: fc.nat(20).map((number) => id(`${number}`)),
    what: fc.constant('item' as const),
  }),
  fc.constant({
    kind: 'closed' as const,
    outcome: 'done',
    supplyChain: 'traced' as const,
    openTraces: [],
  } satisfies CaseEntrySaid as CaseEntrySaid),
  fc.constant({ kind: 'reopened' as const, why: 'new' }),
  fc.constant({ kind: 'archived' as const, why: 'old' }),
  fc.record({ kind: fc.constant('review' as const), on: fc.constantFrom('2026-01-01', '2027-01-01') }),
)
const entries = fc.array(saying, { maxLength: 20 }).map((list) => list.map(entryOf))

test('how a case stands follows from its entries, in whatever order they are handed over', () => {
  fc.assert(
    fc.property(
      entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, mixed]) => assert.deepEqual(standingOf(mixed), standingOf(all)),
    ),
  )
})

test('what was withdrawn is no item, the last move says how a case stands, and what is closed asks nothing', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const standing = standingOf(all)
      assert.ok(standing.items.every((item) => !standing.withdrawn.has(item.id)))
      const last = all.findLast(({ kind }) => ['closed', 'reopened', 'archived'].includes(kind))?.kind
      const states = { closed: 'closed', archived: 'archived', reopened: 'open' } as const
      assert.equal(standing.state, last ? states[last as keyof typeof states] : 'open')
      const asking = { entries: all, standing, openTraces: [], account: id('ida'), today: '2026-06-01' }
      const asks = caseAsks(asking)
      if (standing.state !== 'open') assert.deepEqual(asks, [])
      for (const { ask, entry } of asks)
        if (ask === 'task_due') assert.equal(standing.tasks.find((task) => task.entry.id === entry)?.state, 'open')
    }),
  )
})

test('an entry that nothing refers to, and that another reader does not see, changes nothing but itself', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const note = entryOf({ kind: 'note', text: 'hidden', standing: 'fact', about: [] }, 99)
      assert.deepEqual(standingOf([...all, note]), standingOf(all))
    }),
  )
})

const zipOf = (...names: readonly string[]) =>
  Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    ...names.map((name) => {
      const head = Buffer.alloc(46)
      head.write('PK\x01\x02', 'latin1')
      head.writeUInt16LE(name.length, 28)
      return Buffer.concat([head, Buffer.from(name)])
    }),
  ])

test('a document is what its content says: what carries macros or runs by itself is named so', () => {
  const parts = ['[Content_Types].xml', 'word/document.xml'] as const
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const cases: [Buffer, string | null, string | null][] = [
    [zipOf(...parts), docx, null],
    [zipOf(...parts, 'word/vbaProject.bin'), docx, 'macros'],
    [zipOf(...parts, 'word/other-name.bin'), docx, 'macros'],
    [zipOf(...parts, 'word/embeddings/sheet.xlsx'), docx, 'active_content'],
    [zipOf('holiday.jpg'), null, 'unknown_type'],
    [Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf', null],
    [Buffer.from('%PDF-1.7\n<< /OpenAction 4 0 R >>'), 'application/pdf', 'active_content'],
    [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'application/x-ole-storage', 'macros'],
    [Buffer.from('MZ\x90\x00', 'latin1'), null, 'unknown_type'],
    [Buffer.from('ما رآه الشاهد'), 'text/plain', null],
    [Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'image/jpeg', null],
  ]
  for (const [bytes, mediaType, caution] of cases) assert.deepEqual(documentKind(bytes), { mediaType, caution })
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void documentKind(Buffer.from(bytes))))
})

test('pictures and plain text are looked at, never what bears a caution, and a text is cut between its characters', () => {
  for (const [mediaType, view] of [
    ['image/png', 'picture'],
    ['image/gif', null],
    ['text/plain', 'text'],
    ['application/pdf', null],
    [null, null],
  ] as const)
    assert.deepEqual([viewOf(mediaType, null), viewOf(mediaType, 'macros')], [view, null])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, most) => {
      const beginning = beginningOf(Buffer.from(text), most)
      assert.ok(beginning.length <= Math.max(most, 0))
      assert.ok(text.startsWith(new TextDecoder('utf-8', { fatal: true }).decode(beginning)))
    }),
  )
})
