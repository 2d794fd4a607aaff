import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openStage, plainMark, type Stage } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

test('a message that needs a person is tried again, given up with its reason, and its history says who did it', async () => {
  const page = await stage.open('/exchange')
  await page.locator('main a[href*="state=dead"]').click()
  const stuck = page.locator('main section').first().locator('article')
  await stuck.getByRole('button', { name: 'Give up' }).click()
  await stuck.locator('form button').click()
  await stuck.locator('[aria-invalid]').waitFor()
  await stuck.locator('input[name="why"]').fill('They asked by telephone.')
  await stuck.locator('form button').click()
  await page.getByText('Nothing: every message goes its way by itself.').waitFor()
  await page.locator('main select[name="state"]').selectOption('given_up')
  assert.match(page.url(), /#box=out&partner=XB&state=given_up$/)
  const given = page.locator('main article').first()
  await given.getByRole('button', { name: 'What became of it' }).click()
  await given.locator('table').getByText('Ilse Moravan').waitFor()
  await given.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('No message of this kind.').waitFor()
})

test('a file that no partner made for this node is refused in words where no process holds the keys', async () => {
  const page = await stage.open('/exchange/messages')
  const buffer = Buffer.from('no envelope')
  await page
    .locator('main input[name="envelope"]')
    .setInputFiles({ name: 'a.envelope', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('alert').getByText('exchange_not_running').waitFor()
})

test('a question says beforehand what it costs, and what was asked about stands in no address', async () => {
  const page = await stage.open('/exchange/known')
  await page.locator('main select[name="partner"] option[value="XB"]').waitFor({ state: 'attached' })
  await plainMark(page).fill('TKR10482')
  await page.locator('main select[name="partner"]').selectOption('XB')
  await page.locator('main input[name="make"]').fill('Taurus')
  await page.getByText('takes 8 evaluations').waitFor()
  await page.locator('main select[name="basis"]').selectOption('firearms_protocol')
  await page.locator('main input[name="asking-reference"]').fill('FFP 24/018')
  await page.locator('main form button[type="submit"]').first().click()
  await page.getByRole('heading', { name: 'Nothing is known' }).waitFor()
  assert.doesNotMatch(page.url(), /TKR/)
  assert.equal(await page.evaluate(() => JSON.stringify(history.state)?.includes('TKR') ?? false), false)
  await page.getByRole('button', { name: 'Look again' }).click()
  await page.locator('main table').first().getByText('FFP 24/018').waitFor()
})
