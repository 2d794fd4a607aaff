import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { vocabularyDecided, vocabularyList } from '@proofmark/contract/schemas/vocabulary'
import { meaningOf } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentDecisions } from '../present/vocabulary.ts'
import { listDecisions, loadVocabulary } from '../queries/vocabulary.ts'
import { decideText } from './decide-text.ts'
import { withdrawDecision } from './withdraw-decision.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const stored = database.pool('backup')

type Decision = Parameters<typeof decideText>[1]
const as = async <Result>(account: string, work: (context: Context) => Promise<Result>) =>
  database.as(await database.reader(account), work)
const decide = (input: Decision, account = people.police) => as(account, (context) => decideText(context, input))
const withdraw = (input: Omit<Decision, 'means'>) => as(people.police, (context) => withdrawDecision(context, input))
const vocabulary = (account = people.police) =>
  as(account, (context) => loadVocabulary(context, context.reader.agency!.id))
const entries = async (action: string) =>
  (
    await stored.query<{ body: unknown }>('SELECT body FROM audit_entry WHERE action = $1 ORDER BY recorded_at', [
      action,
    ])
  ).rows.map(({ body }) => body)

const QUUX: Decision = { field: 'make', text: 'Quuxwerke', means: { code: 'glock' } }

describe('a decision on a text', () => {
  test('counts for the steward’s own agency at once, and is in the log', async () => {
    const { decision } = await decide(QUUX)
    assert.deepEqual(meaningOf(await vocabulary(), 'make', 'QUUX-werke', null), { code: 'glock' })
    assert.equal((await vocabulary()).version, decision)
    assert.equal(meaningOf(await vocabulary(people.customs), 'make', 'Quuxwerke', null), null)
    assert.deepEqual(
      await entries('vocabulary.decided'),
      [{ field: 'make', text: 'Quuxwerke', make: null, code: 'glock', said: null, purpose: undefined }].map(
        ({ purpose: _, ...body }) => body,
      ),
    )
  })

  test('taken twice is one', async () => {
    const first = await decide(QUUX)
    assert.deepEqual(await decide({ ...QUUX, text: ' quuxWERKE ' }), first)
  })

  test('gives way to a later one, and to its withdrawal', async () => {
    await decide({ ...QUUX, means: { said: 'craft' } })
    assert.deepEqual(meaningOf(await vocabulary(), 'make', 'Quuxwerke', null), { said: 'craft' })
    const { decision } = await withdraw({ field: 'make', text: 'QUUXWERKE' })
    assert.equal(meaningOf(await vocabulary(), 'make', 'Quuxwerke', null), null)
    assert.equal((await vocabulary()).version, decision)
    assert.deepEqual(await withdraw({ field: 'make', text: 'QUUXWERKE' }), { decision })
    assert.deepEqual(await entries('vocabulary.withdrawn'), [
      { field: 'make', text: 'QUUXWERKE', make: null, code: null, said: 'craft' },
    ])
    await decide(QUUX)
  })

  test('is read by the next import', async () => {
    await decide({ field: 'model', text: 'Super Quux', make: 'glock', means: { code: 'glock/g17' } })
    await sourceWith(
      database,
      { name: 'register', kind: 'register', agency: 'Police of XA' },
      'id,serial,make,model\n1,TST10001,quuxwerke,super-quux\n',
    )
    const { rows } = await stored.query('SELECT make, model, vocabulary FROM reading')
    assert.deepEqual(rows, [{ make: 'glock', model: 'glock/g17', vocabulary: (await vocabulary()).version }])
    assert.equal((await stored.query('SELECT FROM unread_text')).rowCount, 0)
  })

  test('may be taken by the installer’s shell for an agency that it names', async () => {
    const installer = await database.installer()
    await database.as(installer, (context) => decideText(context, { ...QUUX, agency: 'Customs of XA' }))
    assert.deepEqual(meaningOf(await vocabulary(people.customs), 'make', 'Quuxwerke', null), { code: 'glock' })
  })
})

