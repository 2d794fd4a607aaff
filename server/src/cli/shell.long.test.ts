import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { proofmark } from '../testing/run-shell.ts'
import { shellFolders } from '../testing/shell-folders.ts'
import { softwareAuthenticator } from '../testing/software-authenticator.ts'
import { startServing, stopServing } from '../testing/start-serving.ts'

const { newFolder, file, installed } = await shellFolders()

type Answers<Name extends RouteName> = { status: number; cookie: string; body: Answer<Name> }

/** Calls a served installation as a browser would. */
const callOver =
  (address: string) =>
  async <Name extends RouteName>(name: Name, body?: object, cookie?: string): Promise<Answers<Name>> => {
    const { method, path } = PATHS[name]
    const answer = await fetch(address + path, {
      method,
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const set = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { status: answer.status, cookie: set, body: (await answer.json()) as Answer<Name> }
  }

async function addKey(call: ReturnType<typeof callOver>, origin: string, cookie: string): Promise<void> {
  const { ticket, options } = (await call('passkeyAddOptions', {}, cookie)).body
  const response = softwareAuthenticator().make(options, { origin })
  assert.equal((await call('passkeyAdd', { ticket, name: 'key', response }, cookie)).status, 200)
}

test('what is imported is matched by itself; links are counted and told as CSV, exact and from either side', async () => {
  const env = { DATABASE_URL: await hostedDatabase() }
  const folder = await installed(env)
  const shell = (args: readonly string[]) => proofmark(folder, args, env)
  await shell(['source', 'add', 'seizures', '--kind', 'seizure', '--agency', 'Police of XA'])
  const seized = `id,serial,make,model,calibre,type\nS1,TKR1O48,taurus,PT92,9mm,pistol\n"=S2",HHW90771,Beretta,92,9mm,pistol\n`
  const path = await file('seized.csv', seized)
  assert.equal((await shell(['import', path, '--source', 'seizures', '--json'])).code, 0)
  const listed = await shell(['matches', '--source', 'seizures', '--with', 'register', '--csv'])
  const [heading, line, ...rest] = listed.out.split('\r\n')
  assert.equal(heading, 'source_a,key_a,source_b,key_b,probability,judgement')
  assert.match(line!, /^seizures,S1,register,L1,0\.9\d+,same$/)
  assert.deepEqual(rest, [''])
  const turned = await shell(['matches', '--with', 'seizures', '--csv'])
  assert.match(turned.out, /\r\nregister,L1,seizures,S1,0\.9\d+,same\r\n$/)
  const counts = JSON.parse((await shell(['link', '--json'])).out)
  assert.deepEqual(counts, { compared: 1, same: 1, undecided: 0 })
  const anew = (await shell(['link', '--full', '--json'])).out.trim().split('\n')
  const { run, odd, ...again } = JSON.parse(anew.pop()!)
  assert.deepEqual(again, counts)
  assert.equal(run.records, 3)
  assert.equal(run.written, 0, 'what was matched as it came is found again')
  assert.deepEqual(odd, [])
  const tenths = Array.from({ length: 10 }, (_, tenth) => ({ percent: 10 * (tenth + 1) }))
  assert.deepEqual(
    anew.map((line) => JSON.parse(line)),
    tenths,
  )
  const found = JSON.parse((await shell(['find', 'TKR1048', '--json'])).out)
  assert.equal(found.length, 2)
  assert.equal(found[0].item, found[1].item, 'two records of one firearm are shown under one item')
  assert.equal((await shell(['matches', '--source', 'none', '--csv'])).code, 1)
})

test('many pairs are looked through, judged alike for one reason and taken back whole; odd words are named', async () => {
  const env = { DATABASE_URL: await hostedDatabase() }
  const folder = await installed(env)
  const shell = (...args: string[]) => proofmark(folder, args, env)
  await shell('source', 'add', 'seizures', '--kind', 'seizure', '--agency', 'Police of XA')
  const seized = `id,serial,make,model,calibre,type\nS1,TKR1O48,taurus,PT92,9mm,pistol\n`
  await shell('import', await file('seized.csv', seized), '--source', 'seizures')
  const asked = ['review', 'many', 'seizures', 'register', '--verdict', 'same', '--least', '0.5']
  const preview = JSON.parse((await shell(...asked, '--any-mark', '--json')).out)
  assert.deepEqual([preview.pairs.length, preview.firearms, preview.heldBack], [1, { now: 1, after: 1 }, 0])
  const decided = JSON.parse((await shell(...asked, '--any-mark', '--reason', 'looked at both', '--json')).out)
  assert.deepEqual([decided.made, decided.passedOver], [1, 0])
  assert.match((await shell(...asked, '--any-mark', '--reason', 'again')).out, /Nothing was judged/)
  const back = JSON.parse((await shell('review', 'take-back', decided.id, '--json')).out)
  assert.deepEqual(back, { id: decided.id, withdrawn: 1, gone: 0 })
  assert.deepEqual(JSON.parse((await shell('review', 'agreement', '--json')).out).pairs, 0)
  const odd = [
    [['review', 'meny'], /many, take-back, assign/],
    [['review', 'many', 'seizures', 'register', '--verdict', 'same', '--least', '2'], /0 – 1/],
    [['review', 'assign', 'seizures', 'S1', 'register', 'none', '--to', 'me'], /register none/],
    [['review', 'opinion', 'seizures', 'S1', 'register', 'L1', '--of', 'Nobody'], /Nobody/],
  ] as const
  for (const [words, said] of odd) {
    const { code, err } = await shell(...words)
    assert.deepEqual([code, said.test(err)], [1, true], err)
  }
})

test('a record is released to another agency, listed and taken back, each with the promised keys', async () => {
  const env = { DATABASE_URL: await hostedDatabase() }
  const folder = await installed(env)
  const run = (...words: string[]) => proofmark(folder, words, env)
  await run('source', 'add', 'border', '--kind', 'seizure', '--agency', 'Customs of XA')
  const until = new Date().toISOString().slice(0, 10)
  const to = ['--to', 'Customs of XA', '--until', until, '--json']
  const terms = ['--condition', 'not_in_court', '--condition', 'report_result', '--reference', 'case 7']
  const released = await run('release', 'register', 'L1', ...to, ...terms)
  assert.equal(released.code, 0, released.err)
  const { release, ...made } = JSON.parse(released.out)
  assert.deepEqual([made.to, made.until], ['Customs of XA', until])
  const [listed] = JSON.parse(`[${(await run('release', 'list', '--json')).out.trim().split('\n').join(',')}]`)
  assert.deepEqual(
    [listed.side, listed.release, listed.state, listed.conditions, listed.records[0].key],
    ['given', release, 'standing', ['not_in_court', 'report_result'], 'L1'],
  )
  const withdrawn = JSON.parse((await run('release', 'withdraw', release, '--json')).out)
  assert.deepEqual(Object.keys(withdrawn).sort(), ['release', 'withdrawnAt'])
  const wrong = await run('release', 'register', 'L1', '--to', 'Nobody', '--until', until)
  assert.deepEqual([wrong.code, wrong.err.includes('Nobody')], [1, true])
})

test('the shell is the installer until an administrator can sign in; roles then take two people, or the operator at first', async () => {
  const folder = newFolder()
  const served = startServing(['--port', '0'], { PROOFMARK_DATA: folder, DATABASE_URL: '' }, /sign-in#\S+\n/)
  try {
    const text = await served.output
    const [, address = '', link = ''] = /(http:\S+)\/sign-in#(\S+)/.exec(text) ?? []
    const call = callOver(address)
    const administrator = await call('sessionOpen', { token: link })
    assert.deepEqual(administrator.body.roles, ['administrator'])
    assert.equal((await call('sessionOpen', { token: link })).status, 401)
    assert.match((await proofmark(folder, ['account', 'list'])).out, /first administrator/)
    await addKey(call, address, administrator.cookie)
    const refused = await proofmark(folder, ['account', 'list'])
    assert.equal(refused.code, 1)
    assert.match(refused.err, /needs a named token/)
    const issued = await call('tokenIssue', { name: 'shell', days: 1 }, administrator.cookie)
    const env = { PROOFMARK_TOKEN: issued.body.token }
    const invite = ['account', 'invite', 'Maren Tolv', '--role', 'recorder', '--role', 'analyst', '--json']
    assert.match((await proofmark(folder, invite, env)).err, /Maren Tolv works for none/)
    await call('agencyAdd', { name: 'Police of XA', desk: 'duty desk' }, administrator.cookie)
    const invited = JSON.parse((await proofmark(folder, [...invite, '--agency', 'Police of XA'], env)).out)
    const person = await call('sessionOpen', { token: invited.link })
    assert.deepEqual([person.body.roles, person.body.waitingRoles], [[], ['recorder', 'analyst']])
    await addKey(call, address, person.cookie)
    const { confirmationCode } = (await call('ownSignIn', undefined, person.cookie)).body
    const confirm = ['account', 'confirm', 'Maren Tolv', '--code', confirmationCode ?? '']
    const wrong = confirmationCode === '12345678' ? '87654321' : '12345678'
    const refusedCode = await proofmark(folder, ['account', 'confirm', 'Maren Tolv', '--code', wrong])
    assert.match(refusedCode.err, /4 attempts are left/)
    assert.equal((await proofmark(folder, confirm)).code, 0)
    const shown = (await call('sessionShow', undefined, person.cookie)).body
    assert.deepEqual([shown.roles, shown.waitingRoles], [['analyst', 'recorder'], []])
    const trace = (await proofmark(folder, ['sign-ins', '--account', 'Maren Tolv', '--json'], env)).out
    assert.equal(JSON.parse(trace.split('\n')[0]!).outcome, 'opened')
    assert.ok(![text, trace].join('').includes(invited.link))
  } finally {
    await stopServing(served.child)
  }
})
