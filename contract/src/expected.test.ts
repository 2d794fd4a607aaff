import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as z from 'zod'
import { sayIn } from './catalogues.ts'
import { invalidBy } from './expected.ts'
import { accountInviteRequest } from './schemas/account.ts'
import { day, moment } from './schemas/common.ts'
import { questionRequest } from './schemas/question.ts'
import { recoveryForm } from './schemas/recovery.ts'
import { releaseRequest } from './schemas/release.ts'

const say = sayIn('en')

/** What somebody is told who sends this. */
function told(schema: z.ZodType, value: unknown, where?: string): string {
  const outcome = schema.safeParse(value)
  assert.ok(!outcome.success)
  const { code, parameters } = invalidBy(outcome.error, where, schema)
  return say(`error.${code}`, parameters).replace(/^The field /, '')
}

test('whoever sends what does not fit is told the field, and in words what would have fitted', () => {
  const invited = { name: 'Somebody', agency: null, roles: [] }
  const question = { id: randomUUID(), reference: 'case 1', basis: 'firearms_act' }
  const release = { id: randomUUID(), records: [randomUUID()], to: randomUUID(), until: '2099-01-01', conditions: [] }
  const cases: [z.ZodType, unknown, string][] = [
    [
      accountInviteRequest,
      { ...invited, roles: ['boss'] },
      'roles.0 cannot be used as it is. Accepted: one of recorder, trace_officer, exhibit_manager, ballistic_examiner, investigator, analyst, data_steward, administrator, data_protection_officer.',
    ],
    [accountInviteRequest, { ...invited, name: ' ' }, 'name cannot be used as it is. Accepted: at least 1 character.'],
    [
      accountInviteRequest,
      { ...invited, name: 'x'.repeat(121) },
      'name cannot be used as it is. Accepted: at most 120 characters.',
    ],
    [
      accountInviteRequest,
      { ...invited, name: 'a\u202eb' },
      'name cannot be used as it is. Accepted: text that says something, without control characters.',
    ],
    [
      accountInviteRequest,
      { ...invited, more: 1 },
      'more cannot be used as it is. Accepted: one of the fields name, agency, roles.',
    ],
    [
      recoveryForm,
      {
        status: 'confiscated',
        exhibits: [{ exhibit: randomUUID(), kind: 'gun', stated: { colour: 'black' } }],
        foo: 1,
      },
      'status cannot be used as it is. Accepted: one of seized, found, surrendered. These do not fit either: exhibits.0.kind, exhibits.0.stated.colour, foo.',
    ],
    [
      recoveryForm,
      { status: 'seized', exhibits: [{ exhibit: randomUUID(), kind: 'firearm', ammunition: { calibre: '9 mm' } }] },
      'exhibits.0.ammunition.calibre cannot be used as it is. Accepted: one of the fields maker, headstamp, lot.',
    ],
    [
      questionRequest,
      question,
      'description cannot be used as it is. Accepted: a description or a record, and one of them alone.',
    ],
    [
      questionRequest,
      { ...question, record: randomUUID(), agencies: [] },
      'agencies cannot be used as it is. Accepted: at least 1 entry.',
    ],
    [releaseRequest, { ...release, until: 'soon' }, 'until cannot be used as it is. Accepted: a day, as 2026-11-29.'],
    [releaseRequest, { ...release, to: 'Police' }, 'to cannot be used as it is. Accepted: an identifier (UUID).'],
  ]
  for (const [schema, value, sentence] of cases) assert.equal(told(schema, value), sentence)
  assert.equal(told(z.int().min(1), 0, '--before'), '--before cannot be used as it is. Accepted: a number, at least 1.')
})

test('of much that does not fit some is named, and a name that somebody made up is cut', () => {
  const made = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}x`.repeat(500), at]))
  const sentence = told(z.strictObject({}), made)
  assert.match(sentence, /no field of this name\. These do not fit either, nor do others: /)
  assert.ok(sentence.length < 1_000)
})

test('what nobody foresaw is looked up in the description of the API', () => {
  assert.match(told(z.union([z.string(), z.number()]), null), /GET \/api\/openapi\.json/)
})

test('a year 0, which no calendar has, is no day and no moment; the year 1 is', () => {
  for (const [schema, none, first] of [
    [day, '0000-02-29', '0001-01-02'],
    [moment, '0000-12-31T23:59:59Z', '0001-01-02T00:00:00Z'],
  ] as const) {
    assert.equal(schema.parse(first), first)
    assert.equal(told(schema, none), told(schema, 'soon'))
  }
})
