import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from './browser.fixture.ts'
import { kept, keptOffline, keyOf, makeLock, openLock, thumbOn } from './field.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

const CUTS = 200
/** What is typed over and over, each on the step of the form where it stands. */
const FIELDS = [
  { step: 1, name: 'safetyBy' },
  { step: 2, name: 'locality' },
  { step: 2, name: 'reference' },
  { step: 2, name: 'placeDescription' },
  { step: 3, name: 'serial' },
  { step: 3, name: 'make' },
  { step: 3, name: 'model' },
  { step: 3, name: 'number' },
  { step: 4, name: 'note' },
] as const

const typedIn = (page: Page, name: string) => page.locator(`main [name="${name}"]`).first().inputValue()

/** Goes to a step of the only draft, with its only item open. */
async function goToStep(page: Page, step: number): Promise<void> {
  if ((await page.locator('main nav li').count()) === 0) await page.locator('[data-draft] a').click()
  await page.locator(`main nav li:nth-child(${step}) button`).click()
}

/** The tab is gone in the middle of whatever it does, without being asked. */
async function kill(page: Page): Promise<Page> {
  const context = page.context()
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  next.setDefaultTimeout(30_000)
  await next.goto('/field')
  await openLock(next)
  await next.locator('main button[name="begin"]').waitFor()
  return next
}

test(`no field is lost over ${CUTS} cuts of the network, of the tab and of answers, between any two steps`, async (t) => {
  let page = await stage.open('/field', { as: 'recorder', width: 360 })
  const context = page.context()
  // One answer in two to what is sent is lost on its way; the server has what it was sent.
  let [isLossy, unanswered] = [true, 0]
  await context.route('**/api/recoveries', async (route) => {
    if (!isLossy || randomInt(2) === 0) return route.continue().catch(() => undefined)
    unanswered++
    await route.fetch().catch(() => undefined)
    await route.abort().catch(() => undefined)
  })
  await makeLock(page)
  await keptOffline(context, page)
  const begun = thumbOn(page)
  await begun.tap('button[name="begin"]')
  await begun.tap(keyOf('safety', 'made_safe'))
  await begun.step(3)
  await begun.tap('button[name="add firearm"]')
  await kept(page)
  const said = new Map<string, string>()
  let [offline, lost, tabs, networks] = [false, 0, 0, 0]
  for (let cut = 0; cut < CUTS; cut++) {
    const { step, name } = FIELDS[randomInt(FIELDS.length)]!
    await goToStep(page, step)
    const text = `${name} ${cut}`
    await page.locator(`main [name="${name}"]`).first().fill(text)
    const isKept = randomInt(2) === 0
    if (isKept) {
      await kept(page)
      said.set(name, text)
    }
    if (randomInt(3) === 0) {
      offline = !offline
      networks++
      await context.setOffline(offline)
    }
    if (randomInt(4) === 0) {
      await page.locator('main nav li:nth-child(5) button').click()
      await page
        .locator('main button[name="send"]')
        .click()
        .catch(() => undefined)
    }
    if (randomInt(2) === 0) {
      tabs++
      page = await kill(page)
      await goToStep(page, step)
    }
    await goToStep(page, step)
    const found = await typedIn(page, name)
    // What the page did not say to be kept may be there or not; what it said is there.
    if (found === text) said.set(name, text)
    else if (found !== (said.get(name) ?? '')) lost++
  }
  for (const [name, text] of said) {
    await goToStep(page, FIELDS.find((each) => each.name === name)!.step)
    if ((await typedIn(page, name)) !== text) lost++
  }
  t.diagnostic(
    `${CUTS} cuts: ${tabs} of the tab, ${networks} of the network, ${unanswered} of an answer; ${said.size} fields, ${lost} lost`,
  )
  assert.equal(lost, 0)

  // In the end the server has what the device has.
  isLossy = false
  await context.setOffline(false)
  await goToStep(page, 5)
  const send = page.locator('main button[name="send"]')
  if (await send.isVisible()) await send.click()
  await page.locator('[data-sending="taken"]').waitFor()
  await page.getByRole('link', { name: 'See the recovery' }).click()
  const reference = said.get('reference')
  if (reference) await page.getByText(reference).first().waitFor()
})

