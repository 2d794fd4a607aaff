import type { Page } from 'playwright-core'

const NOBODY = '00000000-0000-4000-8000-00000000000b'

/** Goes to the first of the cases that the person was let into. */
async function showCase(page: Page): Promise<void> {
  await page.locator('main table a[href^="/cases/"]').first().click()
  await page.locator('main dl').first().waitFor()
}

/** The desk of cases, in the states that look another way. */
export const CASE_PAGES = {
  cases: [
    { state: 'of an investigator', path: '/cases', as: 'investigator' },
    { state: 'of a data steward', path: '/cases', as: 'data_steward', alike: true },
    { state: 'closed to administrator', path: '/cases', as: 'administrator', alike: true },
  ],
  case: [
    { state: 'whole', path: '/cases', as: 'investigator', arrive: showCase },
    { state: 'that is none', path: `/cases/${NOBODY}`, as: 'investigator', alike: true },
    { state: 'closed to administrator', path: `/cases/${NOBODY}`, as: 'administrator', alike: true },
  ],
} as const
