import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { type LifeShow, lifeShow } from '@proofmark/contract/schemas/life'
import { isolateNames } from '../../linkage/present/wording.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { importText, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentLife } from '../present/life.ts'
import { lifeRecords } from '../queries/life-records.ts'
import { judgeLife } from '../rules/judge-life.ts'
import { showLife } from './show-life.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,year,date,until,reported,place,reason,event,holder\n'
const GLOCK = 'TST1001,Glock,17,9x19mm,pistol,2001'

await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}L-1,${GLOCK},2011-05-01,,,Vard,,,A. Quixote\nL-2,TST2002,Taurus,,.38,revolver,2002,2004-01-01,2014-01-01,,Nim,,,B. Sancho\n`,
)
await importText(database, 'register', `${HEAD}L-1,${GLOCK},2013-02-03,,,Ostrel,,,C. Dulcinea\n`)
await sourceWith(
  database,
  { name: 'stolen', kind: 'loss-theft', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}T-1,${GLOCK},2015-03,,2015-03-20,Ostrel,burglary,theft,\n`,
)
await sourceWith(
  database,
  { name: 'seizures', kind: 'seizure', agency: 'Customs of XA', visibility: 'pointer' },
  `${HEAD}S-1,${GLOCK},2018-06-10,,,Port Averne,,,\nS-2,suprimido,Glock,,,pistol,,2019,,,Nim,,,\n`,
)

const idOf = (source: string, key: string) =>
  database.installer().then((installer) =>
    database.as(installer, async (context) => {
      const { id } = await getSource(context, source)
      return recordId(context.recordSecret, id, key)
    }),
  )

async function lifeOf(agency: keyof typeof people, record: string, locale: Locale = 'en'): Promise<LifeShow> {
  const shown = await database.as(await database.reader(people[agency]), (context) => showLife(context, record))
  return presentLife(shown, { say: sayIn(locale), locale, isolate: isolateNames })
}

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )

describe('the life of a record', () => {
  test('holders of one entry follow each other, whichever of its records is asked for', async () => {
    const life = await lifeOf('police', await idOf('register', 'L-1'))
    assert.deepEqual(
      life.events.map(({ kind, from, key, role, place }) => [kind, from, key, role, place]),
      [
        ['registration', '2011-05-01', 'L-1', 'custody', 'Vard'],
        ['transfer', '2013-02-03', 'L-1', 'custody', 'Ostrel'],
      ],
    )
    assert.deepEqual([life.status, life.diversions], ['lawful', []])
    assert.deepEqual(
      life.custody.map(({ custodian, from, until }) => [custodian, from, until]),
      [
        ['private', '2011-05-01', '2013-02-03'],
        ['private', '2013-02-03', null],
      ],
    )
    const second = life.events[1]!.record
    const again = await lifeOf('police', second)
    assert.deepEqual({ ...again, record: life.record }, life)
    assert.equal(life.item, life.events.map(({ record }) => record).sort()[0])
  })

  test('what is answered fits the contract in every language, and names no person', async () => {
    for (const locale of Object.keys(LOCALES) as Locale[]) {
      for (const key of ['S-1', 'S-2']) {
        const life = await lifeOf('customs', await idOf('seizures', key), locale)
        assert.deepEqual(lifeShow.parse(life), life)
        assert.ok(life.findings.every(({ text }) => !text.startsWith('finding.') && !/[{}]/.test(text)))
      }
    }
    const register = JSON.stringify(await lifeOf('police', await idOf('register', 'L-1')))
    assert.doesNotMatch(register, /Quixote|Dulcinea/)
  })

  test('an obliterated mark is said in words, with the provision that it touches', async () => {
    const { findings, status, diversions } = await lifeOf('customs', await idOf('seizures', 'S-2'))
    const mark = findings.find(({ rule }) => rule === 'mark_obliterated')
    assert.equal(mark?.text, 'The mark was obliterated: an offence in itself.')
    assert.equal(mark?.obligation.id, 'protocol_5')
    assert.deepEqual(
      mark?.records.map(({ source, key }) => [source, key]),
      [['seizures', 'S-2']],
    )
    assert.equal(status, 'illicit')
    assert.deepEqual([diversions[0]?.from, diversions[0]?.to, diversions[0]?.place], [null, '2019-12-31', null])
  })

  test('the disclosure is in the log with every record that was shown', async () => {
    const life = await lifeOf('police', await idOf('register', 'L-1'))
    const { rows } = await database
      .pool('log')
      .query<{ subjects: string[]; body: unknown }>(
        `SELECT subjects, body FROM audit_entry WHERE action = 'life.shown' ORDER BY recorded_at DESC LIMIT 1`,
      )
    assert.deepEqual(rows[0]?.subjects.toSorted(), life.events.map(({ record }) => record).sort())
    assert.deepEqual(rows[0]?.body, { item: life.item })
  })

  test('a hidden record and one that does not exist are refused alike', async () => {
    const hidden = await idOf('seizures', 'S-1')
    assert.equal(await failureOf(lifeOf('police', hidden)), 'not_found')
    assert.equal(await failureOf(lifeOf('police', '00000000-0000-8000-8000-000000000000')), 'not_found')
    assert.equal((await lifeOf('customs', hidden)).events.length, 1)
  })
})

describe('records of several sources, judged as one item', () => {
  const keys = [
    ['register', 'L-1'],
    ['stolen', 'T-1'],
    ['seizures', 'S-1'],
  ] as const

  async function judged(agency: keyof typeof people, link: 'confirmed' | 'working' = 'confirmed') {
    const ids = await Promise.all(keys.map(([source, key]) => idOf(source, key)))
    const known = await database.as(await database.reader(people[agency]), (context) => lifeRecords(context, ids))
    const linkOf = (record: string) => (record === ids[0] ? ('self' as const) : link)
    const records = [...known.values()].map((each) => ({ ...each, link: linkOf(each.record) }))
    const beside = { components: [], lot: [], undecided: [] }
    const facts = { ...beside, listedTwice: [], recoveries: [], records, today: '2026-11-01' }
    const life = {
      ...judgeLife(facts),
      ...beside,
      record: ids[0]!,
      item: ids[0]!,
      known,
      levels: new Map(),
      standings: new Map(),
      traces: [],
    }
    return presentLife(life, { say: sayIn('en'), locale: 'en' })
  }

  test('what rests on a link that no person judged is marked, and what does not is not', async () => {
    const confirmed = await judged('customs')
    assert.ok([...confirmed.diversions, ...confirmed.findings].every((each) => each.confirmed))
    const working = await judged('customs', 'working')
    assert.deepEqual(
      working.diversions.map(({ confirmed, confidence }) => [confirmed, confidence]),
      [[false, 'documented']],
    )
    const custody = working.findings.find(({ rule }) => rule === 'last_lawful_custody')
    assert.equal(custody?.confirmed, true)
    assert.equal(
      working.findings.find(({ rule }) => rule === 'diversion_point')?.text,
      'It left lawful hands after 2011-05-01 and by 2015-03-20, Ostrel. Documented: theft from a private holder.',
    )
  })

  test('a theft is documented for those who may see the recovery, and probable for those who may not', async () => {
    const [whole] = (await judged('customs')).diversions
    assert.deepEqual(
      [whole?.from, whole?.to, whole?.kind, whole?.confidence, whole?.place],
      ['2011-05-01', '2015-03-20', 'theft-private', 'documented', 'Ostrel'],
    )
    const part = await judged('police')
    assert.deepEqual([part.events.length, part.diversions[0]?.confidence], [2, 'probable'])
  })
})
