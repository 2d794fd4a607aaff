import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Run } from '../../access/context.ts'
import { bytesOf, importText, installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { preview } from '../commands/preview.ts'
import { stopImport } from '../commands/stop-import.ts'
import { getImport, type ImportCounts } from '../queries/find-import.ts'
import { eachRejectedRow } from '../queries/list-rejects.ts'
import { recordId } from '../rules/record-id.ts'
import { importFile } from './import-file.ts'
import { judgeWholeImport } from './judge-import.ts'
import { withinTransaction } from './run.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
let sources = 0
const newSource = () => ({ name: `source ${++sources}`, kind: 'register', agency: 'Police of XA' }) as const
const stored = database.pool('backup')
const count = async (query: string) =>
  Number((await stored.query<{ n: string }>(`SELECT count(*) AS n ${query}`)).rows[0]!.n)

const place = installersPlace(database)
const countsOf = ({ rows, accepted, rejected, unchanged, changed }: ImportCounts) => [
  rows,
  accepted,
  rejected,
  unchanged,
  changed,
]
const recordsOf = (source: string) =>
  count(`FROM record r JOIN source s ON s.id = r.source_id WHERE r.version IS NOT NULL AND s.name = '${source}'`)

const ROWS =
  'id,serial,make,calibre,type,date,holder\n1,TST10001,Taurus,380,pistol,2019-04-02,A. Person\n2,TST10002,glock,9mm,pistol,2020-05,\n'

test('good rows go in, and the same file again changes nothing', async () => {
  const source = newSource()
  const first = await sourceWith(database, source, ROWS)
  assert.deepEqual([...countsOf(first), first.state, first.unused, first.rejects], [2, 2, 0, 0, 0, 'done', [], []])
  const again = await importText(database, source.name, ROWS)
  assert.deepEqual(countsOf(again), [2, 0, 0, 2, 0])
})

test('columns that no rule understands are named, and kept with the row', async () => {
  const outcome = await sourceWith(database, newSource(), 'id,serial,Marque,Remarque\n1,TST1,Taurus,x\n')
  assert.deepEqual(outcome.unused, ['Marque', 'Remarque'])
})

test('a changed row makes a new version and the old one stays', async () => {
  const source = newSource()
  await sourceWith(database, source, ROWS)
  const changed = await importText(database, source.name, ROWS.replace('TST10001', 'TST10009'))
  assert.equal(changed.changed, 1)
  assert.equal(changed.unchanged, 1)
  const { rows } = await stored.query<{ serial: string; standing: boolean }>(
    `SELECT v.stated->>'serial' AS serial, v.version = r.version AS standing
     FROM record r JOIN source s ON s.id = r.source_id JOIN record_version v ON v.record_id = r.id
     WHERE s.name = $1 AND r.source_key = '1' ORDER BY v.version`,
    [source.name],
  )
  assert.deepEqual(rows, [
    { serial: 'TST10001', standing: false },
    { serial: 'TST10009', standing: true },
  ])
})

test('what a person column says stands apart from the object and never in the raw row', async () => {
  const source = newSource()
  await sourceWith(database, source, ROWS)
  const { rows } = await stored.query<{ raw: Record<string, string>; stated: Record<string, string>; value: string }>(
    `SELECT v.raw, v.stated, p.value FROM record_version v
     JOIN record r ON r.id = v.record_id JOIN source s ON s.id = r.source_id
     JOIN record_person p ON p.record_id = v.record_id AND p.version = v.version WHERE s.name = $1`,
    [source.name],
  )
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.value, 'A. Person')
  assert.ok(!JSON.stringify([rows[0]?.raw, rows[0]?.stated]).includes('Person'))
})

test('a name or an identity number stands apart even where no profile says so', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial,NOME,CPF\n1,TST1,Joao da Silva,111.222\n')
  const { rows } = await stored.query<{ raw: Record<string, string>; persons: string }>(
    `SELECT v.raw, (SELECT count(*) FROM record_person p WHERE p.record_id = v.record_id) AS persons
     FROM record_version v JOIN record r ON r.id = v.record_id JOIN source s ON s.id = r.source_id WHERE s.name = $1`,
    [source.name],
  )
  assert.deepEqual([Object.keys(rows[0]!.raw), rows[0]!.persons], [['id', 'serial'], '2'])
})

test('rows that are ragged come back again when they are sent again as they came', async () => {
  const source = newSource()
  const text = 'id,serial,make\n1,TST1,Taurus,more\n2,TST2\n3,TST3,Glock\n'
  const { import: id } = await sourceWith(database, source, text)
  const lines = await Array.fromAsync(eachRejectedRow(place.run, id))
  assert.deepEqual(lines, [
    ['id', 'serial', 'make'],
    ['1', 'TST1', 'Taurus', 'more'],
    ['2', 'TST2'],
  ])
  const again = await importText(database, source.name, lines.map((cells) => `${cells.join(',')}\n`).join(''))
  assert.equal(again.rejected, 2)
})

