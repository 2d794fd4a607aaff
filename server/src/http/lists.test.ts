import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { type FindListAnswer, findListAnswer } from '@proofmark/contract/schemas/find'
import { startForBrowser } from '../testing/start-for-browser.ts'

const served = await startForBrowser()
after(() => served.stop())

const GROUNDS = { purpose: 'trace', reference: 'case 7' }

function send(name: RouteName, file: string, address: Record<string, string> = GROUNDS): Promise<Response> {
  const { method, path } = PATHS[name]
  return fetch(served.address + addressOf(path, { file: 'list.csv', ...address }), {
    method,
    headers: { authorization: `Bearer ${served.tokens.analyst}` },
    body: file,
  })
}

const list = async (file: string, address?: Record<string, string>) =>
  (await (await send('findList', file, address)).json()) as FindListAnswer & {
    error?: { code: string; message: string }
  }

test('a list is answered row by row, as the contract says', async () => {
  const answer = await list('serial;make\nTKR 1O48;taurus\nRASPADO;\nNo. TKR1O4B;\n')
  findListAnswer.parse(answer)
  assert.deepEqual(
    answer.rows.map(({ row, searched, candidates }) => [row, searched, candidates.length > 0]),
    [
      [2, true, true],
      [3, false, false],
      [4, true, true],
    ],
  )
  assert.equal(answer.rows[0]?.candidates[0]?.read.serial.norm, 'TKR1048')
  assert.equal(answer.more, false)
})

test('a list of more rows than are answered at once says so', async () => {
  const { rows, more } = await list(`serial\n${'RASPADO\n'.repeat(501)}`)
  assert.equal(rows.length, 500)
  assert.equal(more, true)
})

test('a list can be taken away as a table that runs nothing', async () => {
  const answer = await send('findListTable', 'serial,make\n=TKR1048,x\n')
  assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/)
  const lines = (await answer.text()).split('\r\n')
  assert.match(lines[0] ?? '', /^\uFEFF?row,serial,searched,probability/)
  assert.match(lines[1] ?? '', /^2,'=TKR1048,/)
})

test('a list without a purpose, without a column for a serial, or that is no table is refused by name', async () => {
  assert.equal((await list('serial\nTKR1048\n', {})).error?.code, 'purpose_needed')
  assert.equal((await list('serial\nTKR1048\n', { purpose: 'curiosity' })).error?.code, 'purpose_needed')
  assert.equal((await list('number\nTKR1048\n')).error?.code, 'columns_missing')
  assert.equal((await list('')).error?.code, 'file_unreadable')
})
