import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES } from '@proofmark/contract/roles'
import { NAMES, twinDoors } from '../testing/twins/compare.ts'
import { makeTwins } from '../testing/twins/make-twins.ts'

test('every question at every door, in every role, has the same answer with hidden records and without', async () => {
  const { compare } = await twinDoors(await makeTwins())
  const { parted } = await compare(NAMES, [null, ...ROLES])
  assert.deepEqual(parted, [])
})