test('bad rows come back with row, field, value, reason and what would be accepted, and the rest goes in', async () => {
  const text = [
    'id,serial,make,date,event',
    '1,TST1,Taurus,2021-02-30,',
    '2,TST2,Taurus,2021-02-28,',
    '3,TST3,Taurus,2021',
    ',TST4,Taurus,2021,',
    '5,TST5,Taurus,2021,kidnapped',
    '2,TST9,Taurus,2021,',
    '2,TST2,Taurus,2021-02-28,',
  ].join('\r\n')
  const { rejects, ...counts } = await sourceWith(database, newSource(), text)
  assert.equal(counts.rows, 7)
  assert.equal(counts.accepted, 1)
  assert.equal(counts.unchanged, 1)
  assert.equal(counts.rejected, 5)
  assert.deepEqual(
    rejects
      .map(({ row, field, value, reason }) => [row, field, value, reason.id])
      .sort((a, b) => Number(a[0]) - Number(b[0])),
    [
      [2, 'date', '2021-02-30', 'reject.date_no_such_day'],
      [4, '', '3 | TST3 | Taurus | 2021', 'reject.columns'],
      [5, 'id', '', 'reject.key_missing'],
      [6, 'event', 'kidnapped', 'reject.event_unknown'],
      [7, 'id', '2', 'reject.key_twice'],
    ],
  )
})

test('a preview answers what an import would, and keeps nothing', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n')
  const before = [await count('FROM record'), await count('FROM import_run')]
  const officer = await database.reader(people.police)
  const outcome = await preview(
    (work) => database.as(officer, work),
    (context) =>
      importFile(withinTransaction(context), { source: source.name, file: 'rows.csv', content: bytesOf(ROWS) }),
  )
  assert.equal(outcome.accepted, 2)
  assert.deepEqual([await count('FROM record'), await count('FROM import_run')], before)
})

const LONG = `id,serial\n${Array.from({ length: 5_000 }, (_, n) => (n % 1_000 === 7 ? `,TST${n}` : `${n},TST${n}`)).join('\n')}\n`

/** A file of which the line is cut before its end, once some of it is in. */
function cutOff(text: string) {
  const some = Promise.withResolvers<void>()
  const padded = text.replaceAll(/\n(?=.)/g, `${' '.repeat(100)}\n`)
  const content = async function* () {
    for (let at = 0; at < padded.length; at += 16_384) yield Buffer.from(padded.slice(at, at + 16_384))
    await some.promise
    throw new Error('the line was cut')
  }
  return { content: content(), onProgress: () => some.resolve(), whole: () => bytesOf(padded) }
}

test('where a file breaks off, whole batches are in, and going on ends as if nothing had happened', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n')
  let id = ''
  const { whole: again, ...cut } = cutOff(LONG)
  const broken = { source: source.name, file: 'rows.csv', ...cut, onBegin: (begun: string) => (id = begun) }
  await assert.rejects(importFile(place, broken), { message: 'the line was cut' })
  const left = await place.run((context) => getImport(context, id))
  assert.deepEqual([left.state, left.rows % 2_000, left.rejected, left.atWork], ['failed', 0, left.rows / 1_000, false])
  assert.ok(left.rows > 0)
  assert.equal(await recordsOf(source.name), left.accepted)
  const whole = { source: source.name, file: 'rows.csv', content: again(), import: id }
  assert.deepEqual(countsOf(await importFile(place, whole)), [5_000, 4_995, 5, 0, 0])
  assert.equal(await recordsOf(source.name), 4_995)
  assert.equal(await count(`FROM import_reject WHERE import_id = ${id}`), 5)
  await assert.rejects(importFile(place, { ...whole, content: again() }), { code: 'import_not_open' })
})

test('an import without a key column is gone on with under the same keys', async () => {
  const source = newSource()
  await sourceWith(database, source, 'serial\n')
  const text = `serial\n${Array.from({ length: 5_000 }, (_, n) => `TST${n % 900}`).join('\n')}\n`
  let id = ''
  const { whole, ...cut } = cutOff(text)
  const input = { source: source.name, file: 'rows.csv', onBegin: (begun: string) => (id = begun) }
  await assert.rejects(importFile(place, { ...input, ...cut }))
  await importFile(place, { ...input, content: whole(), import: id })
  assert.deepEqual(countsOf(await importFile(place, { ...input, content: whole() })), [5_000, 0, 0, 5_000, 0])
})

test('an import that somebody stops keeps what is in, and can be gone on with', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n')
  let id = ''
  const input = { source: source.name, file: 'rows.csv', onBegin: (begun: string) => (id = begun) }
  let stopping: Promise<void> | null = null
  const runAfterStop: Run = async (work) => {
    await stopping
    return place.run(work)
  }
  const stopped = await importFile(
    { ...place, run: runAfterStop },
    {
      ...input,
      content: bytesOf(LONG),
      onProgress: () => {
        stopping ??= place.run((context) => stopImport(context, id))
      },
    },
  )
  assert.deepEqual([stopped.state, stopped.rows, await recordsOf(source.name)], ['stopped', 2_000, 1_998])
  for (const verdict of ['taken_back', 'put_back'] as const) await judgeWholeImport(place, { import: id, verdict })
  assert.equal((await place.run((context) => getImport(context, id))).state, 'stopped', 'put back, it is as it was')
  const ended = await importFile(place, { ...input, content: bytesOf(LONG), import: id })
  assert.deepEqual(countsOf(ended), [5_000, 4_995, 5, 0, 0])
})

