import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from './browser.fixture.ts'
import { kept, keptOffline, keyOf, makeLock, openLock, thumbOn } from './field.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

/** A serial of the demonstration nation that was reported stolen. */
const STOLEN = 'TKR1048'

/** What the device holds, as it lies on it: every text of its database. */
const onDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = indexedDB.open('proofmark-field')
    await new Promise((resolve) => {
      open.onsuccess = resolve
    })
    const database = open.result
    const said: string[] = []
    for (const name of database.objectStoreNames) {
      const all = database.transaction(name).objectStore(name).getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      const plain = (_: string, value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value
      said.push(JSON.stringify(all.result, plain))
    }
    const caches_ = await caches.keys()
    const cached = await Promise.all(
      caches_.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return [...said, ...cached.flat()].join('\n')
  })

test('three pistols, parts and 400 cartridges are recorded without a network, and answered once there is one', async (t) => {
  const page = await stage.open('/field', { as: 'recorder', width: 360 })
  const context = page.context()
  await makeLock(page)
  await keptOffline(context, page)

  await context.setOffline(true)
  await page.reload()
  await openLock(page, 'B-17', 'seven rusty snails')
  await page.getByText('Wrong passphrase.').waitFor()
  await openLock(page)
  await page.locator('[data-outbox="offline"]').waitFor()

  const { tap, write, step, counts } = thumbOn(page)
  await tap('button[name="begin"]')
  await tap(keyOf('safety', 'made_safe'))
  await write('safetyBy', 'Sgt N. N.')
  await tap(keyOf('tracesFirst', 'neither'))
  await step(2)
  await write('locality', 'Vard')
  await write('reference', '24-118')
  await tap(keyOf('justification', 'illicit_trafficking'))
  await step(3)
  await tap('button[name="add firearm"]')
  await write('serial', STOLEN)
  await tap('button[name="type pistol"]')
  await write('make', 'Taurus')
  await write('model', 'PT 92')
  await write('calibre', '9 mm')
  await write('copies', '2')
  await tap('button[name="copy"]')
  for (const [at, serial] of [
    [2, 'ZQX70041'],
    [3, 'ZQX70042'],
  ] as const) {
    await tap(`[data-item]:nth-child(${at}) > button`)
    await write('serial', serial)
  }
  await tap('button[name="add component"]')
  await write('part', 'slide')
  await write('serialState', 'none_found')
  await write('count', '12')
  await tap('button[name="add ammunition"]')
  await write('make', 'Sellier & Bellot')
  await write('calibre', '9x19')
  await write('count', '400')
  await step(5)
  await tap('button[name="send"]')
  await page.locator('[data-sending="waiting"]').waitFor()
  const { taps, fields } = counts()
  t.diagnostic(`three pistols, parts and ammunition: ${taps} taps, ${fields} fields`)

  // The officer leaves; the device is what is left.
  await kept(page)
  const device = await onDevice(page)
  assert.doesNotMatch(device, /Taurus|ZQX7|Vard|24-118/)
  assert.doesNotMatch(device, /\/api\//)

  await page.reload()
  await openLock(page)
  await page.getByText('Waits to be sent.').waitFor()
  await context.setOffline(false)
  await page.locator('[data-state="taken"], [data-sending="taken"]').waitFor()
  const answers = page.locator('[data-answer]')
  await answers.first().waitFor()
  assert.equal(await answers.count(), 5)
  assert.notEqual(await answers.first().locator('[data-known]').count(), 0)
  await page.getByText('Nothing known').first().waitFor()
  await page.getByRole('link', { name: 'See the recovery' }).click()
  await page.locator('a[href^="/exhibits/"]').first().waitFor()
  assert.equal(await page.locator('a[href^="/exhibits/"]').count(), 5)
})

test('nothing failed on the way but the network that was not there', () => {
  const expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
