import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { AGENCIES, PEOPLE } from './agencies.ts'
import { KNOWN_FIREARM } from './firearms.ts'
import { makeNation } from './nation.ts'

const nation = makeNation()

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

test('the nation is the same every time it is made', () => {
  assert.equal(digest(makeNation()), digest(nation))
})

/** What the first release made; guides, pictures and other tests speak of these rows. */
const EVERY_DAY: Readonly<Record<string, string>> = {
  'Register of civilian firearms': 'a23dae212ca6ffef510a77b49883f3622a1b5b2060282c496aa12e821d353748',
  'Losses and thefts': '86378a4e989a6e3d949bd694105395166b0e2246d50d935658033115666caa7e',
  'Police seizures': '4b1987aacf9bf0eb3133118aedeb582b89e0d29338ab9e6269182ee6af5a52e3',
  'Border seizures': 'f6b6e67342310d3888dbc426169b828a28d3cc3428ed3df54c2a99fe4f898f3a',
}

test('what every day brings stays byte for byte what it was, whatever stories are told beside it', () => {
  const made = nation.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => [name, digest(rows)])
  assert.deepEqual(made, Object.entries(EVERY_DAY))
})

test('keys are unique within a source, and the register lists each firearm once', () => {
  for (const { name, rows, storyRows } of nation) {
    const keys = [...rows, ...storyRows].map((row) => row.id)
    assert.equal(new Set(keys).size, keys.length, name)
  }
  const register = nation.find(({ kind }) => kind === 'register')!
  assert.equal(register.rows.length, 20_000)
  assert.equal(new Set(register.rows.map((row) => row.serial)).size, register.rows.length)
})

test('the firearm of the first page stands in every source of every day', () => {
  for (const { name, rows } of nation.filter(({ rows }) => rows.length > 0)) {
    assert.ok(
      rows.some((row) => row.serial?.replace('O', '0') === KNOWN_FIREARM.serial),
      name,
    )
  }
})

test('nothing is registered before it was made', () => {
  const register = nation.find(({ kind }) => kind === 'register')!
  for (const row of register.rows) assert.ok(Number(row.date?.slice(0, 4)) >= Number(row.year), JSON.stringify(row))
})

test('every source is kept by an agency of the nation, and every agency has a desk', () => {
  const agencies: readonly string[] = AGENCIES.map(({ name }) => name)
  for (const { agency, name } of nation) assert.ok(agencies.includes(agency), name)
  for (const { desk } of AGENCIES) assert.notEqual(desk, '')
})

test('every person works for an agency of the nation, and every role has somebody', () => {
  const agencies: readonly string[] = AGENCIES.map(({ name }) => name)
  for (const { agency } of PEOPLE) assert.ok(agencies.includes(agency))
})
