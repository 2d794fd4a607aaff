import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { DELIMITERS, ENCODINGS, PERSON_ROLES, PROFILE_FIELDS } from '@proofmark/contract/profile-fields'
import * as files from '../files/text-form.ts'
import type { MappedRow } from './mapped-row.ts'
import { parseProfile } from './parse-profile.ts'
import { compileProfile } from './profile.ts'

const documents = new URL('../../../../docs/', import.meta.url)
const guide = await readFile(new URL('guide-profiles.md', documents), 'utf8')

const ARROW = '→ '
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** The JSON examples of the guide, each with the table below it: a file's columns, then what is made of them. */
const examples = [...guide.matchAll(/```json\n([\s\S]*?)\n```\n\n((?:\|.*\n)+)/g)].map(([, json, table]) => {
  const [headings = [], , ...rows] = table!.trim().split('\n').map(cellsOf)
  return { json: json!, headings, rows }
})

/** A whole profile, some members of one, or some fields. */
function profileOf(json: string) {
  const example = JSON.parse(json)
  if ('profile' in example) return parseProfile('guide', json)
  const members = 'fields' in example ? example : { fields: { serial: 'ANY SERIAL', ...example } }
  return parseProfile('guide', JSON.stringify({ profile: 1, ...members }))
}

function made({ key, items, persons }: MappedRow, what: string): string {
  if (what === 'key') return key ?? ''
  if (what === 'persons') return persons.map(({ field, role }) => `${field} ${role}`).join(' · ')
  return items.map(({ stated }) => stated[what] ?? '').join(' · ')
}

test('every example of the guide to profiles makes of a row what the table below it says', () => {
  assert.equal(examples.length, (guide.match(/```json/g) ?? []).length)
  for (const { json, headings, rows } of examples) {
    const columns = headings.filter((heading) => !heading.startsWith(ARROW))
    const { mapRow } = compileProfile(profileOf(json), [...columns, 'ANY SERIAL'], 'seizure', 'guide')
    assert.ok(rows.length > 0, json)
    for (const row of rows) {
      const mapped = mapRow(Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ''])))
      for (const [place, heading] of headings.entries())
        if (heading.startsWith(ARROW)) assert.equal(made(mapped, heading.slice(ARROW.length)), row[place], json)
    }
  }
})

test('the guide names every field and every role', () => {
  for (const word of [...PROFILE_FIELDS, ...PERSON_ROLES]) assert.ok(guide.includes(`\`${word}\``), word)
})

test('a profile may state the encodings and delimiters that files are read in, and no others', () => {
  assert.deepEqual([...ENCODINGS], [...files.ENCODINGS])
  assert.deepEqual([...DELIMITERS], [...files.DELIMITERS])
})

test('the profile of the public file reads its columns, and says of no row what it does not say', async () => {
  const profile = parseProfile(
    'sao-paulo',
    await readFile(new URL('profiles/sao-paulo-seizures.json', documents), 'utf8'),
  )
  const cells = {
    ID_DELEGACIA: '1',
    CIDADE: 'XA',
    ANO_BO: '2020',
    NUM_BO: '7',
    CONT_ARMA: '2',
    DESCR_MODO_OBJETO: 'Apreendido',
    DESCR_ARMA_FOGO: 'Revolver',
    MARCA_ARMA: '',
    CALIBRE_ARMA: '38',
    NUMERO_ARMA: 'TST1',
  }
  const mapping = compileProfile(profile, Object.keys(cells), 'seizure', 'sao-paulo')
  assert.deepEqual([mapping.unusedHeadings, mapping.absentHeadings], [[], []])
  const { key, items } = mapping.mapRow(cells)
  assert.equal(key, '1/2020/7/2')
  assert.deepEqual(items[0]?.stated, {
    serial: 'TST1',
    calibre: '38',
    type: 'Revolver',
    date: '2020',
    event: 'seizure',
    place: 'XA, BR',
    ref: '1/7/2020',
  })
})
