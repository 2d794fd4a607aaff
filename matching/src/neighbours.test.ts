import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { skeletonKey } from './keys.ts'
import { neighbourKeys, neighbours } from './neighbours.ts'

const skeletons = fc.stringMatching(/^[A0134579HKT]{1,10}$/)

test('the keys of neighbours are the keys of the neighbours that are written out', () => {
  fc.assert(
    fc.property(skeletons, fc.constantFrom('likely' as const, 'all' as const), (skeleton, which) => {
      const written = new Set([skeleton, ...neighbours(skeleton, which)].map(skeletonKey))
      assert.deepEqual(new Set([skeletonKey(skeleton), ...neighbourKeys(skeleton, which)]), written)
    }),
  )
})
