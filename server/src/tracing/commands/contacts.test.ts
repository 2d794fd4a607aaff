import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { type TraceContactRequest, traceContactRequest } from '@proofmark/contract/schemas/trace-book'
import { personOf } from '../../testing/desks.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { contactQuery, listContacts } from './list-contacts.ts'
import { saveContact } from './save-contact.ts'

const database = await testDatabase()
const first = await personOf(database, 'Police', 'first officer', ['trace_officer'])
const second = await personOf(database, 'Customs', 'second officer', ['trace_officer'])
const analyst = await personOf(database, 'Police', 'analyst', ['analyst'])

const entry = (more: Partial<TraceContactRequest> & { readonly verified: string | null }): TraceContactRequest => {
  const { verified, ...said } = more
  return traceContactRequest.parse({
    ...{ id: randomUUID(), country: 'XB', partner: null, kind: 'liaison_officer', role: null, ...said },
    contact: { agency: 'XB Police', unit: null, email: null, telephone: null, verified },
  })
}
const save = async (account: string, said: TraceContactRequest) =>
  database.as(await database.reader(account), (context) => saveContact(context, said))
const list = async (asked: Parameters<typeof contactQuery>[0] = {}) =>
  database.as(await database.reader(analyst), (context) => listContacts(context, contactQuery(asked)))
const refused = (code: string) => (failure: unknown) => failure instanceof ProofmarkError && failure.code === code

test('the book says of each contact when it was verified and by whom, whoever corrected it since', async () => {
  const magistrate = entry({ kind: 'magistrate', verified: '2026-03-01' })
  await save(first, magistrate)
  await save(second, { ...magistrate, contact: { ...magistrate.contact, telephone: '+99 1' } })
  const [shown] = await list({ kind: 'magistrate' })
  assert.deepEqual(
    [shown!.contact.telephone, shown!.contact.verified, shown!.verifiedBy, shown!.by],
    ['+99 1', '2026-03-01', 'first officer', 'second officer'],
  )
  await save(second, { ...magistrate, contact: { ...magistrate.contact, verified: '2026-06-01' } })
  assert.equal((await list({ kind: 'magistrate' }))[0]!.verifiedBy, 'second officer')
})

test('what is to be verified again comes with what was never verified first, until it is verified or removed', async () => {
  const [never, old, fresh] = [
    entry({ kind: 'central_authority', country: 'XC', verified: null }),
    entry({ kind: 'central_authority', country: 'XC', verified: '2024-01-31' }),
    entry({ kind: 'central_authority', country: 'XC', verified: '2026-11-01' }),
  ]
  for (const each of [fresh, old, never]) await save(first, each)
  const due = async () =>
    (await list({ kind: 'central_authority', country: 'XC', verifiedBefore: '2026-01-01' })).map(({ id }) => id)
  assert.deepEqual(await due(), [never.id, old.id])
  await save(first, { ...old, contact: { ...old.contact, verified: '2026-11-29' } })
  await save(first, { ...never, removed: true })
  assert.deepEqual(await due(), [])
  assert.deepEqual((await list({ country: 'XC' })).map(({ id }) => id).sort(), [fresh.id, old.id].sort())
})

test('only who traces may change the book, and a question that is none is refused by its field', async () => {
  await assert.rejects(save(analyst, entry({ verified: null })), refused('role_needed'))
  for (const wrong of [
    { country: 'Xb' },
    { kind: 'friend' },
    { verifiedBefore: 'soon' },
    { verifiedBefore: '2026-13-01' },
  ])
    await assert.rejects(list(wrong), refused('value_not_listed'), JSON.stringify(wrong))
})
