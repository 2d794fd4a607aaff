import type { Page } from 'playwright-core'
import { makeLock } from './field.fixture.ts'

const NOBODY = '00000000-0000-4000-8000-00000000000a'

/** Recording in the field, recoveries and exhibits, each in the states that look another way. */
export const RECOVERY_PAGES = {
  field: [
    {
      state: 'before a lock is made',
      path: '/field',
      as: 'recorder',
      arrive: (page: Page) => page.locator('main form').waitFor(),
    },
    {
      state: 'with an item under way',
      path: '/field',
      as: 'recorder',
      arrive: async (page: Page) => {
        await makeLock(page)
        await page.locator('main button[name="begin"]').click()
        await page.locator('main nav button').nth(2).click()
        await page.locator('main button[name="add firearm"]').click()
        await page.locator('main input[name="serial"]').fill('ZQX70041')
      },
    },
  ],
  recoveries: [
    { state: 'whole', path: '/recoveries', as: 'recorder' },
    { state: 'closed to administrator', path: '/recoveries', as: 'administrator', alike: true },
  ],
  recovery: [{ state: 'that is none', path: `/recoveries/${NOBODY}`, as: 'recorder', alike: true }],
  exhibit: [
    { state: 'that is none', path: `/exhibits/${NOBODY}`, as: 'recorder', alike: true },
    { state: 'closed to analyst', path: `/exhibits/${NOBODY}`, as: 'analyst', alike: true },
  ],
} as const
