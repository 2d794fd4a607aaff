import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { searchAnswer } from '@proofmark/contract/schemas/search'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import { wordKey } from '@proofmark/matching/word-keys'
import fc from 'fast-check'
import pg from 'pg'
import { enterRecord } from '../../records/commands/enter-record.ts'
import { judgeWholeImport } from '../../records/runs/judge-import.ts'
import { renewReadings } from '../../records/runs/renew-readings.ts'
import { importText, installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentSearched } from '../present/search.ts'
import { recordsByWords } from '../queries/records-by-words.ts'
import type { SearchPlace } from '../rules/search-place.ts'
import { askDesks } from './ask-desks.ts'
import { saveItem } from './save-item.ts'
import { type Search, search } from './search.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const place = installersPlace(database)
const stored = database.pool('backup')
const HEAD = 'id,serial,make,date,place,ref,reason,holder\n'

const seizures = await sourceWith(
  database,
  { name: 'police seizures', kind: 'seizure', agency: 'Police of XA', visibility: 'pointer' },
  `${HEAD}S-0001,TKR1048,Taurus,2023-04-02,"Évora, Portela",BO 2023/00417-3,robbery,Quixote
S-0002,TKR1049,Taurus,2024-01-09,Evora,BO 2024/00009-1,domestic violence,
S-0003,TKR1050,Taurus,2022,Évora,,,
S-0004,TKR1051,Taurus,,évora,,traffic stop at Rua 5 de Outubro,
`,
)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}L-77/3,TKR2000,Glock,2010-01-01,Évora,,,Sancho\n`,
)
await sourceWith(
  database,
  { name: 'border seizures', kind: 'seizure', agency: 'Customs of XA', visibility: 'pointer' },
  `${HEAD}B-1,TKR3000,Glock,2025-01-01,Évora,BO 2023/00417-3,,\n`,
)
await sourceWith(
  database,
  { name: 'covert finds', kind: 'find', agency: 'Customs of XA', visibility: 'silent' },
  `${HEAD}X-1,TKR4000,Glock,2025-02-01,Évora,BO 2023/00417-3,,\n`,
)

const seek = async (agency: keyof typeof people, words: string, more: Partial<Search> = {}) =>
  database.as(await database.reader(people[agency]), (context) => search(context, { words, limit: 20, ...more }))
const keys = async (agency: keyof typeof people, words: string) =>
  (await seek(agency, words)).records.map(({ key }) => key)
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )

describe('words out of a file', () => {
  test('a reference is found whole, in part, and however it is punctuated, with what matched where', async () => {
    const written = ['BO 2023/00417-3', 'bo2023004173', 'BO-2023-00417-3', 'BO 2023004173', '00417', ' 00417, 2023 ']
    for (const words of written) assert.deepEqual(await keys('police', words), ['S-0001'], words)
    for (const words of ['BO 2023/417-3', '0417', 'BO 2024/00417-3'])
      assert.deepEqual(await keys('police', words), [], words)
    assert.deepEqual(await keys('police', 'BO-202300417-3 évora'), ['S-0001'])
    const { records } = await seek('police', 'bo/2023/004173')
    assert.deepEqual(records[0]?.matched, [{ field: 'ref', text: 'BO 2023/00417-3', stretches: [{ from: 0, to: 15 }] }])
  })

  test('a source’s key, a place and a reason are found in any case and with or without accents, latest event first', async () => {
    assert.deepEqual(await keys('police', 'EVORA'), ['S-0002', 'S-0001', 'S-0003', 'L-77/3', 'S-0004'])
    assert.deepEqual(await keys('police', 'l-773'), ['L-77/3'])
    assert.deepEqual(await keys('police', 'violence evora'), ['S-0002'])
    assert.deepEqual(await keys('police', 'outubro 5'), ['S-0004'])
  })

  test('all words must stand in one record, and a part of a word finds nothing', async () => {
    assert.deepEqual(await keys('police', 'evora robbery violence'), [])
    assert.deepEqual(await keys('police', 'evor'), [])
  })

  test('what is said of persons is not searched, and neither are marks', async () => {
    for (const words of ['Quixote', 'Sancho', 'TKR1048']) assert.deepEqual(await keys('police', words), [])
  })

  test('an entry by hand is found, and after its correction by the new words alone', async () => {
    const officer = await database.reader(people.police)
    const entry = {
      source: 'police seizures',
      entry: 'a5a9b7c2-1f0e-4f57-9a44-0d3c6c1b7e11',
      kind: 'firearm' as const,
      event: 'seizure' as const,
      notKnown: { make: 'illegible', model: 'illegible', calibre: 'illegible', type: 'illegible' } as const,
      persons: [],
    }
    const stated = {
      serial: 'TST90001',
      date: '2024-05-05',
      place: 'Setubal harbour',
      ref: 'NUIPC 12/24',
      reason: 'found in a boat',
    }
    const enter = (place: string, corrects?: string) =>
      database.as(officer, (context) => enterRecord(context, { ...entry, stated: { ...stated, place }, corrects }))
    const first = await enter('Setubal harbour')
    assert.deepEqual(
      (await seek('police', 'nuipc-12/24 harbour')).records.map(({ record }) => record),
      [first.record],
    )
    await enter('Sesimbra', first.version)
    assert.deepEqual(await keys('police', 'harbour'), [])
    assert.deepEqual(await keys('police', 'sesimbra'), [entry.entry])
    assert.deepEqual(await keys('police', 'a5a9b7c21f0e4f579a440d3c6c1b7e11'), [entry.entry])
  })

  test('a consignment of many is found by its words, though not by a mark', async () => {
    await sourceWith(
      database,
      { name: 'licences', kind: 'import-licence', agency: 'Police of XA' },
      'id,serial,make,quantity,ref\nI-9,TST100,Taurus,200,LIC/2024/88\n',
    )
    assert.deepEqual(await keys('police', 'lic-2024-88'), ['I-9'])
  })
})

describe('pages', () => {
  test('are as long as asked for, meet without gap or overlap, and end', async () => {
    const all = await keys('police', 'evora')
    const paged: string[] = []
    let after: string | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = await seek('police', 'evora', { limit: 2, after })
      assert.equal(page.total, all.length)
      paged.push(...page.records.map(({ key }) => key))
      if (page.next === null) break
      assert.equal(page.records.length, 2)
      after = page.next
    }
    assert.deepEqual(paged, all)
  })

  test('a place that no answer gave is refused by name', async () => {
    const { next } = await seek('police', 'evora', { limit: 2 })
    for (const after of ['', 'x', '2023-13-40_-_00000000-0000-4000-8000-000000000000', `${next} `, `${next}'; --`])
      assert.equal(await failureOf(seek('police', 'evora', { after })), 'body_invalid', after)
  })
})

