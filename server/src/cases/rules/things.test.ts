import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELATIONS } from '@proofmark/contract/case-words'
import { tieAddRequest } from '@proofmark/contract/schemas/thing'
import { type ThingVerdict, WORKED_OUT } from '@proofmark/contract/thing-words'
import fc from 'fast-check'
import { labelOf } from './label.ts'
import { type ThingFacts, whyMayBeOne } from './may-be-one.ts'
import { type Judged, oneWith } from './one-thing.ts'
import { reviewDay } from './review-day.ts'
import { anyStandsIn, standsIn } from './stands-in.ts'
import { unfitEnds } from './tie-ends.ts'

const facts = (values: Readonly<Record<string, string>>, ...neighbours: string[]): ThingFacts => ({
  values: Object.entries(values).map(([field, value]) => ({ field: field as 'name', value })),
  neighbours: new Map(neighbours.map((each) => [each, each])),
})
const why = (one: ThingFacts, other: ThingFacts, common: readonly string[] = []) =>
  whyMayBeOne(one, other, new Set(common)).map(({ reason }) => reason)

test('names alone propose nothing; with a birth or a telephone that both have they do', () => {
  const [latin, arabic] = ['Mohammed Yusuf', 'محمد يوسف']
  assert.deepEqual(why(facts({ name: latin }), facts({ name: arabic })), [])
  assert.deepEqual(why(facts({ name: latin, born: '1980-02-03' }), facts({ name: arabic, born: '1980' })), [
    'names_sound_alike',
    'same_birth',
  ])
  assert.deepEqual(why(facts({ name: latin }, 'telephone'), facts({ alias: latin }, 'telephone')), [
    'names_read_alike',
    'shared_neighbour',
  ])
  assert.deepEqual(
    why(facts({ name: latin, born: '1980' }, 'telephone'), facts({ name: latin, born: '1991' }, 'telephone')),
    [],
  )
})

test('somebody stands in words by their whole name in any order and script, by a part of it, or by a number', () => {
  for (const [text, sought, stands] of [
    ['Today KOVAČEVIĆ, Đorđe called twice.', 'Djordje Kovacevic', 'whole'],
    ['Ђорђе Ковачевић је звао', 'Đorđe Kovačević', 'whole'],
    ['Kovacevic called', 'Djordje Kovacevic', 'part'],
    ['the kovacevics called', 'Djordje Kovacevic', null],
    ['called from 0038163/123-456', '38163123456', 'whole'],
    ['called from +381 63 123', '38163123456', null],
    ['an old man', 'An Li', null],
    ['', 'An Li', null],
  ] as const)
    assert.equal(standsIn(text, sought), stands, `${text} / ${sought}`)
  const long = `${'word '.repeat(2_000)}Ana Lind`
  assert.equal(anyStandsIn(['Lind', long], ['Ana Lind']), 'whole')
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.string({ maxLength: 60 }), (text, sought) => {
      const stands = standsIn(text, sought)
      assert.ok(stands === null || standsIn(`${text} ${sought}`, sought) === 'whole' || /\p{Nd}/u.test(sought))
    }),
  )
})

test('one number of a paper or a plate is enough, unless too many share it', () => {
  assert.deepEqual(why(facts({ plate: 'BG 123-AB' }), facts({ plate: 'ВG123АВ' })), ['same_value'])
  assert.deepEqual(why(facts({ plate: 'BG 123-AB' }), facts({ plate: 'ВG123АВ' }), ['plate BG123AB']), [])
})

test('what is one follows from the last verdict of each pair, in whatever order they were given', () => {
  const thing = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const verdict = fc.constantFrom<ThingVerdict>('same', 'different', 'undecided', 'withdrawn')
  const judged = fc
    .array(fc.tuple(thing, thing, verdict), { maxLength: 12 })
    .map((all): Judged[] =>
      all
        .filter(([first, second]) => first !== second)
        .map(([first, second, said], at) => ({ first, second, number: BigInt(at), verdict: said })),
    )
  fc.assert(
    fc.property(judged, thing, fc.func(fc.nat()), (all, from, order) => {
      const shuffled = all.toSorted((one, other) => order(one.number) - order(other.number))
      const swapped = shuffled.map((each) => ({ ...each, first: each.second, second: each.first }))
      const found = oneWith(from, all)
      assert.deepEqual(oneWith(from, shuffled), found)
      assert.deepEqual(oneWith(from, swapped), found)
      for (const other of found.things) assert.deepEqual(oneWith(other, all), found)
      const undone = all.map((each, at) => ({ ...each, number: BigInt(100 + at), verdict: 'withdrawn' as const }))
      assert.deepEqual(oneWith(from, [...all, ...undone]).things, [from])
    }),
  )
})

test('a review is due within a year, and within three at the latest', () => {
  const now = new Date('2024-02-29T12:00:00Z')
  assert.equal(reviewDay(undefined, now), '2025-03-01')
  assert.equal(reviewDay('2026-12-31', now), '2026-12-31')
  assert.throws(() => reviewDay('2027-03-02', now), { code: 'review_too_late' })
  assert.throws(() => reviewDay('2026-01-01', now, true), { code: 'review_too_late' })
})

test('a thing is called by what it is known by, and ends of ties are of kinds that fit', () => {
  assert.equal(
    labelOf('vehicle', [
      { field: 'make', value: 'Zastava' },
      { field: 'vin', value: 'X' },
      { field: 'plate', value: null },
    ]),
    'X',
  )
  assert.equal(
    labelOf('route', [
      { field: 'to', value: 'Vard' },
      { field: 'from', value: 'North Gate' },
    ]),
    'North Gate → Vard',
  )
  assert.equal(labelOf('person', [{ field: 'note', value: 'tall' }]), null)
  assert.equal(unfitEnds('subject_of', 'person', 'case'), null)
  assert.match(unfitEnds('subject_of', 'vehicle', 'case') ?? '', /person/)
  assert.equal(unfitEnds('used_in', 'vehicle', 'event'), null)
})

test('nobody says by hand what only records, judgements, results and pointers show', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const said = {
    id,
    from: `person:${id}`,
    to: `vehicle:${id}`,
    standing: 'lead',
    grounds: { purpose: 'criminal_investigation' },
  }
  const accepted = (relation: string) => tieAddRequest.safeParse({ ...said, relation }).success
  for (const relation of ['known_to', 'compared', 'happened_at', 'component_of', 'in_consignment'])
    assert.equal(accepted(relation), false, relation)
  const sayable = RELATIONS.filter((each) => !(WORKED_OUT as readonly string[]).includes(each) && each !== 'subject_of')
  for (const relation of sayable) assert.equal(accepted(relation), true, relation)
})
