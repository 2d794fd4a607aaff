import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diagnose, isRecovering } from './diagnosis.ts'

test('what PostgreSQL logs is told apart: disk, port, memory, another server, damage', () => {
  assert.equal(diagnose('FATAL:  could not write lock file "postmaster.pid": No space left on device'), 'disk_full')
  assert.equal(diagnose('FATAL:  could not create any TCP/IP sockets'), 'port_taken')
  assert.equal(diagnose('FATAL:  pre-existing shared memory block (key 5, ID 6) is still in use'), 'memory_in_use')
  assert.equal(diagnose('FATAL:  lock file "postmaster.pid" already exists'), 'running')
  assert.equal(diagnose('PANIC:  could not locate a valid checkpoint record at 0/1762888'), 'damaged')
  assert.equal(diagnose('FATAL:  invalid value for parameter "shared_buffers": "plenty"'), 'other')
  assert.equal(diagnose(''), 'other')
  assert.ok(isRecovering('LOG:  database system was not properly shut down; automatic recovery in progress'))
  assert.ok(!isRecovering('LOG:  database system was shut down at 2026-11-24 13:45:49 UTC'))
})
