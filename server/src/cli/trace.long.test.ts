import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'
import { replyTo } from '../testing/traces.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-trace-'))
after(() => rm(scratch, { recursive: true, force: true }))
const folder = join(scratch, 'data')
const env = { DATABASE_URL: await hostedDatabase(), PROOFMARK_COUNTRY: 'XA' }

async function shell(...args: string[]): Promise<string> {
  const { code, out, err } = await proofmark(folder, args, env)
  assert.equal(code, 0, err)
  return out
}
const json = async (...args: string[]) => JSON.parse(await shell(...args, '--json'))
const keysOf = (value: object): string[] => Object.keys(value).sort()
async function file(name: string, content: unknown): Promise<string> {
  await writeFile(join(scratch, name), typeof content === 'string' ? content : JSON.stringify(content))
  return join(scratch, name)
}

test('from a record to an answered trace in the shell, with the promised keys and no others', async () => {
  await shell('source', 'add', 'seizures', '--kind', 'seizure', '--agency', 'Police of XA')
  const head = 'id,serial,make,model,calibre,type,country,date,place,reason'
  const rows = await file('rows.csv', `${head}\nS1,TKR104829,Taurus,PT 92,9x19mm,pistol,BR,2026-05-04,Gate,Act s. 5\n`)
  await shell('import', rows, '--source', 'seizures')
  const use = ['--use', 'criminal_investigation', '--summary', '=1+1', '--reference', 'case 7']
  const drafted = await json('trace', 'new', 'seizures', 'S1', '--to', 'XB', '--urgent', '--why', 'at risk', ...use)
  assert.deepEqual(keysOf(drafted), ['completeness', 'id', 'missing', 'state'])
  assert.equal(drafted.state, 'draft')
  assert.ok(drafted.completeness > 50 && drafted.missing.includes('photographs'))
  const sent = await json('trace', 'send', drafted.id, '--channel', 'siena', '--why', 'by the liaison officer')
  assert.deepEqual(keysOf(sent), ['direction', 'history', 'id', 'parent', 'reply', 'state'])
  assert.deepEqual([sent.state, sent.reply, sent.parent, sent.direction], ['sent', null, null, 'outgoing'])
  assert.deepEqual(keysOf(sent.history[0]), ['at', 'by', 'state', 'why'])
  const answer = replyTo({ request: drafted.id, kind: 'negative', outcome: 'no_record' })
  const answered = await json('trace', 'receive', await file('reply.json', answer))
  assert.deepEqual([answered.state, answered.reply.id], ['answered_negative', answer.id])
})

test('a form is printed, edited and taken back', async () => {
  const blank = JSON.parse(await shell('trace', 'form'))
  assert.deepEqual([blank.priority, blank.firearm.make, blank.handling], ['routine', null, null])
  const printed = JSON.parse(await shell('trace', 'new', 'seizures', 'S1', '--to', 'XC', '--print'))
  assert.equal(printed.firearm.make, 'Taurus')
  const [drafted] = (await shell('trace', 'list', '--list', 'mine', '--partner', 'XC', '--json')).trim().split('\n')
  const { id } = JSON.parse(drafted!)
  const out = join(scratch, 'form.json')
  await shell('trace', 'form', id, '--out', out)
  const kept = JSON.parse(await readFile(out, 'utf8'))
  await shell(
    'trace',
    'edit',
    id,
    '--form',
    await file('form.json', { ...kept, firearm: { ...kept.firearm, year: { from: 1999, to: 1999 } } }),
  )
  assert.deepEqual(JSON.parse(await shell('trace', 'form', id)).firearm.year, { from: 1999, to: 1999 })
})
