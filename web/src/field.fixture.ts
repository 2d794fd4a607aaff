import type { BrowserContext, Page } from 'playwright-core'

/** Words that nobody guesses, for tests. */
export const PASSPHRASE = 'seven rusty nails'

/** Makes a lock of this officer, and opens it. */
export async function makeLock(page: Page, officer = 'B-17'): Promise<void> {
  await page.locator('main input[name="officer"]').fill(officer)
  await page.locator('main input[name="passphrase"]').fill(PASSPHRASE)
  await page.locator('main input[name="again"]').fill(PASSPHRASE)
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main button[name="begin"]').waitFor()
}

/** Opens the lock that is there. */
export async function openLock(page: Page, officer = 'B-17', passphrase = PASSPHRASE): Promise<void> {
  await page.locator('main input[name="officer"]').fill(officer)
  await page.locator('main input[name="passphrase"]').fill(passphrase)
  await page.locator('main form button[type="submit"]').click()
}

/** Waits until the app is kept on this device, to be opened without a network. */
export async function keptOffline(context: BrowserContext, page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker')
}

/** Whoever records, counted: what is tapped and what is typed. */
export interface Thumb {
  readonly counts: () => { readonly taps: number; readonly fields: number }
  readonly tap: (selector: string) => Promise<void>
  readonly write: (name: string, text: string) => Promise<void>
  readonly step: (place: number) => Promise<void>
}

export function thumbOn(page: Page): Thumb {
  let [taps, fields] = [0, 0]
  const tap = async (selector: string) => {
    taps++
    await page.locator(`main ${selector}`).first().click()
  }
  return {
    counts: () => ({ taps, fields }),
    tap,
    async write(name, text) {
      fields++
      const field = page.locator(`main [name="${name}"]`).first()
      if (await field.evaluate((node) => node.tagName === 'SELECT')) await field.selectOption(text)
      else await field.fill(text)
    },
    step: (place) => tap(`nav li:nth-child(${place}) button`),
  }
}

/** The key of a choice, by the name of the choice and its code. */
export const keyOf = (name: string, code: string): string => `label:has(> input[name="${name}"][value="${code}"])`

/** All that was said is on the device. */
export const kept = (page: Page): Promise<void> => page.locator('main [data-kept="kept"]').waitFor()
