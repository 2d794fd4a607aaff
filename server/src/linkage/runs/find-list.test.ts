import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { bytesOf, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { listedRowLines } from '../present/listed-row.ts'
import { findList, type ListedRow } from './find-list.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  'id,serial,make,date\nP1,TKR10485,Taurus,2011\nP2,"frame WZV30711, slide WZV30999",Glock,2005\n=1+1,QXF40001,Rossi,2001\n',
)
await sourceWith(
  database,
  { name: 'customs seizures', kind: 'seizure', agency: 'Customs of XA' },
  'id,serial,make,date\nB1,TKR10485,Taurus,2024\n',
)
const police = await database.reader(people.police)
const look = (text: string, limit = 5, most?: number): Promise<ListedRow[]> =>
  Array.fromAsync(
    findList((work) => database.as(police, work), { file: 'list.csv', content: bytesOf(text) }, limit, most),
  )

test('each row of a list is looked up as its clerk wrote it, in the order of the file', async () => {
  const rows = await look(
    'Serial;Make;colour\nNo. tkr-1O485;taurus;black\nslide WZV30999 / frame illegible;glock;\nSUPRIMIDO;;\n12;;\nQXF4OO01;;\n',
  )
  assert.deepEqual(
    rows.map(({ row, found }) => [row, found?.candidates[0]?.key ?? null]),
    [
      [2, 'P1'],
      [3, 'P2'],
      [4, null],
      [5, null],
      [6, '=1+1'],
    ],
  )
  assert.deepEqual(
    rows.map(({ found }) => found !== null),
    [true, true, false, false, true],
  )
})

test('a list shows no record that its reader may not see, and every row is an entry of the log', async () => {
  const entries = async () => {
    const { rows } = await database
      .pool('backup')
      .query<{ count: string }>(`SELECT count(*) FROM audit_entry WHERE action = 'record.found'`)
    return Number(rows[0]?.count)
  }
  const before = await entries()
  const rows = await look('serial\nTKR10485\nTKR10485\n')
  for (const { found } of rows)
    assert.deepEqual(
      found?.candidates.map(({ key }) => key),
      ['P1'],
    )
  assert.equal((await entries()) - before, 2)
})

test('a list without a column for a serial is refused with the columns that would do', async () => {
  await assert.rejects(look('number,make\n1,x\n'), (failure) => {
    assert.ok(failure instanceof ProofmarkError)
    assert.equal(failure.code, 'columns_missing')
    assert.match(String(failure.parameters.accepted), /serial/)
    return true
  })
})

test('a list ends where it is told to', async () => {
  const rows = await look(`serial\n${'TKR10485\n'.repeat(70)}`, 1, 40)
  assert.equal(rows.length, 40)
})

test('the table of a list runs nothing in a spreadsheet', async () => {
  const listed = async function* () {
    yield* await look('serial,make\nQXF40001,=cmd\n')
  }
  const lines = await Array.fromAsync(listedRowLines(listed(), sayIn('en')))
  assert.match(lines[1] ?? '', /^2,QXF40001,true,0\.99\d\d,register,'=1\+1,/)
})
