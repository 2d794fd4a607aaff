import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Route } from 'playwright-core'
import { find, longTest, markField, openStage, plainMark, type Stage, typeMark, WORN_MARK } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

const SEND = 'Send the description to the desks'
const focused =
  'document.activeElement.getAttribute("aria-label") ?? (document.activeElement.name || document.activeElement.textContent)'

test('a worn mark is typed, corrected and looked for by keyboard alone', async () => {
  const page = await stage.open('/find')
  await markField(page).waitFor()
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(focused), 'A list of marks')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(focused), '1, next character')
  await page.keyboard.type('TKX1O4[8B]')
  assert.equal(await plainMark(page).inputValue(), 'TKX1O4[8B]')
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', '?']) await page.keyboard.press(key)
  assert.equal(await plainMark(page).inputValue(), WORN_MARK)
  assert.equal(await page.evaluate(focused), '4 of 7, 1')
  // One tab stop for all the cells, then the plain input, what else is known, what may be added, and why.
  const stops: unknown[] = []
  for (let stop = 0; stop < 9; stop++) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(focused))
  }
  assert.deepEqual(stops, ['serial', 'make', 'model', 'calibre', 'type', 'country', 'year', 'place', 'purpose'])
  await page.keyboard.type('Trace')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('article').first().waitFor()
  assert.notEqual(await page.getByRole('img', { name: /Record: T, K, R, 1, [0O], 4, 8\./ }).count(), 0)
})

longTest('each change of the mark is announced', async () => {
  const page = await stage.open('/find')
  const said = markField(page).locator('xpath=..').getByRole('status')
  await typeMark(page, 'TK?')
  assert.equal(await said.textContent(), '3 of 3, one lost character')
  await page.keyboard.press('Backspace')
  assert.equal(await said.textContent(), 'Removed, 2 characters left')
  await typeMark(page, 'O')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Alt+d')
  assert.equal(await said.textContent(), '1 of 2, O doubtful, may be 0, Q, D')
})

longTest('a pasted pattern and the plain input both make the same cells', async () => {
  const page = await stage.open('/find')
  await markField(page).locator('input').first().focus()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, WORN_MARK)
  const pasted = await markField(page).getAttribute('aria-label')
  assert.equal(pasted, 'Mark: T, K, one lost character, 1, O, 4, 8 or B')
  await plainMark(page).fill('')
  await plainMark(page).fill(WORN_MARK)
  assert.equal(await markField(page).getAttribute('aria-label'), pasted)
})

longTest('nothing is looked for before a purpose is chosen', async () => {
  const page = await stage.open('/find')
  await typeMark(page, 'TKR1048')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(focused), 'purpose')
  assert.equal(await page.locator('select[name="purpose"]').getAttribute('aria-invalid'), 'true')
  assert.equal(await page.locator('article').count(), 0)
})

test('results come with their evidence, in bits that add up and in words', async () => {
  const page = await stage.open('/find')
  await find(page)
  const first = page.locator('article').first()
  const bits = await first
    .locator('ol > li')
    .evaluateAll((lines) =>
      lines.map((line) =>
        Number(/[+−]?\d+(?:\.\d)?(?=\s|$)/.exec(line.querySelector('bdi')?.textContent ?? '')?.[0].replace('−', '-')),
      ),
    )
  const sum = bits.pop() ?? Number.NaN
  const total = bits.reduce((before, line) => before + line, 0)
  assert.ok(Math.abs(total - sum) < 0.06 * bits.length, `${bits.join(' ')} do not add up to ${sum}`)
  assert.match((await first.locator('li').first().textContent()) ?? '', /^Start−/)
  assert.match(
    (await first.getByRole('img').first().getAttribute('aria-label')) ?? '',
    /^Query: T, K, one lost character.*Record: .*Bits by position: \+3\.0; /,
  )
})

const figureIn = (text: string | null) => Number(/[+−]?\d+(\.\d)?$/.exec(text ?? '')?.[0].replace('−', '-'))

longTest('each position of the mark is worth so many bits, and with the whole they are those of the mark', async () => {
  const page = await stage.open('/find')
  await find(page)
  const first = page.locator('article').first()
  const columns = await first.locator('[role="img"]').first().locator('[class*="column"]').all()
  const bits = await Promise.all(
    columns.map(async (column) => figureIn(await column.locator('> :last-child').textContent())),
  )
  assert.equal(bits.length, 7)
  assert.equal(bits[2], 0, 'what is lost says nothing')
  const whole = figureIn(await first.locator('p', { hasText: 'as a whole' }).textContent())
  const line = figureIn(await first.locator('ol > li', { hasText: /^Mark/ }).locator('bdi').first().textContent())
  const sum = bits.reduce((total, each) => total + each, whole)
  assert.ok(Math.abs(sum - line) < 0.06 * (bits.length + 2), `${bits.join(' ')} and ${whole} are not ${line}`)
})

