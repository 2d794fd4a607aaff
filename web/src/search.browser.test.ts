import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, LOOKS, longTest, openStage, plainMark, type Stage, sidewaysAt320 } from './browser.fixture.ts'

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

longTest('before anything is searched the page says how to begin', async () => {
  const page = await openSearch()
  await page.getByText('Nothing has been searched').waitFor()
})

test('words find the records that state them, with what matched marked where it stands', async () => {
  const page = await openSearch()
  await search(page, 'VARD')
  const first = page.locator('article').first()
  assert.equal(await first.locator('mark').first().textContent(), 'Vard')
  assert.match((await first.locator('dl').textContent()) ?? '', /^Place/)
  await page
    .getByRole('status')
    .filter({ hasText: /^[\d,]+ records$/ })
    .first()
    .waitFor()
  assert.equal(page.url(), `${stage.address}/search`, 'what is searched for is in no address')
})

longTest('the latest event comes first, and the next page goes on behind it', async () => {
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

longTest('nothing is searched without words or before a purpose is chosen', async () => {
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

longTest('words that cannot be searched are refused at their field until they are changed', async () => {
  const page = await openSearch()
  await page.locator('input[name="words"]').fill('?!')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('there is no letter and no digit in it').waitFor()
  assert.equal(await page.locator('input[name="words"]').getAttribute('aria-invalid'), 'true')
  await page.locator('input[name="words"]').fill('Vard')
  assert.equal(await page.locator('input[name="words"]').getAttribute('aria-invalid'), null)
})

longTest('where nothing states the words, the page says what was looked at', async () => {
  const page = await openSearch()
  await page.locator('input[name="words"]').fill('Nowhereville')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('No record that you may see states Nowhereville.').waitFor()
  await page.getByText('All words must stand in one record').waitFor()
})

longTest(
  'a question that the agency asked is found by its reference, and leads to the record it rests on',
  async () => {
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
  },
)

longTest('a failure says so in one sentence with a way on, also on a later page', async () => {
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

longTest('why one looks is asked once for every desk', async () => {
  const page = await openSearch()
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('link', { name: 'Find', exact: true }).click()
  await plainMark(page).waitFor()
  assert.equal(await page.locator('select[name="purpose"]').inputValue(), 'trace')
})

longTest('an administrator is told for whom the page is', async () => {
  const page = await openSearch({ as: 'administrator' })
  await page.getByText(/Search is for these roles: /).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Search' }).count(), 0)
  await page.goto(`${stage.address}/sources`)
  await page.getByText(/Sources is for these roles: /).waitFor()
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const page = await openSearch({ locale, theme })
    await page.locator('input[name="words"]').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await search(page, 'Vard')
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    const home = await stage.open('/', { locale, theme, as: 'data_steward' })
    await home.locator('main ul').last().waitFor()
    await looksWell(home)
    await home.goto(`${stage.address}/sources`)
    await home.locator('tbody tr').first().waitFor()
    await home.locator('main button').first().click()
    await home.locator('input[name="source-name"]').waitFor()
    await looksWell(home)
    await home.locator('tbody a').first().click()
    await home.locator('select[name="purpose"]').selectOption('data_quality')
    await home.locator('main button[type="submit"]').click()
    await home.locator('tbody tr').first().waitFor()
    await looksWell(home)
  })
}

/** No text without its words, nothing for axe to mend, and nothing beyond the narrowest screen. */
async function looksWell(page: Page): Promise<void> {
  assert.ok(!/\b(home|sources)\.[a-z_]+/.test((await page.locator('main').textContent()) ?? ''))
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await sidewaysAt320(page), 0)
}

test('Home tells what waits and where, the brand leads there, and where nothing waits it says so', async () => {
  const page = await stage.open('/find', { as: 'data_steward' })
  const wait = { count: 3, more: false, record: null }
  const waits = [
    { ...wait, kind: 'imports_left' },
    { ...wait, kind: 'later' },
    { ...wait, kind: 'matching', more: true },
  ]
  await page.route('**/api/home*', (route) => route.fulfill({ json: { waits } }))
  await page.getByRole('link', { name: 'Proofmark: home' }).click()
  await page.getByText('more than 3 records still wait for it').waitFor()
  assert.equal(await page.locator('main section').first().locator('li').count(), 2, 'an unknown kind is left out')
  const left = page.locator('li').filter({ hasText: '3 imports of your agency failed or were interrupted' })
  await left.getByRole('link').click()
  await page.waitForURL('**/imports')
  waits.length = 0
  await page.getByRole('link', { name: 'Proofmark: home' }).click()
  await page.getByText('Nothing waits for you').waitFor()
  await page.unroute('**/api/home*')
  await page.getByRole('link', { name: 'Look up a mark' }).click()
  await plainMark(page).waitFor()
})

test('a source’s records are listed page by page on grounds given once, a record opens, and one comes back', async () => {
  const page = await stage.open('/sources')
  const rows = page.locator('tbody tr')
  await rows.first().waitFor()
  assert.match((await rows.first().textContent()) ?? '', /Firearms Focal Point/)
  await page.getByRole('link', { name: 'Register of civilian firearms' }).click()
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Show its records' }).click()
  await page.getByText('The first 100 records, those of the last import first').waitFor()
  await page.getByRole('button', { name: 'Show more records' }).click()
  await page.getByText(/200 records/).waitFor()
  assert.equal(
    new Set(await rows.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))).size,
    200,
  )
  const list = page.url()
  await rows.nth(150).getByRole('link').click()
  await page.getByRole('link', { name: 'Back to the source' }).click()
  await rows.nth(199).waitFor()
  assert.equal(page.url(), list)
  await page.goto(`${stage.address}/sources/0190a0b0-1111-7111-8111-0123456789ab`)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Show its records' }).click()
  await page.getByText('Try again').waitFor()
})

test('a data steward adds a source in place, what is missing is asked for, and a name that is taken is said', async () => {
  const page = await stage.open('/sources', { as: 'data_steward' })
  const name = page.locator('input[name="source-name"]')
  const add = async () => {
    await page.getByRole('button', { name: 'Add a source' }).click()
    await name.fill('Evidence room')
    await page.getByRole('button', { name: 'Add it' }).click()
  }
  await add()
  await page.getByText('No kind.').waitFor()
  assert.equal(await page.evaluate('document.activeElement.name'), 'source-kind')
  await page.locator('select[name="source-kind"]').selectOption('seizure')
  await page.locator('input[name="retention"]').fill('10')
  await page.locator('input[type="checkbox"]').check()
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByText('Evidence room was added.').waitFor()
  const row = page.locator('tbody tr').filter({ hasText: 'Evidence room' })
  assert.match((await row.textContent()) ?? '', /two people judge.*points.*10 years.*3 years/)
  await add()
  await page.locator('select[name="source-kind"]').selectOption('seizure')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.locator('input[name="source-name"][aria-invalid]').waitFor()
})

test('no request left the address, and nothing failed on the way but what was cut or refused', () => {
  // The browser itself reports both.
  const expected = /ERR_FAILED|status of (404|409|422)/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
