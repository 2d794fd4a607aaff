import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePostmasterFile } from './postmaster-file.ts'

const WHOLE = '4711\n/srv/data/postgres\n1795527000\n46775\n\n127.0.0.1\n  5432001   98304\nready   \n'

test('postmaster.pid tells process, port and state', () => {
  assert.deepEqual(parsePostmasterFile(WHOLE), { pid: 4711, port: 46775, status: 'ready' })
})

test('postmaster.pid is read at every moment of its writing, and never guessed at', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: WHOLE.length }), (length) => {
      const read = parsePostmasterFile(WHOLE.slice(0, length))
      assert.ok(read === null || (read.pid >= 4 && read.pid <= 4711))
      if (read?.status === 'ready') assert.equal(read.port, 46775)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parsePostmasterFile(text)
      assert.ok(read === null || read.pid >= 1)
      assert.ok(read === null || read.port === null || (read.port >= 1 && read.port <= 65535))
    }),
  )
})

test('single-user mode writes its process number with a minus', () => {
  assert.deepEqual(parsePostmasterFile('-4711\n/srv/data\n'), { pid: 4711, port: null, status: null })
  assert.equal(parsePostmasterFile('0\n'), null)
  assert.equal(parsePostmasterFile(''), null)
})
