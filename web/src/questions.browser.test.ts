import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Verdict } from '@proofmark/contract/schemas/question'
import type { StoryTruth } from '@proofmark/server/demonstration/stories/truth'
import type { Locator, Page } from 'playwright-core'
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

interface Sent {
  readonly status: number
  readonly answer: Readonly<Record<string, unknown>>
}

/** What the server answers to whoever is signed in on a page. */
const send = (page: Page, method: string, path: string, body: object | null = null): Promise<Sent> =>
  page.evaluate(
    async ([method, path, body]) => {
      const init = body === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const answer = await fetch(path, { method, ...init })
      return { status: answer.status, answer: await answer.json() }
    },
    [method, path, body] as const,
  )

interface Asking {
  readonly reference: string
  readonly mark?: string
  readonly make?: string
}

/** Asks every other desk from a page, and answers the question's identifier. */
async function ask(page: Page, { reference, ...description }: Asking): Promise<string> {
  const others = (await send(page, 'GET', '/api/agencies')).answer as unknown as {
    readonly agencies: readonly { readonly id: string }[]
  }
  const id = randomUUID()
  const asked = await send(page, 'POST', '/api/questions', {
    id,
    reference,
    basis: 'customs_act',
    description: { mark: 'TK?1O4[8B]', ...description },
    agencies: others.agencies.map((agency) => agency.id),
  })
  assert.equal(asked.status, 200)
  return id
}

async function answer(page: Page, question: string, verdict: Verdict, note?: string): Promise<void> {
  const body = { id: randomUUID(), verdict, ...(note === undefined ? {} : { note }) }
  assert.equal((await send(page, 'POST', `/api/questions/${question}/answers`, body)).status, 200)
}

/** A question on the page, by its reference. */
const row = (page: Page, reference: string): Locator =>
  page.locator('article').filter({ has: page.getByText(reference, { exact: true }) })

const focused = 'document.activeElement.textContent'

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

test('the frame counts the notices that are new on this device, until their page is opened', async () => {
  await ask(customs, { reference: 'C-12' })
  const page = await stage.open('/find')
  const link = page.getByRole('link', { name: 'Notices' })
  await page.getByText(/^\d+ new$/).waitFor()
  const count = Number.parseInt((await link.locator('span').textContent()) ?? '', 10)
  await link.click()
  await page.getByText(`${count} new since this page was last opened on this device`).waitFor()
  assert.equal(await page.getByText('new', { exact: true }).count(), count)
  await link.locator('span').waitFor({ state: 'detached' })
  await ask(customs, { reference: 'C-8' })
  await page.reload()
  await page.getByText('one new since this page').waitFor()
  await page.goto('/find')
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  assert.equal(await link.locator('span').count(), 0)
})

test('a notice of a question leads to it, and one of an answer to what was asked', async () => {
  await ask(customs, { reference: 'C-13' })
  await answer(customs, await ask(focal, { reference: 'F-2' }), 'known')
  const page = await stage.open('/notices')
  const notice = (text: RegExp) => page.locator('article').filter({ hasText: text }).first()
  await notice(/Customs Service asks your desk .* C-13\./)
    .getByRole('link', { name: 'Go to the question' })
    .click()
  await row(page, 'C-13').waitFor()
  assert.ok(await row(page, 'C-13').evaluate((node) => node === document.activeElement))
  await page.goBack()
  await notice(/Customs Service answered .* F-2\./)
    .getByRole('link', { name: 'Read the answer' })
    .click()
  assert.ok(await row(page, 'F-2').evaluate((node) => node === document.activeElement))
})

/** A notice that no part of the demonstration brings about. */
const silent = (handle: string) => ({
  id: randomUUID(),
  kind: 'silent_match',
  at: '2026-05-01T10:00:00.000Z',
  asker: 'Customs Service',
  reference: 'C-9',
  handle,
  question: null,
  answerer: null,
  release: null,
})

