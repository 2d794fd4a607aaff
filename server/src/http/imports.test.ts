import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import type { ImportRejectList, ImportShow, ImportSummary } from '@proofmark/contract/schemas/import'
import type { ProfileProposal } from '@proofmark/contract/schemas/profile'
import { startForBrowser } from '../testing/start-for-browser.ts'

const served = await startForBrowser()
after(() => served.stop())

const SOURCE = 'Police seizures'
type Role = keyof typeof served.tokens

interface Sent {
  readonly role?: Role
  readonly address?: Readonly<Record<string, string>>
  readonly file?: BodyInit
  readonly body?: unknown
}

async function send(name: RouteName, { role = 'recorder', address = {}, file, body }: Sent = {}): Promise<Response> {
  const { method, path } = PATHS[name]
  return fetch(served.address + addressOf(path, address), {
    method,
    headers: {
      authorization: `Bearer ${served.tokens[role]}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(file === undefined ? {} : { body: file }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function ask<Answer = Record<string, unknown> & { error: { code: string } }>(
  name: RouteName,
  sent?: Sent,
): Promise<Answer> {
  return (await (await send(name, sent)).json()) as Answer
}

const importing = (file: string, more: Record<string, string> = {}) =>
  ask<ImportSummary>('importFile', { address: { source: SOURCE, file: 'h.csv', ...more }, file })
const shown = (id: string) => ask<ImportShow>('importShow', { address: { import: id } })

test('a preview shows the first rows as stated and as read, and keeps nothing', async () => {
  const text = 'id,serial,make,date\nH1,TSTH001,glok,2023-01-02\nH2,TSTH002,taurus,2023-02-30\n'
  const before = (await ask<{ imports: unknown[] }>('importList')).imports.length
  const preview = await importing(text, { preview: 'true' })
  assert.deepEqual([preview.import, preview.rows, preview.accepted, preview.rejected], [null, 2, 1, 1])
  assert.equal(preview.sample[0]?.stated.make, 'glok')
  assert.equal(preview.sample[0]?.items[0]?.make.name, 'Glock')
  assert.equal(preview.rejects[0]?.row, 3)
  assert.equal((await ask<{ imports: unknown[] }>('importList')).imports.length, before)
})

test('a misspelt preview is no import, and neither is a version of a profile that there is not', async () => {
  const count = async () => (await ask<{ imports: unknown[] }>('importList')).imports.length
  const before = await count()
  for (const more of [{ preview: 'True' }, { preview: '1' }, { wait: 'no' }, { profile: '99' }] as Record<
    string,
    string
  >[]) {
    const address = { source: SOURCE, file: 'h.csv', ...more }
    const refused = await ask('importFile', { address, file: 'id,serial\nP1,TSTP001\n' })
    assert.equal(refused.error.code, more.profile ? 'not_found' : 'body_invalid')
  }
  assert.equal(await count(), before)
})

test('an import is shown with what is in, its rows back are a file, and it is taken back and put back', async () => {
  const text = 'id,serial,date\n=1+1,TSTI001,2023-02-30\nI2,TSTI002,2023-02-28\nI3,TSTI003,2023-02-27,more\n'
  const done = await importing(text)
  assert.deepEqual([done.state, done.rows, done.accepted, done.rejected], ['done', 3, 1, 2])
  const id = done.import!
  const page = await shown(id)
  assert.deepEqual([page.source, page.file, page.state, page.bytes], [SOURCE, 'h.csv', 'done', text.length])
  const listed = await ask<ImportRejectList>('importRejectList', { address: { import: id } })
  assert.deepEqual([listed.rejects.map(({ row }) => row), listed.more], [[2, 4], false])
  assert.equal(listed.rejects[0]?.reason, 'There is no such day.')
  const rest = await ask<ImportRejectList>('importRejectList', { address: { import: id, after: '2' } })
  assert.deepEqual(
    rest.rejects.map(({ row }) => row),
    [4],
  )
  const rejects = await send('importRejects', { address: { import: id } })
  assert.match(rejects.headers.get('content-disposition') ?? '', /import-\d+\.rejects\.csv/)
  const lines = (await rejects.text()).split('\r\n')
  assert.equal(lines[0], 'row,field,value,reason,accepted')
  assert.match(lines[1]!, /^2,date,2023-02-30,/)
  const rows = await (await send('importRejectedRows', { address: { import: id } })).text()
  // What a spreadsheet would run is text there, and a ragged row is as ragged as it came.
  assert.deepEqual(rows.split('\r\n').slice(0, 3), [
    'id,serial,date',
    "'=1+1,TSTI001,2023-02-30",
    'I3,TSTI003,2023-02-27,more',
  ])
  const judge = (verdict: string) => ask('importJudge', { address: { import: id }, body: { verdict } })
  assert.equal((await judge('taken_back')).records, 1)
  assert.equal((await shown(id)).state, 'taken_back')
  assert.equal((await judge('taken_back')).error.code, 'import_not_open')
  assert.equal((await judge('put_back')).records, 1)
  assert.equal((await shown(id)).state, 'done')
  for (const name of ['importStop', 'importGoOn'] as const)
    assert.equal((await ask(name, { address: { import: id } })).error.code, 'import_not_open')
})

test('whoever does not wait may close the page: the import goes on, and its page tells how far it has come', async () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => `J${n},TSTJ${n}`).join('\n')
  const begun = await importing(`id,serial\n${rows}\n`, { wait: 'false' })
  let page = await shown(begun.import!)
  for (let looks = 0; page.state !== 'done' && looks < 200; looks++) {
    assert.ok(['running', 'stopped', 'interrupted'].includes(page.state), page.state)
    await new Promise((resolve) => setTimeout(resolve, 100))
    page = await shown(begun.import!)
  }
  assert.deepEqual([page.state, page.rows, page.accepted], ['done', 3_000, 3_000])
})

test('an import of another agency is not to be seen, stopped, taken back or taken away', async () => {
  const { import: id } = await importing('id,serial\nK1,TSTK001\n')
  const address = { import: id! }
  for (const name of [
    'importShow',
    'importStop',
    'importGoOn',
    'importRejectList',
    'importRejects',
    'importRejectedRows',
  ] as const)
    assert.equal((await ask(name, { role: 'analyst', address })).error.code, 'not_found', name)
  const body = { verdict: 'taken_back' }
  assert.equal((await ask('importJudge', { role: 'analyst', address, body })).error.code, 'not_found')
  const listed = await ask<{ imports: ImportShow[] }>('importList', { role: 'analyst' })
  assert.ok(listed.imports.length > 0 && listed.imports.every(({ agency }) => agency === 'Customs Service'))
})

test('a profile is proposed from a file, saved, shown, and imported by', async () => {
  const text = 'BO;N_SERIE;MARCA;CALIBRE\n77/1;TSTL001;taurus;380\n77/2;TSTL002;glock;9mm\n'
  const address = { source: SOURCE, file: 'l.csv' }
  const { profile, form, headings, sample } = await ask<ProfileProposal>('profilePropose', { address, file: text })
  assert.deepEqual(form, { kind: 'csv', encoding: 'utf-8', delimiter: ';' })
  assert.deepEqual(headings, ['BO', 'N_SERIE', 'MARCA', 'CALIBRE'])
  assert.deepEqual(sample[0], { BO: '77/1', N_SERIE: 'TSTL001', MARCA: 'taurus', CALIBRE: '380' })
  assert.deepEqual(
    [profile.fields.serial, profile.fields.make, profile.fields.calibre],
    ['N_SERIE', 'MARCA', 'CALIBRE'],
  )
  const saved = await ask('profileSave', { address: { source: SOURCE }, body: { profile: { ...profile, key: 'BO' } } })
  assert.equal(saved.version, 1)
  const back = await ask('profileShow', { address: { source: SOURCE } })
  assert.deepEqual(back.profile, { ...profile, key: 'BO' })
  const { accepted, profileVersion } = await importing(text)
  assert.deepEqual([accepted, profileVersion], [2, 1])
  assert.equal((await importing('id,serial\nL3,TSTL003\n')).profileVersion, null)
  const wrong = { profile: { ...profile, fields: { serial: { column: 'N_SERIE', split: { by: ' ', take: 0 } } } } }
  assert.equal((await ask('profileSave', { address: { source: SOURCE }, body: wrong })).error.code, 'body_invalid')
  const hidden = JSON.parse(`{"profile": {"profile": 1, "fields": {"serial": "S"}, "persons": {"a": "holder"}}}`)
  Object.defineProperty(hidden.profile.persons, '__proto__', { value: 'holder', enumerable: true })
  const refused = await ask('profileSave', { address: { source: SOURCE }, body: hidden })
  assert.equal(refused.error.code, 'body_invalid')
})

test('a file is proposed for as the source’s files are read, and the proposal keeps that', async () => {
  const address = { source: 'Losses and thefts', file: 'n.csv' }
  const file = { heading: 2, delimiter: ';' } as const
  await ask('profileSave', { address, body: { profile: { profile: 1, file, fields: { serial: 'SN' } } } })
  const proposed = await ask<ProfileProposal>('profilePropose', { address, file: 'A title\nSN;Make\nTSTN001;glock\n' })
  assert.deepEqual([proposed.headings, proposed.profile.file], [['SN', 'Make'], file])
})

test('a record is entered by hand, with hints before, and stands among the imports', async () => {
  const said = {
    source: SOURCE,
    event: 'seizure',
    stated: {
      serial: 'TSTM001',
      make: 'glock',
      calibre: '9mm',
      type: 'pistol',
      date: '2024-03-02',
      place: 'Vard',
      ref: '24/17',
    },
    notKnown: { model: 'not_examined', reason: 'not_told' },
  }
  const hints = await ask('recordHints', { body: { ...said, grounds: { purpose: 'data_quality' } } })
  assert.equal((hints.read as { make: { name: string } }).make.name, 'Glock')
  const entry = crypto.randomUUID()
  const entered = await ask('recordEnter', { body: { ...said, entry } })
  assert.equal(entered.change, 'entered', JSON.stringify(entered))
  assert.equal((await ask('recordEnter', { body: { ...said, entry } })).change, 'unchanged')
  const page = await shown(entered.version as string)
  assert.deepEqual([page.door, page.rows, page.accepted, page.state], ['hand', 1, 1, 'done'])
})
