import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { InboxItem, ListedPartner, NodeIdentity, OutboxItem } from '@proofmark/contract/schemas/partner'
import { pino } from 'pino'
import { sendMessage } from '../exchange/commands/send-message.ts'
import { openNode } from '../exchange/node.ts'
import { createPool } from '../store/connection.ts'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { keysOfTest, termsOfTest } from '../testing/nodes.ts'
import { noteOf } from '../testing/peer-faults.ts'
import { proofmark } from '../testing/run-shell.ts'
import { shellFolders } from '../testing/shell-folders.ts'

const { scratch, newFolder, file } = await shellFolders()

async function shellOf(node: string) {
  const url = await hostedDatabase()
  const folder = newFolder()
  const shell = async (...args: string[]) => {
    const ended = await proofmark(folder, args, { DATABASE_URL: url, PROOFMARK_NODE: node })
    return {
      ...ended,
      lines: () =>
        ended.out
          .trim()
          .split('\n')
          .filter(Boolean)
          .map((line): unknown => JSON.parse(line)),
    }
  }
  return { url, shell }
}

const fileOf = (identity: unknown) => ({
  form: 'proofmark-partner-1',
  name: 'Focal point',
  country: 'XB',
  endpoint: null,
  contacts: [],
  identity,
  agreement: termsOfTest,
})

test('two shells become partners, and what one sends goes to the other and back in files, whoever carries them', async () => {
  const one = await shellOf('XA')
  const other = await shellOf('XB')
  const [own] = (await one.shell('partner', 'identity')).lines() as NodeIdentity[]
  const [theirs] = (await other.shell('partner', 'identity')).lines() as NodeIdentity[]
  assert.deepEqual([own?.node, theirs?.node], ['XA', 'XB'])
  assert.deepEqual((await one.shell('partner', 'identity')).lines(), [own], 'made once')
  const added = await one.shell('partner', 'add', await file('xb.json', JSON.stringify(fileOf(theirs))), '--json')
  assert.deepEqual(added.lines(), [{ partner: 'XB', version: 1 }], added.err)
  await other.shell('partner', 'add', await file('xa.json', JSON.stringify(fileOf(own))))
  const wrong = { ...fileOf(theirs), country: 'Utopia' }
  const refused = await one.shell('partner', 'add', await file('wrong.json', JSON.stringify(wrong)))
  assert.equal(refused.code, 1)
  assert.match(refused.err, /wrong\.json: country says Utopia/)

  const pool = createPool(one.url, 2)
  after(() => pool.end())
  const services = { pool, clock: () => new Date(), recordSecret: Buffer.alloc(32), logger: pino({ level: 'silent' }) }
  const { run } = await openNode(services, keysOfTest('XA'))
  const { message } = await run((context) =>
    sendMessage(context, { partner: 'XB', kind: 'note', body: noteOf('hello') }),
  )

  const there = join(scratch, 'there.txt')
  assert.equal((await one.shell('outbox', '--file', there, '--partner', 'XB')).code, 0)
  assert.doesNotMatch(await readFile(there, 'utf8'), /hello/)
  assert.match((await one.shell('outbox', '--file', there, '--partner', 'XB')).err, /there\.txt/)
  const [taken] = (await other.shell('inbox', '--file', there, '--json')).lines()
  assert.deepEqual(taken, { partner: 'XA', stored: 1, repeated: 0, acknowledged: 0, refused: [] })
  const [again] = (await other.shell('inbox', '--file', there, '--json')).lines()
  assert.deepEqual(again, { partner: 'XA', stored: 0, repeated: 1, acknowledged: 0, refused: [] })
  const [came] = (await other.shell('inbox', '--json')).lines() as InboxItem[]
  assert.deepEqual([came?.message, came?.state], [message, 'taken'])

  const back = join(scratch, 'back.txt')
  await other.shell('outbox', '--file', back, '--partner', 'XA')
  await one.shell('inbox', '--file', back)
  const [sent] = (await one.shell('outbox', '--json')).lines() as OutboxItem[]
  assert.deepEqual([sent?.state, sent?.receipt], ['acknowledged', came?.receipt])
  const [partner] = (await one.shell('partner', 'list', '--json')).lines() as ListedPartner[]
  assert.deepEqual([partner?.partner, partner?.figures.acknowledged], ['XB', 1])
  assert.match((await one.shell('outbox', 'retry', message)).err, /receipted already/)
})
