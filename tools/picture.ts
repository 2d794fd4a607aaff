import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { find, openStage } from '../web/src/browser.fixture.ts'
import { ROOT } from './run-program.ts'

const WIDTH = 1280

/** The firearm of the best candidate, from its name down to its life. */
async function pictureOfLife(page: Page): Promise<void> {
  await page.locator('a[href^="/firearms/"]').first().click()
  await page.locator('main table').first().waitFor()
  await page.evaluate('document.activeElement.blur()')
  const clip = { x: 0, y: 0, width: WIDTH, height: 1_280 }
  await page.screenshot({ path: join(ROOT, 'docs/images/firearm.png'), fullPage: true, clip })
}

/** Takes the pictures of the README anew, from the served demonstration. */
const stage = await openStage()
try {
  const page = await stage.open('/find', { width: WIDTH })
  await page.locator('input[name="make"]').fill('taurus')
  await page.locator('input[name="calibre"]').fill('9mm')
  await find(page)
  await page.evaluate('document.activeElement.blur()')
  await page.screenshot({ path: join(ROOT, 'docs/images/find.png'), fullPage: true })
  await pictureOfLife(page)
} finally {
  await stage.stop()
}
