import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { CATALOGUES } from '@proofmark/contract/catalogues'
import type { Answer } from '@proofmark/contract/client'
import { ERRORS, type ErrorBody } from '@proofmark/contract/errors'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { ROUTES, type Route } from '@proofmark/contract/routes'
import { proofmark } from '../testing/run-shell.ts'
import { startForBrowser } from '../testing/start-for-browser.ts'

const served = await startForBrowser()
after(() => served.stop())
const GROUNDS = { purpose: 'trace', reference: 'case 1' }

/** An answer as a success has it, or the error in its place. */
interface Answered<Name extends RouteName> {
  readonly status: number
  readonly body: Answer<Name> & { readonly error: ErrorBody['error'] }
}

interface Asked {
  readonly role?: keyof typeof served.tokens
  readonly body?: unknown
  readonly path?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

async function call<Name extends RouteName>(
  name: Name,
  { role, body, path = {}, headers = {} }: Asked,
): Promise<Answered<Name>> {
  const { method, path: template } = PATHS[name]
  const address = served.address + template.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(path[key] ?? ''))
  const answer = await fetch(address, {
    method,
    headers: {
      ...(role ? { authorization: `Bearer ${served.tokens[role]}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Answered<Name>['body'] }
}

test('two agencies find one firearm exactly; of a source that points, the other learns agency, desk and handle alone', async () => {
  const find = (role: 'trace_officer' | 'analyst') =>
    call('find', { role, body: { serial: 'TKR1O4[8B]', make: 'taurus', grounds: GROUNDS } })
  const police = (await find('trace_officer')).body.candidates
  const customs = (await find('analyst')).body.candidates
  const everybodys = ['D-90103', 'D-90104', 'E-90010', 'IL-90003', 'IN-90001', 'L-00001', 'M-90032', 'T-00000']
  const keysOf = (found: typeof police) => new Set(found.map(({ key }) => key))
  assert.deepEqual(keysOf(police), new Set([...everybodys, 'S-00000', 'S-90036', 'TR-90007']))
  assert.deepEqual(keysOf(customs), new Set([...everybodys, 'B-00000']))
  const own = police.find((each) => each.own && each.key === 'S-00000')
  const asked = await call('pointerAsk', {
    role: 'trace_officer',
    body: { record: own?.record, reference: 'case 1', basis: 'criminal_procedure' },
  })
  assert.equal(asked.status, 200)
  assert.equal(asked.body.pointers.length, 1)
  const [pointer] = asked.body.pointers
  assert.deepEqual(
    { ...pointer, handle: '' },
    { restricted: true, agency: 'Customs Service', contact: 'Liaison desk, Jorun Aske, +XA 55 0142', handle: '' },
  )
  const notices = (await call('noticeList', { role: 'analyst' })).body.notices
  assert.equal(notices[0]?.reference, 'case 1')
  assert.ok(!JSON.stringify(notices).includes('TKR'))
})

test('a life is shown to those who may see its record, in their language, and refused in the words of no record', async () => {
  const find = await call('find', { role: 'trace_officer', body: { serial: 'TKR1O4[8B]', grounds: GROUNDS } })
  const seized = find.body.candidates.find(({ key }) => key === 'S-00000')!.record
  const show = (role: 'trace_officer' | 'analyst', headers = {}) =>
    call('lifeShow', { role, body: { record: seized, grounds: GROUNDS }, headers })
  const { status, body: life } = await show('trace_officer')
  assert.equal(status, 200)
  assert.deepEqual(ROUTES.lifeShow.answer.parse(life), life)
  assert.ok(life.events.some(({ record, kind }) => record === seized && kind === 'seizure'))
  assert.ok(life.findings.every(({ text, obligation }) => text !== '' && obligation.text !== ''))
  const inArabic = (await show('trace_officer', { 'accept-language': 'ar' })).body
  assert.match(inArabic.findings[0]!.text, /\p{Script=Arabic}/u)
  const plain = ({ traces, ...rest }: typeof life) => ({ ...rest, findings: [], traces: traces.length })
  assert.deepEqual(plain(inArabic), plain(life))
  const hidden = await show('analyst')
  const absent = await call('lifeShow', { role: 'analyst', body: { record: randomUUID(), grounds: GROUNDS } })
  assert.deepEqual([hidden.status, hidden.body.error.code], [404, 'not_found'])
  assert.equal(absent.body.error.code, 'not_found')
  const without = await call('lifeShow', { role: 'trace_officer', body: { record: seized } })
  assert.equal(without.body.error.parameters.field, 'grounds')
})

test('words out of a file find what their reader may see, page by page, and are in no address', async () => {
  const search = async (role: 'trace_officer' | 'analyst', words: string, after?: string) =>
    (await call('search', { role, body: { words, limit: 50, after, grounds: GROUNDS } })).body
  const found = await search('trace_officer', 'hallow CROSS')
  ROUTES.search.answer.parse(found)
  assert.ok(found.totals.record > 50)
  const keys = new Set(found.results.map((each) => (each.kind === 'record' ? each.key : each.kind)))
  const next = await search('trace_officer', 'hallow CROSS', found.next ?? '')
  assert.equal(next.totals.record, found.totals.record)
  assert.ok(next.results.every((each) => each.kind === 'record' && !keys.has(each.key)))
  assert.deepEqual((await search('trace_officer', 'B-00000')).totals, { record: 0, question: 0 })
  assert.deepEqual((await search('analyst', 'b00000')).totals, { record: 1, question: 0 })
  const refused = async (body: object) => (await call('search', { role: 'analyst', body })).body.error
  assert.equal((await refused({ words: '??', grounds: GROUNDS })).code, 'search_empty')
  assert.equal((await refused({ words: 'a b c d e f g h i', grounds: GROUNDS })).code, 'search_too_long')
  assert.equal((await refused({ words: 'Vard', limit: 201, grounds: GROUNDS })).parameters.field, 'limit')
  assert.equal((await refused({ words: 'Vard', after: 'x', grounds: GROUNDS })).parameters.field, 'after')
  assert.equal((await refused({ words: 'Vard' })).parameters.field, 'grounds')
  assert.deepEqual(PATHS.search, { method: 'POST', path: '/api/search' })
})

test('every answer is as the contract describes it', async () => {
  const { body } = await call('find', { role: 'analyst', body: { serial: 'TKR1048', grounds: GROUNDS } })
  ROUTES.find.answer.parse(body)
  const shown = await call('recordShow', {
    role: 'analyst',
    body: { record: body.candidates[0]?.record, grounds: GROUNDS },
  })
  ROUTES.recordShow.answer.parse(shown.body)
  const { sources } = (await call('sourceList', { role: 'analyst' })).body
  ROUTES.sourceList.answer.parse({ sources })
  const listed = await call('sourceRecords', { role: 'analyst', body: { source: sources[0]?.id, grounds: GROUNDS } })
  ROUTES.sourceRecords.answer.parse(listed.body)
  ROUTES.homeShow.answer.parse((await call('homeShow', { role: 'analyst' })).body)
  ROUTES.sessionShow.answer.parse((await call('sessionShow', { role: 'analyst' })).body)
  ROUTES.noticeList.answer.parse((await call('noticeList', { role: 'analyst' })).body)
  ROUTES.agencyList.answer.parse((await call('agencyList', { role: 'analyst' })).body)
  ROUTES.questionList.answer.parse((await call('questionList', { role: 'analyst' })).body)
})

test('a mark too weak for a pointer goes to another desk in words, which answers, and the question can be withdrawn', async () => {
  const { agencies } = (await call('agencyList', { role: 'trace_officer' })).body
  const customs = agencies.find(({ name }) => name === 'Customs Service')
  const question = randomUUID()
  const path = { question }
  const sent = await call('questionAsk', {
    role: 'trace_officer',
    body: {
      id: question,
      reference: 'case 2',
      basis: 'firearms_act',
      description: { mark: 'T*8' },
      agencies: [customs?.id],
    },
  })
  assert.deepEqual(sent.body.desks, [{ id: customs?.id, name: customs?.name, desk: customs?.desk }])
  ROUTES.questionAsk.answer.parse(sent.body)
  const received = (await call('questionList', { role: 'analyst' })).body.received.find(({ id }) => id === question)
  assert.deepEqual([received?.asker, received?.description.mark, received?.open], ['Firearms Focal Point', 'T*8', true])
  const answered = await call('questionAnswer', {
    role: 'analyst',
    path,
    body: { id: randomUUID(), verdict: 'ask_us' },
  })
  ROUTES.questionAnswer.answer.parse(answered.body)
  const withdrawn = await call('questionWithdraw', { role: 'trace_officer', path })
  ROUTES.questionWithdraw.answer.parse(withdrawn.body)
  const asked = (await call('questionList', { role: 'trace_officer' })).body.asked.find(({ id }) => id === question)
  assert.equal(asked?.desks[0]?.answers[0]?.verdict, 'ask_us')
  assert.equal(asked?.withdrawnAt, withdrawn.body.withdrawnAt)
  const shell = ['questions', '--as', 'trace_officer', '--purpose', 'trace']
  const lines = (await proofmark(served.folder, [...shell, '--json'])).out.trim().split('\n')
  const listed = lines.map((line) => JSON.parse(line)).find(({ id }) => id === question)
  assert.deepEqual(listed, { side: 'asked', ...asked })
  assert.match((await proofmark(served.folder, shell)).out, /\tcase 2\tT\*8\tCustoms Service\tAsk us\n/)
  const late = await call('questionAnswer', { role: 'analyst', path, body: { id: randomUUID(), verdict: 'known' } })
  assert.deepEqual([late.status, late.body.error.code], [409, 'question_withdrawn'])
})

test('a record that is hidden and one that does not exist are refused in the same words', async () => {
  const own = (
    await call('find', { role: 'analyst', body: { serial: 'TKR1048', grounds: GROUNDS } })
  ).body.candidates.find((each) => each.key === 'B-00000')
  const ask = async (record: string) =>
    (await call('recordShow', { role: 'trace_officer', body: { record, grounds: GROUNDS } })).body.error
  const hidden = await ask(own?.record ?? '')
  const none = await ask('00000000-0000-8000-8000-000000000000')
  assert.equal(hidden.code, 'not_found')
  assert.deepEqual({ ...hidden, message: '', parameters: {} }, { ...none, message: '', parameters: {} })
})

/** Something for each place of an address. */
const ANYWHERE = { source: 'x', import: '0', question: '0', model: 'start-4', file: 'x', document: 'x' }

test('every route that needs a reader is closed without one, and to those whose role it is not', async () => {
  const everybody = Object.keys(served.tokens) as (keyof typeof served.tokens)[]
  const holds = new Map<string, readonly string[]>()
  for (const role of everybody) holds.set(role, (await call('sessionShow', { role })).body.roles)
  for (const [place, name] of (Object.keys(ROUTES) as RouteName[]).entries()) {
    const { roles }: Route = ROUTES[name]
    if (roles === null) continue
    assert.equal((await call(name, { path: ANYWHERE })).body.error.code, 'sign_in_needed', name)
    if (roles.length === 0) continue
    // A third of them in turn: who may what is drawn in full where access is tested, and all roles ask in the long run.
    for (const role of everybody.filter((_, at) => (at + place) % 3 === 0)) {
      const may = holds.get(role)!.some((each) => (roles as readonly string[]).includes(each))
      // It takes no body that could be wrong, and does much.
      if (may && name === 'modelLearn') continue
      const { body } = await call(name, {
        role,
        path: ANYWHERE,
        body: PATHS[name].method === 'POST' ? { nonsense: true } : undefined,
      })
      const refused = body.error?.code === 'role_needed'
      assert.equal(refused, !may, `${name} for ${role}`)
    }
  }
})

test('wrong types, wrong shapes and wrong sizes are refused with the field and what would be accepted', async () => {
  const refused = async (body: unknown, headers = {}) =>
    (await call('find', { role: 'analyst', body, headers })).body.error
  assert.equal((await refused({ serial: 5, grounds: GROUNDS })).parameters.field, 'serial')
  assert.equal(
    (await refused({ serial: 'ABC1', grounds: { purpose: 'curiosity' } })).parameters.field,
    'grounds.purpose',
  )
  assert.equal((await refused({ serial: 'ABC1', grounds: GROUNDS, extra: 1 })).code, 'body_invalid')
  assert.equal((await refused({ serial: 'AB\u0000C1', grounds: GROUNDS })).code, 'body_invalid')
  assert.equal((await refused('{"serial":"\\ud800AB1","grounds":{"purpose":"trace"}}')).code, 'body_invalid')
  assert.equal((await refused('{')).code, 'body_invalid')
  assert.equal((await refused(`${'['.repeat(50)}${']'.repeat(50)}`)).code, 'body_too_deep')
  assert.equal((await refused(JSON.stringify({ serial: 'x'.repeat(200_000) }))).code, 'body_too_large')
  assert.equal((await refused('x', { 'content-type': 'text/plain' })).code, 'body_not_json')
  assert.equal((await refused({ serial: '??', grounds: GROUNDS })).code, 'pattern_unreadable')
  assert.equal((await refused({ serial: 'A?B', grounds: GROUNDS })).code, 'pattern_too_open')
})

test('a page of another site can neither call nor change anything', async () => {
  const body = { serial: 'TKR1048', grounds: GROUNDS }
  const foreign = await call('find', { role: 'analyst', body, headers: { origin: 'https://elsewhere.example' } })
  assert.equal(foreign.body.error.code, 'origin_refused')
  const framed = await call('find', { role: 'analyst', body, headers: { 'sec-fetch-site': 'cross-site' } })
  assert.equal(framed.body.error.code, 'origin_refused')
})

test('a sign-in link opens a session in a cookie that no script can read, and closing it closes it', async () => {
  const token = served.links.recorder.split('#')[1]
  const opened = await fetch(`${served.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const cookie = opened.headers.get('set-cookie') ?? ''
  assert.match(cookie, /^proofmark_[0-9a-f]{8}=.+; .*HttpOnly; SameSite=Strict/)
  const headers = { cookie: cookie.split(';')[0]! }
  assert.equal((await call('sessionShow', { headers })).body.account, 'Maren Tolv')
  assert.equal((await call('sessionClose', { headers })).body.done, true)
  assert.equal((await call('sessionShow', { headers })).status, 401)
  const wrong = await call('sessionOpen', { body: { token: 'x'.repeat(43) } })
  assert.equal(wrong.body.error.code, 'sign_in_link_refused')
  const proxied = await call('sessionOpen', { body: { token }, headers: { 'x-forwarded-for': '203.0.113.7' } })
  assert.equal(proxied.body.error.code, 'sign_in_link_refused')
})

test('a look is in the log with who, why and what, and reading the log is itself logged', async () => {
  const found = await call('find', {
    role: 'recorder',
    body: { serial: 'TKR1048', grounds: { purpose: 'stolen_check', reference: 'case 99' } },
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const read = (account: string) =>
    call('logRead', { role: 'data_protection_officer', body: { account, grounds: { purpose: 'oversight' } } })
  const { entries } = (await read('Maren Tolv')).body
  const look = entries.find((each) => each.action === 'record.found')
  assert.equal(look?.purpose, 'stolen_check')
  assert.equal(look?.body?.reference, 'case 99')
  assert.deepEqual(look?.body?.query, { serial: 'TKR1048' })
  assert.deepEqual(look?.subjects.toSorted(), found.body.candidates.map(({ record }) => record).toSorted())
  assert.ok((await read('Sanna Orrey')).body.entries.some((each) => each.action === 'log.read'))
})

test('the log of one agency is closed to the data-protection officer of another', async () => {
  await call('find', {
    role: 'analyst',
    body: { serial: 'TKR1048', grounds: { purpose: 'border_control', reference: 'customs only' } },
  })
  await call('find', { role: 'recorder', body: { serial: 'TKR1048', grounds: { purpose: 'trace' } } })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const read = async (body: object) =>
    (await call('logRead', { role: 'data_protection_officer', body: { ...body, grounds: { purpose: 'oversight' } } }))
      .body.entries
  assert.deepEqual(await read({ account: 'Jorun Aske' }), [])
  const all = await read({ limit: 500 })
  assert.ok(all.length > 0)
  assert.deepEqual([...new Set(all.map(({ agency }) => agency))], ['Firearms Focal Point'])
  assert.ok(!JSON.stringify(all).includes('customs only'))
})

test('the log is verified over HTTP and found sound', async () => {
  const { body } = await call('logVerify', { role: 'data_protection_officer', body: {} })
  assert.equal(body.ok, true)
  assert.ok(body.size > 10)
})

test('the description is OpenAPI 3.1, names every route, and every error is one of the table in every language', async () => {
  const { body } = await call('openapi', {})
  assert.equal(body.openapi, '3.1.0')
  const operations = Object.values(body.paths as Record<string, object>).flatMap((each) => Object.values(each))
  assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), Object.keys(ROUTES).sort())
  for (const code of Object.keys(ERRORS))
    for (const catalogue of Object.values(CATALOGUES)) assert.ok(catalogue[`error.${code}`], code)
})

test('an import over HTTP previews, goes in, and sends bad rows back', async () => {
  const send = (query: string) =>
    fetch(`${served.address}/api/sources/Border%20seizures/imports${query}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${served.tokens.analyst}`,
        'content-type': 'text/csv',
        'accept-language': 'fr',
      },
      body: 'id,serial,make,date\nN1,TST7777,Taurus,2024\nN2,TST7778,Taurus,never\n',
    }).then(
      (answer) =>
        answer.json() as Promise<{
          import: string | null
          accepted: number
          rejected: number
          rejects: { reason: string }[]
        }>,
    )
  const preview = await send('?preview=true')
  assert.deepEqual([preview.import, preview.accepted, preview.rejected], [null, 1, 1])
  const done = await send('?file=border.csv')
  assert.ok(done.import)
  assert.deepEqual([done.accepted, done.rejected], [1, 1])
  assert.match(done.rejects[0]!.reason, /date/)
  assert.equal(
    (await call('find', { role: 'analyst', body: { serial: 'TST7777', grounds: GROUNDS } })).body.candidates.length,
    1,
  )
})
