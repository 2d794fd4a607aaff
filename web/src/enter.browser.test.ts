import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, LOOKS, longTest, openStage, plainMark, type Stage, sidewaysAt320 } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

const focused = 'document.activeElement.name || document.activeElement.textContent'

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`)

/** The desk with a source chosen and a purpose given. */
async function openDesk(look: Parameters<Stage['open']>[1] = {}): Promise<Page> {
  const page = await stage.open('/enter', { as: 'recorder', ...look })
  await field(page, 'source').selectOption('Police seizures')
  await field(page, 'purpose').selectOption('data_quality')
  return page
}

const WHOLE = {
  serial: 'ZQX70041',
  make: 'taurus',
  model: 'PT 92',
  calibre: '9mm',
  type: 'pistol',
  date: '2024-05-31',
  place: 'Vard',
  ref: '24-118',
  reason: 'Firearms act, section 4',
} as const

async function fillWhole(page: Page, other: Partial<Record<keyof typeof WHOLE, string>> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...WHOLE, ...other })) await field(page, name).fill(text)
}

async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter the record' }).click()
}

/** Goes on by Tab until a control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    if ((await page.evaluate(focused)) === name) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`no way by Tab to ${name}`)
}

test('a record is entered by keyboard alone: refused while something is left out, then whole', async () => {
  const page = await stage.open('/enter', { as: 'recorder' })
  await field(page, 'source').waitFor()
  await tabTo(page, 'source')
  await page.keyboard.type('Police')
  assert.equal(await field(page, 'event').inputValue(), 'seizure')
  await tabTo(page, 'purpose')
  await page.keyboard.type('Data')
  await tabTo(page, 'serial')
  await page.keyboard.type('ZQX?0[8B]7')
  for (const name of ['make', 'model', 'calibre', 'type', 'date', 'place', 'ref'] as const) {
    await tabTo(page, name)
    await page.keyboard.type(WHOLE[name])
  }
  await page.keyboard.press('Enter')
  await page.getByText('Not entered.').waitFor()
  assert.equal(await page.evaluate(focused), 'reason')
  assert.equal(await field(page, 'reason').getAttribute('aria-invalid'), 'true')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not told')
  await page.keyboard.press('Tab')
  await tabTo(page, 'Enter the record')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
  assert.equal(await page.getByRole('img', { name: 'Z, Q, X, one lost character, 0, 8 or B, 7' }).count(), 1)
  await tabTo(page, 'see the record')
  await page.keyboard.press('Enter')
  await page.getByRole('table').waitFor()
})

test('what is missing is named at the top, with a way to each field, and goes as it is filled in', async () => {
  const page = await openDesk()
  const way = page.getByRole('button', { name: 'Legal ground', exact: true })
  await way.waitFor()
  await way.click()
  assert.equal(await page.evaluate(focused), 'reason')
  await page.keyboard.type('Court order 7')
  await way.waitFor({ state: 'detached' })
  await fillWhole(page)
  await page.getByText('The minimum data set is complete.').waitFor()
})

longTest('hints and readings stand under their field as one types, and never stand in the way', async () => {
  const page = await openDesk()
  await fillWhole(page, { serial: '1234567', make: 'tauros', type: 'revolver', date: '2024-05' })
  await page.getByText('read as Taurus').waitFor()
  await page.getByText('read as May 2024').waitFor()
  assert.notEqual(await page.getByText('Look again:').count(), 0)
  await enter(page)
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
})

longTest('a day that is none is named at its field, with what would be accepted', async () => {
  const page = await openDesk()
  await fillWhole(page, { date: '2024-02-31' })
  await page.getByText('There is no such day.').waitFor()
  assert.equal(await field(page, 'date').getAttribute('aria-invalid'), 'true')
  await enter(page)
  await page.getByText('Not entered.').waitFor()
  assert.equal(await page.evaluate(focused), 'date')
})

longTest('what is not known is chosen beside its field, and what was typed there is not lost', async () => {
  const page = await openDesk()
  await fillWhole(page)
  const known = page.getByRole('combobox', { name: 'Place: stated, or why it is not' })
  await known.selectOption('not_told')
  assert.equal(await field(page, 'place').isDisabled(), true)
  await known.selectOption('')
  assert.equal(await field(page, 'place').inputValue(), WHOLE.place)
  await field(page, 'serial_state').selectOption('not_examined')
  assert.equal(await plainMark(page).count(), 0)
  await page.getByText(/kept here and not entered/).waitFor()
  await enter(page)
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
  assert.equal(await page.getByText('not examined').count(), 1)
})

longTest('records that say the same are named with a way to each', async () => {
  const page = await openDesk()
  await fillWhole(page, { serial: 'TKR1048' })
  const twin = page.getByRole('link', { name: /^Losses and thefts.*theft reported/ }).first()
  await twin.waitFor()
  await twin.click()
  await page.getByRole('table').waitFor()
  await page.goBack()
  await field(page, 'serial').waitFor()
  assert.equal(await field(page, 'serial').inputValue(), 'TKR1048')
})

test('a draft survives leaving the desk, and nothing of it is kept in the browser', async () => {
  const page = await openDesk()
  await field(page, 'make').fill('Norinco')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await field(page, 'role 1').selectOption('possessor')
  await field(page, 'person 1').fill('N. N. of Vard')
  await page.getByRole('link', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Enter a record' }).click()
  await field(page, 'make').waitFor()
  assert.equal(await field(page, 'make').inputValue(), 'Norinco')
  assert.equal(await field(page, 'person 1').inputValue(), 'N. N. of Vard')
  const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])')
  assert.doesNotMatch(String(kept), /Norinco|Vard/)
})

longTest('a person without a role is asked for one before anything is sent', async () => {
  const page = await openDesk()
  await fillWhole(page)
  await page.getByRole('button', { name: 'Add a person' }).click()
  await field(page, 'person 1').fill('N. N.')
  await enter(page)
  await page.getByText('No role.').waitFor()
  assert.equal(await page.evaluate(focused), 'role 1')
  await field(page, 'role 1').selectOption('officer')
  await enter(page)
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
})

test('an entry whose answer is lost is sent again under the same identifier and is in once', async () => {
  const page = await openDesk()
  await fillWhole(page, { serial: 'ZQX70042' })
  const sent: string[] = []
  await page.route('**/api/records', async (route) => {
    sent.push(String((route.request().postDataJSON() as { entry: string }).entry))
    // The server has it, and its answer goes astray.
    await route.fetch()
    await route.abort('failed')
  })
  await enter(page)
  await page.getByText('No answer came.').waitFor()
  await page.unroute('**/api/records')
  const again = page.waitForRequest('**/api/records')
  await page.getByRole('button', { name: 'Send again' }).click()
  sent.push(String(((await again).postDataJSON() as { entry: string }).entry))
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
  assert.equal(new Set(sent).size, 1)
  assert.equal(sent.length, 2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Taken back' }).waitFor()
  await page.getByRole('button', { name: 'Put back' }).click()
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
  await page.getByRole('button', { name: 'Enter another' }).click()
  await field(page, 'serial').waitFor()
  assert.equal(await page.evaluate('document.activeElement.dataset.cell'), '0')
  assert.deepEqual(
    [await field(page, 'source').inputValue(), await field(page, 'make').inputValue()],
    ['Police seizures', ''],
  )
})

longTest('an agency without a source is told how one comes, and a failure has a way on', async () => {
  const page = await stage.open('/find', { as: 'recorder' })
  await page.route('**/api/sources', (route) => route.abort('failed'))
  await page.getByRole('link', { name: 'Enter a record' }).click()
  await page.getByText('The server did not answer.').waitFor()
  await page.unroute('**/api/sources')
  await page.route('**/api/sources', (route) => route.fulfill({ json: { sources: [] } }))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Your agency keeps no source yet').waitFor()
})

longTest('an ended session says so and keeps what was typed', async () => {
  const page = await openDesk()
  await fillWhole(page)
  const ended = { error: { code: 'sign_in_needed', message: 'You are not signed in.', parameters: {} } }
  await page.route('**/api/records', (route) => route.fulfill({ status: 401, json: ended }))
  await enter(page)
  await page.getByText('Your session has ended.').waitFor()
  assert.equal(await page.evaluate(focused), 'Try again')
  assert.equal(await field(page, 'place').inputValue(), WHOLE.place)
  await page.unroute('**/api/records')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Entered' }).waitFor()
})

test('whoever may not enter records does not see the desk, and its page says for whom it is', async () => {
  const page = await stage.open('/enter')
  await page.getByText('This page is closed to you').waitFor()
  await page.getByText(/Enter a record is for these roles: recorder, data steward/).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Enter a record' }).count(), 0)
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const page = await openDesk({ locale, theme })
    await fillWhole(page, { date: '2024-02-31', reason: '' })
    await field(page, 'date').locator('xpath=ancestor::*[.//p][1]//p').first().waitFor()
    await page.locator('main form button').last().focus()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    await fillWhole(page)
    await page.locator('main form button[type="submit"]').click()
    await page.locator('main h2').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
  })
}

test('no request left the address, and nothing failed on the way but what was cut or sent back', () => {
  // The browser itself reports both.
  const expected = /ERR_FAILED|status of 422/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
