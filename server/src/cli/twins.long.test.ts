import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeTwins } from '../testing/twins/make-twins.ts'
import { twinShells } from '../testing/twins/shells.ts'
import { type CommandName, USAGE } from './usage.ts'

test('every command of the shell answers the same with hidden records and without', async () => {
  const compare = await twinShells(await makeTwins())
  const { parted, refused, answered } = await compare(Object.keys(USAGE) as CommandName[])
  assert.deepEqual(parted, [])
  // Many are of what is hidden, and meant to be refused; but half as many again say something that could have parted.
  assert.ok(answered >= 1.5 * refused.length, `${answered} were answered, and not these:\n${refused.join('')}`)
})
