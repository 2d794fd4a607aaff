import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings, find, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'
import { comesTrue, lookedAt, openGraph } from './graph.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

test('from a firearm one comes to what it is tied to, walks through it with keys, and does the same in the table', async () => {
  const page = await stage.open('/find')
  await openGraph(page)
  const picture = page.getByRole('application')
  await picture.focus()
  await page.keyboard.press('Home')
  const first = await lookedAt(page)
  assert.match(first, /^1 of \d+, .+/)
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'H3')
  assert.ok(await page.locator('main aside a[href^="/records/"]').count())
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate('document.activeElement.role'), 'application')
  const count = () => page.locator('main section header p').first().textContent()
  const before = await count()
  await picture.focus()
  await page.keyboard.press('PageDown')
  assert.match(await lookedAt(page), /^2 of /)
  await page.keyboard.press('h')
  assert.notEqual(await count(), before)
  assert.match((await page.locator('main figcaption').textContent()) ?? '', /You hid one node/)
  await page.keyboard.press('Control+z')
  assert.equal(await count(), before)
  await page.getByText(/^Taken back; /).waitFor()
  // All of it is laid out anew in one step, which is taken back like every other.
  await page.getByRole('button', { name: 'Lay out anew' }).click()
  await page.keyboard.press('Control+z')
  await picture.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('t')
  const rows = page.locator('main tr[data-node]')
  assert.ok((await rows.count()) >= 2)
  assert.equal(await page.evaluate('document.activeElement.closest("tr")?.ariaCurrent'), 'true')
  const hides = rows.first().getByRole('button', { name: /^Hide/ })
  await hides.focus()
  await page.keyboard.press('Enter')
  assert.notEqual(await count(), before)
  // The row went with its button: the focus goes on to the next.
  await comesTrue(page, 'document.activeElement.textContent.startsWith("Hide")')
  await page.keyboard.press('Control+z')
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await sidewaysAt320(page), 0)
  await page.getByRole('radio', { name: 'Timeline' }).check()
  assert.ok(await page.getByRole('heading', { name: /of which no day is known/ }).count())
  await page.getByRole('radio', { name: 'Drawing' }).check()
  await page.locator('main figure canvas').first().waitFor({ state: 'attached' })
  for (const form of ['SVG', 'CSV', 'GraphML']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: form, exact: true }).click(),
    ])
    assert.equal(file.suggestedFilename(), `graph.${form.toLowerCase()}`)
  }
  assert.deepEqual(await axeFindings(page), [])
  // Where a system forces its colours, what is drawn still stands apart from its ground.
  await page.emulateMedia({ forcedColors: 'active' })
  await comesTrue(
    page,
    `(() => {
    const canvas = document.querySelector('main figure canvas')
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    const seen = new Set()
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) seen.add(data[at])
    return seen.has(0) && seen.has(255)
  })()`,
  )
  assert.deepEqual(stage.trouble, [])
})

test('a button asks through whose hands a firearm passed, and the graph is kept with one of one’s cases', async () => {
  const page = await stage.open('/find', { as: 'investigator' })
  await openGraph(page)
  await page.getByRole('button', { name: 'Through whose hands did it pass?' }).click()
  const hands = page.locator('main h3:has-text("Through whose hands") ~ ol > li')
  await hands.first().waitFor()
  assert.ok(await hands.first().locator('a[href^="/records/"]').count())
  const days = await hands.allTextContents()
  assert.ok(days.every((each) => /(?:19|20)\d{2}|day not known/.test(each)))
  for (const [end, place] of [
    ['from', 1],
    ['to', 2],
  ] as const)
    await page.locator(`main select[name="connect-${end}"]`).selectOption({ index: place })
  await page.getByLabel('Only in the order of days').check()
  await page.getByRole('button', { name: 'How are they connected?' }).click()
  const connecting = page.locator('main form').filter({ has: page.locator('select[name="connect-from"]') })
  await connecting.locator('[role="status"]').waitFor()
  await page.getByRole('button', { name: 'Choose among your cases' }).click()
  await page.locator('main select[name="graph-case"]').selectOption({ index: 0 })
  await page.locator('main input[name="graph-name"]').fill('Its hands')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved as version 1.').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  assert.deepEqual(stage.trouble, [])
})

