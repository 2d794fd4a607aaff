import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Background } from './background.ts'

test('work under way is asked to end, and waited for', async () => {
  const background = new Background()
  let ended = false
  const work = async () => {
    while (!background.signal.aborted) await sleep(1)
    ended = true
  }
  background.add(work())
  background.add(Promise.reject(new Error('its own affair')))
  await background.end(10_000)
  assert.equal(ended, true)
})

test('work that does not end is not waited for without end', async () => {
  const background = new Background()
  background.add(new Promise(() => {}))
  await background.end(10)
  assert.equal(background.signal.aborted, true)
})
