import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Relation } from '@proofmark/contract/case-words'
import { type Tied, tied } from '../tied.ts'
import type { Asked } from './question.ts'
import { passedBetweenGroups, sharedFirearms } from './shared-firearms.ts'
import { whoSupplied } from './who-supplied.ts'

const tie = (from: string, relation: Relation, to: string): Tied =>
  tied({ id: `${from} ${to}`, from, to, relation, kind: 'fact' })
const among = (ties: readonly Tied[]): Asked => ({
  nodes: [...new Set(ties.flatMap(({ from, to }) => [from, to]))],
  ties,
  since: '2026-01-01',
  nexus: new Map(),
})
const shared = (rule: typeof sharedFirearms, ties: readonly Tied[]) =>
  rule([], among(ties)).map(({ nodes: [firearm, ...owners] }) => [firearm, owners.sort()])

test('cases share a firearm that was given to them or recovered in what was, and none by a licence or a car alone', () => {
  const recovered = [
    tie('recovery:1', 'in_case', 'case:1'),
    tie('exhibit:1', 'recovered_in', 'recovery:1'),
    tie('exhibit:1', 'recorded_as', 'firearm:1'),
    tie('firearm:1', 'in_case', 'case:2'),
  ]
  assert.deepEqual(shared(sharedFirearms, recovered), [['firearm:1', ['case:1', 'case:2']]])
  const beside = [
    tie('record:licence', 'in_case', 'case:1'),
    tie('firearm:2', 'in_consignment', 'record:licence'),
    tie('vehicle:1', 'in_case', 'case:1'),
    tie('vehicle:1', 'carried', 'firearm:2'),
    tie('firearm:2', 'in_case', 'case:2'),
  ]
  assert.deepEqual(shared(sharedFirearms, beside), [])
})

test('a firearm passed between groups whose people had it, which is more than having carried one', () => {
  const had = [tie('person:1', 'member_of', 'group:1'), tie('person:1', 'possessed', 'firearm:1')]
  assert.deepEqual(shared(passedBetweenGroups, [...had, tie('group:2', 'bought', 'firearm:1')]), [
    ['firearm:1', ['group:1', 'group:2']],
  ])
  assert.deepEqual(shared(passedBetweenGroups, [...had, tie('group:2', 'carried', 'firearm:1')]), [])
})

test('who supplied what somebody carried for however short a time is asked as well', () => {
  const ties = [tie('group:1', 'carried', 'firearm:1'), tie('organisation:1', 'sold', 'firearm:1')]
  assert.deepEqual(
    whoSupplied(['group:1'], among(ties)).flatMap(({ nodes }) => nodes),
    ['organisation:1'],
  )
})
