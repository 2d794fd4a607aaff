import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync, deflateSync } from 'node:zlib'
import type { CaseEntrySaid } from '@proofmark/contract/schemas/case-entry'
import fc from 'fast-check'
import { caseAsks } from './case-asks.ts'
import { type CaseEntry, standingOf } from './case-standing.ts'
import { derivedId } from './derived-id.ts'
import { documentKind } from './document-kind.ts'
import { beginningOf, viewOf } from './document-view.ts'
import { savedName } from './saved-name.ts'

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

/** A ZIP of these parts, packed, with its central directory. */
function zipOf(...parts: readonly (string | readonly [string, string])[]): Buffer {
  const files = parts.map((part) => (typeof part === 'string' ? ([part, '<x/>'] as const) : part))
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []]
  for (const [name, text] of files) {
    const content = deflateRawSync(text)
    const at = Buffer.concat(locals).length
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)]
    local.write('PK\x03\x04', 'latin1')
    local.writeUInt16LE(name.length, 26)
    central.write('PK\x01\x02', 'latin1')
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(content.length, 20)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), content)
    centrals.push(central, Buffer.from(name))
  }
  return Buffer.concat([...locals, ...centrals])
}

/** A PDF whose objects are packed together in one stream. */
const packedPdf = (objects: string, dictionary = '/Type /ObjStm /Filter /FlateDecode'): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} >>\nstream\n`),
    deflateSync(objects),
    Buffer.from('\nendstream'),
  ])
const relates = (type: string, mode: string): [string, string] => [
  'word/_rels/settings.xml.rels',
  `<Relationships><Relationship Id="r1" Type="http://schemas/${type}" TargetMode="${mode}" Target="https://test"/></Relationships>`,
]

test('a document is what its content says: what carries macros or runs by itself is named so', () => {
  const parts = ['[Content_Types].xml', 'word/document.xml'] as const
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const cases: [Buffer, string | null, string | null][] = [
    [zipOf(...parts), docx, null],
    [zipOf(...parts, 'word/vbaProject.bin'), docx, 'macros'],
    [zipOf(...parts, 'word/other-name.bin'), docx, 'macros'],
    [zipOf(...parts, 'word/embeddings/sheet.xlsx'), docx, 'active_content'],
    [zipOf(...parts, relates('hyperlink', 'External')), docx, null],
    // What is called otherwise is told by the parts that say what others are.
    [
      zipOf(['[Content_Types].xml', '<T ContentType="application/vnd.ms-office.vbaProject"/>'], 'word/a.xml'),
      docx,
      'macros',
    ],
    [zipOf(...parts, relates('attachedTemplate', 'External')), docx, 'active_content'],
    [zipOf(...parts, relates('attachedTemplate', 'Ext&#101;rnal')), docx, 'not_examined'],
    [zipOf(['[Content_Types].xml', ' '.repeat(3_000_000)], 'word/document.xml'), docx, 'not_examined'],
    [zipOf('holiday.jpg'), null, 'unknown_type'],
    [Buffer.from('%PDF-1.7\n<< /J#53 4 0 R >>'), 'application/pdf', 'active_content'],
    [Buffer.from('%PDF-1.7\n<< /JSON 4 0 R >>'), 'application/pdf', null],
    [Buffer.from('%PDF-1.7\n<< /Encrypt 4 0 R >>'), 'application/pdf', 'not_examined'],
    [packedPdf('<< /Type /Page >>'), 'application/pdf', null],
    [packedPdf('<< /S /JavaScript >>'), 'application/pdf', 'active_content'],
    [packedPdf('<<>>', '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]'), 'application/pdf', 'not_examined'],
    [packedPdf('<< /AA 1 0 R >>', '/Type /Obj#53tm /Filter /FlateDecode'), 'application/pdf', 'not_examined'],
    [Buffer.from('harmless\n%PDF-1.7\n<< /JS 1 >>'), null, 'unknown_type'],
    [Buffer.from('<script>WEBP'), null, 'unknown_type'],
    [Buffer.from('\ufeff\n <!DOCTYPE html><p>'), null, 'unknown_type'],
    [Buffer.from('<!-- --><script>'), null, 'unknown_type'],
    [Buffer.from('He wrote <script>alert(1)</script> and <html>.'), 'text/plain', null],
    [Buffer.from('Le témoin a vu deux <caisses>.', 'latin1'), 'text/plain', null],
    [Buffer.from('\ufeffما رآه الشاهد', 'utf16le'), 'text/plain', null],
    [Buffer.from('\ufeff<html><p>', 'utf16le'), null, 'unknown_type'],
    [Buffer.from('<html>\xe9', 'latin1'), null, 'unknown_type'],
    [Buffer.from('\x1f\x8b\x08\xe9', 'latin1'), null, 'unknown_type'],
    [Buffer.from('caf\xe9\x81', 'latin1'), null, 'unknown_type'],
    [Buffer.from('RIFF\x01\x01\x01\x01WEBP'), 'image/webp', null],
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

test('a document is taken away under a name that ends as its content demands, and what bears a caution under its identifier', () => {
  const saved = (name: string, mediaType: string | null, caution: string | null = null) =>
    savedName({ id: 'ID', name, mediaType, caution })
  assert.equal(saved('Statement.TXT', 'text/plain'), 'Statement.TXT')
  assert.equal(saved('photo.hta', 'text/plain'), 'photo.hta.txt')
  assert.equal(saved('photo.jpg.html', 'image/jpeg'), 'photo.jpg.html.jpg')
  assert.equal(saved('photo.txt.', 'text/plain'), 'photo.txt..txt')
  assert.equal(saved('form.pdf', 'application/pdf', 'active_content'), 'ID.sealed')
  assert.equal(saved('old.doc', 'application/x-ole-storage'), 'ID.sealed')
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
