import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shadowsIn } from '../../testing/shadows.ts'
import { testDatabase } from '../../testing/test-database.ts'

const database = await testDatabase()
const SEEDS = [1, 2, 3]

for (const seed of SEEDS)
  test(`whatever somebody hides around what others see changes no byte of what these are told, seed ${seed}`, async () => {
    const world = await shadowsIn(database, seed)
    try {
      for (let round = 0; round < 2; round++) assert.ok((await world.round()) > 20)
    } finally {
      await world.end()
    }
  })
