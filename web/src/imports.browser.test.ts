import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Profile } from '@proofmark/contract/schemas/profile'
import type { FileChooser, Page } from 'playwright-core'
import { axeFindings, LOOKS, type Look, longTest, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

const SOURCE = 'Police seizures'
const recorder = (path: string, look: Look = {}) => stage.open(path, { as: 'recorder', ...look })

/** A file of our own columns: a good row, a day that never was, and a character that turns round what follows it. */
const fileOf = (prefix: string) =>
  [
    'id,serial,make,calibre,date',
    `${prefix}1,TST${prefix}01,glok,9mm,2023-04-02`,
    `${prefix}2,TST${prefix}02,taurus,380,2023-02-31`,
    `${prefix}3,TST\u202E${prefix}03,beretta,9mm,2023-04-03`,
    `${prefix}4,TST${prefix}04,beretta,9mm,2023-04-04`,
    '',
  ].join('\n')

async function choose(page: Page, name: string, text: string, source = SOURCE): Promise<void> {
  await page.locator('select[name="source"]').selectOption(source)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
}

async function preview(page: Page, name: string, text: string, source = SOURCE): Promise<void> {
  await choose(page, name, text, source)
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main form ~ *, main section + section').first().waitFor()
}

const count = async (page: Page, name: string) =>
  page
    .locator('dl > div', { has: page.getByText(name, { exact: true }) })
    .first()
    .locator('dd')
    .first()
    .textContent()

/** Goes on with Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(
      '(document.activeElement.labels?.[0]?.textContent || document.activeElement.getAttribute("aria-label") || document.activeElement.textContent || "").trim()',
    )
    if (here === name) return
  }
  assert.fail(`no tab stop is called ${name}`)
}

/**
 * The dialogue of the operating system is out of a page's reach; what it answers is given here. A busy browser may still
 * open the dialogue itself when the key comes at once, so that it is pressed again.
 */
async function openedByKey(page: Page): Promise<FileChooser> {
  for (let press = 0; press < 6; press++) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser', { timeout: 5_000 }).catch(() => null),
      page.keyboard.press('Enter'),
    ])
    if (chooser) return chooser
  }
  assert.fail('no key opens the choice of a file')
}

test('a file goes from the disk to done, is taken back and put back, by keyboard alone', async () => {
  const page = await recorder('/imports')
  page.on('filechooser', () => {})
  await page.getByRole('link', { name: 'Import a file' }).waitFor()
  await tabTo(page, 'Import a file')
  await page.keyboard.press('Enter')
  await page.locator('select[name="source"]').waitFor()
  await tabTo(page, 'Source')
  // By arrows: letters that come slowly begin anew, and a blank opens the list.
  const chosen = () => page.locator('select[name="source"] option:checked').textContent()
  for (let turn = 0; turn < 40 && !(await chosen())?.startsWith(SOURCE); turn++) await page.keyboard.press('ArrowDown')
  // What is known of the source may come between, sooner or later.
  const atFile = () => page.evaluate<boolean>('document.activeElement.type === "file"')
  for (let stops = 0; stops < 20 && !(await atFile()); stops++) await page.keyboard.press('Tab')
  const chooser = await openedByKey(page)
  await chooser.setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(fileOf('A')) })
  await tabTo(page, 'Preview')
  await page.keyboard.press('Enter')
  await page.getByText('4 rows were read; 2 would come back.').waitFor()
  await tabTo(page, 'Import')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/imports\/\d+$/)
  await page.getByText('It is in.').waitFor()
  assert.deepEqual([await count(page, 'New'), await count(page, 'Back')], ['2', '2'])
  await tabTo(page, 'Take all back')
  await page.keyboard.press('Enter')
  await page.getByText('It is taken back.').waitFor()
  await page.getByText('2 records changed by it.').waitFor()
  await tabTo(page, 'Put back')
  await page.keyboard.press('Enter')
  await page.getByText('It is in.').waitFor()
})

