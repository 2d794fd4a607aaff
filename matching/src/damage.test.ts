import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charactersOf } from '@proofmark/domain/serial-characters'
import fc from 'fast-check'
import { passages } from './damage.ts'
import { START_MODEL } from './model.ts'

const passage = passages(START_MODEL.mark)
const way = (stood: string, read: string) => passage(charactersOf(stood), charactersOf(read))
const kinds = (stood: string, read: string) => way(stood, read)?.damages.map(({ kind }) => kind)
const bits = (stood: string, read: string) => way(stood, read)?.bits ?? Number.POSITIVE_INFINITY

test('each thing that can befall a number is told by its name', () => {
  assert.deepEqual(kinds('TKR1048', 'TKR1048'), [])
  assert.deepEqual(kinds('TKR1048', 'TKR1O4B'), ['confused', 'confused'])
  assert.deepEqual(kinds('TKR1048', 'TKR1047'), ['substituted'])
  assert.deepEqual(kinds('TKR1048', 'TKR10448'), ['added'])
  assert.deepEqual(kinds('TKR1048', 'TKR148'), ['left_out'])
  assert.deepEqual(kinds('TKR1748', 'TKR7148'), ['transposed'])
  assert.deepEqual(kinds('TKR1048', '1048'), ['front_missing'])
  assert.deepEqual(kinds('TKR1048', 'TKR10'), ['back_missing'])
  assert.deepEqual(kinds('TKR1048', 'TKX148'), ['substituted', 'left_out'])
})

test('what stood and what was read are told with it', () => {
  assert.deepEqual(way('TKR1048', 'TKR1047')?.damages, [{ kind: 'substituted', stood: '8', read: '7' }])
  assert.deepEqual(way('TKR1048', '1048')?.damages, [{ kind: 'front_missing', stood: 'TKR', read: '' }])
})

test('lost characters fit any one character, a run any number, a doubt either', () => {
  for (const [stood, read] of [
    ['TKR1048', 'TK?1048'],
    ['TKR1048', 'TK?104[8B]'],
    ['TKR1048', 'T*8'],
    ['TK?1048', 'TKR1048'],
    ['T*48', 'TKR1048'],
    ['TK?1048', 'TKR10?8'],
  ] as const) {
    assert.deepEqual(kinds(stood, read), [], `${stood} ${read}`)
    assert.equal(way(stood, read)?.filled, true)
  }
  assert.deepEqual(kinds('TKR1048', 'TK?1047'), ['substituted'])
})

test('two things are rarer than either, and what is commoner costs less', () => {
  assert.ok(bits('TKR1048', 'TKR1048') < bits('TKR1048', 'TKR1O48'))
  assert.ok(bits('TKR1048', 'TKR1O48') < bits('TKR1048', 'TKR104B'))
  assert.ok(bits('TKR1048', 'TKR1O48') < bits('TKR1048', 'TKR1047'))
  assert.ok(bits('TKR1048', 'TKR1047') < bits('TKR1048', 'TKR1147'))
  assert.ok(bits('TKR1048', 'TKR1047') < bits('TKR1048', 'TKR104T'))
})

test('marks that more than three things would make alike are not compared', () => {
  assert.equal(way('TKR1048', 'ABC9999'), null)
  assert.equal(way('TKR1048', ''), null)
})

test('every pair of marks has a way or none, never a wrong number', () => {
  const mark = fc.array(fc.constantFrom(...'TKR1048?*'), { maxLength: 12 }).map((list) => list.join(''))
  fc.assert(
    fc.property(mark, mark, (stood, read) => {
      const found = way(stood, read)
      assert.ok(found === null || (Number.isFinite(found.bits) && found.bits >= 0))
      assert.ok(stood === '' || way(stood, stood)!.damages.length === 0)
    }),
  )
})
