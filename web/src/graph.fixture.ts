import type { GraphAnswer } from '@proofmark/contract/schemas/graph'
import type { Page } from 'playwright-core'
import { find } from './browser.fixture.ts'

/** From a find to a firearm, and from there to what it is tied to. Waits for the drawing. */
export async function openGraph(page: Page): Promise<void> {
  await find(page)
  await page.locator('main a[href^="/firearms/"]').first().click()
  await page.locator('main a[href^="/graph#"]').click()
  await page.locator('main figure canvas').first().waitFor({ state: 'attached' })
}

/** Opens the graph with an answer that was made for it, begun with its first node. */
export async function openMade(page: Page, answer: GraphAnswer): Promise<void> {
  await page.route('**/api/graph', (route) => route.fulfill({ json: answer }))
  const start = `/graph#nodes=${answer.nodes[0]?.node}`
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new Event('popstate'))
  }, start)
  await page.locator('main select[name="purpose"]').selectOption('trace')
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main figure canvas').first().waitFor({ state: 'attached' })
}

/** What is said of the node or tie that is looked at. */
export const lookedAt = async (page: Page): Promise<string> =>
  (await page.locator('main [role="application"] + [role="status"]').textContent()) ?? ''

/** Waits until this holds in the page. The page’s own policy lets nothing in it evaluate a text again and again. */
export async function comesTrue(page: Page, expression: string): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await page.evaluate<boolean>(expression)) return
    await page.waitForTimeout(100)
  }
  throw new Error(`Never came true: ${expression}`)
}
