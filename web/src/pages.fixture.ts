import { randomUUID } from 'node:crypto'
import type { Role } from '@proofmark/contract/roles'
import { ROLES } from '@proofmark/contract/roles'
import type { Page } from 'playwright-core'
import { modelFromElsewhere } from '../../server/src/testing/model-text.ts'
import { find, type Look, type Stage, typeMark } from './browser.fixture.ts'
import { CASE_PAGES } from './case-pages.fixture.ts'
import { CUSTODY_PAGES } from './custody-pages.fixture.ts'
import { DECONFLICTION_PAGES } from './deconfliction-pages.fixture.ts'
import { EXCHANGE_PAGES } from './exchange-pages.fixture.ts'
import type { View } from './frame/address.ts'
import {
  addressOf,
  answeredTrace,
  draftTrace,
  incomingTrace,
  openPermission,
  openTypedForm,
  sendTrace,
} from './tracing.fixture.ts'

/** A page of the app in one state that somebody may meet it in. */
export interface Visited {
  readonly state: string
  readonly path: string | ((stage: Stage) => Promise<string>)
  readonly as?: Role
  readonly signedOut?: boolean
  /** Looks as another state does but for a word or two: looked at in the long run alone. */
  readonly alike?: boolean
  /** Brings the page into this state. */
  readonly arrive?: (page: Page) => Promise<unknown>
}

const NOBODY = randomUUID()

async function giveGrounds(page: Page): Promise<void> {
  await page.locator('main select[name="purpose"]').selectOption('trace')
  await page.locator('main input[name="reference"]').fill('2023-0418')
}

/** Looks for a mark that leads to no candidate, and waits for what is said of it. */
async function findNone(page: Page, mark: string): Promise<void> {
  await typeMark(page, mark)
  await giveGrounds(page)
  const answered = page.waitForResponse((response) => response.url().includes('/api/find'))
  await page.keyboard.press('Enter')
  await (await answered).finished()
  await page.locator('main [class*="bars"]').waitFor({ state: 'detached' })
}

const foundFirst = (kind: string) => async (page: Page) => {
  await find(page)
  await page.locator(`main a[href^="/${kind}/"]`).first().click()
  await page.locator('main table').waitFor()
}

/** Goes to the text for a court of the firearm that is found first, whose links nobody has confirmed yet. */
async function askForCourtText(page: Page): Promise<void> {
  await find(page)
  const [firearm] = await page
    .locator('main a[href^="/firearms/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await page.locator(`main a[href="${firearm}"]`).first().click()
  await page.locator('main a[href^="/court/"]').click()
  await page.locator('main :is([role="alert"], dl)').first().waitFor()
}

/** A link by which somebody who was invited comes in for the first time. */
async function invitation(stage: Stage): Promise<string> {
  const administrator = await stage.open('/people', { as: 'administrator' })
  const link = await administrator.evaluate(async (name) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ name, agency: null, roles: ['data_protection_officer'] })
    const answer = (await (await fetch('/api/accounts', { method: 'POST', headers, body })).json()) as { link: string }
    return answer.link
  }, `Newcomer ${randomUUID()}`)
  return `/sign-in#${link}`
}

/** Holds a record that is found against another, named by its source and key. */
async function holdAgainstAnother(page: Page): Promise<void> {
  await find(page)
  await page.locator('main a[href^="/why-not/"]').first().click()
  await page.locator('main select[name="source"] option').nth(1).waitFor({ state: 'attached' })
  const options = page.locator('main select[name="source"] option')
  const label = (await options.allTextContents()).find((text) => text.startsWith('Losses and thefts'))
  await page.locator('main select[name="source"]').selectOption({ label: label! })
  await page.locator('main input[name="key"]').fill('T-00001')
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main table').waitFor()
}

/** Draws a sample, begins to judge it, and asks for the list of collisions. */
async function drawAndList(page: Page): Promise<void> {
  const draw = page.locator('main form:has(select[name="size"])')
  const list = page.locator('main form:has(select[name="kind"])')
  const drawn = page.waitForResponse((response) => response.url().endsWith('/api/quality/samples'))
  await draw.locator('button[type="submit"]').click()
  await (await drawn).finished()
  const judging = page.locator('main details + div')
  await judging.getByRole('button').first().click()
  await judging.locator('article').first().waitFor()
  await list.locator('select[name="kind"]').selectOption('nonsense')
  await list.locator('button[type="submit"]').click()
  await page.locator('main a[href^="/api/quality/issues.csv"]').waitFor()
}

/** The page of a record that bears no usable number. */
async function unnumbered(stage: Stage): Promise<string> {
  const page = await stage.open('/find')
  const record = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const { sources } = (await (await fetch('/api/sources')).json()) as { sources: { id: string; name: string }[] }
    const source = sources.find(({ name }) => name === 'Losses and thefts')?.id
    const body = JSON.stringify({ source, limit: 200, grounds: { purpose: 'trace' } })
    const answer = await fetch('/api/sources/records', { method: 'POST', headers, body })
    const { records } = (await answer.json()) as { records: { record: string; read: { serial: { norm: null } } }[] }
    return records.find(({ read }) => read.serial.norm === null)?.record
  })
  return `/records/${record}`
}