test('whom the drawn records name comes after a step that says that it is logged, for a case, and goes again', async () => {
  const page = await stage.open('/find')
  await openGraph(page)
  await page.getByRole('radio', { name: 'Table' }).check()
  const named = page.locator('main tr[data-node^="named_person:"]')
  assert.equal(await named.count(), 0)
  await page.getByRole('button', { name: 'Persons whom records name' }).click()
  const asking = page.getByRole('group', { name: 'Persons whom records name' })
  assert.match((await asking.textContent()) ?? '', /Each record is an entry of the log/)
  await asking.getByRole('button', { name: 'Draw them' }).click()
  await named.first().waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await named
    .first()
    .getByRole('button', { name: /^Evidence/ })
    .click()
  const evidence = page.getByRole('complementary', { name: 'Evidence' })
  await evidence.getByText('Named in a record').first().waitFor()
  assert.match((await evidence.textContent()) ?? '', /Named as/)
  assert.ok(await evidence.locator('a[href^="/records/"]').count())
  // Whoever asks about somebody asks with what names them.
  await evidence.getByRole('button', { name: /^Expand/ }).click()
  await page.locator('main [role="status"]').filter({ hasText: 'Nothing came in that was not there.' }).waitFor()
  assert.ok(await named.count())
  await evidence.getByRole('button', { name: 'Record in the case' }).click()
  await page
    .locator('main tr[data-node^="organisation:"], main tr[data-node^="person:"]')
    .filter({ hasText: 'Averne Harbour Guard' })
    .waitFor()
  await page.getByRole('button', { name: 'Leave out persons whom records name' }).click()
  await named.first().waitFor({ state: 'detached' })
})

test('asked who supplied a firearm, the page shows records of its supply, each opening, and which came last', async () => {
  const page = await stage.open('/find')
  await openGraph(page)
  await page.getByRole('button', { name: 'Who supplied this?' }).click()
  const answer = page.locator('main h3', { hasText: 'Who supplied this?' }).locator('..')
  await answer.getByText(/^Firearms that they or theirs had: \d+/).waitFor()
  await answer
    .getByText(/[Ll]atest supply on record|[Ll]ast supply/)
    .first()
    .waitFor()
  const record = answer.locator('ul a[href^="/records/"]').first()
  assert.match((await record.textContent()) ?? '', /\S+ \S+/)
  assert.equal(await sidewaysAt320(page), 0)
  assert.deepEqual(await axeFindings(page), [])
  await record.click()
  await page.waitForURL(/\/records\//)
  assert.deepEqual(stage.trouble, [])
})

test('what another agency keeps of a firearm is a door in the graph: whom to ask, under which handle, and nothing more', async () => {
  const page = await stage.open('/find')
  await find(page, 'T39D6208')
  const seized = page.locator('main article a[href^="/records/"]')
  const records = await seized.evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/').at(-1)))
  const told = await page.evaluate(async (all) => {
    for (const record of all) {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ record, reference: 'F 9', basis: 'firearms_act' })
      const answer = await fetch('/api/pointers', { method: 'POST', headers, body })
      if (!answer.ok) continue
      const { pointers } = (await answer.json()) as { pointers: { handle: string; agency: string }[] }
      if (pointers[0]) return { record, ...pointers[0] }
    }
    return null
  }, records)
  assert.ok(told, 'an agency keeps a record of this firearm that others may ask about')
  await page.goto(`/graph#nodes=record:${told.record}`)
  await page.locator('main select[name="purpose"]').selectOption('trace')
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main figure canvas').first().waitFor({ state: 'attached' })
  const picture = page.getByRole('application')
  await picture.focus()
  await page.keyboard.press('Home')
  for (let node = 0; node < 20 && !(await lookedAt(page)).includes(told.agency); node++)
    await page.keyboard.press('PageDown')
  assert.match(await lookedAt(page), new RegExp(`Pointer, Held by ${told.agency}`))
  await page.keyboard.press('Enter')
  const door = page.locator('main aside dl')
  assert.match((await door.textContent()) ?? '', new RegExp(told.handle))
  assert.equal(
    await page.locator('main aside a[href^="/records/"]').count(),
    1,
    'to the record of ours that was asked about',
  )
  assert.deepEqual(await axeFindings(page), [])
  assert.deepEqual(
    stage.trouble.filter((line) => !/4(03|22)/.test(line)),
    [],
  )
})