test('a preview keeps nothing and says which rows would come back, why, and what would be accepted', async () => {
  const page = await recorder('/imports/new')
  await preview(page, 'preview.csv', fileOf('B'))
  await page.getByRole('heading', { name: '2 rows would come back' }).waitFor()
  const rejects = page.locator('section', { has: page.getByRole('heading', { name: '2 rows would come back' }) })
  const rows = await rejects.locator('tbody tr').allTextContents()
  assert.match(rows[0] ?? '', /^3date2023-02-31There is no such day\.Accepted: /)
  assert.match(rows[1] ?? '', /U\+202E/)
  const sample = page.locator('section', { has: page.getByRole('heading', { name: /^The first rows/ }) })
  assert.match((await sample.locator('tbody tr').first().textContent()) ?? '', /glok.*Glock/)
  assert.equal(await sample.getByRole('img', { name: /^T, S, T, B, 0, 1$/ }).count(), 1)
  await page.goto(`${stage.address}/imports`)
  await page.getByRole('heading', { name: 'Imports', level: 2 }).waitFor()
  await page.getByRole('table').waitFor()
  assert.equal(await page.getByRole('link', { name: 'preview.csv' }).count(), 0)
})

longTest(
  'a field is joined, split and translated, the row of the headings said, and the profile goes out as a file',
  async () => {
    const page = await recorder('/imports/new')
    const lines = ['Report of the month', 'BO;ARMA;CIDADE;BAIRRO;ESP', 'R1;TSTR001 - taurus;Vard;North;REV']
    await preview(page, 'ruled.csv', `${lines.join('\n')}\nR2;TSTR002 - glock;Nim;South;PST\n`, 'Found firearms')
    await page.getByText('The file cannot be previewed yet').waitFor()
    await page.locator('input[name="heading"]').fill('2')
    await page.keyboard.press('Enter')
    await page.locator('main th', { hasText: 'BAIRRO' }).waitFor()
    const add = async (place: string, kind: string, fill: () => Promise<void>) => {
      await page.getByRole('button', { name: 'Add such a field' }).click()
      await page.locator('select[name="rule_place"]').selectOption(place)
      await page.locator('select[name="rule_kind"]').selectOption(kind)
      await fill()
      await page.getByRole('button', { name: 'Take it over' }).click()
    }
    const piece = (place: string, take: string) =>
      add(place, 'column', async () => {
        await page.locator('select[name="rule_column"]').selectOption('ARMA')
        await page.locator('input[name="rule_by"]').fill(' - ')
        await page.getByRole('button', { name: 'Take it over' }).click()
        await page.getByText('A number from 1').waitFor()
        await page.locator('input[name="rule_take"]').fill(take)
      })
    await piece('serial', '1')
    await piece('make', '-1')
    await add('place', 'join', async () => {
      for (const [at, column] of ['CIDADE', 'BAIRRO'].entries())
        await page.locator('select[name="rule_part"]').nth(at).selectOption(column)
      await page.locator('input[name="rule_by"]').fill(', ')
    })
    await add('type', 'column', async () => {
      await page.locator('select[name="rule_column"]').selectOption('ESP')
      await page.getByRole('button', { name: 'Add the 2 of the first rows' }).click()
      await page.getByLabel('What it means, 1').fill('revolver')
      await page.getByLabel('What it means, 2').fill('pistol')
    })
    await page.getByRole('button', { name: 'Remove: type' }).click()
    await page.getByText('Taken away: type.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    const rules = page.locator('main dl', { hasText: 'CIDADE + BAIRRO' })
    assert.match((await rules.textContent()) ?? '', /By a value map of 2 texts\./)
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    await page.getByRole('button', { name: 'Save and preview again' }).click()
    await page.getByText('2 rows were read; 0 would come back.').waitFor()
    const sample = page.locator('section', { has: page.getByRole('heading', { name: /^The first rows/ }) })
    assert.match((await sample.locator('tbody tr').first().textContent()) ?? '', /Taurus.*revolver/)
    await page.locator('button[aria-expanded]').click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download this profile' }).click()
    const profile: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    const { fields, file } = profile as Profile
    assert.deepEqual(file, { heading: 2 })
    assert.deepEqual(fields.place, { join: ['CIDADE', 'BAIRRO'], by: ', ' })
    const give = (said: unknown) =>
      page.locator('input[name="profile"]').setInputFiles({
        name: 'kept.json',
        mimeType: 'application/json',
        buffer: Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)),
      })
    await give('no profile')
    await page.getByText('kept.json holds no profile.').waitFor()
    await give({ ...(profile as Profile), fields: { ...fields, place: { constant: 'Hallow Cross' } } })
    await page.getByText('version 2').first().waitFor()
  },
)

