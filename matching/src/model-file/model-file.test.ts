import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { balanceOf } from '../balance.ts'
import { learnModel } from '../learning/learn.ts'
import { invented } from '../learning/learning.test-helper.ts'
import { shrunk } from '../learning/shrunk.ts'
import { START_MODEL } from '../model.ts'
import type { ModelContent } from './model-content.ts'
import { type ModelFile, modelOf, readModelFile, versionOf, writeModelFile } from './model-file.ts'
import { ModelFileError } from './reading.ts'

function contentLearned(): ModelContent {
  const learning = learnModel(invented('seizure', { wrong: 0.1, misread: 0.2 }), START_MODEL)
  for (;;) {
    const { done, value } = learning.next()
    if (!done) continue
    const { version: _, recorded, between = {}, ...shares } = value.model
    const learned = { on: '2026-11-29', tables: 40, start: 'start-4', from: value.from, recorded: value.recorded }
    const figures = {
      records: 0,
      candidates: 0,
      likelihood: { before: -3.5, after: -3.25 },
      thresholds: [{ from: 0.9, precision: 0.99, recall: null }],
      calibration: [],
    }
    return { recorded, shares, between, learned, figures }
  }
}

const content = contentLearned()
const fileOf = (of: ModelContent, approvals: ModelFile['approvals'] = []): ModelFile => ({
  version: versionOf(of),
  content: of,
  approvals,
})
const text = writeModelFile(
  fileOf(content, [{ by: 'Ilse Moravan', agency: 'Police of XA', at: '2026-11-29T12:00:00.000Z' }]),
)

/** Reads what must be refused, and answers where and what would be accepted. */
function refused(file: string): ModelFileError {
  try {
    readModelFile(file)
  } catch (failure) {
    assert.ok(failure instanceof ModelFileError, String(failure))
    return failure
  }
  assert.fail('it was read')
}

const changed = (path: readonly (string | number)[], value: unknown): string => {
  const whole = JSON.parse(text) as Record<string, unknown>
  let place: Record<string | number, unknown> = whole
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>
  const last = path.at(-1)!
  if (value === undefined) delete place[last]
  else place[last] = value
  return JSON.stringify(whole)
}

test('a file is small, in order, and read as it was written; the model weighs as before', () => {
  assert.ok(text.length < 60_000)
  const read = readModelFile(text)
  assert.deepEqual(read.content, content)
  assert.equal(writeModelFile(read), text)
  assert.ok(balanceOf(modelOf(read)).model.version.startsWith('m-'))
})

const number = fc.double({ min: 0.001, max: 0.9, noNaN: true })
const degrees = fc
  .record({ same: number, compatible: number, near: number, differs: number })
  .map((weights) => shrunk(weights, { same: 0.25, compatible: 0.25, near: 0.25, differs: 0.25 }, 0.01))

test('whatever can be learned is read back as it was written, and another content is another version', () => {
  fc.assert(
    fc.property(
      degrees,
      degrees,
      fc.array(fc.constantFrom('register+seizure', 'loss-theft+find'), { maxLength: 2 }),
      (m, u, pairs) => {
        const shares = { ...content.shares, make: { m, u, beside: null } }
        const other: ModelContent = {
          ...content,
          shares,
          between: Object.fromEntries(pairs.map((pair) => [pair, shares])),
        }
        const written = writeModelFile(fileOf(other))
        assert.deepEqual(readModelFile(written).content, other)
        assert.notEqual(versionOf(other), versionOf(content))
      },
    ),
    { numRuns: 30 },
  )
})

test('a file of another format is refused by its format, before anything else is looked at', () => {
  assert.equal(refused('{}').path, 'format')
  assert.deepEqual(
    [refused(changed(['formatVersion'], 3)).path, refused(changed(['formatVersion'], 3)).accepted],
    ['formatVersion', '1 or 2'],
  )
  assert.equal(refused(changed(['formatVersion'], 1)).path, 'formatVersion')
  assert.equal(refused('[1').path, 'file')
  assert.equal(refused('null').path, 'format')
})

