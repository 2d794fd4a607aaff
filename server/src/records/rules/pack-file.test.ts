import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createVocabulary, NO_VOCABULARY } from '@proofmark/domain/vocabulary'
import fc from 'fast-check'
import { looksPersonal } from './looks-personal.ts'
import { formatPack, PACK_LIMIT_BYTES, type PackDecision, readPack, recordClass } from './pack-file.ts'
import { standingRows } from './pack-standing.ts'

const HEADING = {
  name: 'words of XB',
  state: 'XB',
  agency: 'Police of XB',
  made: '2026-03-01',
  licence: 'CC0-1.0',
  provenance: 'decided in XB since 2024',
  tables: 3,
}
const bytes = (text: string) => new TextEncoder().encode(text)
const decision = (given: Partial<PackDecision>): PackDecision => ({
  field: 'make',
  text: 'quux',
  make: null,
  code: null,
  said: null,
  name: null,
  country: null,
  records: null,
  ...given,
})
const packOf = (...rows: Partial<PackDecision>[]) => readPack(bytes(formatPack(HEADING, rows.map(decision)).content))
const standings = (rows: Partial<PackDecision>[], vocabulary = NO_VOCABULARY) =>
  standingRows(packOf(...rows).rows, vocabulary).map(({ standing, fault }) => fault ?? standing)
const refused = (content: string | Uint8Array, parameters: object) =>
  assert.throws(() => readPack(typeof content === 'string' ? bytes(content) : content), parameters)

describe('a pack', () => {
  test('is read as it was written, in whatever layout, and another sum is told', () => {
    const rows = [decision({ code: 'taurus', records: '10–99' }), decision({ text: 'сталь', said: 'craft' })]
    const { content, sha256 } = formatPack(HEADING, rows)
    const read = readPack(bytes(content))
    assert.deepEqual([read.heading, read.sha256], [HEADING, sha256])
    assert.deepEqual(
      read.rows.map((row) => row.decision),
      rows,
    )
    assert.equal(readPack(bytes(JSON.stringify(JSON.parse(content)))).sha256, sha256)
    refused(content.replace('taurus', 'glock'), {
      code: 'pack_unreadable',
      parameters: { reason: 'sha256', field: '' },
    })
  })

  test('of another kind, version or size is refused by name', () => {
    refused('no pack', { code: 'pack_unreadable', parameters: { reason: 'json', field: '' } })
    refused('[1]', { code: 'pack_unreadable', parameters: { reason: 'format', field: '' } })
    refused('['.repeat(9), { code: 'pack_unreadable', parameters: { reason: 'deep', field: '' } })
    refused(new Uint8Array([0xff, 0xfe]), { code: 'pack_unreadable' })
    refused('{"format":"proofmark-vocabulary","version":2}', {
      code: 'pack_version',
      parameters: { found: '2', accepted: 1 },
    })
    refused(new Uint8Array(PACK_LIMIT_BYTES + 1), { code: 'pack_too_large' })
    const many = Array.from({ length: 5_001 }, (_, at) => decision({ text: `q${at}`, code: 'taurus' }))
    refused(formatPack(HEADING, many).content, { code: 'pack_too_large', parameters: { limit: 5_000, unit: 'rows' } })
    refused(formatPack({ ...HEADING, name: 'a\u202Eb' }, []).content, {
      parameters: { reason: 'field', field: 'name' },
    })
    refused(formatPack({ ...HEADING, made: '2026-02-31' }, []).content, {
      parameters: { reason: 'field', field: 'made' },
    })
  })

  test('whose rows are hostile says so of each, and the rest goes through', () => {
    const rows: Partial<PackDecision>[] = [
      { text: 'good', code: 'taurus' },
      { text: '=HYPERLINK("x")', code: 'taurus' },
      { text: 'turned \u202E round', code: 'taurus' },
      { text: 'nul\0l', code: 'taurus' },
      { text: 'long '.repeat(60), code: 'taurus' },
      { field: 'holder', text: 'somebody', said: 'none' },
      { text: 'both', code: 'taurus', said: 'none' },
      { text: 'neither' },
      { text: 'gone', code: 'a_make_of_tomorrow' },
      { text: 'named', name: 'Glock' },
      { field: 'model', text: 'zz 9', make: 'own/nowhere', name: 'ZZ 9' },
      { text: { toString: 'no' } as never, code: 'taurus' },
    ]
    assert.deepEqual(standings(rows), [
      'new',
      'formula',
      'control',
      'control',
      'text',
      'field',
      'meaning',
      'meaning',
      'code_unknown',
      'name_known',
      'make_unknown',
      'shape',
    ])
  })

  test('that repeats itself counts once, and where it contradicts itself not at all', () => {
    const rows = [
      { text: 'Quux', code: 'taurus' },
      { text: 'quux ', code: 'taurus' },
      { text: 'Zorbo', code: 'taurus' },
      { text: 'ZORBO', code: 'glock' },
    ]
    assert.deepEqual(standings(rows), ['new', 'repeated', 'contradicts_itself', 'contradicts_itself'])
  })

  test('stands to what the agency and the tables say, and brings its own new names in any order', () => {
    const vocabulary = createVocabulary([
      { id: '1', field: 'make', stated: 'quux', make: null, code: 'glock', said: null },
      { id: '2', field: 'make', stated: 'same', make: null, code: 'taurus', said: null },
    ])
    const rows = [
      { text: 'QUUX', code: 'taurus' },
      { text: 'Same', code: 'taurus' },
      { text: 'Taurus', code: 'glock' },
      { field: 'model', text: 'X 1', make: 'own/zorbo', name: 'X1' },
      { text: 'Zorbo Works', code: 'own/zorbo' },
      { text: 'Zorbo', name: 'Zorbo', country: 'XA' },
    ]
    assert.deepEqual(standings(rows, vocabulary), ['contradicts', 'agrees', 'known', 'new', 'new', 'new'])
  })

  test('is never read otherwise than with a named error, whatever its bytes', () => {
    const { content } = formatPack(HEADING, [decision({ code: 'taurus' })])
    fc.assert(
      fc.property(fc.nat(content.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, junk) => {
        const broken = bytes(content)
        broken.set(junk.slice(0, broken.length - at), at)
        try {
          readPack(broken)
        } catch (failure) {
          assert.match((failure as { code: string }).code, /^pack_/)
        }
      }),
    )
  })
})

test('records behind a decision are told in classes of ten', () => {
  assert.deepEqual([null, 0, 1, 9, 10, 999, 1000, 25_000, 1_000_000].map(recordClass), [
    null,
    null,
    '1–9',
    '1–9',
    '10–99',
    '100–999',
    '1000–9999',
    '10000+',
    '10000+',
  ])
})

test('what looks like a person or a document is known, and makes, firms and firearms are not', () => {
  for (const text of ['Joana Pereira Luz', 'PETROVIĆ MARKO', 'Sr. Almeida', 'иванов пётр', 'أحمد سالم'])
    assert.equal(looksPersonal(text), 'person', text)
  for (const text of ['RG 123456', '123.456.789-00', 'a.b@example.org', '+55 11 5550100', 'inq 0042/2021'])
    assert.equal(looksPersonal(text), 'document', text)
  for (const text of [
    'Quuxwerke',
    'Forjas Taurus',
    'Zorbo Armas',
    'espingarda artesanal',
    '.45 long',
    'PT-92',
    'sem marka',
    'Model 10',
  ])
    assert.equal(looksPersonal(text), null, text)
})
