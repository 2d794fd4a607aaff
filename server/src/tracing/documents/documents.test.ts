import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import { traceReplyMessage, traceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { Audience } from '@proofmark/domain/may-leave'
import fc from 'fast-check'
import { typefacesCover } from '../../paper/typeset/typefaces.ts'
import { TYPESETTING_LIMITS, Typesetter } from '../../paper/typeset/typesetter.ts'
import { directionOf, visible } from '../../paper/visible.ts'
import { type OpenedPdf, openPdf } from '../../testing/open-pdf.test-helper.ts'
import type { Dossier } from './dossier.ts'
import { aNextRequest, aReply, aRequest } from './messages.fixture.ts'
import { printDossier, traceDocument } from './trace-document.ts'

const languages = Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[]
const audience: Audience = { kind: 'addressee', on: '2026-12-01' }
const ofRequest: Dossier = { request: aRequest(), reply: null, earlier: [] }
const ofReply: Dossier = { request: aRequest(), reply: aReply(), earlier: [] }
const open = aReply({ handling: { ...aReply().handling, codes: ['H0'], conditions: null } })
const ofNext: Dossier = {
  request: aNextRequest(),
  reply: null,
  earlier: [{ request: aRequest(), replies: [open, aReply()] }],
}
const pdf = async (dossier: Dossier, language: DocumentLanguage) =>
  (await traceDocument(dossier, { form: 'pdf', language, audience })).bytes
const replies = new Map<DocumentLanguage, Promise<OpenedPdf>>()
/** The reply as printed in a language, opened once. */
const openedReply = (language: DocumentLanguage): Promise<OpenedPdf> => {
  const known = replies.get(language) ?? pdf(ofReply, language).then(openPdf)
  replies.set(language, known)
  return known
}
/** Lines are broken where the page ends them. */
const joined = (text: string) => text.replaceAll(/[\s\u200b]/gu, '')

test('in each language another program opens the PDF: PDF/A-3a, tagged, its typefaces within, no program in it', async () => {
  for (const language of languages) {
    const { info, metadata, marked, scripts, pages } = await openedReply(language)
    assert.equal(info.Language, language)
    assert.match(String(info.Title), /XB\/2026\/90-7/)
    assert.match(metadata, /<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/)
    assert.equal(marked, true)
    assert.equal(scripts, null)
    const roles = new Set(pages.flatMap((page) => page.roles))
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD']) assert.ok(roles.has(role), `${language} ${role}`)
    for (const { name, missingFile } of pages.flatMap(({ fonts }) => fonts)) {
      assert.match(name, /IBMPlex/)
      assert.equal(missingFile, false)
    }
  }
})

test('each page bears the handling codes, its number and the hash of the data that is attached', async () => {
  for (const language of languages) {
    const { pages, attachments } = await openedReply(language)
    const data = attachments.get('trace-reply.json')
    assert.ok(data)
    assert.deepEqual(traceReplyMessage.parse(JSON.parse(Buffer.from(data).toString())), aReply())
    const hash = createHash('sha256').update(data).digest('hex')
    for (const [index, { text, runs }] of pages.entries()) {
      assert.ok(text.includes(hash), language)
      assert.ok(text.includes('H1 H2'), language)
      assert.ok(runs.some((run) => run.includes(String(index + 1))) && text.includes(String(pages.length)))
    }
  }
})

test('serials, calibres and references stand from left to right in Arabic too', async () => {
  const { pages } = await openPdf(await pdf(ofRequest, 'ar'))
  const runs = pages.flatMap((page) => page.runs)
  for (const identifier of ['TRN[8B]4?71-K', '9×19', '4471-K', 'XA-TR-2026/0417', '2009–2011', 'XA-SZ-2026/1188'])
    assert.ok(runs.includes(identifier), identifier)
  assert.ok(runs.some((run) => /[\u0600-\u06ff]/.test(run)))
  assert.equal(directionOf('9×19 مسدس', 'ltr'), 'rtl')
  assert.equal(directionOf('123', 'rtl'), 'rtl')
})

test('the same message gives the same bytes, whichever thread sets it', async () => {
  const first = await pdf(ofRequest, 'fr')
  assert.deepEqual(await pdf(ofRequest, 'fr'), first)
  assert.deepEqual(await printDossier({ ...ofRequest, earlier: [] }, 'fr', { by: new Typesetter() }), first)
})

test('it also passes what the typesetter asks of PDF/UA-1', async () => {
  const { metadata } = await openPdf(await printDossier({ ...ofReply, earlier: [] }, 'ar', { standard: 'ua-1' }))
  assert.match(metadata, /<pdfuaid:part>1<\/pdfuaid:part>/)
})

test('text is printed as text: no markup, no override, nothing unseen, however long', async () => {
  const hostile =
    '#panic("x") $a_1^2$ *b* \\u{41} @ref <l> `r` // c /* #import "@preview/x:1" =1+1 \u202Egnp.exe\u0000 \uD83D\uDD2B Z\u0338\u0311 \u6F22'
  const long = `${hostile} ${'x'.repeat(4000 - hostile.length - 1)}`
  const request = aRequest({
    legalJustification: long,
    circumstances: {
      ...aRequest().circumstances,
      place: '*b* #panic()',
      summary: '= heading\n- list\n#include "form.typ"',
    },
    firearm: {
      ...aRequest().firearm,
      model: '#sys.inputs',
      serial: { observed: '\u202E#1$2$', state: 'legible', part: 'frame' },
    },
  })
  for (const language of ['en', 'ar'] as const) {
    const { pages } = await openPdf(await pdf({ ...ofRequest, request }, language))
    const text = joined(pages.map((page) => page.text).join(''))
    for (const part of [
      '#panic("x") $a_1^2$ *b*',
      '@ref <l>',
      '= heading',
      '- list',
      '#include "form.typ"',
      '#sys.inputs',
    ])
      assert.ok(text.includes(joined(part)), `${language} ${part}`)
    assert.ok(text.includes('[U+202E]gnp.exe[U+0000][U+1F52B]') && text.includes('[U+202E]#1$2$'), language)
    assert.ok(text.split('x').length > 3000, language)
  }
})

test('whatever is written can be set, and what is shown is in a typeface', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 1000 }), async (written) => {
      const request = aRequest({ legalJustification: `a${written.replaceAll('\0', '')}`.slice(0, 4000) })
      const bytes = await pdf({ ...ofRequest, request }, 'ar')
      assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
      for (const character of visible(written, typefacesCover))
        assert.ok(/[\u200c\u200d]/.test(character) || typefacesCover(character.codePointAt(0)!))
    }),
    { numRuns: 8 },
  )
})