describe('what a reader may not see', () => {
  test('neither pointing nor silent records of another agency appear or count', async () => {
    const { records, total } = await seek('police', 'BO 2023/00417-3')
    assert.deepEqual([records.map(({ key }) => key), total], [['S-0001'], 1])
    assert.deepEqual(await keys('customs', 'BO 2023/00417-3'), ['X-1', 'B-1'])
    assert.deepEqual(await keys('customs', 'evora'), ['X-1', 'B-1', 'L-77/3'])
  })

  test('hidden records change no answer, also where with them a word would stand in too many', async () => {
    const officer = await database.reader(people.police)
    const answers = () =>
      Promise.all([
        seek('police', 'evora', { limit: 2 }),
        seek('police', 'nowhere'),
        database.as(officer, (context) => recordsByWords(context, [['evora']], { after: null, limit: 9 }, 5)),
      ])
    const before = await answers()
    const rows = Array.from({ length: 40 }, (_, n) => `Y-${n},TKR5${n},Glock,2025,Évora nowhere,BO 2023/00417-3,,`)
    for (const visibility of ['silent', 'pointer'] as const)
      await sourceWith(
        database,
        { name: `more ${visibility}`, kind: 'find', agency: 'Customs of XA', visibility },
        `${HEAD}${rows.join('\n')}\n`,
      )
    assert.deepEqual(await answers(), before)
  })

  test('who has no work with records sees none, and no question either', async () => {
    const officer = await database.reader(people.police)
    const attempt = database.as({ ...officer, roles: ['administrator'] }, (context) =>
      search(context, { words: 'evora', limit: 20 }),
    )
    assert.equal(await failureOf(attempt), 'role_needed')
  })

  test('the search is in the log with its number of results before it is answered', async () => {
    const { records } = await seek('police', 'robbery')
    const { rows } = await stored.query(
      `SELECT body, subjects FROM audit_entry WHERE action = 'record.searched' ORDER BY recorded_at DESC LIMIT 1`,
    )
    assert.deepEqual(rows, [{ body: { query: 'robbery', results: 1 }, subjects: [records[0]!.record] }])
  })
})

