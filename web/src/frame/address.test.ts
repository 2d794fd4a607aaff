import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewOf } from './address.ts'

test('work begins at Home, and Find has an address of its own', () => {
  assert.deepEqual(viewOf('/', ''), { name: 'home' })
  assert.deepEqual(viewOf('/home', ''), { name: 'home' })
  assert.deepEqual(viewOf('/find', ''), { name: 'find' })
})

test('the desks of records and of words have addresses of their own', () => {
  assert.deepEqual(viewOf('/enter', ''), { name: 'enter' })
  assert.deepEqual(viewOf('/vocabulary/', ''), { name: 'vocabulary' })
  assert.deepEqual(viewOf('/vocabulary/packs', ''), { name: 'packs' })
  assert.deepEqual(viewOf('/oversight', ''), { name: 'oversight' })
  assert.equal(viewOf('/enter/more', '').name, 'unknown')
})

test('a sign-in link carries its token in the fragment', () => {
  assert.deepEqual(viewOf('/sign-in', '#abc'), { name: 'sign-in', token: 'abc' })
  assert.deepEqual(viewOf('/sign-in', ''), { name: 'sign-in', token: null })
})

test('setting up, one’s own sign-in and the people have a page each', () => {
  assert.deepEqual(viewOf('/set-up', ''), { name: 'set-up' })
  assert.deepEqual(viewOf('/me', ''), { name: 'me' })
  assert.deepEqual(viewOf('/people', ''), { name: 'people' })
  assert.equal(viewOf('/people/1', '').name, 'unknown')
})

test('an import is named by its number, and a new one has a page of its own', () => {
  assert.deepEqual(viewOf('/imports', ''), { name: 'imports' })
  assert.deepEqual(viewOf('/imports/new', ''), { name: 'import_new' })
  assert.deepEqual(viewOf('/imports/17', ''), { name: 'import', import: '17' })
  assert.equal(viewOf('/imports/seventeen', '').name, 'unknown')
  assert.equal(viewOf('/imports/17/more', '').name, 'unknown')
})

test('a record is named by its identifier and by nothing else', () => {
  const record = '0190a0b0-1111-7111-8111-0123456789ab'
  assert.deepEqual(viewOf(`/records/${record.toUpperCase()}`, ''), { name: 'record', record })
  assert.equal(viewOf('/records/1', '').name, 'unknown')
  assert.equal(viewOf(`/records/${record}/more`, '').name, 'unknown')
})

test('a source is named by its identifier and by nothing else', () => {
  const source = '0190a0b0-1111-7111-8111-0123456789ab'
  assert.deepEqual(viewOf('/sources', ''), { name: 'sources' })
  assert.deepEqual(viewOf(`/sources/${source.toUpperCase()}`, ''), { name: 'source', source })
  assert.equal(viewOf('/sources/register', '').name, 'unknown')
})

test('a firearm is named by any record of it', () => {
  const record = '0190a0b0-1111-7111-8111-0123456789ab'
  assert.deepEqual(viewOf(`/firearms/${record.toUpperCase()}`, ''), { name: 'firearm', record })
  assert.equal(viewOf('/firearms', '').name, 'unknown')
  assert.equal(viewOf('/firearms/TKR1048', '').name, 'unknown')
})

test('trace requests have a board, and each of them an address by its identifier alone', () => {
  const trace = '0190a0b0-1111-7111-8111-0123456789ab'
  assert.deepEqual(viewOf('/traces', ''), { name: 'traces' })
  assert.deepEqual(viewOf(`/traces/${trace.toUpperCase()}`, ''), { name: 'trace', trace })
  assert.equal(viewOf('/traces/overdue', '').name, 'unknown')
})

test('a weapon is addressed by any item that it fired', () => {
  const item = '0190a0b0-1111-8111-8111-0123456789ab'
  assert.deepEqual(viewOf('/ballistics', ''), { name: 'ballistics' })
  assert.deepEqual(viewOf(`/ballistics/${item.toUpperCase()}`, ''), { name: 'weapon', item })
  assert.equal(viewOf('/ballistics/F-1', '').name, 'unknown')
  assert.deepEqual(viewOf('/deconfliction/desk', ''), { name: 'deconfliction_desk' })
  assert.equal(viewOf('/deconfliction/other', '').name, 'unknown')
})

test('questions have a desk, and each of them an address at it by its identifier alone', () => {
  const question = '0190a0b0-1111-7111-8111-0123456789ab'
  assert.deepEqual(viewOf('/questions', ''), { name: 'questions', question: null })
  assert.deepEqual(viewOf(`/questions/${question.toUpperCase()}`, ''), { name: 'questions', question })
  assert.equal(viewOf('/questions/TKR1048', '').name, 'unknown')
  assert.deepEqual(viewOf('/notices', ''), { name: 'notices' })
})
