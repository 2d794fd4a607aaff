import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { answer, ask, focused, row, send } from './asking.fixture.ts'
import { axeFindings, LOOKS, openStage, plainMark, type Stage, sidewaysAt320 } from './browser.fixture.ts'

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

test('a desk without questions says how one comes about, in both directions', async () => {
  const page = await stage.open('/questions', { as: 'data_steward' })
  await page.getByText('No other agency has asked your desk.').waitFor()
  await page.getByText('Your agency has asked no other desk.').waitFor()
  await page.getByText('none waits for an answer').waitFor()
})

test('a question shows who asks and why, its mark in cells, and what was stated and what was not', async () => {
  await ask(customs, { reference: 'C-1', make: 'Taurus' })
  const page = await stage.open('/questions')
  const asked = row(page, 'C-1')
  await asked.getByRole('heading', { name: 'Customs Service' }).waitFor()
  assert.equal(await asked.getByRole('img').getAttribute('aria-label'), 'T, K, one lost character, 1, O, 4, 8 or B')
  const text = (await asked.textContent()) ?? ''
  for (const said of ['Customs act', 'Taurus', 'Not stated: Model, Calibre, Type, Made in, Year'])
    assert.ok(text.includes(said), said)
  assert.ok(!text.includes('Jorun Aske'), 'the agency asks, not the person')
})

test('a mark is shown as it was sent where the cells say less', async () => {
  await ask(customs, { reference: 'C-2', mark: '~12-3?' })
  const page = await stage.open('/questions')
  await row(page, 'C-2').getByText('as sent ~12-3?').waitFor()
})