describe('a decision is refused', () => {
  const refused = (input: unknown, error: { code: string; parameters?: object }) =>
    assert.rejects(decide(input as Decision), error)

  test('for a code that the field’s table does not have, with codes that it has', async () => {
    await refused(
      { ...QUUX, means: { code: 'glok' } },
      { code: 'vocabulary_code_unknown', parameters: { field: 'make', value: 'glok', accepted: 'glock' } },
    )
    await refused(
      { field: 'model', text: 'Quux', make: 'glock', means: { code: 'taurus/pt92' } },
      { code: 'vocabulary_code_unknown' },
    )
  })

  test('for a word that may not be said of the field, with those that may', async () => {
    await refused(
      { field: 'serial', text: 'a curious remark', means: { said: 'legible' } },
      {
        code: 'value_not_listed',
        parameters: {
          field: 'said',
          value: 'legible',
          accepted: 'obliterated, altered, never_marked, none_found, illegible, not_examined, not_recorded',
        },
      },
    )
    await refused({ field: 'serial', text: 'a curious remark', means: { code: 'glock' } }, { code: 'value_not_listed' })
    await refused({ field: 'type', text: 'quux', means: { said: 'craft' } }, { code: 'value_not_listed' })
  })

  test('for a text that the tables read by themselves', async () => {
    await refused(
      { field: 'make', text: 'Taurus', means: { code: 'glock' } },
      { code: 'vocabulary_text_known', parameters: { field: 'make', value: 'Taurus' } },
    )
  })

  test('for a model without its make, or under a make that no table knows', async () => {
    const model = { field: 'model', text: 'Quux', means: { code: 'glock/g17' } }
    await refused(model, { code: 'body_invalid', parameters: { field: 'make', expected: 'present' } })
    await refused(
      { ...model, make: 'glok' },
      { code: 'value_not_listed', parameters: { field: 'make', value: 'glok', accepted: 'glock' } },
    )
  })

  test('for a field without a vocabulary, and for what is no word', async () => {
    await refused({ field: 'holder', text: 'A. Person', means: { said: 'none' } }, { code: 'value_not_listed' })
    for (const text of ['', '   ', 'quux'.repeat(100), '\0', '\ud800'])
      await refused({ field: 'make', text, means: { said: 'none' } }, { code: 'body_invalid' })
  })

  test('to whoever is no data steward of the agency', async () => {
    await refused({ ...QUUX, agency: 'Customs of XA' }, { code: 'not_your_agency' })
    await refused({ ...QUUX, agency: 'Nobody' }, { code: 'agency_unknown' })
    const analyst = { ...(await database.reader(people.police)), roles: ['analyst'] as const }
    await assert.rejects(
      database.as(analyst, (context) => decideText(context, QUUX)),
      { code: 'role_needed' },
    )
  })

  test('and one that was never taken cannot be withdrawn', async () => {
    await assert.rejects(withdraw({ field: 'make', text: 'never decided' }), { code: 'not_found' })
  })
})

describe('the list of decisions', () => {
  const list = (input: { field?: string; before?: string } = {}, limit = 50) =>
    as(people.customs, async (context) => presentDecisions(await listDecisions(context, { ...input, limit }), limit))

  test('holds those that stand, the last first, with who took them', async () => {
    await decide({ field: 'country', text: 'Ruritania', means: { said: 'not_recorded' } }, people.customs)
    await decide({ field: 'country', text: 'ruritania', means: { code: 'BR' } }, people.customs)
    await decide({ field: 'type', text: 'quuxbuss', means: { code: 'shotgun' } }, people.customs)
    await decide({ field: 'type', text: 'quuxel', means: { code: 'shotgun' } }, people.customs)
    await as(people.customs, (context) => withdrawDecision(context, { field: 'type', text: 'quuxel' }))
    const { decisions, next } = await list()
    assert.deepEqual(
      decisions.map(({ field, text, code, name, by }) => [field, text, code, name, by]),
      [
        ['type', 'quuxbuss', 'shotgun', 'shotgun', 'officer of the customs'],
        ['country', 'ruritania', 'BR', 'Brazil', 'officer of the customs'],
        ['make', 'Quuxwerke', 'glock', 'Glock', 'installer'],
      ],
    )
    assert.equal(next, null)
    assert.deepEqual(vocabularyList.parse(await list()), await list())
  })

  test('comes page by page, and for one field', async () => {
    const { decisions, next } = await list({}, 2)
    assert.deepEqual([decisions.length, next], [2, decisions[1]!.decision])
    assert.deepEqual(
      (await list({ before: next! }, 2)).decisions.map(({ field }) => field),
      ['make'],
    )
    assert.deepEqual(
      (await list({ field: 'country' })).decisions.map(({ text }) => text),
      ['ruritania'],
    )
  })

  test('names no meaning where the tables no longer have the code, and the text is unread again', async () => {
    const owner = database.pool('serve')
    const { id } = (await database.reader(people.customs)).agency!
    await owner.query(
      `INSERT INTO vocabulary_decision (id, agency_id, field, text_key, stated, code, decided_by)
       SELECT max(id) + 1, $1, 'make', 'goneworks', 'Goneworks', 'a_make_that_is_gone', $2 FROM vocabulary_decision`,
      [id, people.customs],
    )
    const { decisions } = await list()
    assert.deepEqual([decisions[0]!.code, decisions[0]!.name], ['a_make_that_is_gone', null])
    assert.equal(meaningOf(await vocabulary(people.customs), 'make', 'Goneworks', null), null)
  })
})

test('a decision is answered with the name of what it gives the text', async () => {
  const name = async (input: Decision) => vocabularyDecided.parse(await decide(input)).name
  assert.equal(await name({ ...QUUX, text: 'Quuxname' }), 'Glock')
  assert.equal(await name({ field: 'make', text: 'Quuxhandwerk', means: { said: 'craft' } }), null)
})
