import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page, Route } from 'playwright-core'
import {
  axeFindings,
  find,
  LOOKS,
  type Look,
  longTest,
  openStage,
  type Stage,
  sidewaysAt320,
} from './browser.fixture.ts'

const GROUNDS = { purpose: 'trace' }
/** The firearm of the demonstration that stands in several of its sources. */
const KEYS = ['L-00001', 'T-00000', 'S-00000'] as const
/** Another, of which two services report the recovery, one of them with four eyes. */
const HEADINGS = 'id,serial,make,model,calibre,type,country,year,event,date,place\n'
const OTHER = 'QVX70431,Taurus,PT 92,9x19mm,pistol,BR,2011'

/** A crowded life: a transfer each year, and in one spring more than a line has room for. */
const CROWDED = 'QVX81132,Taurus,PT 92,9x19mm,pistol,BR,2001'
const CROWD = [
  ...Array.from({ length: 6 }, (_, year) => `transfer,${2003 + year}-06-01,Vard`),
  ...Array.from({ length: 10 }, (_, day) => `transfer,2022-03-${10 + day},Vard`),
]

let stage: Stage
const records = new Map<string, string>()

const recordOf = (key: string): string => {
  const record = records.get(key)
  assert.ok(record, `No record has the key ${key}.`)
  return record
}

/** What the server answers to whoever is signed in on a page. */
async function call<Answer>(page: Page, path: string, body: object | string): Promise<Answer> {
  const answered = await page.evaluate(
    async ([path, body, type]) => {
      const answer = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body })
      return { status: answer.status, answer: await answer.json() }
    },
    typeof body === 'string'
      ? ([path, body, 'text/csv'] as const)
      : ([path, JSON.stringify(body), 'application/json'] as const),
  )
  assert.equal(answered.status, 200, JSON.stringify(answered.answer))
  return answered.answer as Answer
}

interface Found {
  readonly candidates: readonly { readonly record: string; readonly key: string }[]
}
interface Matched {
  readonly matches: readonly { readonly key: string; readonly together: boolean }[]
}

async function learn(page: Page, serial: string, keys: readonly string[]): Promise<void> {
  const { candidates } = await call<Found>(page, '/api/find', {
    serial,
    make: 'Taurus',
    limit: 50,
    grounds: GROUNDS,
  })
  for (const { record, key } of candidates) if (keys.includes(key)) records.set(key, record)
}