test('a question is answered in place by keyboard alone, and a later answer replaces it and says so', async () => {
  const question = await ask(customs, { reference: 'C-3' })
  const page = await stage.open(`/questions/${question}`)
  const asked = row(page, 'C-3')
  await asked.waitFor()
  assert.ok(await asked.evaluate((node) => node === document.activeElement), 'reading begins at the named question')
  await asked.getByRole('radio', { name: 'Known to us', exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Not in our stores.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await asked.getByText('Sent to Customs Service. A later answer would replace it.').waitFor()
  assert.match(String(await page.evaluate(focused)), /^Sent to Customs Service/)
  await asked.getByText('Not in our stores.').waitFor()
  await asked.getByRole('button', { name: 'Answer again' }).click()
  await asked.getByText('It replaces the answer given before.').waitFor()
  await asked.getByRole('radio', { name: 'Ask us' }).check()
  await asked.getByRole('button', { name: 'Send the answer' }).click()
  await asked.getByText('One earlier answer, replaced').waitFor()
  await customs.goto('/questions')
  const desk = row(customs, 'C-3').getByRole('listitem').filter({ hasText: 'Firearms Focal Point' })
  assert.match((await desk.first().textContent()) ?? '', /Ask us.*One earlier answer, replaced.*Not known to us/)
})

test('nothing is sent before one of the three is chosen', async () => {
  await ask(customs, { reference: 'C-4' })
  const page = await stage.open('/questions')
  const asked = row(page, 'C-4')
  await asked.getByRole('button', { name: 'Send the answer' }).click()
  await asked.getByText('Nothing chosen. Choose one of the three.').waitFor()
  assert.ok(
    await asked
      .getByRole('radio', { name: 'Known to us', exact: true })
      .evaluate((node) => node === document.activeElement),
  )
})

test('an answer that got lost on the way is sent again as the same answer', async () => {
  const question = await ask(customs, { reference: 'C-5' })
  const page = await stage.open('/questions')
  const asked = row(page, 'C-5')
  const sent: unknown[] = []
  await page.route('**/answers', async (route) => {
    sent.push(route.request().postDataJSON())
    if (sent.length > 1) return route.continue()
    await route.fetch()
    await route.abort('failed')
  })
  await asked.getByRole('radio', { name: 'Known to us', exact: true }).check()
  await asked.getByRole('button', { name: 'Send the answer' }).click()
  await asked.getByText('The server did not answer.').waitFor()
  await asked.getByRole('button', { name: 'Try again' }).click()
  await asked.getByText('Sent to Customs Service.').waitFor()
  assert.deepEqual(sent[1], sent[0])
  const { answer: list } = await send(page, 'GET', '/api/questions')
  const received = (list as unknown as { received: { id: string; answers: unknown[] }[] }).received
  assert.equal(received.find(({ id }) => id === question)?.answers.length, 1)
})

test('looking a question up opens Find with its description and its reference, and nothing of it in the address', async () => {
  await ask(customs, { reference: 'C-6', make: 'Taurus' })
  const page = await stage.open('/questions')
  const asked = row(page, 'C-6')
  await asked.getByRole('radio', { name: 'Ask us' }).check()
  await asked.getByRole('button', { name: 'Look it up' }).click()
  assert.equal(await plainMark(page).inputValue(), 'TK?1O4[8B]')
  assert.equal(await page.locator('input[name="make"]').inputValue(), 'Taurus')
  assert.equal(await page.locator('input[name="reference"]').inputValue(), 'C-6')
  assert.equal(await page.locator('select[name="purpose"]').inputValue(), '')
  assert.equal(page.url(), `${stage.address}/find`)
  await page.goBack()
  assert.ok(await asked.getByRole('radio', { name: 'Ask us' }).isChecked(), 'the answer being written is kept')
})

test('each desk’s answers come to the asker, and a withdrawn question stands, marked', async () => {
  const question = await ask(focal, { reference: 'F-1' })
  await answer(customs, question, 'known', 'Seized in March.')
  const page = await stage.open('/questions')
  const asked = row(page, 'F-1')
  await asked.getByText('Seized in March.').waitFor()
  await asked.getByText('no answer yet').first().waitFor()
  await asked.getByRole('button', { name: 'Withdraw' }).click()
  await asked.getByText(/^Withdrawn on .* It stands, marked, and waits for no answer\.$/).waitFor()
  assert.match(String(await page.evaluate(focused)), /^Withdrawn on/)
  await asked.getByText('Seized in March.').waitFor()
  assert.equal(await asked.getByRole('button', { name: 'Withdraw' }).count(), 0)
  await customs.goto('/questions')
  await row(customs, 'F-1')
    .getByText(/^Firearms Focal Point withdrew it on/)
    .waitFor()
  assert.equal(await row(customs, 'F-1').getByRole('radio').count(), 0)
})

test('a question that was withdrawn meanwhile is not answered, and the way on is to look at it again', async () => {
  const question = await ask(customs, { reference: 'C-7' })
  const page = await stage.open('/questions')
  const asked = row(page, 'C-7')
  await asked.getByRole('radio', { name: 'Known to us', exact: true }).check()
  await send(customs, 'POST', `/api/questions/${question}/withdrawal`)
  await asked.getByRole('button', { name: 'Send the answer' }).click()
  await asked.getByText(/was withdrawn at/).waitFor()
  await asked.getByRole('button', { name: 'Try again' }).click()
  await asked.getByText(/^Customs Service withdrew it on/).waitFor()
})

test('a data steward answers for the desk and withdraws nothing; a recorder is told for whom the page is', async () => {
  await ask(customs, { reference: 'C-10' })
  const steward = await stage.open('/questions', { as: 'data_steward' })
  await row(steward, 'C-10').getByRole('radio').first().waitFor()
  assert.equal(await steward.getByRole('button', { name: 'Withdraw' }).count(), 0)
  const recorder = await stage.open('/questions', { as: 'recorder' })
  await recorder
    .getByText(/Questions is for these roles: tracing officer, analyst, data steward\. Yours: recorder/)
    .waitFor()
  assert.equal(await recorder.getByRole('link', { name: 'Questions' }).count(), 0)
})

test('an address that names no question of this desk says so', async () => {
  const page = await stage.open(`/questions/${randomUUID()}`)
  await page.getByText('The question that this address names is not among those shown here.').waitFor()
})

test('questions that cannot be fetched say so with a way on', async () => {
  await ask(customs, { reference: 'C-11' })
  const page = await stage.open('/find')
  await page.route('**/api/questions', (route) => route.abort('failed'))
  await page.getByRole('link', { name: 'Questions' }).click()
  await page.getByText('The server did not answer.').waitFor()
  await page.unroute('**/api/questions')
  await page.getByRole('button', { name: 'Try again' }).click()
  await row(page, 'C-11').waitFor()
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const reference = `A-${locale}-${theme}`
    await ask(customs, { reference })
    const page = await stage.open('/questions', { locale, theme })
    await row(page, reference).locator('form button[type="submit"]').click()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  })
}

test('no request left the address, and nothing failed on the way but what was cut or refused', () => {
  // The browser itself reports both.
  const expected = /ERR_FAILED|status of 409/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
