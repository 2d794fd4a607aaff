import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  axeFindings,
  LOOKS,
  type Look,
  markField,
  openStage,
  plainMark,
  type Stage,
  sidewaysAt320,
} from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

const LIST = 'TKR1048, Taurus, PT 92, 9x19\nS/N\n104?\nTK?1O48\n'
const open = (look: Look = {}) => stage.open('/find#list', look)

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('input[name="reference"]').fill('2023-0418')
}

async function lookUp(page: Page, text: string = LIST): Promise<void> {
  await paste(page, text)
  await page.locator('main button[type="submit"]').click()
  await page
    .locator('tbody tr')
    .nth(text.trim().split('\n').length - 1)
    .waitFor()
}

test('a list is pasted and looked up by keyboard alone, from the page of one mark and back', async () => {
  const page = await stage.open('/find')
  await page.getByRole('link', { name: 'A list of marks' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('textarea').waitFor()
  await page.locator('textarea').focus()
  await page.keyboard.type('TKR1048')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Trace')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('tbody tr').waitFor()
  const closer = page.getByRole('button', { name: 'Look closer at TKR1048' })
  for (let stops = 0; stops < 5 && !(await closer.evaluate((node) => node === document.activeElement)); stops++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('article').first().waitFor()
  await page.goBack()
  await page.locator('tbody tr').waitFor()
  await page.goBack()
  await markField(page).waitFor()
})

test('a file is reached by keyboard, and left again for what was pasted', async () => {
  const page = await open()
  await page.locator('textarea').fill('TKR1048')
  await page.locator('textarea').focus()
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.name'), 'file')
  // The dialogue of the operating system is out of a page's reach; what it answers is given here.
  const file = { name: 'seized.csv', mimeType: 'text/csv', buffer: Buffer.from('serial\nX1\n') }
  await page.locator('input[name="file"]').setInputFiles(file)
  await page.getByText('seized.csv').waitFor()
  await page.getByRole('button', { name: 'Paste instead' }).click()
  assert.equal(await page.locator('textarea').inputValue(), 'TKR1048')
})

test('nothing is looked up without a list, and not without a purpose', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Look up' }).click()
  assert.equal(await page.getByText('No list.').count(), 1)
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'TEXTAREA')
  await page.locator('textarea').fill('TKR1048')
  await page.getByRole('button', { name: 'Look up' }).click()
  assert.equal(await page.evaluate('document.activeElement.name'), 'purpose')
  assert.equal(await page.locator('tbody tr').count(), 0)
})

test('each row has its best candidate, or says that nothing fits or why it was not looked for', async () => {
  const page = await open()
  await lookUp(page)
  const rows = await page.locator('tbody tr').allTextContents()
  assert.match(rows[0] ?? '', /^1TKR1048Taurus PT 92.*> 0\.99 very likely\d/)
  assert.match(rows[1] ?? '', /^2S\/NNot looked for\. The row gives no number/)
  assert.match(rows[2] ?? '', /^3104\?weak mark.* chance\d{2,}Look closer$/)
  assert.match(rows[3] ?? '', /^4TK\?1O48/)
  await page.getByText('likely 2, less likely 1, nothing found 0, not looked for 1').waitFor()
})

test('a row opens the search of it alone with what it states, and the way back leads to the list', async () => {
  const page = await open()
  await lookUp(page)
  await page.getByRole('button', { name: 'Look closer at TKR1048' }).click()
  await page.locator('article').first().waitFor()
  assert.equal(await plainMark(page).inputValue(), 'TKR1048')
  assert.equal(await page.locator('input[name="calibre"]').inputValue(), '9x19')
  assert.match((await page.locator('article').first().textContent()) ?? '', /Calibre/)
  await page.goBack()
  await page.locator('tbody tr').nth(3).waitFor()
  assert.equal(await page.locator('textarea').inputValue(), LIST)
})

test('a file is chosen, looked up, and its table taken away as a file for spreadsheets', async () => {
  const page = await open()
  await page.locator('input[type="file"]').setInputFiles({
    name: 'seized.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('note,SERIAL,make\nx,TKR1048,Taurus\ny,,\n'),
  })
  await page.getByText('seized.csv').waitFor()
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.locator('tbody tr').nth(1).waitFor()
  const rows = await page.locator('tbody tr').allTextContents()
  assert.match(rows[0] ?? '', /^2TKR1048Taurus PT 92/)
  assert.match(rows[1] ?? '', /^3no serialNot looked for\. The row gives no number\.$/)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take away as CSV' }).click()
  const file = await coming
  assert.equal(file.suggestedFilename(), 'found.csv')
  const text = await readFile(await file.path(), 'utf8')
  assert.match(text, /^\uFEFFrow,serial,searched,weak,probability/)
  assert.match(text, /\r\n2,TKR1048,true,false,0\.99/)
})

test('a file without serials is refused by name, and what was chosen stays', async () => {
  const page = await open()
  const buffer = Buffer.from('colour,size\nred,1\n')
  await page.locator('input[type="file"]').setInputFiles({ name: 'other.csv', mimeType: 'text/csv', buffer })
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByRole('alert').waitFor()
  assert.match((await page.getByRole('alert').textContent()) ?? '', /other\.csv has the columns colour, size/)
  await page.getByText('other.csv', { exact: true }).waitFor()
})

test('a list shows how far it is, is stopped, and keeps what came', async () => {
  const page = await open()
  const answer = (rows: number) => ({
    rows: Array.from({ length: rows }, (_, n) => ({
      row: n + 2,
      serial: `ZZ${n}`,
      stated: {},
      searched: false,
      reason: 'too_little',
      weak: false,
      candidates: [],
      others: 0,
    })),
    more: false,
  })
  let asked = 0
  await page.route('**/api/find/list?*', async (route) => {
    asked++
    // The second part never comes.
    if (asked === 1) await route.fulfill({ json: answer(25) })
  })
  await paste(page, Array.from({ length: 600 }, (_, n) => `ZZ${n}`).join('\n'))
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByText('25 of 500 rows.').waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('The rows shown are complete; the others were not looked for.').waitFor()
  assert.equal(await page.locator('tbody tr').count(), 25)
})

test('a list of more than five hundred rows says that it was cut', async () => {
  const page = await open()
  await page.route('**/api/find/list?*', (route) => route.fulfill({ json: { rows: [], more: true } }))
  await page.locator('input[type="file"]').setInputFiles({
    name: 'long.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('serial\nTKR1048\n'),
  })
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByText('The list has more than 500 rows.').waitFor()
})

test('a part that fails says so and leaves the rows before it, and can be tried again', async () => {
  const page = await open()
  let asked = 0
  await page.route('**/api/find/list?*', async (route) => {
    asked++
    await (asked === 2 ? route.abort() : route.continue())
  })
  await paste(page, Array.from({ length: 30 }, () => 'S/N').join('\n'))
  await page.getByRole('button', { name: 'Look up' }).click()
  const alert = page.getByRole('alert')
  await alert.waitFor()
  assert.equal(await page.locator('tbody tr').count(), 25)
  assert.equal(await page.getByText('The rows shown are complete; the others were not looked for.').count(), 1)
  assert.equal(await page.getByRole('button', { name: 'Take away as CSV' }).count(), 0)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.locator('tbody tr').nth(29).waitFor()
  assert.equal(await alert.count(), 0)
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in a list in ${locale}, ${theme}`, async () => {
    const page = await open({ locale, theme })
    await page.locator('textarea').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await lookUp(page)
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    await page.setViewportSize({ width: 320, height: 800 })
    const serial = await page.locator('tbody th bdi').first().boundingBox()
    assert.ok(serial && serial.height < serial.width, 'a serial stands on one line')
  })
}

test('no request left the address, and nothing failed on the way', () => {
  // A refused file and a broken connection are reported by the browser; the tests above ask for both.
  assert.deepEqual(
    stage.trouble.filter((each) => !/status of 422|ERR_FAILED/.test(each)),
    [],
  )
})
