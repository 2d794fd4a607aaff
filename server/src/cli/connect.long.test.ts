import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-connect-'))
after(() => rm(scratch, { recursive: true, force: true }))
const folder = join(scratch, 'data')
const env = { DATABASE_URL: await hostedDatabase() }

async function shell(...args: string[]): Promise<string> {
  const { code, out, err } = await proofmark(folder, args, env)
  assert.equal(code, 0, err)
  return out
}

const path = join(scratch, 'deliveries.csv')
const row = (key: string, serial: string) => `${key},${serial},Glock,17,9mm,pistol,AT,2019-03-01,PL 77/19\n`
await writeFile(
  path,
  `id,serial,make,model,calibre,type,country,date,ref\n${row('D1', 'TST1001')}${row('D2', 'TST1002')}`,
)
await shell('source', 'add', 'deliveries', '--kind', 'delivery', '--agency', 'Police of XA')
await shell('import', path, '--source', 'deliveries')

test('the shell answers a consignment and paths with the promised keys, and no others', async () => {
  const { members, ...nothing } = JSON.parse(await shell('consignment', 'deliveries', 'D1', '--json'))
  assert.deepEqual(nothing, {})
  assert.deepEqual(
    members.map(({ why, ...member }: { why: string }) => [member, why.includes('PL 77/19') && why.includes('TST1002')]),
    [
      [
        {
          ...{ source: 'deliveries', key: 'D2', event: 'delivery' },
          ...{ document: 'PL 77/19', numbers: 'TST1002', quantity: null },
        },
        true,
      ],
    ],
  )
  assert.match(await shell('connect', 'deliveries/D1', 'deliveries/D1'), /^Both are one: /)
  const { paths, ...beside } = JSON.parse(await shell('connect', 'deliveries/D1', 'deliveries/D2', '--json'))
  assert.deepEqual(beside, {})
  assert.ok(paths.length > 0)
  for (const { steps, weight, ...more } of paths) {
    assert.deepEqual(more, {})
    assert.ok(weight > 0 && weight <= 1)
    const keys = ['forward', 'from', 'fromDay', 'kind', 'records', 'relation', 'to', 'toDay']
    for (const step of steps) assert.deepEqual(Object.keys(step).sort(), keys)
  }
  const ordered = await shell('connect', 'deliveries/D1', 'deliveries/D2', '--in-order')
  assert.match(ordered, /In the order of days/)
  assert.match(ordered, /1 March 2019/)
})

test('the shell answers who supplied a firearm from the records of its supply, with the promised keys', async () => {
  const { findings, ...nothing } = JSON.parse(await shell('suppliers', 'deliveries/D1', '--json'))
  assert.deepEqual(nothing, {})
  for (const finding of findings)
    assert.deepEqual(Object.keys(finding).sort(), ['evidence', 'nodes', 'paths', 'says', 'supply'])
  const said = findings.map(({ says, evidence }: { says: string; evidence: { key: string }[] }) => [
    says.split(':')[0],
    evidence.map(({ key }) => key),
  ])
  assert.deepEqual(said[1], ['The latest supply on record, no recovery is on record that you may see', ['D1']])
  const text = await shell('suppliers', 'deliveries/D1')
  assert.match(text, /\tdeliveries\tD1\t\d+\tPolice of XA\tPL 77\/19\t/)
})
