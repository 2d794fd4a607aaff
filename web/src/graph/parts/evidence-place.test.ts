import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NODE_KINDS, RELATIONS } from '@proofmark/contract/case-words'
import type { NodeName } from '@proofmark/contract/schemas/graph'
import { aNode, aTie } from '../graph.fixture.ts'
import { nodesTelling, placeOfName } from './evidence-place.ts'

const CASE = '00000000-0000-4000-8000-000000000001'
const said = { by: 'Ida Tellan', agency: 'Police', on: '2026-03-04' }

test('what somebody said opens in the case in which it was said', () => {
  const tie = aTie(aNode({ kind: 'person' }), aNode({ kind: 'vehicle' }), { case: CASE, said })
  assert.deepEqual(nodesTelling(tie).map(placeOfName), [`/cases/${CASE}`])
})

test('whatever kinds it ties, a tie that rests on no record opens somewhere', () => {
  // What has no page of its own is tied by recoveries and fired items, whose pages say it, or by records.
  const own = NODE_KINDS.filter((kind) => !['pointer', 'ballistic_result', 'country', 'named_person'].includes(kind))
  for (const kind of own) {
    const tie = aTie(aNode({ kind }), aNode({ kind: 'person' }), { relation: RELATIONS[0], said })
    const places = nodesTelling(tie).map((name: NodeName) => placeOfName(name))
    assert.ok(places.length > 0 && places.every((place) => place !== null), kind)
  }
  const compared = aTie(aNode({ kind: 'ballistic_result' }), aNode({ kind: 'fired_item' }))
  const onRoute = aTie(aNode({ kind: 'recovery' }), aNode({ kind: 'country' }))
  const named = aTie(aNode({ kind: 'named_person' }), aNode({ kind: 'recovery' }))
  assert.match(placeOfName(nodesTelling(named)[0]!) ?? '', /^\/recoveries\//)
  assert.match(placeOfName(nodesTelling(compared)[0]!) ?? '', /^\/ballistics\//)
  assert.match(placeOfName(nodesTelling(onRoute)[0]!) ?? '', /^\/recoveries\//)
})

test('what follows from records alone opens in them, and names no other page', () => {
  const tie = aTie(aNode({ kind: 'firearm' }), aNode({ kind: 'consignment' }), { records: [CASE] })
  assert.deepEqual(nodesTelling(tie), [])
})
