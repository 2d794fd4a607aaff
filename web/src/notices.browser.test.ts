import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { StoryTruth } from '@proofmark/server/demonstration/stories/truth'
import type { Page } from 'playwright-core'
import { answer, ask, focused, row, send } from './asking.fixture.ts'
import { axeFindings, LOOKS, longTest, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'

let stage: Stage
/** Pages of two agencies, from which what the others see is sent: the Focal Point's and the customs'. */
let focal: Page
let customs: Page
before(async () => {
  stage = await openStage()
  focal = await stage.open('/questions')
  customs = await stage.open('/find', { as: 'analyst' })
})
after(() => stage?.stop())

test('the frame counts the notices that are new on this device, until their page is opened', async () => {
  for (const reference of ['C-7', 'C-12']) await ask(customs, { reference })
  const page = await stage.open('/find')
  const link = page.getByRole('link', { name: 'Notices' })
  await link.getByText(/^\d+ new$/).waitFor()
  const count = Number.parseInt((await link.locator('span').textContent()) ?? '', 10)
  await link.click()
  await page.getByText(`${count} new since this page was last opened on this device`).waitFor()
  assert.equal(await page.getByText('new', { exact: true }).count(), count)
  await link.locator('span').waitFor({ state: 'detached' })
  await ask(customs, { reference: 'C-8' })
  await page.reload()
  await page.getByText('one new since this page').waitFor()
  await page.goto('/find')
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  assert.equal(await link.locator('span').count(), 0)
})

longTest('a notice of a question leads to it, and one of an answer to what was asked', async () => {
  await ask(customs, { reference: 'C-13' })
  await answer(customs, await ask(focal, { reference: 'F-2' }), 'known')
  const page = await stage.open('/notices')
  const notice = (text: RegExp) => page.locator('article').filter({ hasText: text }).first()
  await notice(/Customs Service asks your desk .* C-13\./)
    .getByRole('link', { name: 'Go to the question' })
    .click()
  await row(page, 'C-13').waitFor()
  assert.ok(await row(page, 'C-13').evaluate((node) => node === document.activeElement))
  await page.goBack()
  await notice(/Customs Service answered .* F-2\./)
    .getByRole('link', { name: 'Read the answer' })
    .click()
  assert.ok(await row(page, 'F-2').evaluate((node) => node === document.activeElement))
})

/** A notice that no part of the demonstration brings about. */
const silent = (handle: string) => ({
  id: randomUUID(),
  kind: 'silent_match',
  at: '2026-05-01T10:00:00.000Z',
  asker: 'Customs Service',
  reference: 'C-9',
  handle,
  question: null,
  answerer: null,
  release: null,
})

longTest('a pointer’s handle is copied, and where the browser copies nothing it is selected', async () => {
  const handle = randomUUID()
  const page = await stage.open('/find')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route('**/api/notices', (route) =>
    route.fulfill({ json: { notices: [silent(handle), { ...silent(handle), id: 'other', kind: 'pointer_given' }] } }),
  )
  await page.route('**/api/notices/count*', (route) => route.fulfill({ json: { count: 2 } }))
  await page.reload()
  await page.getByRole('link', { name: 'Notices 2 new' }).waitFor()
  await page.getByRole('link', { name: 'Notices' }).click()
  await page.getByText('They were shown nothing and do not know this handle.').waitFor()
  const given = page.locator('article').filter({ hasText: 'was pointed to a record' })
  await given.getByRole('button', { name: 'Copy the handle' }).click()
  await given.getByText('Copied.').waitFor()
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), handle)
  await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })')
  await given.getByRole('button', { name: 'Copy the handle' }).click()
  await given.getByText('Selected; copy it with the keyboard.').waitFor()
  assert.equal(await page.evaluate('getSelection().toString()'), handle)
})

/** A firearm that stands in a source of the customs as well. */
const KNOWN = { serial: 'TKR1048', make: 'Taurus', model: 'PT 92', calibre: '9x19mm', type: 'pistol' }

longTest('an agency that is pointed to a record leaves a notice with its owner', async () => {
  const recorder = await stage.open('/find', { as: 'recorder' })
  const { status, answer: entered } = await send(recorder, 'POST', '/api/records', {
    source: 'Police seizures',
    event: 'seizure',
    entry: randomUUID(),
    stated: { ...KNOWN, date: '2024', place: 'Vard', ref: 'P-1', reason: 'seized' },
  })
  assert.equal(status, 200, JSON.stringify(entered))
  const asked = await send(focal, 'POST', '/api/pointers', {
    record: entered.record,
    reference: 'P-1',
    basis: 'firearms_act',
  })
  assert.equal(asked.status, 200)
  const page = await stage.open('/notices', { as: 'analyst' })
  await page
    .getByText('Firearms Focal Point was pointed to a record that your agency keeps, under reference P-1.')
    .waitFor()
})

