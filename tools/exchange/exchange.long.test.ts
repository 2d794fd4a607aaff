import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ROOT } from '../run-program.ts'
import { lineTo } from './between.ts'
import { heldBy } from './held-by.ts'
import { until } from './node.ts'
import { befriend, introduce, partnerFileOf } from './partners.ts'
import { startNodes } from './start-nodes.ts'
import { acknowledge, answer, arrived, prepareRequest, show, standing } from './story.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-exchange-'))
after(() => rm(scratch, { recursive: true, force: true }))

const REQUESTS = `
  SELECT r.direction, r.asker,
    (SELECT partner FROM trace_form WHERE request_id = r.id ORDER BY version DESC LIMIT 1) AS partner,
    (SELECT state FROM trace_transition WHERE request_id = r.id ORDER BY number DESC LIMIT 1) AS state
  FROM trace_request r ORDER BY partner`
const messages = (box: 'outbox' | 'inbox') => `
  SELECT partner, kind, state, count(*)::int AS number FROM ${box}_message WHERE kind LIKE 'trace-%'
  GROUP BY partner, kind, state ORDER BY partner, kind`
const SOURCES = `
  SELECT s.name, count(*)::int AS records FROM record r JOIN source s ON s.id = r.source_id
  WHERE s.name LIKE 'Trace replies%' GROUP BY s.name ORDER BY s.name`
const APPROVED = 'SELECT count(*)::int AS number FROM trace_approval WHERE approved'

test('the demonstration of the exchange goes through, and each node holds its own part of it and no more', async () => {
  const folder = join(scratch, 'story')
  const words = [join(ROOT, 'tools/exchange/main.ts'), '--once', '--keep', '--folder', folder]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      printed += part.toString()
    })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  assert.equal(code, 0, printed)
  assert.match(printed, /PROVEN/)
  assert.match(printed, /It left lawful hands after 2017-02-14 and by 2024-05-04/)
  assert.match(printed, /it left lawful hands after 2021-09-16 and by 2024-05-04/)
  const [XA, XB, XC] = ['XA', 'XB', 'XC'].map((name) => join(folder, name)) as [string, string, string]

  assert.deepEqual(await heldBy(XA, REQUESTS), [
    { direction: 'outgoing', asker: null, partner: 'XB', state: 'closed' },
    { direction: 'outgoing', asker: null, partner: 'XC', state: 'closed' },
  ])
  assert.deepEqual(await heldBy(XA, messages('outbox')), [
    { partner: 'XB', kind: 'trace-request', state: 'acknowledged', number: 1 },
    { partner: 'XC', kind: 'trace-request', state: 'acknowledged', number: 1 },
  ])
  assert.deepEqual(await heldBy(XA, SOURCES), [
    { name: 'Trace replies XB H1', records: 3 },
    { name: 'Trace replies XC H1', records: 2 },
  ])
  assert.deepEqual(await heldBy(XA, APPROVED), [{ number: 2 }])

  for (const [partner, state] of [
    [XB, 'answered_partial'],
    [XC, 'answered_full'],
  ] as const) {
    assert.deepEqual(await heldBy(partner, REQUESTS), [{ direction: 'incoming', asker: 'XA', partner: 'XA', state }])
    assert.deepEqual(await heldBy(partner, messages('inbox')), [
      { partner: 'XA', kind: 'trace-request', state: 'taken', number: 1 },
    ])
    assert.deepEqual(await heldBy(partner, messages('outbox')), [
      { partner: 'XA', kind: 'trace-acknowledgement', state: 'acknowledged', number: 1 },
      { partner: 'XA', kind: 'trace-reply', state: 'acknowledged', number: 1 },
    ])
    assert.deepEqual(await heldBy(partner, SOURCES), [], 'who answers learns no record of others')
  }
})

/** Cuts before, in the middle of and after the handshake, of the message and of its receipt. */
const CUTS = [
  { to: 'partner', after: 0 },
  { to: 'us', after: 900 },
  { to: 'partner', after: 2_600 },
] as const

test('three nodes lose nothing and take nothing twice where lines are cut, a node is killed in the midst of a message, or its database is', async () => {
  const { nodes, stop } = await startNodes(join(scratch, 'faults'))
  after(stop)
  const { XA, XB } = nodes
  await befriend(Object.values(nodes))
  const [toXB, toXA] = [await lineTo(XB.exchangePort), await lineTo(XA.exchangePort)]
  after(() => {
    toXB.close()
    toXA.close()
  })
  await introduce(XA, await partnerFileOf(XB, toXB.endpoint))
  await introduce(XB, await partnerFileOf(XA, toXA.endpoint))
  const prepare = () => prepareRequest(XA, () => {})
  const send = (trace: string) =>
    XA.json('trace_officer', 'trace', 'send', trace, '--despite', 'each fault has its own', '--why', 'to XB')

  const cut = await prepare()
  toXB.cuts.push(...CUTS)
  await send(cut)
  const came = await acknowledge(XB, cut)
  toXA.cuts.push(...CUTS)
  await answer(XB, came.id, { kind: 'partial' })
  await standing(XA, cut, 'answered_partial')

  const killed = await prepare()
  let gone: Promise<void> | null = null
  toXB.swallow = {
    // In the midst of what is said to it.
    after: 4_000,
    instead: () => {
      gone = XB.kill()
    },
  }
  await send(killed)
  await until('XB was killed', async () => gone)
  await gone
  await XB.start()
  await arrived(XB, killed)

  const away = await prepare()
  const [pid] = (await readFile(join(XB.folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await send(away)
  await until('the database of XB is back', () => arrived(XB, away).catch(() => null))
  for (const trace of [killed, away]) assert.equal((await show(XA, trace)).state, 'sent')

  assert.deepEqual(await heldBy(XB.folder, messages('inbox')), [
    { partner: 'XA', kind: 'trace-request', state: 'taken', number: 3 },
  ])
  assert.equal((await heldBy(XB.folder, REQUESTS)).length, 3)
  const settled = await until('XA has every receipt', async () => {
    const sent = await heldBy(XA.folder, messages('outbox'))
    return sent.every(({ state }) => state === 'acknowledged') ? sent : null
  })
  assert.deepEqual(settled, [{ partner: 'XB', kind: 'trace-request', state: 'acknowledged', number: 3 }])
  assert.deepEqual(
    (await heldBy(XA.folder, messages('inbox'))).map(({ kind, state, number }) => [kind, state, number]),
    [
      ['trace-acknowledgement', 'taken', 1],
      ['trace-reply', 'taken', 1],
    ],
  )
})