test('columns with foreign headings are proposed for, corrected, saved and read anew', async () => {
  const page = await recorder('/imports/new')
  const text =
    'BO;N_SERIE;MARCA;DONO;DATA\n77/1;TSTF001;taurus;A. Silva;13/02/2023\n77/2;TSTF002;glock;B. Costa;14/02/2023\n'
  await preview(page, 'foreign.csv', text)
  await page.getByText('The file cannot be previewed yet').waitFor()
  const meaning = (column: string) => page.getByLabel(`What the column ${column} states`)
  assert.equal(await meaning('N_SERIE').inputValue(), 'field serial')
  await meaning('BO').selectOption({ label: 'key of the row' })
  await meaning('DONO').selectOption({ label: 'found in possession' })
  await meaning('DATA').selectOption({ label: 'date' })
  await page.locator('select[name="dates"]').selectOption('day_first')
  await page.getByRole('button', { name: 'Save and preview again' }).click()
  await page.getByText('2 rows were read; 0 would come back.').waitFor()
  assert.equal(await page.locator('dl').getByText('version 1', { exact: true }).count(), 1)
  assert.equal(await page.locator('dl').getByText('semicolon').count(), 1)
})

longTest('what holds no table is refused with a reason, and what was chosen stays', async () => {
  const page = await recorder('/imports/new')
  await preview(page, 'blank.csv', '\n\n')
  await page
    .getByRole('alert')
    .getByText(/blank\.csv cannot be read as a table/)
    .waitFor()
  assert.equal(await page.locator('select[name="source"]').inputValue(), SOURCE)
})

longTest('a preview needs a source and a file, and says so where they are missing', async () => {
  const page = await recorder('/imports/new')
  await page.locator('main form button[type="submit"]').click()
  await page.getByText('No source.').waitFor()
  assert.equal(await page.locator('select[name="source"]').getAttribute('aria-invalid'), 'true')
  assert.equal(await page.getByText('No file.').count(), 1)
})

longTest('rows that came back are taken away as files', async () => {
  const page = await recorder('/imports/new')
  await preview(page, 'files.csv', fileOf('C'))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('It is in.').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Take the rows as a file' }).click()
  assert.match((await download).suggestedFilename(), /^import-\d+\.rejected-rows\.csv$/)
  assert.equal(await page.getByRole('link', { name: 'Take the reasons as a file' }).count(), 1)
})

/** Begins an import without its preview, as the page does after one; answers its address. */
async function begin(page: Page, name: string, rows: number, end = ''): Promise<string> {
  const id = await page.evaluate(
    async ({ source, name, rows, end }) => {
      const lines = Array.from({ length: rows }, (_, n) => `${name}-${n},TSTL${n}`)
      const address = `/api/sources/${encodeURIComponent(source)}/imports?file=${name}&wait=false`
      const answer = await fetch(address, { method: 'POST', body: `id,serial\n${lines.join('\n')}\n${end}` })
      return ((await answer.json()) as { import: string }).import
    },
    { source: SOURCE, name, rows, end },
  )
  return `/imports/${id}`
}

longTest('a running import is stopped, gone on with, and stopped and taken back at one stroke', async () => {
  const page = await recorder('/imports')
  await page.goto(stage.address + (await begin(page, 'long.csv', 40_000)))
  await page.getByText(/rows a second/).waitFor()
  await page.getByRole('button', { name: 'Stop here' }).click()
  await page.getByText('Somebody stopped it.').waitFor()
  const before = Number((await count(page, 'New'))?.replace(/\D/g, ''))
  assert.ok(before < 40_000)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Stop and take all back' }).click()
  await page.getByText('It is taken back.').waitFor({ timeout: 90_000 })
})

