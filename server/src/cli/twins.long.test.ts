import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeTwins } from '../testing/twins/make-twins.ts'
import { twinShells } from '../testing/twins/shells.ts'
import { type CommandName, USAGE } from './usage.ts'

test('every command of the shell answers the same with hidden records and without', async () => {
  const compare = await twinShells(await makeTwins())
  const { parted, refused } = await compare(Object.keys(USAGE) as CommandName[])
  assert.deepEqual(parted, [])
  assert.ok(refused.length < 30, refused.join(''))
})
