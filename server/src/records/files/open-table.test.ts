import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { openTable } from './open-table.ts'
import { PARSER_LIMITS } from './parser-sandbox.ts'
import { pieces, rowsOf, unreadable, utf8 } from './table.fixture.ts'
import { textRow, workbook } from './workbook.fixture.ts'

/** How many processes of ours run; one that has just ended is let go of in the next turn. */
async function running(): Promise<number> {
  await wait(1)
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length
}

const open = (bytes: Uint8Array, limits = PARSER_LIMITS) => openTable('file', pieces(bytes), {}, limits)
const fault = (bytes: Uint8Array, limits = PARSER_LIMITS) =>
  open(bytes, limits)
    .then(rowsOf)
    .then(
      () => ['none'],
      (failure: unknown) => unreadable(failure),
    )

/** Rows without end, and how many bytes of them were taken. */
function endless() {
  const so = { bytes: 0, left: false }
  async function* content() {
    yield utf8('id,serial\n')
    const rows = utf8('1,ABC123\n'.repeat(1_000))
    try {
      for (;;) {
        so.bytes += rows.length
        yield rows
      }
    } finally {
      so.left = true
    }
  }
  return { so, content: content() }
}

test('a CSV file is a table of rows by heading, counted as a spreadsheet counts, with misfits marked', async () => {
  const table = await open(utf8('id;serial\n1;A\n\n2\n3;B;C\n'))
  assert.deepEqual(table.form, { kind: 'csv', encoding: 'utf-8', delimiter: ';' })
  assert.deepEqual(table.headings, ['id', 'serial'])
  const rows = (await rowsOf(table)).map((row) => ({ ...row, cells: { ...row.cells } }))
  assert.deepEqual(rows, [
    { row: 2, cells: { id: '1', serial: 'A' } },
    { row: 4, cells: { id: '2' }, columns: { found: 1, expected: 2 } },
    { row: 5, cells: { id: '3', serial: 'B', 'column 3': 'C' }, columns: { found: 3, expected: 2 } },
  ])
  assert.equal(await running(), 0)
})

test('a workbook is one too, by its bytes, whatever it is called', async () => {
  const table = await open(workbook({ sheets: { Arms: textRow(1, ['id', 'serial']) + textRow(2, ['1', 'A']) } }))
  assert.deepEqual(table.form, { kind: 'xlsx', sheet: 'Arms', sheets: ['Arms'] })
  assert.deepEqual({ ...(await rowsOf(table))[0]!.cells }, { id: '1', serial: 'A' })
})

test('a heading named like a member of an object is a heading, and lone surrogates pass', async () => {
  const sheet = textRow(1, ['__proto__', 'constructor']) + textRow(2, ['a', '_xD800_b'])
  const [row] = await rowsOf(await open(workbook({ sheets: { A: sheet } })))
  assert.deepEqual(Object.entries(row!.cells), [
    ['__proto__', 'a'],
    ['constructor', '\uD800b'],
  ])
})

test('a file that is no table is refused with the reason and the row', async () => {
  assert.deepEqual(await fault(utf8('')), ['empty', 0])
  assert.deepEqual(await fault(utf8('\nid,id\n')), ['heading_twice', 2])
  assert.equal(await running(), 0)
})

test('a fault further on is thrown after the rows before it', async () => {
  const table = await open(utf8('id,serial\n1,A\n2,"B\n'))
  const seen: number[] = []
  await assert.rejects(
    async () => {
      for await (const { row } of table.rows) seen.push(row)
    },
    (failure) => {
      assert.deepEqual(unreadable(failure), ['quote_unclosed', 3])
      return true
    },
  )
  assert.deepEqual(seen, [2])
})

test('a sheet that the workbook has not is refused with those that it has', async () => {
  const content = pieces(workbook({ sheets: { Arms: textRow(1, ['id']), Notes: '' } }))
  await assert.rejects(openTable('f', content, { sheet: 'Waffen' }), (failure) => {
    assert.ok(failure instanceof ProofmarkError)
    assert.equal(failure.code, 'value_not_listed')
    assert.deepEqual(failure.parameters, { field: 'sheet', value: 'Waffen', accepted: 'Arms, Notes' })
    return true
  })
})

test('what the content throws is thrown on as it is, before the heading and behind it', async () => {
  const cut = new Error('The connection was cut.')
  const opened = Promise.withResolvers<void>()
  async function* content(begin: string) {
    yield utf8(begin)
    if (begin !== '') await opened.promise
    throw cut
  }
  await assert.rejects(openTable('f', content('')), cut)
  const table = await openTable('f', content(`id,serial\n${'1,A\n'.repeat(50_000)}`))
  opened.resolve()
  await assert.rejects(rowsOf(table), cut)
  assert.equal(await running(), 0)
})

test('no more of a file is taken than its reader asks for', async () => {
  const { so, content } = endless()
  const table = await openTable('f', content)
  await table.rows[Symbol.asyncIterator]().next()
  await wait(300)
  assert.ok(so.bytes < 4_000_000, `${so.bytes} bytes taken`)
  await table.close()
})

test('a table that is closed, or left in the middle of its rows, ends its process and lets go of the content', async () => {
  const closed = endless()
  const table = await openTable('f', closed.content)
  assert.equal(await running(), 1)
  await table.close()
  await table.close()
  assert.equal(await running(), 0)
  const left = endless()
  for await (const { row } of (await openTable('f', left.content)).rows) if (row === 5_000) break
  assert.equal(await running(), 0)
  await wait(0)
  assert.deepEqual([closed.so.left, left.so.left], [true, true])
})

test('a table can be closed while its content never comes', async () => {
  async function* content() {
    yield utf8(`id,serial\n${'1,A\n'.repeat(50_000)}`)
    await new Promise(() => {})
  }
  const table = await openTable('f', content())
  await table.close()
  assert.equal(await running(), 0)
})

test('a parser that needs more memory than it may have, in its heap or in all, ends as a refusal', async () => {
  const gap = workbook({ sheets: { A: textRow(1, ['id']) + textRow(1_000_000_000, ['1']) } })
  assert.deepEqual(await fault(gap, { ...PARSER_LIMITS, heap: 64 }), ['out_of_memory', 0])
  assert.deepEqual(await fault(utf8('id\n1\n'), { ...PARSER_LIMITS, memory: 1 }), ['out_of_memory', 0])
  assert.equal(await running(), 0)
})

test('a parser that is silent for too long is ended', async () => {
  assert.deepEqual(await fault(utf8('id\n1\n'), { ...PARSER_LIMITS, silence: 1 }), ['took_too_long', 0])
  assert.equal(await running(), 0)
})

test('waiting for the content is not silence of the parser', async () => {
  async function* content() {
    yield utf8('id\n')
    await wait(600)
    yield utf8('1\n')
  }
  const table = await openTable('f', content(), {}, { ...PARSER_LIMITS, silence: 500 })
  assert.equal((await rowsOf(table)).length, 1)
})
