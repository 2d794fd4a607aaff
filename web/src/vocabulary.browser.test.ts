import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { formatPack } from '../../server/src/records/rules/pack-file.ts'
import { axeFindings, LOOKS, longTest, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
  const page = await openDesk()
  ofTheNation = await countMakes(page)
  await enterRecords(page)
})
after(() => stage?.stop())

/** Makes that no table knows of the nation as it was made. */
let ofTheNation = 0
const countMakes = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const body = JSON.stringify({ field: 'make', limit: 1 })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/vocabulary/queue', { method: 'POST', headers, body })
    return ((await answer.json()) as { waiting: number }).waiting
  })

/** More texts than one page of the queue shows. */
const RARE = Array.from({ length: 22 }, (_, at) => `Rareword${String.fromCharCode(97 + at)}`)
const MAKES = ['Zastwoor', 'Zastwoor', 'ZASTWOOR', 'Quibblex', 'Quibblex', ...RARE]

/** Enters records whose makes, and one whose mark, no table knows. */
async function enterRecords(page: Page): Promise<void> {
  const entries = MAKES.map((make, at) => ({ make, serial: at === 3 ? 'blorptext' : `VB${10_000 + at}` }))
  const failed = await page.evaluate(async (all) => {
    const statuses: number[] = []
    for (const { make, serial } of all) {
      const stated = { make, serial, model: 'X', calibre: '9mm', type: 'pistol', date: '2020' }
      const body = {
        source: 'Register of civilian firearms',
        event: 'registration',
        entry: crypto.randomUUID(),
        stated,
      }
      const answer = await fetch('/api/records', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      statuses.push(answer.status)
    }
    return statuses.filter((status) => status !== 200)
  }, entries)
  assert.deepEqual(failed, [])
}

const openDesk = (look: Parameters<Stage['open']>[1] = {}) => stage.open('/vocabulary', { as: 'data_steward', ...look })

/** What waits, by its text. */
const row = (page: Page, text: string): Locator =>
  page.locator('article').filter({ has: page.getByRole('heading', { name: text }) })

const ofMakes = async (page: Page) => {
  await page.locator('select[name="field"]').selectOption('make')
  await row(page, 'Zastwoor').waitFor()
}

longTest('a text stands with its field, its records, its spellings and a way to some of its records', async () => {
  const page = await openDesk()
  await ofMakes(page)
  const waiting = row(page, 'Zastwoor')
  assert.match((await waiting.textContent()) ?? '', /make, 3 records.*also written “ZASTWOOR” \(1\)/)
  await waiting.getByRole('link', { name: 'record 1' }).click()
  await page.locator('select[name="purpose"]').waitFor()
})

test('a text is decided on by keyboard alone, and undone where it stood', async () => {
  const page = await openDesk()
  await ofMakes(page)
  const waiting = row(page, 'Zastwoor')
  await waiting.locator('input[name="code"]').focus()
  await page.keyboard.type('zastava')
  await page.keyboard.press('Enter')
  await waiting.getByText('“Zastwoor” means Zastava.').waitFor()
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Undo')
  await page
    .getByText(/Teodor Vinge/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await waiting.locator('input[name="code"]').waitFor()
  assert.ok(await waiting.locator('fieldset :focus').count())
  await page.getByText('Nothing has been decided in this field.').waitFor()
})

longTest('a code that is none is answered at its field with codes that come near', async () => {
  const page = await openDesk()
  await ofMakes(page)
  const waiting = row(page, 'Quibblex')
  await waiting.locator('input[name="code"]').fill('tauros')
  await waiting.getByRole('button', { name: 'Decide' }).click()
  await waiting.getByText(/No such code: .?tauros.?\. A code of this field’s table, such as .?taurus/).waitFor()
  assert.equal(await waiting.locator('input[name="code"]').getAttribute('aria-invalid'), 'true')
})

longTest('a word may say that nothing is named, and of a mark its state', async () => {
  const page = await openDesk()
  await page.locator('select[name="field"]').selectOption('serial')
  const waiting = row(page, 'blorptext')
  await waiting.waitFor()
  assert.equal(await waiting.locator('input[name="code"]').count(), 0)
  await waiting.getByRole('button', { name: 'obliterated' }).click()
  await waiting.getByText('“blorptext” means obliterated.').waitFor()
  await waiting.getByRole('button', { name: 'Undo' }).click()
  await waiting.getByRole('button', { name: 'obliterated' }).waitFor()
})

longTest('what waits comes page by page', async () => {
  const page = await openDesk()
  await ofMakes(page)
  assert.equal(await page.locator('article').count(), 20)
  await page.getByRole('button', { name: 'Show more texts' }).click()
  await row(page, RARE.at(-1)!).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Show more texts' }).count(), 0)
  assert.equal(await page.locator('article').count(), ofTheNation + RARE.length + 2)
})

test('a decision is applied by reading again: first seen, then done, and the text waits no more', async () => {
  const page = await openDesk()
  await ofMakes(page)
  const waiting = row(page, 'Zastwoor')
  await waiting.locator('input[name="code"]').fill('zastava')
  await waiting.getByRole('button', { name: 'Decide' }).click()
  await waiting.getByText('“Zastwoor” means').waitFor()
  await page.getByRole('button', { name: 'See what it would change' }).click()
  const change = page.getByRole('row', { name: /“Zastwoor”/ })
  await change.waitFor({ timeout: 60_000 })
  assert.match((await change.textContent()) ?? '', /not read yet.*Zastava.*[12]$/)
  await page.getByRole('button', { name: 'Read again', exact: true }).click()
  await page
    .getByText(/The last time, .*by Teodor Vinge: [\d,]+ read, 3 of them otherwise/)
    .waitFor({ timeout: 60_000 })
  await row(page, 'Zastwoor').waitFor({ state: 'detached' })
})

longTest('reading again shows how far it has come, and can be stopped and gone on with', async () => {
  const page = await openDesk()
  const renewal = { renewal: '1', agency: 'Licensing Authority', records: 2000, changed: 1, startedBy: 'Teodor Vinge' }
  const answer = (state: string) => ({
    json: { renewal: { ...renewal, state, startedAt: '2026-05-01T10:00:00Z', finishedAt: null } },
  })
  // The last one is done; it is looked at before this one begins.
  await page.getByText(/The last time/).waitFor()
  await page.route('**/api/readings/renewals/last', (route) => route.fulfill(answer('running')))
  await page.route('**/api/readings/renewals', (route) => route.fulfill(answer('running')))
  await page.route('**/api/readings/renewals/last/stop', (route) => route.fulfill(answer('stopped')))
  await page.getByRole('button', { name: 'Read again', exact: true }).click()
  await page.getByText(/Under way since .*: 2,000 read/).waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText(/Stopped: 2,000 read/).waitFor()
  await page.getByRole('button', { name: 'Go on' }).waitFor()
})

longTest('a decision is withdrawn from the list of them, and that too can be undone', async () => {
  const page = await openDesk()
  await page.getByRole('button', { name: 'Withdraw what Zastwoor means' }).click()
  await page.getByText(/no longer means Zastava; it waits again/).waitFor()
  await page.getByRole('button', { name: 'Undo for Zastwoor' }).click()
  await page.getByRole('button', { name: 'Withdraw what Zastwoor means' }).waitFor()
})

longTest(
  'several texts are decided on as is proposed first: seen beforehand, done, and undone in one step',
  async () => {
    const page = await openDesk()
    await page.locator('select[name="field"]').selectOption('make')
    const proposed = row(page, 'Bajkal')
    await proposed
      .getByText(/written much like/)
      .first()
      .waitFor()
    await proposed.getByRole('checkbox').focus()
    await page.keyboard.press('Digit1')
    await proposed.getByText('“Bajkal” means').waitFor()
    await page.keyboard.press('KeyU')
    await proposed.getByRole('checkbox').check()
    await row(page, 'Quibblex').getByRole('checkbox').check()
    await page.getByText('2 texts chosen').waitFor()
    await page.getByRole('button', { name: 'See what it would change' }).first().click()
    await page.getByRole('row', { name: /“Bajkal”/ }).waitFor()
    await page.getByRole('button', { name: 'Accept the first proposals' }).click()
    await page.getByText('2 texts were decided on.').waitFor()
    await proposed.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo all of it' }).click()
    await proposed.waitFor()
  },
)

test('a pack is looked at, taken over by row, and taken back whole', async () => {
  const page = await stage.open('/vocabulary/packs', { as: 'data_steward' })
  const quux = { field: 'make', make: null, said: null, name: null, country: null, records: null, code: 'taurus' }
  const heading = { name: 'words of XB', state: 'XB', agency: 'Police of XB', made: '2026-03-01' }
  const { content } = formatPack({ ...heading, licence: 'CC0-1.0', provenance: '', tables: 1 }, [
    { ...quux, text: 'Quuxbau' },
    { ...quux, text: '=1+1' },
  ])
  const file = { name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from(content) }
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByText('1 new, 0 agree with you, 0 contradict you, 0 are read by the tables, 1 cannot').waitFor()
  await page.getByRole('checkbox', { name: 'Choose row 1, Quuxbau' }).check()
  await page.getByRole('button', { name: 'Take over the chosen rows' }).click()
  await page.getByText('One decision was taken over.').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await sidewaysAt320(page), 0)
  await page.getByRole('button', { name: 'Take the pack back whole' }).click()
  await page.getByText('One decision was undone; 0 were decided anew since and stand.').waitFor()
})

longTest('a failure says so in one sentence with a way on', async () => {
  const page = await openDesk()
  await page.locator('article').first().waitFor()
  await page.route('**/api/vocabulary/queue', (route) => route.abort('failed'))
  await page.locator('select[name="field"]').selectOption('country')
  await page.getByText('The server did not answer.').waitFor()
  await page.unroute('**/api/vocabulary/queue')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Nothing waits in this field.').waitFor()
})

test('whoever is no data steward does not see the desk, and its page says for whom it is', async () => {
  const page = await stage.open('/vocabulary', { as: 'recorder' })
  await page.getByText(/Vocabulary is for these roles: data steward\. Yours: recorder/).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Vocabulary' }).count(), 0)
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const page = await openDesk({ locale, theme })
    const waiting = row(page, 'Quibblex')
    await waiting.locator('input[name="code"]').fill('tauros')
    await waiting.locator('form button').click()
    await waiting.locator('input[aria-invalid]').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    await waiting.locator('fieldset p button').last().click()
    await waiting.getByRole('status').locator('button').click()
    await waiting.locator('fieldset').waitFor()
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
