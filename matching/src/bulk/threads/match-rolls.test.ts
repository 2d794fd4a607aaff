import assert from 'node:assert/strict'
import { test } from 'node:test'
import { START_MODEL } from '../../model.ts'
import { twoRolls } from '../bulk.test-helper.ts'
import { type Matched, type MatchWish, matchRolls } from './match-rolls.ts'

type Row = Parameters<typeof twoRolls>[0][number]

const MAKES = ['Taurus', 'Glock', 'Rossi', 'Beretta', 'CZ']
const LETTERS = 'ACDEFHJKMNPRTUVWXY'

/** Numbers in sequence with gaps, each maker’s with letters of its own; the same every time. */
const register = (entries: number): Row[] =>
  Array.from({ length: entries }, (_, at) => ({
    serial: `${LETTERS[at % 18]}${LETTERS[(at * 7) % 17]}${String(10_000 + ((at * 7_919) % 89_999))}`,
    make: MAKES[at % 5]!,
    calibre: at % 3 === 0 ? '9x19mm' : '.38 Special',
    type: at % 2 === 0 ? 'pistol' : 'revolver',
  }))

/** What a clerk made of every third entry: as it is, a look-alike, an edit, a lost character, a lost prefix. */
const worn = (entries: readonly Row[]): { rows: Row[]; truth: number[] } => {
  const truth = entries.map((_, at) => at).filter((at) => at % 3 === 0)
  const damage = (serial: string, kind: number) => {
    if (kind < 4) return serial
    if (kind === 4) return serial.replace('0', 'O')
    if (kind === 5) return `${serial.slice(0, 3)}${(Number(serial[3]) + 3) % 10}${serial.slice(4)}`
    return kind === 6 ? `${serial.slice(0, 4)}?${serial.slice(5)}` : serial.slice(2)
  }
  return { truth, rows: truth.map((at) => ({ ...entries[at], serial: damage(entries[at]!.serial!, (at / 3) % 8) })) }
}

const match = (records: readonly Row[], entries: readonly Row[], wish: Partial<MatchWish> = {}): Promise<Matched> => {
  const { records: roll, entries: register, legend } = twoRolls(records, entries)
  return matchRolls(roll, register, legend, { threads: 1, background: START_MODEL.mark, ...wish })
}

const pairsOf = ({ records, entries, probabilities }: Matched) =>
  Array.from(records, (record, at) => ({ record, entry: entries[at]!, probability: probabilities[at]! }))

const ENTRIES = register(3_000)
const { rows: RECORDS, truth: TRUTH } = worn(ENTRIES)

test('worn numbers find their entries, and what is said comes true', async () => {
  const found = pairsOf(await match(RECORDS, ENTRIES)).filter(({ probability }) => probability >= 0.5)
  const right = found.filter(({ record, entry }) => TRUTH[record] === entry).length
  assert.ok(right / found.length > 0.98, `precision ${right / found.length}`)
  assert.ok(right / RECORDS.length > 0.95, `recall ${right / RECORDS.length}`)
})

test('what was learned says how often numbers were kept, and that nearly all records have an entry', async () => {
  const { model } = await match(RECORDS, ENTRIES)
  const { kept, kept_with_zero: keptWithZero } = model.channel.kinds
  assert.ok(
    kept > 0.45 && kept < 0.75 && keptWithZero > 0.35 && keptWithZero < 0.75,
    JSON.stringify({ kept, keptWithZero }),
  )
  assert.ok(model.recorded > 0.95)
  assert.ok(model.levels.make[1]! > 0.95)
})

test('where half of the records have no entry, few of them are given one', async () => {
  const foreign = RECORDS.map((row, at) => ({
    ...row,
    serial: `Z${LETTERS[at % 18]}${100_000 + ((at * 104_729) % 899_999)}`,
  }))
  const matched = await match([...RECORDS, ...foreign], ENTRIES)
  const wrong = pairsOf(matched).filter(({ record, probability }) => record >= RECORDS.length && probability >= 0.5)
  assert.ok(wrong.length < 0.02 * foreign.length, `${wrong.length} of ${foreign.length}`)
  assert.ok(matched.model.recorded > 0.4 && matched.model.recorded < 0.6, String(matched.model.recorded))
})

test('one thread and three find the same, to the last digit', async () => {
  const [one, three] = [await match(RECORDS, ENTRIES), await match(RECORDS, ENTRIES, { threads: 3 })]
  assert.deepEqual(pairsOf(three), pairsOf(one))
  assert.deepEqual(three.model, one.model)
  assert.equal(three.lookedAt, one.lookedAt)
})

test('a run that is called off ends with the reason', async () => {
  const controller = new AbortController()
  const run = match(RECORDS, ENTRIES, { signal: controller.signal })
  controller.abort(new Error('called off'))
  await assert.rejects(run, /called off/)
})

test('nothing to match, nothing to match with, and records without any number are no mistake', async () => {
  for (const [records, entries] of [
    [[], ENTRIES],
    [RECORDS.slice(0, 5), []],
    [[{ serial: 'SUPRIMIDO' }, { make: 'Taurus' }, {}], ENTRIES],
  ] as const)
    assert.deepEqual(pairsOf(await match(records, entries)), [])
})

test('one number on thousands of firearms, and no make anywhere, end in doubt and not in links', async () => {
  const same = Array.from({ length: 5_000 }, () => ({ serial: '123456' }))
  const matched = await match([{ serial: '123456' }, { serial: '12345' }], same)
  for (const { probability } of pairsOf(matched)) assert.ok(probability < 0.01)
  assert.ok(matched.cut > 0, 'that the number is too common to look at all of it is told')
})