test('a question is found by its reference, by the people of the agency that asked it alone', async () => {
  const police = await database.reader(people.police)
  const record = (await seek('police', 'S-0001')).records[0]!.record
  const question = await database.as(police, (context) =>
    saveItem(context, { record, reference: 'Operação BO 77/2024', basis: 'criminal_procedure' }),
  )
  const found = await seek('police', 'operacao 77')
  assert.deepEqual(
    found.questions.questions.map((each) => [each.question, each.record]),
    [[question, record]],
  )
  assert.deepEqual([found.questions.total, found.total, found.next], [1, 0, null])
  assert.equal((await seek('police', 'bo772024 operacao')).questions.total, 0)
  assert.equal((await seek('police', 'operacao-bo772024')).questions.total, 1)
  assert.deepEqual((await seek('customs', 'operacao 77')).questions, { total: 0, questions: [] })
  const id = randomUUID()
  const description = { mark: 'TKR10??' }
  await database.as(police, (context) =>
    askDesks(context, { id, reference: 'Operação BO 77/2024', basis: 'criminal_procedure', description }),
  )
  const both = (await seek('police', 'operacao 77')).questions.questions
  assert.deepEqual(both.map(({ to, record }) => [to, record]).sort(), [
    ['agencies', record],
    ['desks', null],
  ])
  assert.deepEqual((await seek('customs', 'operacao 77')).questions, { total: 0, questions: [] })
  const recorder = { ...police, roles: ['recorder'] as const }
  const theirs = await database.as(recorder, (context) => search(context, { words: 'operacao 77', limit: 5 }))
  assert.deepEqual(
    theirs.questions.questions.map(({ to }) => to),
    ['agencies'],
  )
  const answer = presentSearched(found)
  assert.deepEqual(searchAnswer.parse(answer), answer)
  assert.deepEqual(answer.results[0]?.matched[0]?.parts, [
    { text: 'Operação', matched: true },
    { text: ' BO ', matched: false },
    { text: '77', matched: true },
    { text: '/2024', matched: false },
  ])
})

describe('what stands', () => {
  test('an import that was taken back is not found, and found again when it is put back', async () => {
    await judgeWholeImport(place, { import: seizures.import!, verdict: 'taken_back' })
    assert.deepEqual(await keys('police', 'evora'), ['L-77/3'])
    await judgeWholeImport(place, { import: seizures.import!, verdict: 'put_back' })
    assert.deepEqual(await keys('police', 'evora'), ['S-0002', 'S-0001', 'S-0003', 'L-77/3', 'S-0004'])
  })

  test('a changed row is found by what it states now', async () => {
    await importText(database, 'register', `${HEAD}L-77/3,TKR2000,Glock,2010-01-01,Tavira,,,Sancho\n`)
    assert.deepEqual(await keys('police', 'tavira'), ['L-77/3'])
    assert.equal((await keys('police', 'evora')).includes('L-77/3'), false)
  })

  test('records that were read before words were posted are found when they are read again', async () => {
    const older = (await seek('police', 'evora')).records.map(({ record }) => record)
    await database.as(await database.installer(), async ({ client }) => {
      await client.query(`UPDATE reading SET tables = 1 WHERE record_id = ANY ($1)`, [older])
      await client.query(`DELETE FROM posting WHERE record_id = ANY ($1)`, [older])
    })
    assert.deepEqual(await keys('police', 'evora'), [])
    const officer = await database.reader(people.police)
    await renewReadings((work) => database.as(officer, work), { preview: false })
    assert.deepEqual(
      (await seek('police', 'evora')).records.map(({ record }) => record),
      older,
    )
  })

  test('a record is not shown whose texts do not state what its keys say', async () => {
    const { record } = (await seek('police', 'robbery')).records[0]!
    await database.as(await database.installer(), async ({ client }) => {
      await client.query(
        `INSERT INTO posting (key, record_id, vis)
         SELECT p.key, $1, (SELECT vis FROM record WHERE id = $1) FROM posting p JOIN record r ON r.id = p.record_id
         WHERE r.source_key = 'S-0002' ON CONFLICT DO NOTHING`,
        [record],
      )
    })
    const { records, total } = await seek('police', 'violence')
    assert.deepEqual([records.map(({ key }) => key), total], [['S-0002'], 1])
  })
})