test('a model of the first format is read, keeps its version, and says nothing of what came later', () => {
  const { importer: _, crossed: __, toldPlace: ___, order: ____, ...before } = content.shares
  const older: ModelContent = { ...content, shares: before, between: { 'register+seizure': before } }
  const written = writeModelFile(fileOf(older))
  assert.ok(written.includes('"formatVersion": 1') && text.includes('"formatVersion": 2'))
  const read = readModelFile(written)
  assert.deepEqual(read.content, older)
  const [one, other] = [readItem({ importer: 'Interarms' }), readItem({ importer: 'Transarms' })]
  assert.deepEqual(balanceOf(modelOf(read)).evidence(one, other), [])
  const [line] = balanceOf(modelOf(readModelFile(text))).evidence(one, other)
  assert.ok(line?.field === 'importer' && line.bits < 0)
})

test('what is out of range, missing or strange is named by its path', () => {
  const make = ['content', 'shares', 'make'] as const
  const wrong: [readonly (string | number)[], unknown, string][] = [
    [[...make, 'm', 'same'], -0.1, 'content.shares.make.m.same'],
    [[...make, 'm', 'same'], 1.5, 'content.shares.make.m.same'],
    [[...make, 'm', 'same'], null, 'content.shares.make.m.same'],
    [[...make, 'm', 'same'], '0.5', 'content.shares.make.m.same'],
    [[...make, 'u', 'near'], undefined, 'content.shares.make.u.near'],
    [[...make, 'u', 'far'], 0.1, 'content.shares.make.u.far'],
    [[...make, 'm', 'same'], 0.5, 'content.shares.make.m'],
    [['content', 'shares', 'mark', 'kept'], 0, 'content.shares.mark.kept'],
    [['content', 'shares', 'mark', 'kept'], 0.9999, 'content.shares.mark'],
    [['content', 'shares', 'importer', 'beside'], null, 'content.shares.importer.beside'],
    [['content', 'shares', 'order', 'event'], undefined, 'content.shares.order.event'],
    [['content', 'shares', 'toldPlace', 'others', 'm'], 1, 'content.shares.toldPlace.others.m'],
    [['content', 'shares', 'year', 'near', 'm'], 0.9, 'content.shares.year.near.m'],
    [['content', 'between', 'register+spaceship'], {}, 'content.between'],
    [['content', 'learned', 'on'], 'yesterday', 'content.learned.on'],
    [['approvals', 0, 'by'], 'Ilse\u202eMoravan', 'approvals[0].by'],
    [['version'], 'm-0123456789abcdef', 'version'],
    [['content', 'learned', 'tables'], 41, 'version'],
    [['approvals'], [], 'sum'],
  ]
  for (const [path, value, at] of wrong) assert.equal(refused(changed(path, value)).path, at, path.join('.'))
})

test('a number that is none is refused, however it is written', () => {
  for (const word of ['NaN', 'Infinity', '1e999', '-1e999', '"NaN"', 'true', '[0.5]'])
    assert.ok(refused(text.replace(/"same": 0\.\d+/, `"same": ${word}`)).path)
})

test('no file of a stranger brings about anything but the one error', () => {
  const anywhere = fc.tuple(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 20 }))
  fc.assert(
    fc.property(anywhere, ([at, cut, put]) => {
      const hostile = text.slice(0, at) + put + text.slice(at + cut)
      try {
        assert.deepEqual(readModelFile(hostile), readModelFile(text))
      } catch (failure) {
        assert.ok(failure instanceof ModelFileError, String(failure))
      }
    }),
    { numRuns: 200 },
  )
  const value = fc.jsonValue({ maxDepth: 4 })
  fc.assert(
    fc.property(value, fc.constantFrom('content', 'version', 'approvals', 'sum', '__proto__'), (strange, name) => {
      assert.ok(refused(JSON.stringify({ ...JSON.parse(text), [name]: strange })).accepted !== '')
    }),
    { numRuns: 100 },
  )
})
