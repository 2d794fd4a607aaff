import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, LOOKS, openStage, plainMark, type Stage, sidewaysAt320 } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

/** Searches and waits for what comes of it. */
async function search(page: Page, words: string): Promise<void> {
  await page.locator('input[name="words"]').fill(words)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('input[name="words"]').press('Enter')
  await page.locator('article').first().waitFor()
}

const openSearch = (look: Parameters<Stage['open']>[1] = {}) => stage.open('/search', look)

test('before anything is searched the page says how to begin', async () => {
  const page = await openSearch()
  await page.getByText('Nothing has been searched').waitFor()
})

test('words find the records that state them, with what matched marked where it stands', async () => {
  const page = await openSearch()
  await search(page, 'VARD')
  const first = page.locator('article').first()
  assert.equal(await first.locator('mark').first().textContent(), 'Vard')
  assert.match((await first.locator('dl').textContent()) ?? '', /^Place/)
  assert.match((await page.getByRole('status').first().textContent()) ?? '', /^[\d,]+ records$/)
  assert.equal(page.url(), `${stage.address}/search`, 'what is searched for is in no address')
})

test('the latest event comes first, and the next page goes on behind it', async () => {
  const page = await openSearch()
  await search(page, 'vard')
  const sent: { readonly after?: string }[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/search')) sent.push(request.postDataJSON())
  })
  await page.getByText(/^20 of [\d,]+ shown, the latest event first$/).waitFor()
  await page.getByRole('button', { name: 'Show more records' }).click()
  await page.getByText(/^40 of/).waitFor()
  const days = await page
    .locator('article > p:first-child')
    .evaluateAll((all) => all.map((line) => Date.parse(`${(line.firstChild?.textContent ?? '').trim()} UTC`)))
  assert.equal(days.length, 40)
  assert.deepEqual(
    days,
    days.toSorted((a, b) => b - a),
  )
  assert.ok(sent[0]?.after)
})

test('a hit opens its record on the same grounds, and going back loses nothing', async () => {
  const page = await openSearch()
  await search(page, 'Kessin')
  await page.locator('article h3 a').first().click()
  await page.getByRole('table').waitFor()
  assert.match(new URL(page.url()).pathname, /^\/records\/[0-9a-f-]{36}$/)
  await page.goBack()
  await page.locator('article').first().waitFor()
  assert.equal(await page.locator('input[name="words"]').inputValue(), 'Kessin')
})

test('nothing is searched without words or before a purpose is chosen', async () => {
  const page = await openSearch()
  const focused = 'document.activeElement.name'
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('No words.').waitFor()
  assert.equal(await page.evaluate(focused), 'words')
  await page.keyboard.type('Vard')
  await page.keyboard.press('Enter')
  await page.getByText('No purpose.').waitFor()
  assert.equal(await page.evaluate(focused), 'purpose')
  assert.equal(await page.locator('article').count(), 0)
})

test('words that cannot be searched are refused at their field until they are changed', async () => {
  const page = await openSearch()
  await page.locator('input[name="words"]').fill('?!')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('there is no letter and no digit in it').waitFor()
  assert.equal(await page.locator('input[name="words"]').getAttribute('aria-invalid'), 'true')
  await page.locator('input[name="words"]').fill('Vard')
  assert.equal(await page.locator('input[name="words"]').getAttribute('aria-invalid'), null)
})

test('where nothing states the words, the page says what was looked at', async () => {
  const page = await openSearch()
  await page.locator('input[name="words"]').fill('Nowhereville')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('No record that you may see states Nowhereville.').waitFor()
  await page.getByText('All words must stand in one record').waitFor()
})

test('a question that the agency asked is found by its reference, and leads to the record it rests on', async () => {
  const page = await openSearch()
  await page.route('**/api/search', async (route) => {
    const answer = await route.fetch()
    const found = await answer.json()
    const [record] = found.results
    const question = {
      kind: 'question',
      question: record.record,
      record: record.record,
      reference: 'FFP 44/26',
      basis: 'firearms_act',
      askedBy: 'Ilse Moravan',
      askedAt: '2026-05-01T10:00:00.000Z',
      matched: [
        { field: 'reference', parts: [{ text: 'FFP 44/26', matched: true }], cut: { before: false, behind: false } },
      ],
    }
    const later = { kind: 'case', number: 1 }
    const results = [question, later, ...found.results]
    await route.fulfill({ json: { ...found, totals: { ...found.totals, question: 1 }, results } })
  })
  await search(page, 'Vard')
  await page.getByText('One question that your agency asked').waitFor()
  assert.equal(await page.locator('article').count(), 21, 'a kind that is not known is left out')
  await page.getByRole('link', { name: 'The record that it rests on' }).click()
  await page.getByRole('table').waitFor()
})

test('a failure says so in one sentence with a way on, also on a later page', async () => {
  const page = await openSearch()
  await search(page, 'Vard')
  await page.route('**/api/search', (route) => route.abort('failed'))
  await page.getByRole('button', { name: 'Show more records' }).click()
  await page.getByText('The server did not answer.').waitFor()
  assert.equal(await page.locator('article').count(), 20)
  await page.unroute('**/api/search')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText(/^40 of/).waitFor()
})

test('why one looks is asked once for every desk', async () => {
  const page = await openSearch()
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('link', { name: 'Find', exact: true }).click()
  await plainMark(page).waitFor()
  assert.equal(await page.locator('select[name="purpose"]').inputValue(), 'trace')
})

test('an administrator is told for whom the page is', async () => {
  const page = await stage.open('/search', { as: 'administrator' })
  await page.getByText(/Search is for these roles: /).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Search' }).count(), 0)
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const page = await openSearch({ locale, theme })
    await page.locator('input[name="words"]').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await search(page, 'Vard')
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  })
}

test('no request left the address, and nothing failed on the way but what was cut or refused', () => {
  // The browser itself reports both.
  const expected = /ERR_FAILED|status of 422/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