test('a place that fifty thousand records share is counted, put in order and paged, and any other word narrows it', async () => {
  const MANY = 50_000
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(
    `CREATE TEMP TABLE made AS
     SELECT gen_random_uuid() AS id, r.vis, r.source_id, r.version, v.content_hmac, v.event, g.item, n,
       date '1970-01-01' + n % 20000 AS day
     FROM generate_series(1, ${MANY}) AS n, record r
     JOIN record_version v ON v.record_id = r.id AND v.version = r.version JOIN reading g ON g.record_id = r.id
     WHERE r.source_key = 'S-0001'`,
  )
  await owner.query(`INSERT INTO record (id, vis, source_id, source_key, version)
    SELECT id, vis, source_id, 'Z' || n, version FROM made`)
  await owner.query(`INSERT INTO record_version
      (record_id, version, vis, content_hmac, stated, raw, event, date_from, date_to)
    SELECT id, version, vis, content_hmac, '{"place": "Quarteira"}', '{}', event, day, day FROM made`)
  await owner.query(`INSERT INTO reading (record_id, vis, version, tables, item)
    SELECT id, vis, version, 1, item FROM made`)
  await owner.query(`INSERT INTO posting (key, record_id, vis) SELECT $1, id, vis FROM made`, [wordKey('quarteira')])
  await owner.query(`INSERT INTO posting (key, record_id, vis) SELECT $1, id, vis FROM made WHERE n = 777`, [
    wordKey('z777'),
  ])
  await owner.query('ANALYZE record, record_version, reading, posting')
  await owner.end()
  const officer = await database.reader(people.police)
  // Asked of the records themselves: how long a search may take is another matter, and a busy machine's.
  const page = (words: readonly string[], after: SearchPlace | null) =>
    database.as(officer, (context) => recordsByWords(context, [words], { after, limit: 200 }))
  const first = await page(['quarteira'], null)
  assert.deepEqual([first.total, first.records.length], [MANY, 200])
  const last = first.records.at(-1)!
  const second = await page(['quarteira'], { ...last.date, record: last.record })
  assert.equal(second.total, MANY)
  const days = [...first.records, ...second.records].map(({ date, record }) => `${date.to} ${record}`)
  assert.deepEqual(days, [...new Set(days)].sort().reverse())
  assert.deepEqual(
    (await page(['quarteira', 'z777'], null)).records.map(({ key }) => key),
    ['Z777'],
  )
  assert.equal((await seek('customs', 'quarteira')).total, 0)
})

describe('hostile words', () => {
  test('nothing to look for, too much, and too wide are refused by name', async () => {
    for (const words of ['', ' ', '/-…', '👮', '\u202E'])
      assert.equal(await failureOf(seek('police', words)), 'search_empty')
    for (const words of ['1 2 3 4 5 6 7 8 9', 'x'.repeat(41), `evora ${'9'.repeat(60)}`, 'ﷺ'.repeat(9)])
      assert.equal(await failureOf(seek('police', words)), 'search_too_long')
    const officer = await database.reader(people.police)
    const wide = database.as(officer, (context) => recordsByWords(context, [['evora']], { after: null, limit: 9 }, 2))
    assert.equal(await failureOf(wide), 'search_too_wide')
  })

  test('whatever is typed, the answer is results or a refusal of the table', async () => {
    const officer = await database.reader(people.police)
    const typed = fc.oneof(
      fc.string({ unit: CODE_POINT, maxLength: 40 }),
      fc.constantFrom("'; DROP TABLE posting; --", '$1', '%', '*', '\\', '\uD800x', 'evora OR 1=1', '{}', 'null'),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        if (words.includes('\0')) return
        const outcome = await failureOf(
          database.as(officer, (context) => search(context, { words, limit: 3 })).then(presentSearched),
        )
        assert.ok(['done', 'search_empty', 'search_too_long'].includes(outcome), `${words}: ${outcome}`)
      }),
      { numRuns: 60 },
    )
  })
})
