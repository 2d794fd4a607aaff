import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesOfRow } from './changes-of-row.ts'

const anyRow = fc.dictionary(fc.string(), fc.string())

test('what changed leads from one version to the other, and nothing else does', () => {
  fc.assert(
    fc.property(anyRow, anyRow, (other, standing) => {
      const changes = changesOfRow(other, standing)
      const rebuilt = new Map(Object.entries(other))
      for (const { column, stands: value } of changes)
        if (value === null) rebuilt.delete(column)
        else rebuilt.set(column, value)
      assert.deepEqual(rebuilt, new Map(Object.entries(standing)))
      assert.ok(changes.every(({ said, stands }) => said !== stands))
    }),
  )
})
