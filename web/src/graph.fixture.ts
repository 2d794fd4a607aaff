import type { Page } from 'playwright-core'
import { find } from './browser.fixture.ts'

/** From a find to a firearm, and from there to what it is tied to. Waits for the drawing. */
export async function openGraph(page: Page): Promise<void> {
  await find(page)
  await page.locator('main a[href^="/firearms/"]').first().click()
  await page.locator('main a[href^="/graph#"]').click()
  await page.locator('main figure canvas').first().waitFor({ state: 'attached' })
}

/** What is said of the node or tie that is looked at. */
export const lookedAt = async (page: Page): Promise<string> =>
  (await page.locator('main [role="application"] + [role="status"]').textContent()) ?? ''
