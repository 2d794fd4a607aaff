import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadOrder } from './load-order.ts'

test('every table comes once, and after those that it refers to', () => {
  // A table refers only to those of lower number, or to itself, so there is always an order.
  const schema = fc
    .array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 20 })
    .map((targets) =>
      targets.map((list, place) => ({ name: `t${place}`, refersTo: list.map((number) => `t${number % (place + 1)}`) })),
    )
    .chain((tables) => fc.shuffledSubarray(tables, { minLength: tables.length }))
  fc.assert(
    fc.property(schema, (tables) => {
      const ordered = loadOrder(tables)
      const place = new Map(ordered.map(({ name }, position) => [name, position]))
      assert.equal(place.size, tables.length)
      for (const { name, refersTo } of tables)
        for (const target of refersTo) assert.ok(place.get(target)! <= place.get(name)!)
    }),
  )
})

test('the order does not depend on the order in which the tables came', () => {
  const tables = ['c', 'a', 'b'].map((name) => ({ name, refersTo: [] }))
  assert.deepEqual(
    loadOrder(tables).map(({ name }) => name),
    ['a', 'b', 'c'],
  )
})

test('tables that refer to each other in a circle are named', () => {
  const circle = [
    { name: 'egg', refersTo: ['hen'] },
    { name: 'hen', refersTo: ['egg'] },
  ]
  assert.throws(() => loadOrder(circle), /egg, hen/)
})