test('a name stands in its own script: Hebrew, Armenian, Georgian, Devanagari, Thai, Korean, Japanese, Chinese', async () => {
  const names = ['חיים כהן', 'Արմեն', 'გიორგი', 'राजेश', 'สมชาย', '김철수', '田中商事', '北方进出口']
  for (const language of ['en', 'ar'] as const) {
    const request = aRequest({ legalJustification: names.join('\n') })
    const { pages, metadata } = await openPdf(await pdf({ ...ofRequest, request }, language))
    assert.match(metadata, /<pdfaid:part>3</)
    const text = joined(pages.map((page) => page.text).join(''))
    // The page explains what such a code is by one that no name here has.
    assert.doesNotMatch(text.replaceAll('[U+202E]', ''), /\[U\+/)
    // Of the rest a reader of PDF gives the letters out in the order of the eye.
    for (const name of ['Արմեն', 'გიორგი', '김철수', '田中商事', '北方进出口'])
      assert.ok(text.includes(name), `${language} ${name}`)
  }
})

test('a document that is too large or takes too long is given up, and the next one is set', async () => {
  const code = (wanted: string) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === wanted
  const job = { sheet: '{}', file: 'x.json', attached: new Uint8Array(), standard: 'a-3a' }
  const small = new Typesetter({ ...TYPESETTING_LIMITS, sheetBytes: 1 })
  await assert.rejects(small.set(job), code('document_too_large'))
  const hasty = new Typesetter({ ...TYPESETTING_LIMITS, seconds: 0 })
  await assert.rejects(hasty.set(job), code('document_not_set'))
  assert.ok((await pdf(ofRequest, 'en')).byteLength > 0)
})

test('the chain so far is told as far as its codes let it, and what stays is named by its reason', async () => {
  const { pages } = await openPdf(await pdf(ofNext, 'en'))
  const text = pages.map((page) => page.text).join(' ')
  assert.ok(text.includes('What was asked before') && text.includes('to an export'))
  assert.equal(text.split('left out').length - 1, 1)
  assert.ok(text.includes('it bears conditions that its originator must waive'))
})

test('one case says the same in every form', async () => {
  const forms = await Promise.all(
    (['pdf', '3312', 'iarms', 'json'] as const).map((form) =>
      traceDocument(ofRequest, { form, language: 'en', audience }),
    ),
  )
  const [printed, ...texts] = forms
  const { pages } = await openPdf(printed!.bytes)
  const all = [pages.map((page) => page.text).join(' '), ...texts.map(({ bytes }) => Buffer.from(bytes).toString())]
  for (const value of [
    'TRN[8B]4?71-K',
    '9×19',
    'T-17',
    'Tern Arms',
    'Gull & Sons Import',
    'XA-TR-2026/0417',
    'Port Alder',
  ])
    for (const text of all) assert.ok(joined(text).includes(joined(value)), value)
  assert.deepEqual(traceRequestMessage.parse(JSON.parse(all[3]!)), aRequest())
})
