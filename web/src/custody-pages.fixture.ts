import type { Page } from 'playwright-core'
import { makeLock } from './field.fixture.ts'

const NOBODY = '00000000-0000-4000-8000-00000000000a'

/** Goes to the page of the thing that was recorded last. */
async function showThing(page: Page): Promise<void> {
  await page.locator('main table a[href^="/things/"]').first().click()
  await page.locator('main table').first().waitFor()
}

/** Goes to the weapon that joins two scenes, and opens the form of a comparison. */
async function showWeapon(page: Page): Promise<void> {
  await page.locator('main section:nth-of-type(2) table a[href^="/ballistics/"]').first().click()
  await page.locator('main section ul li button').first().waitFor()
}

/** Goes to the recovery that was saved first. */
async function showRecovery(page: Page): Promise<void> {
  await page.locator('main table tbody tr:last-child a').click()
  await page.locator('main ol li a[href^="/exhibits/"]').first().waitFor()
}

/** Goes to the exhibit that waits to be accepted. */
async function showOffered(page: Page): Promise<void> {
  await page.locator('main table a').first().click()
  await page.locator('main button[name="accept"]').waitFor()
}

/** Opens a place that holds something. */
async function showPlace(page: Page): Promise<void> {
  await page.locator('main table a[href^="/storage#"]').nth(1).click()
  await page.locator('main button[name="take stock"]').waitFor()
  await page.locator('main table a[href^="/exhibits/"]').first().waitFor()
}

/** Begins to take stock of it, and scans what is none of its labels. */
async function takeStock(page: Page): Promise<void> {
  await showPlace(page)
  await page.locator('main button[name="take stock"]').click()
  await page.locator('main input[name="label"]').fill('tin of tea')
  await page.keyboard.press('Enter')
  await page.locator('main [data-finding="unexpected"]').first().waitFor()
}

/** Goes to the stock-taking that was closed first. */
async function showReport(page: Page): Promise<void> {
  await page.locator('main table tbody tr:last-child a[href^="/storage/"]').click()
  await page.locator('main button[name="table"]').waitFor()
}

/** Goes to the campaign that one manager signed. */
async function showCampaign(page: Page): Promise<void> {
  await page.locator('main table a[href^="/campaigns/"]').first().click()
  await page.locator('main dl').waitFor()
}

/** Recording in the field, recoveries, exhibits and ballistic results, each in the states that look another way. */
export const CUSTODY_PAGES = {
  things: [
    { state: 'of the tracing officer', path: '/things', as: 'trace_officer' },
    { state: 'of an analyst', path: '/things', as: 'analyst', alike: true },
    { state: 'closed to recorder', path: '/things', as: 'recorder', alike: true },
  ],
  thing: [
    { state: 'with what is said of it', path: '/things', as: 'trace_officer', arrive: showThing },
    { state: 'that is none', path: `/things/${NOBODY}`, as: 'trace_officer', alike: true },
  ],
  ballistics: [
    {
      state: 'with referrals',
      path: '/ballistics',
      arrive: (page: Page) => page.locator('main table').nth(1).waitFor(),
    },
    {
      state: 'of an examiner',
      path: '/ballistics',
      as: 'ballistic_examiner',
      arrive: (page: Page) => page.locator('main input[type="file"]').waitFor({ state: 'attached' }),
    },
    { state: 'closed to recorder', path: '/ballistics', as: 'recorder', alike: true },
  ],
  weapon: [
    { state: 'that two persons confirmed', path: '/ballistics', as: 'ballistic_examiner', arrive: showWeapon },
    { state: 'that is none', path: `/ballistics/${NOBODY}`, alike: true },
    { state: 'closed to recorder', path: `/ballistics/${NOBODY}`, as: 'recorder', alike: true },
  ],
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
  recovery: [
    { state: 'with its exhibits', path: '/recoveries', as: 'recorder', arrive: showRecovery },
    { state: 'that is none', path: `/recoveries/${NOBODY}`, as: 'recorder', alike: true },
  ],
  exhibits: [
    {
      state: 'in custody',
      path: '/exhibits',
      as: 'exhibit_manager',
      arrive: (page: Page) => page.locator('main table a').first().waitFor(),
    },
    { state: 'closed to analyst', path: '/exhibits', as: 'analyst', alike: true },
  ],
  storage: [
    { state: 'with what lies in a place', path: '/storage', as: 'exhibit_manager', arrive: showPlace },
    { state: 'of a recorder', path: '/storage', as: 'recorder', alike: true },
    { state: 'closed to analyst', path: '/storage', as: 'analyst', alike: true },
  ],
  stocktake: [
    { state: 'while it is open', path: '/storage', as: 'exhibit_manager', arrive: takeStock },
    { state: 'that was closed', path: '/storage', as: 'exhibit_manager', alike: true, arrive: showReport },
    { state: 'that is none', path: `/storage/${NOBODY}`, as: 'recorder', alike: true },
    { state: 'closed to analyst', path: `/storage/${NOBODY}`, as: 'analyst', alike: true },
  ],
  campaigns: [
    {
      state: 'with one to open',
      path: '/campaigns',
      as: 'exhibit_manager',
      arrive: (page: Page) => page.locator('main input[type="checkbox"]').first().waitFor(),
    },
    { state: 'closed to analyst', path: '/campaigns', as: 'analyst', alike: true },
  ],
  campaign: [
    { state: 'that waits for a second signature', path: '/campaigns', as: 'exhibit_manager', arrive: showCampaign },
    { state: 'that is none', path: `/campaigns/${NOBODY}`, as: 'exhibit_manager', alike: true },
    { state: 'closed to analyst', path: `/campaigns/${NOBODY}`, as: 'analyst', alike: true },
  ],
  held: [
    { state: 'with nothing held', path: '/held', as: 'trace_officer', alike: true },
    { state: 'closed to administrator', path: '/held', as: 'administrator', alike: true },
  ],
  exhibit: [
    { state: 'that is offered', path: '/exhibits#offered', as: 'exhibit_manager', alike: true, arrive: showOffered },
    { state: 'that is none', path: `/exhibits/${NOBODY}`, as: 'recorder', alike: true },
    { state: 'closed to analyst', path: `/exhibits/${NOBODY}`, as: 'analyst', alike: true },
  ],
} as const
