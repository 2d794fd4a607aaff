import type { Page } from 'playwright-core'

/** Sends the form as it is, so that every field says what it lacks. */
async function sendEmpty(page: Page): Promise<void> {
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main form [aria-invalid="true"]').first().waitFor()
}

/** Who else works on this, and who else is about to act there, each in the states that look another way. */
export const DECONFLICTION_PAGES = {
  deconfliction: [
    { state: 'with what is missing', path: '/deconfliction', as: 'analyst', arrive: sendEmpty },
    { state: 'closed to recorder', path: '/deconfliction', as: 'recorder', alike: true },
  ],
  operations: [
    { state: 'with what is missing', path: '/operations', as: 'analyst', alike: true, arrive: sendEmpty },
    { state: 'closed to recorder', path: '/operations', as: 'recorder', alike: true },
  ],
  deconfliction_desk: [
    { state: 'of the officer or of nobody', path: '/deconfliction/desk', as: 'data_steward' },
    { state: 'closed to administrator', path: '/deconfliction/desk', as: 'administrator', alike: true },
  ],
} as const
