import { join } from 'node:path'
import { find, openStage } from '../web/src/browser.fixture.ts'
import { ROOT } from './run-program.ts'

/** Takes the pictures of the README anew, from the served demonstration. */
const stage = await openStage()
try {
  const page = await stage.open('/find', { width: 1180 })
  await page.locator('input[name="make"]').fill('taurus')
  await page.locator('input[name="calibre"]').fill('9mm')
  await find(page)
  await page.evaluate('document.activeElement.blur()')
  await page.screenshot({ path: join(ROOT, 'docs/images/find.png'), fullPage: true })
} finally {
  await stage.stop()
}