longTest('without notices the page says what brings one, and to whoever may see none for whom it is', async () => {
  const page = await stage.open('/notices', { as: 'data_steward' })
  await page.route('**/api/notices', (route) => route.fulfill({ json: { notices: [] } }))
  await page.reload()
  await page.getByText('A notice comes when another agency asks your desk').waitFor()
  const administrator = await stage.open('/notices', { as: 'administrator' })
  await administrator.getByText(/Notices is for these roles: /).waitFor()
  assert.equal(await administrator.getByRole('link', { name: 'Notices' }).count(), 0)
})

test('a steward releases a record and takes it back, and who receives it is told and reads the conditions', async () => {
  const steward = await stage.open('/find', { as: 'data_steward' })
  const grounds = { purpose: 'data_quality' }
  const found = await send(steward, 'POST', '/api/find', { serial: KNOWN.serial, grounds, limit: 50 })
  const candidates = found.answer.candidates as readonly { readonly record: string; readonly own: boolean }[]
  const record = candidates.find(({ own }) => own)?.record
  assert.ok(record, JSON.stringify(found.answer))
  const openRecord = async (page: Page) => {
    await page.goto(`/records/${record}`)
    await page.locator('select[name="purpose"]').selectOption('data_quality')
    await page.locator('main form button[type="submit"]').click()
  }
  await openRecord(steward)
  await steward.getByText('No other agency sees this record by a release.').waitFor()
  await steward.getByRole('button', { name: 'Release to another agency' }).click()
  await steward.getByRole('button', { name: 'Release', exact: true }).click()
  await steward.getByText('Which agency?').waitFor()
  await steward.getByText('Until which day?').waitFor()
  await steward.locator('select[name="release-to"]').selectOption({ label: 'Firearms Focal Point' })
  await steward.locator('input[name="release-until"]').fill(`${new Date().getUTCFullYear() + 1}-01-31`)
  await steward.getByLabel('not to be passed on without permission').check()
  await steward.locator('input[name="release-note"]').fill('ring us first')
  await steward.locator('input[name="release-reference"]').fill('R-1')
  assert.deepEqual(await axeFindings(steward), [])
  await steward.getByRole('button', { name: 'Release', exact: true }).click()
  await steward.getByText('Released to Firearms Focal Point.').waitFor()

  const reader = await stage.open('/notices')
  const notice = reader.locator('article').filter({ hasText: /released records to your agency, under reference R-1/ })
  await notice.first().getByRole('link').first().click()
  await reader.locator('select[name="purpose"]').selectOption('trace')
  await reader.locator('main form button[type="submit"]').click()
  await reader.getByText('Conditions: not to be passed on without permission.').waitFor()
  await reader.getByText('ring us first').waitFor()
  assert.deepEqual(await axeFindings(reader), [])
  assert.equal(await reader.getByRole('button', { name: 'Release to another agency' }).count(), 0)

  await steward.getByRole('button', { name: 'Withdraw' }).click()
  await steward.getByText('Withdrawn: Firearms Focal Point sees nothing of it any more.').waitFor()
  await steward.getByRole('button', { name: 'Release it again' }).click()
  await steward.getByText('Released to Firearms Focal Point.').waitFor()
  await steward.getByRole('button', { name: 'Withdraw' }).click()
  await steward.getByText('No other agency sees this record by a release.').waitFor()
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const page = await stage.open('/notices', { locale, theme })
    await page.locator('article').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  })
}

