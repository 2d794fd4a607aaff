import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, openStage, type Stage } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

async function giveGrounds(page: Page): Promise<void> {
  await page.locator('main select[name="purpose"]').selectOption('judicial_request')
  await page.locator('main form button[type="submit"]').first().click()
}

/** The two records of the pair that lies on the desk. */
const endsOf = (page: Page): Promise<string[]> =>
  page
    .locator('[data-pair] thead a')
    .evaluateAll((links) => links.slice(0, 2).map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''))

test('pairs are judged by keys alone, each verdict can be undone, and what two confirmed is put into words for a court', async () => {
  const page = await stage.open('/review')
  await giveGrounds(page)
  const place = page.locator('[data-pair] header p')
  await place.waitFor()
  const first = await endsOf(page)
  const queued = page.locator('main button[aria-current="true"]')
  await page.keyboard.press('?')
  await page.locator('kbd', { hasText: 'Z' }).waitFor()
  await page.keyboard.press('?')

  await page.keyboard.press('d')
  const said = page.locator('main [role="status"]')
  await said.getByText(/not the same/).waitFor()
  await page.locator(`[data-pair][aria-busy="false"] thead a`).first().waitFor()
  assert.notDeepEqual(await endsOf(page), first)
  assert.ok(await page.evaluate('document.activeElement?.matches("[data-pair]")'), 'reading goes on at the next pair')

  await page.keyboard.press('z')
  await said.getByText(/Undone/).waitFor()
  await page.locator('[data-pair][aria-busy="false"]').waitFor()
  assert.deepEqual(await endsOf(page), first)
  assert.equal(await queued.count(), 1)

  // Of two open sources, so that somebody of another agency may see the pair as well.
  await page.locator('main details summary').first().click()
  await page.locator('main select[name="source"]').selectOption('Losses and thefts')
  await page.locator('[data-pair][aria-busy="false"] thead a', { hasText: 'Losses' }).waitFor()
  const [record, other] = await endsOf(page)
  await page.locator('main h2').first().click()
  await page.keyboard.press('s')
  await said.getByText(/the same/).waitFor()
  const steward = await stage.open('/', { as: 'data_steward' })
  const judged = { id: randomUUID(), record, other, verdict: 'same', grounds: { purpose: 'trace' } }
  const status = await steward.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/judgements', { method: 'POST', headers, body: JSON.stringify(body) })).status
  }, judged)
  assert.equal(status, 200)
  await page.goto(`/court/${record}/${other}`)
  await giveGrounds(page)
  await page.getByRole('heading', { name: 'What links them' }).waitFor()
  assert.deepEqual(await axeFindings(page), [])
  const text = (await page.locator('main').textContent()) ?? ''
  assert.match(text, /Teodor Vinge/)
  assert.match(text, /Ilse Moravan/)
  assert.doesNotMatch(text, /probability|bits/i)
})

test('nothing failed on the way but what was no pair any more', () => {
  assert.deepEqual(
    stage.trouble.filter((line) => !/status of 404/.test(line)),
    [],
  )
})