longTest('an import that fails says why, what is in by then, and how to go on or take it back', async () => {
  const page = await recorder('/imports')
  await page.goto(stage.address + (await begin(page, 'torn.csv', 5_000, '"never closed')))
  await page.getByText('It failed.').waitFor()
  await page.getByText(/a quotation mark in row 5,002 is never closed/).waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await page.getByRole('button', { name: 'Take all back' }).click()
  await page.getByText('It is taken back.').waitFor()
})

/** Thirty megabytes: enough that a browser is still sending when it is told to stop. */
const LONG_FILE = { head: 'id,serial\nU1,TSTU001\n', blank: 499_999, lines: 60, end: 'U2,TSTU002\n' }

/** Begins to send the file, and lets go of it as soon as some of it is on its way. */
async function breakOff(page: Page, name: string): Promise<void> {
  await page.evaluate(
    ({ source, name, file }) =>
      new Promise<void>((resolve) => {
        const request = new XMLHttpRequest()
        request.open('POST', `/api/sources/${encodeURIComponent(source)}/imports?file=${name}&wait=false`)
        request.upload.onprogress = () => request.abort()
        request.onloadend = () => resolve()
        request.send(`${file.head}${`${' '.repeat(file.blank)}\n`.repeat(file.lines)}${file.end}`)
      }),
    { source: SOURCE, name, file: LONG_FILE },
  )
}

longTest('an upload that broke off is gone on with by choosing the same file, and by no other', async (t) => {
  const page = await recorder('/imports')
  await breakOff(page, 'broken.csv')
  await page.reload()
  await page.getByRole('link', { name: 'broken.csv' }).first().click()
  await page.getByText('Its file has not arrived whole.').waitFor({ timeout: 60_000 })
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-upload-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const give = async (name: string) => {
    const { head, blank, lines, end } = LONG_FILE
    await writeFile(join(folder, name), `${head}${`${' '.repeat(blank)}\n`.repeat(lines)}${end}`)
    await page.locator('input[type="file"]').setInputFiles(join(folder, name), { timeout: 60_000 })
  }
  await give('another.csv')
  await page.getByText('This is another file.').waitFor({ timeout: 60_000 })
  await give('broken.csv')
  await page.getByText('It is in.').waitFor({ timeout: 60_000 })
  assert.equal(await count(page, 'New'), '2')
})

longTest('an import that does not exist is not found, with a way on', async () => {
  const page = await recorder('/imports/999999999')
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByText('not_found').count(), 1)
})

test('whoever may not import sees no such desk, and is told for whom the page is', async () => {
  const page = await stage.open('/imports')
  await page.getByText(/Import is for these roles: recorder, data steward/).waitFor()
  assert.equal(await page.getByRole('navigation').getByRole('link', { name: 'Import' }).count(), 0)
})

/** The list, a preview with its mapping open, and the page of an import, each once it stands. */
async function eachPage(look: Look, visit: (page: Page) => Promise<void>): Promise<void> {
  const list = await recorder('/imports', look)
  await list.locator('table a').first().waitFor()
  await visit(list)
  const fresh = await recorder('/imports/new', look)
  await fresh.locator('select[name="source"]').waitFor()
  await visit(fresh)
  await preview(fresh, 'look.csv', fileOf('D'))
  await fresh.locator('button[aria-expanded]').click()
  await fresh.locator('optgroup').first().waitFor({ state: 'attached' })
  await visit(fresh)
  const href = await list.locator('table a', { hasText: 'files.csv' }).first().getAttribute('href')
  const page = await recorder(href ?? '', look)
  await page.locator('main tbody tr').first().waitFor()
  await visit(page)
}

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend at the import desk in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    await eachPage({ locale, theme }, async (page) => {
      assert.deepEqual(await axeFindings(page), [])
      assert.equal(await sidewaysAt320(page), 0)
    })
  })
}

test('no request left the address, and nothing failed on the way', () => {
  // The browser itself reports the refusals that a page is meant to meet.
  const refused = /status of (?:404|422)/
  assert.deepEqual(
    stage.trouble.filter((each) => !refused.test(each)),
    [],
  )
})