test('a pointer’s handle is copied, and where the browser copies nothing it is selected', async () => {
  const handle = randomUUID()
  const page = await stage.open('/find')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route('**/api/notices', (route) =>
    route.fulfill({ json: { notices: [silent(handle), { ...silent(handle), id: 'other', kind: 'pointer_given' }] } }),
  )
  await page.route('**/api/notices/count*', (route) => route.fulfill({ json: { count: 2 } }))
  await page.reload()
  await page.getByText('2 new').waitFor()
  await page.getByRole('link', { name: 'Notices' }).click()
  await page.getByText('They were shown nothing and do not know this handle.').waitFor()
  const given = page.locator('article').filter({ hasText: 'was pointed to a record' })
  await given.getByRole('button', { name: 'Copy the handle' }).click()
  await given.getByText('Copied.').waitFor()
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), handle)
  await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })')
  await given.getByRole('button', { name: 'Copy the handle' }).click()
  await given.getByText('Selected; copy it with the keyboard.').waitFor()
  assert.equal(await page.evaluate('getSelection().toString()'), handle)
})

/** A firearm that stands in a source of the customs as well. */
const KNOWN = { serial: 'TKR1048', make: 'Taurus', model: 'PT 92', calibre: '9x19mm', type: 'pistol' }

test('an agency that is pointed to a record leaves a notice with its owner', async () => {
  const recorder = await stage.open('/find', { as: 'recorder' })
  const { status, answer: entered } = await send(recorder, 'POST', '/api/records', {
    source: 'Police seizures',
    event: 'seizure',
    entry: randomUUID(),
    stated: { ...KNOWN, date: '2024', place: 'Vard', ref: 'P-1', reason: 'seized' },
  })
  assert.equal(status, 200, JSON.stringify(entered))
  const asked = await send(focal, 'POST', '/api/pointers', {
    record: entered.record,
    reference: 'P-1',
    basis: 'firearms_act',
  })
  assert.equal(asked.status, 200)
  const page = await stage.open('/notices', { as: 'analyst' })
  await page
    .getByText('Firearms Focal Point was pointed to a record that your agency keeps, under reference P-1.')
    .waitFor()
})

test('without notices the page says what brings one, and to whoever may see none for whom it is', async () => {
  const page = await stage.open('/notices', { as: 'recorder' })
  await page.getByText('A notice comes when another agency asks your desk').waitFor()
  const administrator = await stage.open('/notices', { as: 'administrator' })
  await administrator.getByText(/Notices is for these roles: /).waitFor()
  assert.equal(await administrator.getByRole('link', { name: 'Notices' }).count(), 0)
})

test('a steward releases a record and takes it back, and who receives it is told and reads the conditions', async () => {
  const steward = await stage.open('/find', { as: 'data_steward' })
  const grounds = { purpose: 'data_quality' }
  const found = await send(steward, 'POST', '/api/find', { serial: KNOWN.serial, grounds, limit: 50 })
  const candidates = found.answer.candidates as readonly { readonly record: string; readonly own: boolean }[]
  const record = candidates.find(({ own }) => own)?.record
  assert.ok(record, JSON.stringify(found.answer))
  const openRecord = async (page: Page) => {
    await page.goto(`/records/${record}`)
    await page.locator('select[name="purpose"]').selectOption('data_quality')
    await page.locator('main form button[type="submit"]').click()
  }
  await openRecord(steward)
  await steward.getByText('No other agency sees this record by a release.').waitFor()
  await steward.getByRole('button', { name: 'Release to another agency' }).click()
  await steward.getByRole('button', { name: 'Release', exact: true }).click()
  await steward.getByText('Which agency?').waitFor()
  await steward.getByText('Until which day?').waitFor()
  await steward.locator('select[name="release-to"]').selectOption({ label: 'Firearms Focal Point' })
  await steward.locator('input[name="release-until"]').fill(`${new Date().getUTCFullYear() + 1}-01-31`)
  await steward.getByLabel('not to be passed on without permission').check()
  await steward.locator('input[name="release-note"]').fill('ring us first')
  await steward.locator('input[name="release-reference"]').fill('R-1')
  assert.deepEqual(await axeFindings(steward), [])
  await steward.getByRole('button', { name: 'Release', exact: true }).click()
  await steward.getByText('Released to Firearms Focal Point.').waitFor()

  const reader = await stage.open('/notices')
  const notice = reader.locator('article').filter({ hasText: /released records to your agency, under reference R-1/ })
  await notice.first().getByRole('link').first().click()
  await reader.locator('select[name="purpose"]').selectOption('trace')
  await reader.locator('main form button[type="submit"]').click()
  await reader.getByText('Conditions: not to be passed on without permission.').waitFor()
  await reader.getByText('ring us first').waitFor()
  assert.deepEqual(await axeFindings(reader), [])
  assert.equal(await reader.getByRole('button', { name: 'Release to another agency' }).count(), 0)

  await steward.getByRole('button', { name: 'Withdraw' }).click()
  await steward.getByText('Withdrawn: Firearms Focal Point sees nothing of it any more.').waitFor()
  await steward.getByRole('button', { name: 'Release it again' }).click()
  await steward.getByText('Released to Firearms Focal Point.').waitFor()
  await steward.getByRole('button', { name: 'Withdraw' }).click()
  await steward.getByText('No other agency sees this record by a release.').waitFor()
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const reference = `A-${locale}-${theme}`
    await ask(customs, { reference })
    const page = await stage.open('/questions', { locale, theme })
    await row(page, reference).locator('form button[type="submit"]').click()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
    await page.goto('/notices')
    await page.locator('article').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  })
}

