import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { find, openStage, type Stage } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

test('a firearm’s page becomes a request, leaves by another channel, is answered by hand, and the finding moves', async () => {
  const page = await stage.open('/find')
  await find(page)
  await page.locator('main a[href^="/firearms/"]').first().click()
  await page.getByRole('button', { name: 'Request a trace' }).click()
  await page.waitForURL(/\/traces\/[0-9a-f-]{36}$/)
  const main = page.locator('main')

  // The form is filled as far as the records go; what is missing leads to its field.
  const make = await main.locator('input[name="make"]').inputValue()
  assert.notEqual(make, '')
  await main.getByRole('button', { name: 'The importer of a foreign firearm' }).click()
  assert.equal(await page.evaluate('document.activeElement.name'), 'importer')
  await main.locator('textarea[name="legalJustification"]').fill('Held without a permit.')
  await main.locator('input[name="illicitGrounds"][value="national_law"]').check()
  await main.locator('select[name="recovery"]').selectOption('seized')
  await main.locator('textarea[name="summary"]').fill('Under the floor of a van.')
  await main.locator('input[name="toCountry"]').fill('XB')
  await main.locator('select[name="role"]').selectOption('last_import')
  await main.locator('select[name="channel"]').selectOption('siena')
  await main.locator('input[name="partner"]').fill('XB')
  if ((await main.locator('input[name="madeIn"]').inputValue()) === '')
    await main.locator('input[name="madeInUnknown"]').fill('No mark tells it.')
  await main.locator('select[name="priority"]').selectOption('urgent')
  await main.getByText('Nothing is urgent without a reason.').waitFor()
  await main.locator('textarea[name="urgentBecause"]').fill('The trial opens on Monday.')
  await main.getByText('Saved.', { exact: true }).waitFor()

  // What was typed is kept.
  await page.reload()
  assert.equal(await main.locator('textarea[name="summary"]').inputValue(), 'Under the floor of a van.')
  assert.equal(await main.locator('select[name="priority"]').inputValue(), 'urgent')

  await main.getByRole('button', { name: 'Send', exact: true }).click()
  // Another desk asked about the same firearm already: sent all the same, it says why.
  await main.getByRole('button', { name: 'Say that it left' }).click()
  await main.getByText('Say in a sentence why the same is asked again.').waitFor()
  await main.locator('textarea[name="despite"]').fill('The first reply named no importer.')
  await main.getByRole('button', { name: 'Say that it left' }).click()
  await main.locator('p', { hasText: /^sent$/ }).waitFor()
  assert.equal(await main.getByRole('row', { name: /answer due/ }).count(), 1)

  await main.getByRole('button', { name: 'Take in a reply' }).click()
  await main.getByRole('button', { name: 'Take it in' }).click()
  await main.getByText('Choose of which kind the reply is.').waitFor()
  await main.locator('select[name="replyKind"]').selectOption('full')
  await main.locator('select[name="outcome"]').selectOption('stolen_reported')
  await main.getByRole('button', { name: 'Add a link' }).click()
  await main.locator('input[name="linkName"]').fill('Vard Works')
  await main.locator('input[name="linkCountry"]').fill('XB')
  await main.locator('input[name="linkFrom"]').fill('2001-02-03')
  await main.locator('select[name="diversion"]').selectOption('theft-dealer')
  await main.locator('input[name="diversionFrom"]').fill('2005-01-01')
  await main.locator('input[name="diversionTo"]').fill('2005-03-10')
  await main.locator('input[name="replierAgency"]').fill('Arms registry of XB')
  await main.locator('input[name="originator"]').fill('Arms registry of XB')
  await main.getByRole('button', { name: 'Take it in' }).click()

  // The chain is drawn, what it moved stands beside, and the records that were made of it are at hand.
  await main.locator('figure li', { hasText: 'Vard Works' }).waitFor()
  await main.locator('figure li', { hasText: 'theft from a dealer or maker' }).waitFor()
  await main.getByRole('heading', { name: 'What the answer moved' }).waitFor()
  await main.getByRole('heading', { name: 'when answered' }).waitFor()
  assert.equal(await main.getByText('No answer has been judged yet.').count(), 0)
  assert.ok((await main.locator('article a[href^="/records/"]').count()) > 0)

  // The request is at hand as a document, for a channel that no software reaches.
  await main.locator('select[name="documentForm"]').selectOption('json')
  const download = page.waitForEvent('download')
  await main.getByRole('button', { name: 'Take the document' }).click()
  assert.match((await download).suggestedFilename(), /^trace-[0-9a-f]{8}-request\.json$/)
  await main.getByText('Taken; it stands in the log.').waitFor()
  assert.deepEqual(
    stage.trouble.filter((each) => !each.startsWith('console')),
    [],
  )
})
