import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ClusteredRecord, clustersOf, type Link } from './clusters.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
const id = fc.constantFrom(...IDS)
const record = (name: string, register: string | null = null, entry = name): ClusteredRecord => ({
  id: name,
  entry,
  register,
})
const link = (one: string, other: string, rest: Partial<Link> = {}): Link => ({
  one,
  other,
  verdict: 'same',
  by: 'model',
  strength: 10,
  ...rest,
})

const anyRecords = fc
  .uniqueArray(fc.record({ id, register: fc.constantFrom(null, null, 'register', 'stock') }), {
    selector: (each) => each.id,
    minLength: 2,
  })
  .map((each) => each.map(({ id, register }) => record(id, register)))
const anyLinks = fc
  .array(
    fc.record({
      one: id,
      other: id,
      verdict: fc.constantFrom('same' as const, 'same' as const, 'different' as const),
      by: fc.constantFrom('person' as const, 'model' as const),
      strength: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 14 },
  )
  .map((links) => links.filter(({ one, other }) => one !== other))
  // One pair has one standing judgement.
  .map((links) => [...new Map(links.map((each) => [[each.one, each.other].sort().join(), each])).values()])

const groupWith = (groups: readonly (readonly string[])[], name: string) => groups.find((group) => group.includes(name))

test('the same records and links give the same firearms, whatever the order in which they come', () => {
  fc.assert(
    fc.property(anyRecords, anyLinks, fc.infiniteStream(fc.double({ noNaN: true })), (records, links, numbers) => {
      const shuffled = <Each>(list: readonly Each[]) =>
        list
          .map((each) => ({ each, place: numbers.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each)
      const turned = shuffled(links).map((each) => ({ ...each, one: each.other, other: each.one }))
      assert.deepEqual(clustersOf(shuffled(records), turned).groups, clustersOf(records, links).groups)
    }),
  )
})

test('no firearm holds what was judged different, nor two entries of one register', () => {
  fc.assert(
    fc.property(anyRecords, anyLinks, (records, links) => {
      const { groups } = clustersOf(records, links)
      for (const { one, other, verdict } of links) {
        if (verdict === 'different') assert.ok(!groupWith(groups, one)?.includes(other))
      }
      for (const group of groups) {
        const registers = group.flatMap((name) => records.find((each) => each.id === name)?.register ?? [])
        assert.equal(new Set(registers).size, registers.length)
      }
    }),
  )
})

test('every record is in one group, and every group hangs together by links that were followed', () => {
  fc.assert(
    fc.property(anyRecords, anyLinks, (records, links) => {
      const { groups, heldBack } = clustersOf(records, links)
      assert.deepEqual(groups.flat().sort(), records.map(({ id }) => id).sort())
      const followed = links.filter((each) => each.verdict === 'same' && !heldBack.includes(each))
      for (const group of groups) {
        const reached = new Set([group[0]!])
        for (let grown = 0; grown !== reached.size; ) {
          grown = reached.size
          for (const { one, other } of followed) {
            if (reached.has(one) && group.includes(other)) reached.add(other)
            if (reached.has(other) && group.includes(one)) reached.add(one)
          }
        }
        assert.deepEqual([...reached].sort(), [...group])
      }
    }),
  )
})

test('what a link joined comes apart when the link goes, and nothing else does', () => {
  const records = ['a', 'b', 'c', 'd'].map((name) => record(name))
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'd')]
  assert.deepEqual(clustersOf(records, links).groups, [['a', 'b', 'c', 'd']])
  const judged = [...links.slice(0, 1), ...links.slice(2), link('b', 'c', { verdict: 'different', by: 'person' })]
  assert.deepEqual(clustersOf(records, judged).groups, [
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('a recovery goes to the entry that it fits better, and the other link is held back and shown', () => {
  const records = [record('x', 'register'), record('y', 'register'), record('seized')]
  const links = [link('seized', 'x', { strength: 12 }), link('seized', 'y', { strength: 15 })]
  const { groups, heldBack } = clustersOf(records, links)
  assert.deepEqual(groupWith(groups, 'seized'), ['seized', 'y'])
  assert.deepEqual(heldBack, [links[0]])
})

test('a person who judges otherwise outranks every model', () => {
  const records = [record('x', 'register'), record('y', 'register'), record('seized')]
  const links = [link('seized', 'x', { by: 'person', strength: 1 }), link('seized', 'y', { strength: 40 })]
  assert.deepEqual(groupWith(clustersOf(records, links).groups, 'seized'), ['seized', 'x'])
})

test('the successive holders of one entry are one firearm without any link', () => {
  const records = [record('first', 'register'), record('second', 'register', 'first')]
  assert.deepEqual(clustersOf(records, []).groups, [['first', 'second']])
})
