import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from '@proofmark/contract/schemas/source'
import { byAgency, narrowed } from './by-agency.ts'

const source = (name: string, agency: string, kind: Source['kind'], own = false) =>
  ({ name, agency, kind, own }) as Source
const ALL = [
  source('Seizures', 'Police', 'seizure', true),
  source('Border', 'Customs', 'seizure'),
  source('Register', 'Licensing', 'register'),
  source('Thefts', 'Police', 'loss-theft', true),
]

test('the reader’s own agency comes first, the others by name, and each keeps the order of its sources', () => {
  assert.deepEqual(
    byAgency(ALL).map(({ agency, own, sources }) => [agency, own, sources.map(({ name }) => name)]),
    [
      ['Police', true, ['Seizures', 'Thefts']],
      ['Customs', false, ['Border']],
      ['Licensing', false, ['Register']],
    ],
  )
})

test('a list is narrowed by agency, by kind and by both, and not at all', () => {
  const names = (agency: string, kind: string) => narrowed(ALL, { agency, kind }).map(({ name }) => name)
  assert.deepEqual(names('', ''), ['Seizures', 'Border', 'Register', 'Thefts'])
  assert.deepEqual(names('Police', ''), ['Seizures', 'Thefts'])
  assert.deepEqual(names('', 'seizure'), ['Seizures', 'Border'])
  assert.deepEqual(names('Customs', 'register'), [])
})
