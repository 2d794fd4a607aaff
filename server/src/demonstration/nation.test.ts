import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { KNOWN_FIREARM } from './firearms.ts'
import { AGENCIES, makeNation, PEOPLE } from './nation.ts'

const nation = makeNation()

test('the nation is the same every time it is made', () => {
  const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
  assert.equal(digest(makeNation()), digest(nation))
})

test('keys are unique within a source, and the register lists each firearm once', () => {
  for (const { name, rows } of nation) assert.equal(new Set(rows.map((row) => row.id)).size, rows.length, name)
  const register = nation.find(({ kind }) => kind === 'register')!
  assert.equal(register.rows.length, 20_000)
  assert.equal(new Set(register.rows.map((row) => row.serial)).size, register.rows.length)
})

test('the firearm of the first page stands in every source', () => {
  for (const { name, rows } of nation) {
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

test('every person works for an agency of the nation, and every role has somebody', () => {
  const agencies: readonly string[] = AGENCIES.map(({ name }) => name)
  for (const { agency } of PEOPLE) assert.ok(agencies.includes(agency))
})
