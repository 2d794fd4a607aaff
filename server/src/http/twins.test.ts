import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteName } from '@proofmark/contract/paths'
import { ROLES, type Role } from '@proofmark/contract/roles'
import { READERS } from '@proofmark/contract/route'
import { ROUTES, type Route } from '@proofmark/contract/routes'
import { matchAll } from '../testing/matching.ts'
import { NAMES, twinDoors } from '../testing/twins/compare.ts'
import { makeTwins } from '../testing/twins/make-twins.ts'

const twins = await makeTwins()
const compare = await twinDoors(twins)

const LISTS: readonly RouteName[] = ['findList', 'findListTable']

/** All readers see the same records: one of them asks everything of them, the others a little. `test:long` asks all. */
function most(name: RouteName, role: Role | null): number {
  const { roles }: Route = ROUTES[name]
  if (roles === null) return role === null || name === 'sessionOpen' ? 9 : 0
  if (role === 'analyst' || roles !== READERS) return Number.POSITIVE_INFINITY
  return LISTS.includes(name) ? 0 : 1
}

test('whatever is asked at whatever door, in whatever role, the answer is the same with hidden records and without', async () => {
  const { parted, answered } = await compare(NAMES, [null, ...ROLES], most)
  assert.deepEqual(parted, [])
  assert.deepEqual(
    NAMES.filter((name) => !answered.has(name)),
    ['importUpload', 'importGoOn', 'importStop'],
    'each route has answered somebody, but for those about an import that is under way',
  )
})

test('and still is, when what was asked for has been matched', async () => {
  for (const { database } of twins) await matchAll(database)
  const { parted } = await compare(['find', 'recordMatches', 'matchTable', 'lifeShow'], ['analyst'])
  assert.deepEqual(parted, [])
})