/** A photograph as a camera makes it: a picture of so many pixels, drawn in the browser with noise, as JPEG. */
async function photograph(page: Page, width: number, height: number): Promise<Buffer> {
  const encoded = await page.evaluate(
    async ({ width: across, height: down }) => {
      const canvas = new OffscreenCanvas(across, down)
      const drawing = canvas.getContext('2d')!
      const tile = drawing.createImageData(512, 512)
      for (let at = 0; at < tile.data.length; at++) tile.data[at] = at % 4 === 3 ? 255 : (at * 2654435761) >>> 24
      for (let x = 0; x < across; x += 512) for (let y = 0; y < down; y += 512) drawing.putImageData(tile, x, y)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    },
    { width, height },
  )
  return Buffer.from(encoded, 'latin1')
}

test('photographs of 12 megapixels are taken in at three a minute and more on a slow device', async (t) => {
  const page = await stage.open('/field', { as: 'recorder', width: 360 })
  await makeLock(page, 'C-03')
  const { tap, step } = thumbOn(page)
  await tap('button[name="begin"]')
  await step(3)
  await tap('button[name="add firearm"]')
  const buffer = await photograph(page, 4000, 3000)
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const began = performance.now()
  const views = ['full_left', 'full_right', 'serial', 'maker_model_calibre'] as const
  for (const [at, view] of views.entries()) {
    await page
      .locator(`input[name="view ${view}"]`)
      .setInputFiles({ name: `${view}.jpg`, mimeType: 'image/jpeg', buffer })
    await page.locator('[data-picture="waiting"]').nth(at).waitFor({ timeout: 120_000 })
    await kept(page)
  }
  const each = (performance.now() - began) / views.length
  t.diagnostic(
    `12 megapixels, ${(buffer.length / 1e6).toFixed(1)} MB, CPU six times slower: ${(each / 1000).toFixed(1)} s each, ${(60_000 / each).toFixed(1)} a minute`,
  )
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
})