/** The record of a key, found by the number of its firearm; waits until the life that it is of has so many events. */
async function recordWithLife(page: Page, serial: string, key: string, events: number): Promise<string> {
  const grounds = { purpose: 'trace' }
  const found = await send(page, 'POST', '/api/find', { serial, grounds })
  const candidates = found.answer.candidates as readonly { readonly record: string; readonly key: string }[]
  const { record } = candidates.find((candidate) => candidate.key === key)!
  for (;;) {
    const { answer } = await send(page, 'POST', '/api/lives/show', { record, grounds })
    if ((answer.events as readonly unknown[]).length >= events) return record
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Of the planted stories: out of the police's custody, and destroyed on record and seized. */
const truth: StoryTruth = JSON.parse(
  await readFile(new URL('../../server/src/demonstration/stories/truth.json', import.meta.url), 'utf8'),
)
const planted = (story: string) => truth.firearms.find((each) => each.story === story)!

test('what speaks against a custodian is on no reader’s page, and on that of the officer who oversees it', async () => {
  const { firearm, records } = planted('custody leak')
  const record = await recordWithLife(focal, firearm!.serial, records.at(-1)!.key, records.length)
  const reader = await stage.open(`/firearms/${record}`)
  await reader.locator('select[name="purpose"]').selectOption('trace')
  await reader.locator('form button[type="submit"]').first().click()
  await reader.getByRole('heading', { name: 'Findings' }).waitFor()
  assert.doesNotMatch(
    (await reader.locator('main').textContent()) ?? '',
    /recovered_again|leak from custody|oversight/i,
  )

  const officer = await stage.open('/notices', { as: 'analyst' })
  // The latest; another waits since the nation was made.
  await officer.getByText('A finding speaks against the custody of Firearms Focal Point').first().waitFor()
  await officer.getByRole('link', { name: 'Read the finding' }).first().click()
  const finding = officer.locator('article').filter({ hasText: '2019' })
  await finding.getByText('2 records that you may not see: ask Firearms Focal Point, Tracing desk').waitFor()
  await finding.getByText('30 days').waitFor()
  for (const look of LOOKS) {
    const page = await stage.open('/oversight', { ...look, as: 'analyst' })
    await page.locator('article').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  }

  await finding.locator('textarea').focus()
  await officer.keyboard.type('No release is in the book.')
  await officer.keyboard.press('Tab')
  await officer.keyboard.press('Enter')
  await finding.getByText(/^Passed on .* by Jorun Aske\.$/).waitFor()
  assert.match(String(await officer.evaluate(focused)), /^Passed on/)
  await reader.reload()
  await reader.locator('select[name="purpose"]').selectOption('trace')
  await reader.locator('form button[type="submit"]').first().click()
  await reader.getByText('From the oversight of Firearms Focal Point: No release is in the book.').waitFor()
})

longTest(
  'an officer who may see the records sees the finding on the firearm at once; others have no such page',
  async () => {
    const { firearm, records } = planted('destroyed on record yet seen again')
    const record = await recordWithLife(focal, firearm!.serial, records.at(-1)!.key, records.length)
    const page = await stage.open(`/firearms/${record}`)
    await page.locator('select[name="purpose"]').selectOption('trace')
    await page.locator('form button[type="submit"]').first().click()
    await page.getByText('Nobody but those who oversee Court Exhibit Store sees this before').waitFor()
    const steward = await stage.open('/find', { as: 'data_steward' })
    await steward.getByRole('link', { name: 'Vocabulary' }).waitFor()
    assert.equal(await steward.getByRole('link', { name: 'Oversight' }).count(), 0)
  },
)

test('no request left the address, and nothing failed on the way but what was cut or refused', () => {
  // The browser itself reports both.
  const expected = /ERR_FAILED|status of 409/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})

test('whoever is met is told on whatever page is open, once for each that comes, and led to where it stands', async () => {
  for (const look of [
    { locale: 'en', theme: 'light' },
    { locale: 'ar', theme: 'dark' },
  ] as const) {
    const page = await stage.open('/', { ...look, as: 'investigator' })
    // What the server counts is made here: nobody plans anew in the demonstration while a test looks.
    let counts = { deconfliction: 3, operations_met: 1 }
    await page.route('**/api/home?only=*', (route) =>
      route.fulfill({
        json: { waits: Object.entries(counts).map(([kind, count]) => ({ kind, count, more: false, record: null })) },
      }),
    )
    await page.clock.install()
    await page.goto('/find')
    const news = page.locator('main [role="status"]').filter({ has: page.getByRole('button') })
    const counted = () => page.waitForResponse('**/api/home?only=*')
    const lookAgain = async (milliseconds: number) => {
      const answered = counted()
      await page.clock.runFor(milliseconds)
      await (await answered).finished()
    }
    await page.locator('main fieldset').first().waitFor()
    await lookAgain(5_000)
    assert.equal(await news.count(), 0, 'what was there before is told by Home')
    // One was settled, and another came: as many as before, and news all the same.
    counts = { deconfliction: 2, operations_met: 1 }
    await lookAgain(40_000)
    counts = { deconfliction: 3, operations_met: 2 }
    await lookAgain(40_000)
    await news.waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    await news.getByRole('button').click()
    await page.waitForURL('**/operations')
    await page.locator('main nav + div form').waitFor()
    await news.getByRole('button').click()
    await page.waitForURL('**/deconfliction')
    await news.waitFor({ state: 'detached' })
  }
  assert.deepEqual(stage.trouble, [])
})
