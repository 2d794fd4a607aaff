import {
  DELIMITERS,
  ENCODINGS,
  PERSON_ROLES,
  PROFILE_FIELDS,
  type ProfileField,
} from '@proofmark/contract/profile-fields'
import type { Profile, ProfileRule } from '@proofmark/contract/schemas/profile'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import fc from 'fast-check'

/** Headings that differ beyond case and blanks, hostile ones among them. */
export const HEADINGS = ['Serial', 'MARCA', 'Tipo da arma', 'رقم', 'a/b', '__proto__ ', 'constructor', 'É', 'x\ty', '7']
export const PERSON_HEADINGS = ['NOME', 'CPF', 'Name of witness', 'اسم']

const heading = fc.constantFrom(...HEADINGS)
const separator = fc.constantFrom('/', ' ', ';', '--', ', ', '|', 'a')
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => /\S/.test(text) && text.isWellFormed() && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text))
/** One text for each meaning, so that no two are compared as one. */
const values = fc
  .uniqueArray(fc.constantFrom('Outros', 'não consta', 'N/C', '-', '?', '.40', '40'), { maxLength: 4 })
  .chain((texts) =>
    fc
      .tuple(...texts.map(() => fc.oneof(fc.constant(''), word)))
      .map((meanings) => Object.fromEntries(texts.map((text, place) => [text, meanings[place]!]))),
  )
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
/** As JSON would give it: a member that is undefined is none. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const take = fc.integer({ min: -4, max: 4 }).filter((place) => place !== 0)
const columnRule = fc.record({
  column: heading,
  split: optional(fc.record({ by: separator, take })),
  values: optional(values),
})
const join = fc.array(heading, { minLength: 2, maxLength: 4 })
const rule: fc.Arbitrary<ProfileRule> = fc.oneof(
  heading,
  columnRule,
  fc.record({ join, by: fc.oneof(separator, fc.constant('')), values: optional(values) }),
)
const constant = word.map((text) => ({ constant: text }))

/** Fields without those whose words are ours, which are tried one by one. */
const FREE = PROFILE_FIELDS.filter((field) => field !== 'event' && field !== 'serial_state')
const fieldsOf = (least: number) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...FREE), fc.oneof({ weight: 4, arbitrary: rule }, constant)), {
      selector: ([field]) => field,
      minLength: least,
      maxLength: 8,
    })
    .map((rules) => Object.fromEntries(rules) as Partial<Record<ProfileField, ProfileRule>>)

const item = fc.tuple(fieldsOf(0), rule).map(([rules, serial]) => ({ ...rules, serial }))
const items = fc.oneof(fc.array(item, { minLength: 1, maxLength: 4 }), fc.record({ each: heading, by: separator }))
const role = fc.constantFrom(...PERSON_ROLES)
const person = fc.oneof(role, fc.record({ role, identifies: fc.boolean() }))
const persons = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...PERSON_HEADINGS), person), { selector: ([column]) => column })
  .map((named) => Object.fromEntries(named))
const file = fc.record(
  {
    encoding: fc.constantFrom(...ENCODINGS),
    delimiter: fc.constantFrom(...DELIMITERS),
    heading: fc.integer({ min: 1, max: 1_000 }),
    sheet: word,
  },
  { requiredKeys: [] },
)

/** Profiles that can be applied to a file with `HEADINGS` and `PERSON_HEADINGS`. */
export const anyProfile: fc.Arbitrary<Profile> = fc
  .record(
    {
      profile: fc.constant(1 as const),
      name: word,
      file,
      row: fc.constantFrom(...ROW_KINDS),
      dates: fc.constantFrom('day_first', 'month_first', 'year_first'),
      key: fc.oneof(heading, columnRule, fc.record({ join, by: separator })),
      fields: fc.tuple(fieldsOf(0), rule).map(([rules, make]) => ({ ...rules, make })),
      items,
      persons,
    },
    { requiredKeys: ['profile', 'fields'] },
  )
  .map((profile) => plain(profile) as Profile)
