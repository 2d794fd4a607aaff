import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTable } from './open-table.ts'
import { PARSER_LIMITS } from './parser-sandbox.ts'
import { utf8 } from './table.fixture.ts'

const MEGABYTE = 1024 * 1024
const FILE_BYTES = 512 * MEGABYTE
const ROW = 'R-1,2019-05-03,AB123456C,"Smith & Wesson, Inc.",Model 10,.38 Special,revolver,BR,Holder "Ünal"\n'
const BLOCK_ROWS = 10_000

test('a file far larger than the bounds of memory is read to its last row, on both sides within them', async () => {
  const block = utf8(ROW.repeat(BLOCK_ROWS))
  const blocks = Math.ceil(FILE_BYTES / block.length)
  async function* content() {
    yield utf8('id,date,serial,make,model,calibre,type,country,holder\n')
    for (let sent = 0; sent < blocks; sent++) yield block
  }
  // The parser ends itself beyond its bound. A file of 2 GB does not differ, but takes minutes.
  const table = await openTable('large.csv', content(), {}, { ...PARSER_LIMITS, memory: 300 })
  let rows = 0
  let highest = 0
  for await (const { cells } of table.rows) {
    rows++
    if (rows % BLOCK_ROWS !== 0) continue
    assert.equal(cells.make, 'Smith & Wesson, Inc.')
    highest = Math.max(highest, process.memoryUsage.rss())
  }
  assert.equal(rows, blocks * BLOCK_ROWS)
  assert.ok(highest < 400 * MEGABYTE, `${Math.round(highest / MEGABYTE)} MB`)
})
