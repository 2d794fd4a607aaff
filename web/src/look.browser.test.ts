import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { find, longTest, markField, openStage, type Stage } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

/** Do the characters of an element stand in order from the physical left to the right? */
async function runsLeftToRight(element: Locator): Promise<boolean> {
  const places = await element.evaluate((node) => {
    const range = document.createRange()
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    const starts: number[] = []
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (let at = 0; at < (text.textContent ?? '').length; at++) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const box = range.getBoundingClientRect()
        if (box.width > 0) starts.push(box.left)
      }
    }
    return starts
  })
  return places.length > 1 && places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
}

test('the Arabic page runs right to left, its marks and identifiers left to right', async () => {
  const page = await stage.open('/find', { locale: 'ar' })
  await find(page)
  assert.equal(await page.evaluate('getComputedStyle(document.body).direction'), 'rtl')
  const heading = await page.locator('h2').first().boundingBox()
  assert.ok(heading && heading.x > 640, 'the first heading stands on the right')
  const cells = await markField(page)
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => input.getBoundingClientRect().left))
  assert.deepEqual(
    cells,
    [...cells].sort((a, b) => a - b),
  )
  const identifiers = page.locator('article bdi[dir="ltr"]')
  const count = await identifiers.count()
  assert.ok(count > 10)
  for (const identifier of await identifiers.all()) {
    const text = ((await identifier.textContent()) ?? '').trim()
    if (/^[\x20-\x7e×−–]{2,}$/.test(text) && (await identifier.getAttribute('role')) === null)
      assert.ok(await runsLeftToRight(identifier), `${text} is turned round`)
  }
})

longTest('the arrows follow the picture in a right-to-left page', async () => {
  const page = await stage.open('/find', { locale: 'ar' })
  const cells = markField(page).locator('input')
  await cells.first().focus()
  await page.keyboard.type('TKR')
  await page.keyboard.press('Home')
  const first = await page.evaluate('document.activeElement.getBoundingClientRect().left')
  await page.keyboard.press('ArrowRight')
  const second = await page.evaluate('document.activeElement.getBoundingClientRect().left')
  assert.ok(Number(second) > Number(first))
})

test('the log tells a person’s whole trail and what was seen of a record, and is found whole', async () => {
  await find(await stage.open('/find'))
  const page = await stage.open('/log', { as: 'data_protection_officer' })
  await page.locator('input[name="account"]').fill('Ilse Moravan')
  await page.keyboard.press('Enter')
  const entries = page.locator('article')
  const looked = entries.filter({ hasText: 'Mark looked up' }).first()
  await looked.getByText('2023-0418').waitFor()
  assert.equal(await entries.count(), await entries.filter({ hasText: 'Ilse Moravan' }).count())
  // What many records were seen of is folded.
  await looked.locator('summary').first().click()
  await looked.locator('ul button').first().click()
  await entries.filter({ hasText: 'Mark looked up' }).first().waitFor()
  assert.equal(await page.locator('input[name="account"]').inputValue(), '')
  assert.match(await page.locator('input[name="subject"]').inputValue(), /^[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: 'Check the log' }).click()
  await page.getByText('The log is whole.').waitFor()
  const administrator = await stage.open('/log', { as: 'administrator' })
  await administrator.getByRole('button', { name: 'Check the log' }).waitFor()
  assert.equal(await administrator.locator('input[name="account"]').count(), 0)
})

longTest('copying a mark gives its typed form', async () => {
  const page = await stage.open('/find')
  await find(page)
  const first = page.locator('article').first().getByRole('img').first()
  const copied = await first.evaluate((node) => {
    getSelection()?.selectAllChildren(node)
    return getSelection()?.toString() ?? ''
  })
  assert.match(copied.replace(/\s/g, ''), /\[8B\]/)
})

longTest('even odds stand at one place down the whole result list', async () => {
  const page = await stage.open('/find')
  await find(page)
  const tracks = await page.locator('article [class*="track"], article [class*="bars"]').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { left, width } = node.getBoundingClientRect()
      return `${Math.round(left)} ${Math.round(width)}`
    }),
  )
  assert.equal(new Set(tracks).size, 1, [...new Set(tracks)].join(', '))
})

longTest('a chosen appearance and language hold on the next visit', async () => {
  const page = await stage.open('/find')
  await markField(page).waitFor()
  const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  const light = await paper()
  await page.getByRole('radio', { name: 'Dark' }).check()
  const dark = await paper()
  assert.notEqual(dark, light)
  await page.getByRole('radio', { name: 'Français' }).click()
  await page.getByRole('heading', { name: 'Ce qui reste de la marque' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Ce qui reste de la marque' }).waitFor()
  assert.equal(await paper(), dark)
  assert.equal(await page.evaluate('document.documentElement.lang'), 'fr')
})

/** The families that the browser really sets an element in, after every fallback. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.filter(({ isCustomFont }) => isCustomFont).length === fonts.length
    ? fonts.map(({ familyName }) => familyName)
    : [`not bundled: ${fonts.map(({ familyName }) => familyName).join(', ')}`]
}

test('Latin, Arabic and Cyrillic are set in the bundled Plex', async () => {
  const english = await stage.open('/find')
  await find(english)
  await english.evaluate('document.fonts.ready')
  for (const selector of ['h2', 'article h3 bdi', 'article ol li span'])
    assert.match((await fontsOf(english, selector)).join(), /^IBM Plex Sans/)
  assert.match((await fontsOf(english, 'article [role="img"] span[class*="glyph"]')).join(), /^IBM Plex Mono/)
  const arabic = await stage.open('/find', { locale: 'ar' })
  await typeCyrillic(arabic)
  await arabic.evaluate('document.fonts.ready')
  const families = await fontsOf(arabic, 'h2')
  assert.ok(
    families.some((family) => family.startsWith('IBM Plex Sans Arabic')),
    families.join(),
  )
  assert.match((await fontsOf(arabic, 'main fieldset span[class*="glyph"]')).join(), /^IBM Plex Mono/)
})

async function typeCyrillic(page: Page): Promise<void> {
  await page.locator('input[name="serial"]').fill('Ж1')
  await markField(page).locator('input').nth(1).waitFor()
}

test('no request left the address, and nothing failed on the way', () => {
  assert.deepEqual(stage.trouble, [])
})