/** The record of a key, found by the number of its firearm; waits until the life that it is of has so many events. */
async function recordWithLife(page: Page, serial: string, key: string, events: number): Promise<string> {
  const grounds = { purpose: 'trace' }
  const found = await send(page, 'POST', '/api/find', { serial, grounds })
  const candidates = found.answer.candidates as readonly { readonly record: string; readonly key: string }[]
  const { record } = candidates.find((candidate) => candidate.key === key)!
  for (;;) {
    const { answer } = await send(page, 'POST', '/api/lives/show', { record, grounds })
    if ((answer.events as readonly unknown[]).length >= events) return record
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Of the planted stories: out of the police's custody, and destroyed on record and seized. */
const truth: StoryTruth = JSON.parse(
  await readFile(new URL('../../server/src/demonstration/stories/truth.json', import.meta.url), 'utf8'),
)
const planted = (story: string) => truth.firearms.find((each) => each.story === story)!

test('what speaks against a custodian is on no reader’s page, and on that of the officer who oversees it', async () => {
  const { firearm, records } = planted('custody leak')
  const record = await recordWithLife(focal, firearm!.serial, records.at(-1)!.key, records.length)
  const reader = await stage.open(`/firearms/${record}`)
  await reader.locator('select[name="purpose"]').selectOption('trace')
  await reader.locator('form button[type="submit"]').first().click()
  await reader.getByRole('heading', { name: 'Findings' }).waitFor()
  assert.doesNotMatch(
    (await reader.locator('main').textContent()) ?? '',
    /recovered_again|leak from custody|oversight/i,
  )

  const officer = await stage.open('/notices', { as: 'analyst' })
  // The latest; another waits since the nation was made.
  await officer.getByText('A finding speaks against the custody of Firearms Focal Point').first().waitFor()
  await officer.getByRole('link', { name: 'Read the finding' }).first().click()
  const finding = officer.locator('article').filter({ hasText: '2019' })
  await finding.getByText('2 records that you may not see: ask Firearms Focal Point, Tracing desk').waitFor()
  await finding.getByText('30 days').waitFor()
  for (const look of LOOKS) {
    const page = await stage.open('/oversight', { ...look, as: 'analyst' })
    await page.locator('article').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  }

  await finding.locator('textarea').focus()
  await officer.keyboard.type('No release is in the book.')
  await officer.keyboard.press('Tab')
  await officer.keyboard.press('Enter')
  await finding.getByText(/^Passed on .* by Jorun Aske\.$/).waitFor()
  assert.match(String(await officer.evaluate(focused)), /^Passed on/)
  await reader.reload()
  await reader.locator('select[name="purpose"]').selectOption('trace')
  await reader.locator('form button[type="submit"]').first().click()
  await reader.getByText('From the oversight of Firearms Focal Point: No release is in the book.').waitFor()
})

test('an officer who may see the records sees the finding on the firearm at once; others have no such page', async () => {
  const { firearm, records } = planted('destroyed on record yet seen again')
  const record = await recordWithLife(focal, firearm!.serial, records.at(-1)!.key, records.length)
  const page = await stage.open(`/firearms/${record}`)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('form button[type="submit"]').first().click()
  await page.getByText('Nobody but those who oversee Court Exhibit Store sees this before').waitFor()
  const steward = await stage.open('/find', { as: 'data_steward' })
  await steward.getByRole('link', { name: 'Vocabulary' }).waitFor()
  assert.equal(await steward.getByRole('link', { name: 'Oversight' }).count(), 0)
})

test('no request left the address, and nothing failed on the way but what was cut or refused', () => {
  // The browser itself reports both.
  const expected = /ERR_FAILED|status of 409/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
