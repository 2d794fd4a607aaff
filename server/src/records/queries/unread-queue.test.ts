import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { vocabularyQueue } from '@proofmark/contract/schemas/vocabulary'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { decideText } from '../commands/decide-text.ts'
import { withdrawDecision } from '../commands/withdraw-decision.ts'
import { presentQueue } from '../present/vocabulary.ts'
import { type QueueInput, type UnreadQueue, unreadQueue } from './unread-queue.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const [police, customs] = [{ agency: 'Police of XA' }, { agency: 'Customs of XA' }]

await sourceWith(
  database,
  { name: 'register', kind: 'register', ...police },
  [
    'id,serial,make,model,calibre,country',
    '1,TST10001,Quuxwerke,Alpha,9mm,Ruritania',
    '2,TST10002,QUUX-WERKE,Alpha,9mm,ruritânia',
    '3,TST10003,Quuxwerke,Alpha,9mm,RURITANIA',
    '4,TST10004,Glock,Alpha,.499 quux,Brasil',
    '5,TST10005,Taurus,Alpha,4.99 quux,Brasil',
    '6,a curious remark,Glock,alpha,9mm,Brasil',
    `7,TST10007,${'quux '.repeat(30)},,9mm,Brasil`,
  ].join('\n'),
)
await sourceWith(
  database,
  { name: 'covert', kind: 'seizure', visibility: 'silent', ...police },
  'id,serial,make\n1,TST20001,Quuxwerke\n',
)
await sourceWith(
  database,
  { name: 'customs', kind: 'seizure', visibility: 'pointer', ...customs },
  'id,serial,make\n1,TST30001,Quuxwerke\n2,TST30002,Hidden Arms\n',
)
await sourceWith(
  database,
  { name: 'thefts', kind: 'loss-theft', visibility: 'open', ...customs },
  'id,serial,make\n1,TST40001,Quuxwerke\n2,TST40002,Open Arms\n',
)

const queueOf = async (account: string, input: Partial<QueueInput> = {}): Promise<UnreadQueue> =>
  database.as(await database.reader(account), (context) => unreadQueue(context, { limit: 50, ...input }))
const steward = (input?: Partial<QueueInput>) => queueOf(people.police, input)
const textsOf = ({ texts }: UnreadQueue) =>
  texts.map(({ field, make, records, spellings }) => [field, make, spellings[0]!.text, records])

describe('the curators’ queue', () => {
  test('holds each text once for all its spellings, the text of most records first', async () => {
    const queue = await steward()
    assert.deepEqual(textsOf(queue), [
      ['make', null, 'Quuxwerke', 4],
      ['country', null, 'RURITANIA', 3],
      ['model', null, 'Alpha', 3],
      ['model', 'glock', 'Alpha', 2],
      ['calibre', null, '.499 quux', 1],
      ['calibre', null, '4.99 quux', 1],
      ['model', 'taurus', 'Alpha', 1],
      ['serial', null, 'a curious remark', 1],
    ])
    assert.deepEqual(
      [queue.texts[0]!.spellings, queue.waiting, queue.decided, queue.next, queue.more],
      [
        [
          { text: 'Quuxwerke', records: 3 },
          { text: 'QUUX-WERKE', records: 1 },
        ],
        8,
        0,
        null,
        false,
      ],
    )
  })

  test('shows up to three records of each text, and they state it', async () => {
    const { texts } = await steward()
    assert.deepEqual(
      texts.map(({ samples, records }) => samples.length === Math.min(3, records)),
      texts.map(() => true),
    )
    const { rows } = await database
      .pool('backup')
      .query<{ make: string }>(
        `SELECT v.stated->>'make' AS make FROM record_version v WHERE v.record_id = ANY ($1::uuid[])`,
        [texts[0]!.samples],
      )
    for (const { make } of rows) assert.match(make, /^quux-?werke$/i)
  })

  test('neither shows nor counts a text of another agency’s records, hidden or not', async () => {
    const shown = JSON.stringify(await steward())
    assert.doesNotMatch(shown, /Hidden Arms|Open Arms/)
    const { texts } = await queueOf(people.customs)
    assert.deepEqual(
      texts.map(({ spellings, records }) => [spellings[0]!.text, records]),
      [
        ['Quuxwerke', 2],
        ['Hidden Arms', 1],
        ['Open Arms', 1],
      ],
    )
  })

  test('shows the installer’s shell the agency that it names', async () => {
    const installer = await database.installer()
    const queue = await database.as(installer, (context) => unreadQueue(context, { ...customs, limit: 50 }))
    assert.deepEqual(textsOf(queue), textsOf(await queueOf(people.customs)))
    await assert.rejects(
      database.as(installer, (context) => unreadQueue(context, { limit: 50 })),
      { code: 'agency_needed' },
    )
  })

  test('is not for another agency’s steward, nor for somebody who is none', async () => {
    await assert.rejects(steward(customs), { code: 'not_your_agency' })
    const reader = { ...(await database.reader(people.police)), roles: ['analyst'] as const }
    await assert.rejects(
      database.as(reader, (context) => unreadQueue(context, { limit: 50 })),
      { code: 'role_needed' },
    )
  })

  test('can be asked for one field', async () => {
    assert.deepEqual(textsOf(await steward({ field: 'country' })), [['country', null, 'RURITANIA', 3]])
  })

  test('comes page by page, each text on one page', async () => {
    const whole = textsOf(await steward())
    const paged: unknown[] = []
    let after: string | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = await steward({ limit: 3, ...(after === undefined ? {} : { after }) })
      assert.equal(page.waiting, whole.length)
      paged.push(...textsOf(page))
      if (page.next === null) break
      after = page.next
    }
    assert.deepEqual(paged, whole)
    for (const wrong of ['', 'x', Buffer.from('[1,2]').toString('base64url'), '{}'])
      await assert.rejects(steward({ after: wrong }), (failure) => {
        return failure instanceof ProofmarkError && failure.code === 'body_invalid'
      })
  })

  test('is left by a text that was decided on, which then waits to be read again, and entered when that is withdrawn', async () => {
    const text = { field: 'country', text: 'Ruritania' } as const
    const as = async <Result>(work: Parameters<typeof database.as<Result>>[1]) =>
      database.as(await database.reader(people.police), work)
    await as((context) => decideText(context, { ...text, means: { code: 'BR' } }))
    const without = await steward()
    assert.deepEqual([without.waiting, without.decided], [7, 1])
    assert.ok(!textsOf(without).some(([field]) => field === 'country'))
    await as((context) => withdrawDecision(context, text))
    assert.equal((await steward()).waiting, 8)
  })

  test('is presented with what each text may mean', async () => {
    const queue = presentQueue(await steward())
    assert.deepEqual(vocabularyQueue.parse(queue), queue)
    const model = queue.texts.find(({ make }) => make === 'glock')!
    assert.deepEqual(
      [model.makeName, model.said],
      ['Glock', ['none', 'not_recorded', 'obliterated', 'illegible', 'rubbish', 'a_person']],
    )
    assert.deepEqual(queue.texts.find(({ field }) => field === 'serial')!.suggestions, [])
  })
})