test('a photograph taken in a browser arrives in parts, is sealed, and is shown by a copy without what the camera wrote', async () => {
  const page = await stage.open('/field', { as: 'recorder', width: 360 })
  await makeLock(page, 'P-09')
  const { tap, write, step } = thumbOn(page)
  await tap('button[name="begin"]')
  await step(2)
  await write('locality', 'Vard')
  await step(3)
  await tap('button[name="add firearm"]')
  await write('serial', 'ZQX70131')
  const buffer = await photograph(page, 2400, 1800)
  await page.locator('input[name="view serial"]').setInputFiles({ name: 'serial.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('[data-picture="waiting"]').waitFor()
  await kept(page)
  await step(5)
  await tap('button[name="send"]')
  await page.locator('[data-sending="taken"]').waitFor()
  await step(3)
  await page.locator('[data-picture="taken"]').waitFor({ timeout: 120_000 })
  await page.goto(`/recoveries/${page.url().split('#')[1]}`)
  const shown = page.locator('main img[src*="/preview"]').first()
  await shown.waitFor()
  await page.waitForFunction(() =>
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  )
  const bytes = await page.evaluate(
    async (address) => {
      const answer = await fetch(address)
      return Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('')
    },
    (await shown.getAttribute('src')) as string,
  )
  assert.doesNotMatch(bytes, /Exif/)
})

test('a route through several countries, a parcel and its path, a vehicle and a further mark stand at the server as they were written', async () => {
  const page = await stage.open('/field', { as: 'recorder', width: 360 })
  await makeLock(page, 'R-11')
  const { tap, write, step } = thumbOn(page)
  await tap('button[name="begin"]')
  await step(3)
  await tap('button[name="add firearm"]')
  await write('serial', 'ZQX70132')
  await tap('button[name="add mark"]')
  await write('mark kind 1', 'proof')
  await write('mark 1', 'N crowned')
  await write('mark place 1', 'left side')
  await step(4)
  await write('transport', 'parcel')
  await write('parcel number', 'RX 41 208')
  await write('parcel sender', 'FR')
  await tap('button[name="add stop"]')
  await write('stop 1', 'BE')
  for (const [at, country] of ['DE', 'PL', 'CZ'].entries()) await write(`transit ${at + 1}`, country)
  await page.locator('main [name="transit 3"]').locator('xpath=ancestor::div[button][1]').locator('button').click()
  await tap('button[name="add vehicle"]')
  await write('plate 1', 'XC 41')
  await write('vehicle description 1', 'white van')
  await kept(page)
  await step(5)
  await tap('button[name="send"]')
  await page.locator('[data-sending="taken"]').waitFor()
  const recovery = page.url().split('#')[1]!
  const form = await page.evaluate(async (id) => {
    const body = JSON.stringify({ recovery: id, grounds: { purpose: 'criminal_investigation' } })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/recoveries/show', { method: 'POST', headers, body })
    return ((await answer.json()) as { form: Record<string, unknown> }).form
  }, recovery)
  const { route, parcel, vehicles, exhibits } = form as {
    route: { transit: string[] }
    parcel: { number: string; sender: string; path: object[] }
    vehicles: { plate: string; description: string }[]
    exhibits: { marks: { kind: string; stated: string; place: string }[] }[]
  }
  assert.deepEqual(route.transit, ['DE', 'CZ', 'PL'])
  assert.deepEqual(parcel, { number: 'RX 41 208', sender: 'FR', path: [{ country: 'BE' }] })
  assert.deepEqual(
    vehicles.map(({ plate, description }) => [plate, description]),
    [['XC 41', 'white van']],
  )
  assert.deepEqual(
    exhibits[0]!.marks.map(({ kind, stated, place }) => [kind, stated, place]),
    [['proof', 'N crowned', 'left side']],
  )
})

test('two tabs of one device write one draft: both are put together, and what contradicts is chosen', async () => {
  const page = await stage.open('/field', { as: 'recorder', width: 360 })
  await makeLock(page)
  const one = thumbOn(page)
  await one.tap('button[name="begin"]')
  await one.step(2)
  await one.write('locality', 'Vard')
  await kept(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await openLock(other)
  await other.locator('main nav').nth(0).waitFor()
  const two = thumbOn(other)
  await two.step(2)
  await two.write('reference', 'of the second')
  await two.write('locality', 'Ostry')
  await kept(other)
  // In one breath, as far as the device is concerned: the second tab's is found when this is kept.
  await one.write('locality', 'Port Vard')
  await page.locator('[data-conflict="place.locality"]').waitFor()
  await one.write('placeDescription', 'of the first')
  await kept(page)
  assert.equal(await typedIn(page, 'reference'), 'of the second')
  assert.equal(await typedIn(page, 'placeDescription'), 'of the first')
  await one.tap('[data-conflict="place.locality"] label:has(> input[value="sent"])')
  await one.tap('button[name="decide"]')
  await page.locator('[data-conflict]').waitFor({ state: 'detached' })
  await one.step(2)
  assert.equal(await typedIn(page, 'locality'), 'Port Vard')
})

test('a draft that two devices took from one version comes back with both sides of what contradicts', async () => {
  const page = await stage.open('/field', { as: 'recorder' })
  await makeLock(page, 'D-01')
  const { tap, write, step } = thumbOn(page)
  await tap('button[name="begin"]')
  await step(2)
  await write('locality', 'Vard')
  await step(3)
  await tap('button[name="add firearm"]')
  await write('serial', 'ZQX70099')
  await step(5)
  await tap('button[name="send"]')
  await page.locator('[data-sending="taken"]').waitFor()
  const recovery = page.url().split('#')[1]!
  // The other device: the same recovery from the same version, with another place.
  const status = await page.evaluate(async (id) => {
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' }
      return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    }
    const grounds = { purpose: 'criminal_investigation' }
    const shown = (await (await post('/api/recoveries/show', { recovery: id, grounds })).json()) as {
      form: { place: object }
      version: number
    }
    const form = { ...shown.form, place: { ...shown.form.place, locality: 'Ostry' } }
    return (await post('/api/recoveries', { recovery: id, base: shown.version, form, grounds })).status
  }, recovery)
  assert.equal(status, 200)
  await step(2)
  await write('locality', 'Port Vard')
  await write('reference', '24-200')
  await kept(page)
  await step(5)
  await tap('button[name="send"]')
  await page.locator('[data-conflict="place.locality"]').waitFor()
  await tap('[data-conflict="place.locality"] label:has(> input[value="sent"])')
  await tap('button[name="decide"]')
  await page.locator('[data-sending="taken"]').waitFor()
  await page.goto(`/recoveries/${recovery}`)
  await page.getByText('Port Vard').first().waitFor()
})