async function showOnGrounds(page: Page): Promise<void> {
  await giveGrounds(page)
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main table').waitFor()
}

async function showGraph(page: Page): Promise<void> {
  await giveGrounds(page)
  await page.locator('main form button[type="submit"]').click()
  await page.locator('main input[name="graph-text"]').waitFor()
}

const closed = (path: string, as: Role): Visited => ({ state: `closed to ${as}`, path, as, alike: path !== '/find' })

/** Every view that an address can name, in each state that looks another way: without its states a new one does not compile. */
export const PAGES: Readonly<Record<View['name'], readonly Visited[]>> = {
  home: ROLES.map((as) => ({
    state: `of ${as}`,
    path: '/',
    as,
    alike: as !== 'data_steward' && as !== 'administrator',
  })),
  find: [
    { state: 'empty', path: '/find' },
    { state: 'with candidates', path: '/find', arrive: (page) => find(page) },
    { state: 'with nothing found', path: '/find', arrive: (page) => findNone(page, 'QX?88?1') },
    { state: 'with a mark that says too little', path: '/find', arrive: (page) => findNone(page, '?1*') },
    closed('/find', 'administrator'),
  ],
  'sign-in': [
    { state: 'empty', path: '/sign-in', signedOut: true },
    { state: 'with a link that is over', path: '/sign-in#A'.padEnd(53, 'A'), signedOut: true },
  ],
  'set-up': [{ state: 'of somebody who was invited', path: invitation, signedOut: true }],
  me: [{ state: 'whole', path: '/me' }],
  record: [
    { state: 'whole', path: '/find', arrive: foundFirst('records') },
    { state: 'without a number', path: unnumbered, alike: true, arrive: showOnGrounds },
    { state: 'before anybody says why', path: `/records/${NOBODY}`, alike: true },
    closed(`/records/${NOBODY}`, 'administrator'),
  ],
  firearm: [
    { state: 'whole', path: '/find', arrive: foundFirst('firearms') },
    { state: 'before anybody says why', path: `/firearms/${NOBODY}`, alike: true },
    closed(`/firearms/${NOBODY}`, 'administrator'),
  ],
  imports: [{ state: 'whole', path: '/imports', as: 'data_steward' }, closed('/imports', 'trace_officer')],
  import_new: [{ state: 'empty', path: '/imports/new', as: 'recorder' }],
  import: [
    {
      state: 'done',
      path: '/imports',
      as: 'data_steward',
      arrive: async (page) => {
        await page.locator('main table a[href^="/imports/"]').first().click()
        await page.locator('main dl').first().waitFor()
      },
    },
    { state: 'that is none', path: '/imports/999999', as: 'data_steward', alike: true },
  ],
  enter: [{ state: 'empty', path: '/enter', as: 'recorder' }, closed('/enter', 'trace_officer')],
  why_not: [
    { state: 'before two are chosen', path: '/why-not' },
    { state: 'of two records', path: '/find', arrive: holdAgainstAnother },
    closed('/why-not', 'administrator'),
  ],
  quality: [
    { state: 'with a sample and a list', path: '/quality', as: 'data_steward', arrive: drawAndList },
    closed('/quality', 'recorder'),
  ],
  vocabulary: [{ state: 'whole', path: '/vocabulary', as: 'data_steward' }, closed('/vocabulary', 'trace_officer')],
  models: [
    { state: 'of an analyst', path: '/models', as: 'analyst' },
    {
      state: 'with one out of a file',
      path: '/models',
      as: 'data_steward',
      arrive: async (page) => {
        const buffer = Buffer.from(modelFromElsewhere().text)
        await page
          .locator('main input[name="model"]')
          .setInputFiles({ name: 'a.model.json', mimeType: 'application/json', buffer })
        await page.locator('main caption').first().waitFor()
      },
    },
    closed('/models', 'administrator'),
  ],
  packs: [
    { state: 'without any', path: '/vocabulary/packs', as: 'data_steward' },
    closed('/vocabulary/packs', 'trace_officer'),
  ],
  questions: [
    { state: 'whole', path: '/questions' },
    { state: 'of a question that is none', path: `/questions/${NOBODY}`, alike: true },
    closed('/questions', 'recorder'),
  ],
  traces: [
    {
      state: 'with requests that wait',
      path: async (stage) => {
        await addressOf(sendTrace)(stage)
        return '/traces?list=waiting'
      },
      arrive: (page) => page.locator('main table').first().waitFor(),
    },
    { state: 'with nothing overdue', path: '/traces?list=overdue&partner=XE', alike: true },
    { state: 'with the form for one that came on paper', path: '/traces?list=incoming', arrive: openTypedForm },
    closed('/traces', 'recorder'),
  ],
  trace: [
    {
      state: 'as a draft',
      path: addressOf(draftTrace),
      arrive: (page) => page.locator('main select').first().waitFor(),
    },
    {
      state: 'that was answered',
      path: addressOf(answeredTrace),
      arrive: (page) => page.locator('main figure').first().waitFor(),
    },
    {
      state: 'of another state',
      path: addressOf(incomingTrace),
      arrive: (page) => page.locator('main select[name="replyKind"]').waitFor(),
    },
    { state: 'that is none', path: `/traces/${NOBODY}`, alike: true },
    { state: 'with a permission', path: addressOf(answeredTrace), alike: true, arrive: openPermission },
    closed(`/traces/${NOBODY}`, 'recorder'),
  ],
  ...CASE_PAGES,
  ...CUSTODY_PAGES,
  ...DECONFLICTION_PAGES,
  notices: [{ state: 'whole', path: '/notices' }, closed('/notices', 'administrator')],
  search: [
    { state: 'empty', path: '/search' },
    {
      state: 'with records',
      path: '/search',
      arrive: async (page) => {
        await giveGrounds(page)
        await page.locator('main input[name="words"]').fill('Vard')
        await page.keyboard.press('Enter')
        await page.locator('main article').first().waitFor()
      },
    },
    closed('/search', 'administrator'),
  ],
  court: [
    { state: 'refused, with what is missing', path: '/find', arrive: askForCourtText },
    { state: 'before anybody says why', path: `/court/${NOBODY}`, alike: true },
    closed(`/court/${NOBODY}`, 'recorder'),
  ],
  review: [
    {
      state: 'with a pair on the desk',
      path: '/review',
      arrive: async (page) => {
        await giveGrounds(page)
        await page.locator('main form button[type="submit"]').first().click()
        await page.locator('main [data-pair] table').waitFor()
      },
    },
    { state: 'before anybody says why', path: '/review', alike: true },
    closed('/review', 'recorder'),
  ],
  graph: [
    { state: 'empty', path: '/graph', arrive: showGraph },
    { state: 'before anybody says why', path: '/graph', alike: true },
    closed('/graph', 'recorder'),
  ],
  log: [
    {
      state: 'with entries',
      path: '/log',
      as: 'data_protection_officer',
      arrive: async (page) => {
        await page.locator('main form button[type="submit"]').click()
        await page.locator('main article').first().waitFor()
      },
    },
    { state: 'of an administrator', path: '/log', as: 'administrator' },
    closed('/log', 'trace_officer'),
  ],
  oversight: [{ state: 'whole', path: '/oversight' }, closed('/oversight', 'recorder')],
  sources: [
    { state: 'whole', path: '/sources' },
    { state: 'of a data steward', path: '/sources', as: 'data_steward' },
    closed('/sources', 'administrator'),
  ],
  source: [
    {
      state: 'with its records',
      path: '/sources',
      arrive: async (page) => {
        await page.locator('main a[href^="/sources/"]').first().click()
        await giveGrounds(page)
        await page.locator('main form button[type="submit"]').first().click()
        await page.locator('main table').waitFor()
      },
    },
    { state: 'that is none', path: `/sources/${NOBODY}`, alike: true },
  ],
  agencies: [
    { state: 'whole', path: '/agencies' },
    { state: 'of an administrator', path: '/agencies', as: 'administrator' },
  ],
  people: [
    { state: 'of an administrator', path: '/people', as: 'administrator' },
    { state: 'of a data protection officer', path: '/people', as: 'data_protection_officer' },
    closed('/people', 'trace_officer'),
  ],
  exchange: [
    { state: 'of an administrator', path: '/exchange', as: 'administrator' },
    { state: 'of a tracing officer', path: '/exchange', alike: true },
    closed('/exchange', 'recorder'),
  ],
  partner: [
    { state: 'whole', path: '/exchange/partners/XB' },
    { state: 'of an administrator', path: '/exchange/partners/XC', as: 'administrator', alike: true },
    { state: 'that is none', path: '/exchange/partners/XZ', alike: true },
  ],
  messages: [
    {
      state: 'with the history of one',
      path: '/exchange/messages',
      arrive: async (page) => {
        await page.locator('main article button').first().click()
        await page.locator('main article table').waitFor()
      },
    },
    { state: 'that came', path: '/exchange/messages#box=in', as: 'administrator', alike: true },
    closed('/exchange/messages', 'analyst'),
  ],
  known: [
    { state: 'empty', path: '/exchange/known' },
    { state: 'of a data steward', path: '/exchange/known', as: 'data_steward', alike: true },
    closed('/exchange/known', 'administrator'),
  ],
  ...EXCHANGE_PAGES,
  contacts: [{ state: 'whole', path: '/exchange/contacts' }, closed('/exchange/contacts', 'data_steward')],
  unknown: [{ state: 'whole', path: '/nowhere' }],
}

/** Opens a page in one of its states. */
export async function visit(stage: Stage, { path, as, signedOut, arrive }: Visited, look: Look): Promise<Page> {
  const address = typeof path === 'string' ? path : await path(stage)
  const page = await stage.open(address, {
    ...look,
    // What a device keeps of the field would be found by the next page.
    beside: !signedOut && !address.startsWith('/field'),
    ...(as && { as }),
    ...(signedOut && { signedOut }),
  })
  await page.waitForLoadState('networkidle')
  await page.locator('main :is(h2, [role="alert"])').first().waitFor()
  await arrive?.(page)
  return page
}