test('a batch whose commit was not heard of is not taken in twice', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n')
  let runs = 0
  const deaf: Run = async (work) => {
    const result = await place.run(work)
    // The fourth transaction is the first batch: it is committed, and then the connection is lost.
    if (++runs === 4) throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' })
    return result
  }
  const input = { source: source.name, file: 'rows.csv', content: bytesOf(LONG) }
  assert.deepEqual(countsOf(await importFile({ ...place, run: deaf }, input)), [5_000, 4_995, 5, 0, 0])
  assert.equal(await recordsOf(source.name), 4_995)
})

test('while an import is at work on a source, a preview of another is told so', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n')
  const { id } = (await stored.query<{ id: string }>('SELECT id FROM source WHERE name = $1', [source.name])).rows[0]!
  const trial = place.hold(id, () =>
    place.run((context) =>
      importFile(withinTransaction(context), { source: source.name, file: 'rows.csv', content: bytesOf(ROWS) }),
    ),
  )
  await assert.rejects(trial, { code: 'source_busy' })
})

test('a file without a key column goes in, equal rows each by its ordinal, and again changes nothing', async () => {
  const source = newSource()
  const text = 'serial,make\nTST1,Taurus\nTST1,Taurus\nTST2,Glock\n'
  assert.equal((await sourceWith(database, source, text)).accepted, 3)
  assert.equal((await importText(database, source.name, text)).unchanged, 3)
})

test('an officer of another agency cannot import into a source, nor learn that it exists', async () => {
  const source = newSource()
  const { import: id } = await sourceWith(database, source, 'id,serial\n')
  const other = await database.reader(people.customs)
  const theirs = { ...place, run: ((work) => database.as(other, work)) as Run }
  const attempt = (name: string) =>
    importFile(theirs, { source: name, file: 'x.csv', content: bytesOf('id,serial\n') }).then(
      () => 'imported',
      (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
    )
  assert.equal(await attempt(source.name), 'source_unknown')
  assert.equal(await attempt('no such source'), 'source_unknown')
  for (const number of [id, '999999'])
    await assert.rejects(
      theirs.run((context) => getImport(context, number)),
      { code: 'not_found' },
    )
})

test('what is no table is refused by name, and what is hostile is kept as text', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n')
  const refused = async (text: string) => {
    const failure = await importText(database, source.name, text).catch((cause: unknown) => cause)
    return failure instanceof ProofmarkError ? [failure.code, failure.parameters.reason] : failure
  }
  assert.deepEqual(await refused(''), ['file_unreadable', 'empty'])
  assert.deepEqual(await refused('id,id\n1,2\n'), ['file_unreadable', 'heading_twice'])
  assert.deepEqual(await refused(`${Array.from({ length: 501 }, (_, n) => `c${n}`).join(',')}\n`), [
    'file_unreadable',
    'too_many_columns',
  ])
  assert.deepEqual((await refused('a,b\n1,2\n')) as unknown[], ['columns_missing', undefined])
  const hostile = 'id,serial,__proto__,constructor\n"=1+1","\'; DROP TABLE record; --",<script>,\u202Eevil\n'
  assert.equal((await importText(database, source.name, hostile)).accepted, 1)
  const { rows } = await stored.query<{ raw: Record<string, string> }>(
    `SELECT raw FROM record_version v JOIN record r ON r.id = v.record_id WHERE r.source_key = '=1+1'`,
  )
  assert.deepEqual(Object.entries(rows[0]!.raw).sort(), [
    ['__proto__', '<script>'],
    ['constructor', '\u202Eevil'],
    ['id', '=1+1'],
    ['serial', "'; DROP TABLE record; --"],
  ])
  const turned = await importText(database, source.name, 'id,serial\n8,AB1\u202E7719\n')
  assert.deepEqual(
    turned.rejects.map(({ field, value, reason }) => [field, value, reason.id]),
    [['serial', 'AB1[U+202E]7719', 'reject.hidden_character']],
  )
  const nul = await importText(database, source.name, 'id,serial\n9,AB\u0000C\n')
  assert.equal(nul.rejects[0]?.reason.id, 'reject.cell_with_nul')
})

test('the identifier of a record follows from source and key, and from nothing that can be guessed', () => {
  const secret = Buffer.alloc(32, 7)
  const id = recordId(secret, 'a', 'b')
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(recordId(secret, 'a', 'b'), id)
  assert.notEqual(recordId(secret, 'a', 'c'), id)
  assert.notEqual(recordId(Buffer.alloc(32, 8), 'a', 'b'), id)
})