/** Waits until the matching process has joined a record with these. */
async function joined(page: Page, key: string, others: readonly string[]): Promise<void> {
  for (;;) {
    const { matches } = await call<Matched>(page, '/api/records/matches', { record: recordOf(key), grounds: GROUNDS })
    if (others.every((other) => matches.some((match) => match.key === other && match.together))) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function addSource(page: Page, name: string, fourEyes: boolean, row: string, kind = 'seizure'): Promise<void> {
  const source = { name, kind, agency: 'Licensing Authority', visibility: 'open', fourEyes }
  await call(page, '/api/sources', source)
  await call(page, `/api/sources/${encodeURIComponent(name)}/imports?file=one.csv`, HEADINGS + row)
}

before(async () => {
  stage = await openStage()
  const officer = await stage.open('/find')
  const steward = await stage.open('/find', { as: 'data_steward' })
  await addSource(steward, 'Patrols', false, `P-1,${OTHER},seizure,2022-05-07,Vard\n`)
  await addSource(steward, 'Checkpoints', true, `C-1,${OTHER},seizure,2022-05-07,Vard\n`)
  const crowd = CROWD.map((event, index) => `V-${index + 1},${CROWDED},${event}\n`).join('')
  await addSource(steward, 'Club transfers', false, crowd, 'transfer')
  await learn(officer, 'TKR1048', KEYS)
  await learn(officer, 'QVX70431', ['P-1', 'C-1'])
  await learn(officer, 'QVX81132', ['V-1', 'V-16'])
  await joined(officer, 'V-1', ['V-16'])
  await joined(officer, 'L-00001', ['T-00000', 'S-00000'])
  await joined(officer, 'P-1', ['C-1'])
})
after(() => stage?.stop())

/** Opens the page of a firearm by one of its records, on stated grounds. */
async function openFirearm(key: string, look: Look = {}): Promise<Page> {
  const page = await stage.open(`/firearms/${recordOf(key)}`, look)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('main button[type="submit"]').click()
  await page.locator('main table').waitFor()
  return page
}

/** A match of the page, by its key. */
const match = (page: Page, key: string): Locator =>
  page.locator('article').filter({ has: page.getByText(key, { exact: true }) })
const rows = (page: Page) => page.locator('main table tbody tr')
const event = (page: Page, place: string): Locator => page.getByRole('link', { name: new RegExp(`^${place}`) }).first()
const focusedName = 'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent'

test('a candidate leads to its firearm, which says in words where it left lawful hands and on what that rests', async () => {
  const page = await stage.open('/find')
  await find(page)
  await page.locator('article h3 a').first().click()
  await page.locator('main table').waitFor()
  assert.match(new URL(page.url()).pathname, /^\/firearms\/[0-9a-f-]{36}$/)
  const main = (await page.locator('main').textContent()) ?? ''
  for (const said of [
    'Left lawful hands between 11 February 2019 and 30 June 2020, Vard.',
    'Documented: theft from a private holder, weight 0.90.',
    'suspected straw purchase0.10',
    'Not all of these links were confirmed.',
    '11 records of 9 sources',
    '3 confirmed links, 7 working links',
    'International Tracing Instrument, paragraph 5',
    'Rests on a working link',
  ])
    assert.ok(main.includes(said), said)
})

longTest('a firearm reached by its address asks why one looks before it is shown', async () => {
  const page = await stage.open(`/firearms/${recordOf('L-00001')}`)
  await page.getByRole('button', { name: 'Show the firearm' }).click()
  await page.getByText('No purpose.').waitFor()
  assert.equal(await page.getByRole('table').count(), 0)
})

longTest('the record leads to the firearm', async () => {
  const page = await stage.open(`/records/${recordOf('S-00000')}`)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('main button[type="submit"]').click()
  await page.getByRole('link', { name: 'The firearm: its life and records' }).click()
  await page
    .getByRole('link', { name: /^11 of 11, seized, 2 April 2023/ })
    .first()
    .waitFor()
})

test('the line is one tab stop, read by arrows lane by lane, and leads to the records and to the table', async () => {
  const page = await openFirearm('L-00001')
  const figure = page.getByRole('figure', { name: 'Life' })
  assert.equal(await figure.locator('[tabindex="0"]').count(), 1)
  await figure.locator('[tabindex="0"]').focus()
  assert.match(String(await page.evaluate(focusedName)), /^1 of 11, import licence, 17 May 2010, .* IL-90003,/)
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  assert.match(String(await page.evaluate(focusedName)), /^4 of 11, registered, 5 March 2011, Register.* L-00001$/)
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  assert.match(
    String(await page.evaluate(focusedName)),
    /^8 of 11, theft reported, June 2020, Vard, Losses and thefts T-00000, working link$/,
  )
  await page.keyboard.press('ArrowUp')
  assert.match(
    String(await page.evaluate(focusedName)),
    /^a private holder, Vard, proven 2 September 2014 – 11 February 2019, until .*1 June 2020/,
  )
  await page.keyboard.press('ArrowUp')
  assert.match(
    String(await page.evaluate(focusedName)),
    /Left lawful hands after 11 February 2019, by 30 June 2020: theft from a private holder, documented$/,
  )
  await page.keyboard.press('Enter')
  assert.match(String(await page.evaluate(focusedName)), /^Left lawful hands between/)
  await figure.locator('[tabindex="0"]').focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'End', 't']) await page.keyboard.press(key)
  assert.match(String(await page.evaluate(focusedName)), /^Police seizures S-00000$/)
  await page.keyboard.press('t')
  assert.match(String(await page.evaluate(focusedName)), /^11 of 11, seized/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/records/${recordOf('S-00000')}`)
})

longTest(
  'of a crowded life every event is reached by the arrow in order, those that share a sign opened one by one',
  async () => {
    const page = await openFirearm('V-1')
    const figure = page.getByRole('figure', { name: 'Life' })
    const focused = () => page.evaluate<string>('document.activeElement.dataset.stop ?? ""')
    await figure.locator('[tabindex="0"]').focus()
    const walked = [await focused()]
    for (const _ of CROWD.slice(1)) {
      await page.keyboard.press('ArrowRight')
      walked.push(await focused())
    }
    assert.deepEqual(
      walked,
      CROWD.map((_, index) => `event-${index + 1}`),
    )
    const shared = figure.locator('button[aria-expanded="true"]')
    assert.match((await shared.textContent()) ?? '', /–16$/)
    assert.equal(await figure.locator('[tabindex="0"]').count(), 1)
    await page.keyboard.press('t')
    assert.match(String(await page.evaluate(focusedName)), /V-16$/)
    await page.keyboard.press('t')
    assert.equal(await focused(), 'event-16')
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  },
)

test('a record says what its row speaks of, and whom it names to whoever traces and asks', async () => {
  const page = await stage.open(`/records/${recordOf('L-00001')}`)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('main button[type="submit"]').click()
  await page.getByText('a firearm in somebody’s hands').waitFor()
  await page.getByText('kept apart by Licensing Authority').waitFor()
  await page.getByRole('button', { name: 'Show who is named' }).click()
  const named = page.getByRole('status').filter({ hasText: 'to be reviewed on' })
  await named.waitFor()
  assert.match((await named.textContent()) ?? '', /^holder holder[A-F]\. \w+/)
  await page.getByText('recorded in the log').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await sidewaysAt320(page), 0)
})

longTest('a date that is known as a month is drawn as one, and a link of the model alone wears a ring', async () => {
  const page = await openFirearm('L-00001')
  const events = page
    .getByRole('figure')
    .locator('ol:not([aria-hidden]) > li')
    .filter({ has: page.locator('svg') })
  const drawn = await events.evaluateAll((items) =>
    items.map((item) => [
      item.querySelector('[class*="interval"]') !== null,
      item.querySelector('[class*="ring"]') !== null,
    ]),
  )
  // The entry of the register, and the theft.
  assert.deepEqual(
    [drawn[3], drawn[7]],
    [
      [false, false],
      [true, true],
    ],
  )
})

test('each match is compared mark by mark, with its evidence in bits and words', async () => {
  const page = await openFirearm('L-00001')
  const seizure = match(page, 'S-00000')
  await seizure.getByRole('img', { name: /^This record: T, K, R, 1, 0, 4, 8\. The other: .*taken for O/ }).waitFor()
  const text = (await seizure.textContent()) ?? ''
  for (const said of ['of this firearm', 'judged by a person', 'characters that are easily confused'])
    assert.ok(text.includes(said), said)
})

test('“Not the same” takes a record out of the firearm with one click, “Undo” puts it back, and nothing else is asked for', async () => {
  const page = await openFirearm('L-00001')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const seizure = match(page, 'S-00000')
  await seizure.getByRole('button', { name: 'Not the same' }).click()
  await seizure.getByText('Judged not the same: the record is no longer of this firearm.').waitFor()
  assert.equal(await rows(page).count(), 10)
  assert.ok(!((await page.locator('main table').textContent()) ?? '').includes('S-00000'))
  assert.equal(await event(page, '11 of').count(), 0)
  await page.getByText('2 confirmed links, 7 working links').waitFor()
  assert.match(String(await page.evaluate(focusedName)), /^Judged not the same/)
  assert.equal(await seizure.getByRole('button', { name: 'Not the same' }).count(), 0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await seizure.getByText('Undone: what stood before stands again.').waitFor()
  assert.equal(await rows(page).count(), 11)
  await event(page, '11 of 11, seized').waitFor()
  const read = ['/api/lives/show', '/api/records/matches']
  assert.deepEqual(asked.toSorted(), ['/api/judgements', '/api/judgements/withdrawals', ...[...read, ...read].sort()])
})

longTest(
  '“Same” makes a link that a person confirmed, and the history says who judged and can be gone back in',
  async () => {
    const page = await openFirearm('L-00001')
    const theft = match(page, 'T-00000')
    await theft.getByText('Give a reason first').click()
    await theft.locator('input[name="reason"]').fill('Compared in the armoury.')
    await theft.getByRole('button', { name: 'Same', exact: true }).click()
    await theft.getByText('Judged the same: a link that counts in a trace.').waitFor()
    await page.getByText('4 confirmed links, 6 working links').waitFor()
    await theft.getByText('judged by a person').waitFor()
    await theft.getByText(/judgements? so far/).click()
    const last = theft.locator('details li').first()
    assert.match(
      (await last.textContent()) ?? '',
      /^the same counts.*Ilse Moravan, Firearms Focal Point.*Compared in the armoury\./,
    )
    await last.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('3 confirmed links, 7 working links').waitFor()
    await last.getByText('taken back').waitFor()
  },
)

test('a judgement whose answer got lost is sent again as the same one', async () => {
  const page = await openFirearm('S-00000')
  const register = match(page, 'L-00001')
  const sent: { readonly id: string }[] = []
  await page.route('**/api/judgements', async (route: Route) => {
    sent.push(route.request().postDataJSON())
    if (sent.length > 1) return route.continue()
    await route.fetch()
    await route.abort('failed')
  })
  await register.getByRole('button', { name: 'Undecided' }).click()
  await register.getByRole('alert').waitFor()
  await register.getByRole('button', { name: 'Try again' }).click()
  await register.getByText('Judged undecided: neither the one nor the other.').waitFor()
  assert.deepEqual(sent[1], sent[0])
  await register.getByText(/judgements? so far/).click()
  assert.equal(await register.locator('details li', { hasText: 'undecided counts' }).count(), 1)
  await register.getByRole('button', { name: 'Undo' }).click()
  await register.getByText('Undone').waitFor()
})

test('where a source demands four eyes a verdict waits, changes nothing, and counts once somebody else confirms it', async () => {
  const page = await openFirearm('P-1')
  const own = match(page, 'C-1')
  await own.getByRole('button', { name: 'Not the same' }).click()
  await own.getByText('until somebody else confirms it, nothing changes').waitFor()
  assert.equal(await rows(page).count(), 2)
  await own.getByText('Judged “not the same” by Ilse Moravan').waitFor()
  assert.equal(await own.getByRole('button', { name: 'Confirm' }).count(), 0)
  const steward = await openFirearm('P-1', { as: 'data_steward' })
  const waiting = match(steward, 'C-1')
  await waiting.getByRole('button', { name: 'Confirm' }).click()
  await waiting.getByText('Confirmed: the judgement counts from now on.').waitFor()
  assert.equal(await rows(steward).count(), 1)
  await page.bringToFront()
  await own.getByRole('button', { name: 'Undo' }).click()
  await own.getByText('Undone').waitFor()
  assert.equal(await rows(page).count(), 2)
})

longTest('two reports of one day are taken as one recovery, which a person may say is two, and undo', async () => {
  const page = await openFirearm('P-1', { as: 'data_steward' })
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Recoveries' }) })
  await section.getByText('Taken as one, since their days agree: nobody has judged it.').waitFor()
  const asked = page.waitForRequest('**/api/judgements')
  await section.getByRole('button', { name: 'is another recovery' }).click()
  assert.equal((await asked).postDataJSON().about, 'recovery')
  await section.getByText('until somebody else confirms it, nothing changes').waitFor()
  await section.getByRole('button', { name: 'Undo' }).click()
  await section.getByText('Undone').waitFor()
})

longTest('a refusal is shown in the server’s words, where the click was made', async () => {
  const page = await openFirearm('L-00001')
  const refused = { code: 'judgement_not_yours', message: 'Somebody else judged this.', parameters: {} }
  await page.route('**/api/judgements', (route) => route.fulfill({ status: 403, json: { error: refused } }), {
    times: 1,
  })
  const theft = match(page, 'T-00000')
  await theft.getByRole('button', { name: 'Undecided' }).click()
  assert.match(
    (await theft.getByRole('alert').textContent()) ?? '',
    /^Somebody else judged this\. Nothing was changed\./,
  )
})

longTest('a recorder reads the firearm and judges nothing', async () => {
  const page = await openFirearm('L-00001', { as: 'recorder' })
  await match(page, 'T-00000').waitFor()
  for (const name of ['Not the same', 'Same', 'Undecided'])
    assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0)
})

test('the other agency sees another firearm: by what it may see, and no more', async () => {
  const page = await openFirearm('L-00001', { as: 'analyst' })
  const text = (await page.locator('main').textContent()) ?? ''
  assert.ok(text.includes('B-00000') && !text.includes('S-00000'))
})

longTest('a record that does not exist, a page that is closed and a server that fails are each said', async () => {
  const page = await stage.open('/firearms/00000000-0000-8000-8000-000000000000')
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('main button[type="submit"]').click()
  await page.getByRole('heading', { name: 'No such record' }).waitFor()
  const closed = await stage.open(`/firearms/${recordOf('L-00001')}`, { as: 'administrator' })
  await closed.getByText('Firearm is for these roles').waitFor()
  const failing = await stage.open(`/firearms/${recordOf('L-00001')}`)
  await failing.route('**/api/lives/show', (route) => route.abort('failed'), { times: 1 })
  await failing.locator('select[name="purpose"]').selectOption('trace')
  await failing.locator('main button[type="submit"]').click()
  await failing.getByText('The server did not answer.').waitFor()
  await failing.getByRole('button', { name: 'Try again' }).click()
  await failing.locator('main table').waitFor()
})

longTest('a life without any date says so in place of the picture', async () => {
  const page = await stage.open(`/firearms/${recordOf('L-00001')}`)
  await page.route('**/api/lives/show', async (route) => {
    const answer = await (await route.fetch()).json()
    const events = answer.events.map((each: object) => ({ ...each, from: null, to: null }))
    await route.fulfill({ json: { ...answer, events, custody: [], diversions: [], findings: [] } })
  })
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('main button[type="submit"]').click()
  await page.getByText('Nothing can be drawn: no record of it bears a date.').waitFor()
  assert.equal(await rows(page).count(), 11)
  assert.equal(await page.getByRole('figure').count(), 0)
})

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold it`, async () => {
    const page = await openFirearm('L-00001', { locale, theme })
    assert.deepEqual(await axeFindings(page), [])
    assert.ok(!/\bfirearm\.[a-z_]+/.test((await page.locator('main').textContent()) ?? ''))
    assert.equal(await sidewaysAt320(page), 0)
    await page.setViewportSize({ width: 320, height: 800 })
    if (theme === 'dark') assert.deepEqual(await axeFindings(page), [])
  })
}

longTest('in Arabic the line runs right to left, its arrows with it, and dates are isolated', async () => {
  const page = await openFirearm('L-00001', { locale: 'ar' })
  const places = await page
    .getByRole('figure')
    .locator('[data-stop^="event-"]')
    .evaluateAll((events) => events.map((each) => each.getBoundingClientRect().left))
  assert.deepEqual(
    places,
    places.toSorted((one, other) => other - one),
  )
  await page.locator('[data-stop="event-1"]').focus()
  await page.keyboard.press('ArrowLeft')
  assert.equal(await page.evaluate('document.activeElement.dataset.stop'), 'event-2')
  assert.equal(await rows(page).first().locator('td bdi').first().textContent(), '17 مايو 2010')
})

longTest('in print the picture keeps its shapes, and buttons are gone', async () => {
  const page = await openFirearm('L-00001')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('button', { name: 'Not the same' }).count(), 0)
  assert.ok(await page.getByRole('figure').isVisible())
  await page.getByText('Printed from Proofmark, Ilse Moravan, Firearms Focal Point, Trace').waitFor()
})

test('no request left the address, and nothing failed on the way', () => {
  // What the tests above make fail, the browser reports.
  assert.deepEqual(
    stage.trouble.filter((each) => !/status of (403|404)|ERR_FAILED/.test(each)),
    [],
  )
})
