import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-ballistic-'))
after(() => rm(scratch, { recursive: true, force: true }))
const env = { DATABASE_URL: await hostedDatabase(), PROOFMARK_COUNTRY: 'XA' }
const shell = (...args: string[]) => proofmark(join(scratch, 'data'), args, env)

test('results go in by the shell, what does not fit is named, and a confirmation by one person stays a lead', async () => {
  assert.equal((await shell('agency', 'add', 'Police of XA')).code, 0)
  const file = join(scratch, 'results.csv')
  const rows = [
    'entry,system,reference,kind,first,second,level,on,examiner,verifier',
    'fired_item,IBIS,F-1,bullet,,,,,,',
    'fired_item,IBIS,F-2,arrow,,,,,,',
    'fired_item,IBIS,F-3,bullet,,,,,,',
    'result,IBIS,,,F-1,F-3,hit,2024-03-06,N. Aske,T. Orrey',
  ]
  await writeFile(file, `${rows.join('\n')}\n`)
  const added = await shell('ballistic', 'add', file, '--json')
  assert.equal(added.code, 1, added.err)
  const told = JSON.parse(added.out)
  assert.deepEqual([told.file, told.accepted, told.waiting.length], ['results.csv', 3, 1])
  assert.deepEqual(
    told.problems.map(({ row, field, value }: Record<string, unknown>) => [row, field, value]),
    [[3, 'kind', 'arrow']],
  )
  const { out } = await shell('ballistic', 'referrals', '--json')
  assert.deepEqual(
    JSON.parse(out).referrals.map(({ level }: { level: string }) => level),
    ['lead'],
  )
  assert.doesNotMatch(out, /\bhits?\b/i)
  const own = await shell('ballistic', 'verify', told.waiting[0])
  assert.equal(own.code, 1)
})
