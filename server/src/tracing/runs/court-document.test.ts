import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReply, aRequest } from '../documents/messages.fixture.ts'
import { openPdf } from '../documents/open-pdf.test-helper.ts'
import { courtDocument } from './court-document.ts'

const today = '2026-12-01'
const permitted = { permitted: true, on: '2026-11-30', by: 'Prosecutor of XB' }

test('a court gets the request with the replies that it may have on one paper, the same as data', async () => {
  const replies = [aReply(), aReply({ courtUse: permitted, outcome: 'stolen_reported' })]
  const trace = { direction: 'outgoing', about: aRequest().id, request: aRequest(), replies } as const
  const part = await courtDocument(trace, 'en', today)
  assert.deepEqual(part?.permission, { by: 'Prosecutor of XB', on: '2026-11-30' })
  const { pages, attachments, metadata } = await openPdf(part!.bytes)
  const text = pages.map((page) => page.text).join(' ')
  assert.match(metadata, /<pdfaid:part>3<\/pdfaid:part>/)
  assert.ok(text.includes('Why it is illicit') && text.includes('reported stolen') && text.includes('Answer 1'))
  assert.ok(!text.includes('Answer 2') && !text.includes('to an export'), 'what is not permitted is not printed')
  const data = JSON.parse(Buffer.from(attachments.get('trace.json')!).toString())
  assert.deepEqual(data, { request: aRequest(), replies: [replies[1]] })
})

test('another’s request that its codes keep from courts is not set, and our answer to a free one is', async () => {
  const incoming = { direction: 'incoming', about: aRequest().id, replies: [aReply()] } as const
  const kept = aRequest({ handling: { ...aRequest().handling, codes: ['H1'] } })
  assert.equal(await courtDocument({ ...incoming, request: kept }, 'ar', today), null)
  const part = await courtDocument({ ...incoming, request: aRequest() }, 'ar', today)
  assert.equal((await openPdf(part!.bytes)).info.Language, 'ar')
})