test('the records of one firearm are one row, which says what became of it and asks once', async () => {
  const page = await stage.open('/find')
  await find(page)
  const said = (await page.getByRole('heading', { level: 2, name: /firearms?, \d+ records$/ }).textContent()) ?? ''
  assert.equal(await page.locator('main [role="status"]').filter({ hasText: said }).count(), 1)
  const records = await page
    .locator('article a[href^="/records/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  assert.equal(records.length, Number(/(\d+) records$/.exec(said)?.[1]))
  assert.equal(new Set(records).size, records.length)
  const first = page.locator('article').first()
  assert.match(
    (await first.textContent()) ?? '',
    /\d+ records of \d+ sources\. Reported stolen June 2020\. Seized .*2 April 2023\./,
  )
  assert.equal(await first.getByRole('button', { name: 'Ask other agencies' }).count(), 1)
  await first.locator('h3 a').click()
  await page.waitForURL('**/firearms/*')
})

longTest(
  'what came is brought into view under the long form of a small screen, and left alone where it can be seen',
  async () => {
    const page = await stage.open('/find', { width: 320 })
    await find(page)
    const heading = page.getByRole('heading', { level: 2, name: /records$/ })
    const box = await heading.boundingBox()
    assert.ok(box && box.y >= 0 && box.y < 120, `it stands at ${box?.y}`)
    const wide = await stage.open('/find')
    await find(wide)
    assert.equal(await wide.evaluate('scrollY'), 0)
  },
)

longTest('country, year and place are added by name, and weigh in the balance', async () => {
  const page = await stage.open('/find')
  await typeMark(page, 'TKR1048')
  for (const [name, value] of [
    ['country', 'Brazil'],
    ['year', '1950'],
    ['place', 'Vard'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click()
    assert.equal(await page.evaluate(focused), name)
    await page.keyboard.type(value)
  }
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Find' }).click()
  const first = page.locator('article').first()
  await first.waitFor()
  const lines = await first.locator('ol > li').allTextContents()
  const fields = ['Start', 'Mark', 'Made in', 'Year', 'Place', 'Sum']
  assert.deepEqual(
    lines.map((line) => fields.find((field) => line.startsWith(field))),
    fields,
  )
  assert.match(lines[3] ?? '', /against:.*2011.*not.*1950/)
})

longTest('no bar of an ordinary match is cut off, with everything known of the firearm', async () => {
  const page = await stage.open('/find')
  await page.locator('input[name="make"]').fill('taurus')
  await page.locator('input[name="model"]').fill('PT 92')
  await page.locator('input[name="calibre"]').fill('9x19')
  await page.locator('input[name="type"]').fill('pistol')
  await page.getByRole('button', { name: 'year', exact: true }).click()
  await page.keyboard.type('2011')
  await find(page, 'TKR1048')
  assert.equal(await page.locator('article [class*="cut"]').count(), 0)
})

longTest('what rivals take is a line of its own, and a rival says how it is unlike the first', async () => {
  const page = await stage.open('/find')
  await page.locator('input[name="make"]').fill('glock')
  await find(page, 'TFU104?')
  const first = page.locator('article').first()
  const rivals = first.locator('li', { hasText: 'other firearms fit as well' })
  assert.match((await rivals.textContent()) ?? '', /^Rivals−\d+\.\d\d+ other firearms fit as well$/)
  assert.match((await first.locator('li').last().textContent()) ?? '', /alone, .* among its rivals/)
  const others = await page.locator('article').allTextContents()
  assert.match(others[1] ?? '', /Says what the first says\.Against it, as against the firstMake: /)
  assert.ok(others.some((text) => /Unlike the firstMark: .* instead of \+/.test(text)))
  await page.getByText(/^\d firearms share the probability, and only one of them can be the one/).waitFor()
})

longTest('a run of unknown length is a cell of its own, however often it is typed', async () => {
  const page = await stage.open('/find')
  await typeMark(page, 'TK**048')
  assert.equal(await markField(page).getAttribute('aria-label'), 'Mark: T, K, unknown run, 0, 4, 8')
  await page.keyboard.press('Home')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  assert.equal(await plainMark(page).inputValue(), 'TK048')
})

test('a mark of which too little stands together is not searched, says why, and leads back to itself', async () => {
  const page = await stage.open('/find')
  await typeMark(page, '*T1K*')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Find' }).click()
  const note = page.getByRole('alert')
  await note.waitFor()
  assert.match(
    (await note.textContent()) ?? '',
    /^Too little of the mark \*T1K\* stands together.*Replace \* by one \?/,
  )
  assert.equal(await page.getByText('Nothing found').count(), 0)
  assert.equal(await page.getByRole('button', { name: SEND }).count(), 1)
  await note.getByRole('button', { name: 'Back to the mark' }).click()
  assert.equal(await page.evaluate(focused), 'serial')
})

longTest('a search that others of one’s own hold up says to wait, and can be tried again', async () => {
  const page = await stage.open('/find')
  const busy = { code: 'search_busy', message: '2 searches of yours are still running.', parameters: { most: 2 } }
  await page.route('**/api/find', (route) => route.fulfill({ status: 429, json: { error: busy } }), { times: 1 })
  await typeMark(page, 'TKR1048')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Find' }).click()
  const note = page.getByRole('alert')
  await note.waitFor()
  assert.match((await note.textContent()) ?? '', /^2 searches of yours are still running\. It may run in another tab/)
  await note.getByRole('button', { name: 'Try again' }).click()
  await page.locator('article').first().waitFor()
})

test('a record opens beside what its source stated, and going back loses nothing', async () => {
  const page = await stage.open('/find')
  await find(page)
  await page.locator('article a[href^="/records/"]').first().click()
  await page.getByRole('table').waitFor()
  assert.match(new URL(page.url()).pathname, /^\/records\/[0-9a-f-]{36}$/)
  await page.goBack()
  await page.locator('article').first().waitFor()
  assert.equal(await plainMark(page).inputValue(), WORN_MARK)
})

test('a record reached by its address asks why one looks before it is shown', async () => {
  const page = await stage.open('/find')
  await find(page)
  const path = (await page.locator('article a[href^="/records/"]').first().getAttribute('href')) ?? ''
  const other = await stage.open(path)
  await other.locator('select[name="purpose"]').waitFor()
  assert.equal(await other.getByRole('table').count(), 0)
  await other.locator('select[name="purpose"]').selectOption('trace')
  await other.locator('main button[type="submit"]').click()
  await other.getByRole('table').waitFor()
})

test('other agencies are asked about a record of one’s own alone, on a legal basis and a reference', async () => {
  const page = await stage.open('/find')
  await find(page)
  assert.equal(await page.getByText('Restricted record').count(), 0)
  const own = page
    .locator('article')
    .filter({ has: page.getByRole('button', { name: 'Ask other agencies' }) })
    .first()
  await own.getByRole('button', { name: 'Ask other agencies' }).click()
  await own.getByRole('button', { name: 'Ask', exact: true }).click()
  assert.equal(await own.getByText('No legal basis.').count(), 1)
  await own.locator('select').selectOption('firearms_act')
  await own.getByRole('button', { name: 'Ask', exact: true }).click()
  await own.getByText(/Restricted record at Customs/).waitFor()
  const row = own.getByRole('status').getByRole('listitem').first()
  assert.match((await row.textContent()) ?? '', /^Restricted record at Customs[ \w]*Ask .+\. Handle [0-9a-f-]{36}$/)
})

test('a weak mark’s description goes to the desks that are left, once, though its first answer is lost', async () => {
  const page = await stage.open('/find')
  await page.locator('input[name="make"]').fill('taurus')
  await find(page, '104?')
  await page.getByRole('button', { name: SEND }).click()
  const form = page.getByRole('form', { name: 'What will be sent' })
  await form.waitFor()
  assert.deepEqual(await form.locator('dl > div').allTextContents(), ['Mark104?', 'Maketaurus'])
  const desks = form.getByRole('checkbox')
  assert.ok((await desks.count()) > 1)
  for (const desk of await desks.all()) assert.ok(await desk.isChecked())
  assert.equal(await form.locator('input[name="asking-reference"]').inputValue(), '2023-0418')
  await form.getByRole('button', { name: 'Send' }).click()
  assert.equal(await form.getByText('No legal basis.').count(), 1)
  await form.locator('select').selectOption('firearms_act')
  await form.getByRole('checkbox', { name: /Licensing/ }).uncheck()
  // The question arrives, its answer does not.
  const sent: unknown[] = []
  const losing = async (route: Route) => {
    sent.push(route.request().postDataJSON())
    await route.fetch()
    await route.abort()
  }
  await page.route('**/api/questions', losing, { times: 1 })
  await form.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('alert').waitFor()
  page.on('request', (request) => {
    if (request.url().endsWith('/api/questions') && request.method() === 'POST') sent.push(request.postDataJSON())
  })
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  const done = page.getByRole('status').filter({ hasText: 'It was sent.' })
  await done.waitFor()
  const said = (await done.textContent()) ?? ''
  assert.match(said, /desks have it since .*: .*Customs Service/)
  assert.doesNotMatch(said, /Licensing/)
  assert.equal(sent.length, 2)
  assert.deepEqual(sent[1], sent[0])
})

longTest(
  'a question is withdrawn where it was sent, is still known there after a look at a record, and can be sent anew',
  async () => {
    const page = await stage.open('/find')
    await find(page, '103?')
    await page.getByRole('button', { name: SEND }).click()
    await page.locator('select[name="basis"]').selectOption('firearms_act')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('It was sent.').waitFor()
    await page.locator('article a[href^="/records/"]').first().click()
    await page.getByRole('table').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('It is withdrawn.').waitFor()
    await page.getByRole('button', { name: 'Send it again' }).click()
    assert.equal(await page.locator('select[name="basis"]').inputValue(), 'firearms_act')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('It was sent.').waitFor()
  },
)

longTest('a record whose own mark is too weak to ask by is described to the desks instead', async () => {
  const page = await stage.open('/find')
  await find(page, '1036')
  const own = page.locator('article').filter({ has: page.getByRole('button', { name: 'Ask other agencies' }) })
  const weak = own.filter({ has: page.getByRole('img', { name: /Record: 1, 0, 3, 6\./ }) }).first()
  await weak.getByRole('button', { name: 'Ask other agencies' }).click()
  await weak.locator('select').selectOption('firearms_act')
  await weak.getByRole('button', { name: 'Ask', exact: true }).click()
  await weak.getByText(/This mark does not identify a firearm/).waitFor()
  assert.equal(await weak.getByRole('button', { name: 'Try again' }).count(), 0)
  await weak.getByRole('button', { name: SEND }).click()
  const form = weak.getByRole('form', { name: 'What will be sent' })
  await form.waitFor()
  assert.match((await form.locator('dl > div').first().textContent()) ?? '', /^Mark1036/)
  // Law and reference were given with the question that was refused.
  const sending = page.waitForRequest((request) => request.url().endsWith('/api/questions'))
  await form.getByRole('button', { name: 'Send' }).click()
  const { record, description } = (await sending).postDataJSON()
  assert.match(record, /^[0-9a-f-]{36}$/)
  assert.equal(description, undefined)
  await weak.getByText('It was sent.').waitFor()
})

longTest('who may not ask sees the warning without the button', async () => {
  const page = await stage.open('/find', { as: 'recorder' })
  await typeMark(page, '104?')
  await page.locator('select[name="purpose"]').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByText('A weak mark.').waitFor()
  assert.equal(await page.getByRole('button', { name: SEND }).count(), 0)
})

test('the token of a sign-in link stays neither in the address nor in the history', async () => {
  const page = await stage.open(stage.links.analyst, { signedOut: true })
  await page.getByRole('heading', { name: 'What one does most' }).waitFor()
  assert.equal(page.url(), `${stage.address}/`)
  assert.equal(await page.evaluate('history.length'), 2)
})

test('signing out closes the desks, and a page asked for afterwards says how to come in', async () => {
  const page = await stage.open(stage.links.recorder, { signedOut: true })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('input[name="link"]').waitFor()
  await page.goto(`${stage.address}/find`)
  await page.locator('input[name="link"]').waitFor()
  assert.equal(await markField(page).count(), 0)
})

longTest('an administrator is told for whom the page is', async () => {
  const page = await stage.open('/find', { as: 'administrator' })
  await page.getByText('This page is closed to you').waitFor()
  assert.equal(await markField(page).count(), 0)
})

test('no request left the address, and nothing failed on the way', () => {
  // A search that is refused is a status that the browser reports; the tests above ask for it.
  assert.deepEqual(
    stage.trouble.filter((each) => !/status of (422|429)|ERR_FAILED/.test(each)),
    [],
  )
})
