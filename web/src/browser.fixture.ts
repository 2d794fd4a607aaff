import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, type TestFn, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Locale } from '@proofmark/contract/locales'
import type { Role } from '@proofmark/contract/roles'
import { startForBrowser } from '@proofmark/server/testing/start-for-browser'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../../tools/browser.ts'
import { IN_EVERY_LOOK } from './looks.fixture.ts'

export { LOOKS } from './looks.fixture.ts'

/** How a page is looked at. */
export interface Look {
  readonly locale?: Locale
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  /** Whose role of the demonstration nation is played; the tracing officer's where nothing is said. */
  readonly as?: Role
  /** Nobody is signed in. */
  readonly signedOut?: boolean
  /** Beside other pages of the same person in the same look, whose files the browser need not load and compile again. */
  readonly beside?: boolean
}

/** A served demonstration nation, a browser, and what went wrong in it. */
export interface Stage {
  readonly address: string
  readonly links: Awaited<ReturnType<typeof startForBrowser>>['links']
  /** A fresh page, with nothing kept from another one. */
  readonly open: (path: string, look?: Look) => Promise<Page>
  /** Requests that left the address, errors in the console and exceptions, of every page so far. */
  readonly trouble: readonly string[]
  readonly stop: () => Promise<void>
}

/** Pages that a test opened are closed when it ends: left open, each would go on asking and drawing beside the next. */
const opened = new Set<BrowserContext | Page>()
let inTest = false
beforeEach(() => {
  inTest = true
})
afterEach(async () => {
  inTest = false
  const closing = [...opened]
  opened.clear()
  await Promise.all(closing.map((each) => each.close()))
})

/** A serial of the demonstration nation that stands in several of its sources, worn as an examiner would find it. */
export const WORN_MARK = 'TK?1O4[8B]'

/** What the files of one process share: they are run one after another. */
interface House {
  readonly server: Awaited<ReturnType<typeof startForBrowser>>
  readonly browser: Browser
  readonly sessionOf: (role: Role) => Promise<Kept>
  users: number
}

let house: Promise<House> | null = null

async function openHouse(): Promise<House> {
  const server = await startForBrowser()
  const browser = await launchBrowser()
  const sessions = new Map<Role, Promise<Kept>>()
  const sessionOf = (role: Role) => {
    const known = sessions.get(role)
    if (known) return known
    const opened = signIn(browser, server.links[role])
    sessions.set(role, opened)
    return opened
  }
  try {
    await sessionOf('trace_officer')
  } catch (cause) {
    // Neither must outlive a test that could not begin.
    await browser.close()
    await server.stop()
    throw cause
  }
  return { server, browser, sessionOf, users: 0 }
}

/** Opens a stage: one nation and one browser for all files that are run in this process. */
export async function openStage(): Promise<Stage> {
  house ??= openHouse()
  const shared = await house
  shared.users++
  const { server, browser, sessionOf } = shared
  const trouble: string[] = []
  const contexts = new Map<string, Promise<BrowserContext>>()
  const newContext = async ({ locale, theme, width, as: role, signedOut }: Required<Look>) =>
    browser.newContext({
      baseURL: server.address,
      locale,
      colorScheme: theme,
      viewport: { width, height: 800 },
      ...(signedOut ? {} : { storageState: await sessionOf(role) }),
    })
  const sharedContext = (look: Required<Look>) => {
    const key = JSON.stringify(look)
    const known = contexts.get(key) ?? newContext(look)
    contexts.set(key, known)
    return known
  }
  return {
    address: server.address,
    links: server.links,
    trouble,
    async open(
      path,
      { locale = 'en', theme = 'light', width = 1280, as = 'trace_officer', signedOut = false, beside = false } = {},
    ) {
      const look = { locale, theme, width, as, signedOut, beside }
      const context = await (beside ? sharedContext(look) : newContext(look))
      const page = await context.newPage()
      if (inTest) opened.add(beside ? page : context)
      page.setDefaultTimeout(30_000)
      watch(page, server.address, trouble)
      await page.goto(path)
      await page.locator('main').waitFor()
      return page
    },
    stop: async () => {
      await Promise.all([...contexts.values()].map(async (context) => (await context.catch(() => null))?.close()))
      if (--shared.users > 0) return
      await browser.close()
      await server.stop()
    },
  }
}

/** Writes down what goes wrong in a page: requests that leave the address, errors in the console and exceptions. */
export function watch(page: Page, address: string, trouble: string[]): void {
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== address) trouble.push(`left the address: ${request.url()}`)
  })
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself reports the 401 by which a page learns that nobody is signed in.
    if (message.type() === 'error' && !message.text().includes('401')) trouble.push(`console: ${message.text()}`)
  })
}

type Kept = Exclude<BrowserContextOptions['storageState'], string | undefined>

async function signIn(browser: Browser, link: string): Promise<Kept> {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(link)
  await page.getByRole('navigation').waitFor()
  const kept = await context.storageState()
  await context.close()
  return kept
}

/** The group of character cells. */
export function markField(page: Page): Locator {
  return page.locator('main fieldset')
}

/** The same mark as plain text. */
export function plainMark(page: Page): Locator {
  return page.locator('input[name="serial"]')
}

/** Types a mark into its cells, as at a keyboard. */
export async function typeMark(page: Page, mark: string): Promise<void> {
  await markField(page).locator('input').first().focus()
  await page.keyboard.type(mark)
}

/** Looks for a mark and waits for what comes of it. */
export async function find(page: Page, mark: string = WORN_MARK): Promise<void> {
  await typeMark(page, mark)
  await page.locator('select[name="purpose"]').selectOption('trace')
  await page.locator('input[name="reference"]').fill('2023-0418')
  await page.keyboard.press('Enter')
  await page.locator('article').first().waitFor()
}

/** The rules of axe that a page breaks, with the elements that break them. */
export async function axeFindings(page: Page): Promise<string[]> {
  const source = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  await page.evaluate(source)
  const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
    'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))',
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
}

/** How many pixels a page would have to be scrolled sideways on the narrowest screen that it is made for. */
export async function sidewaysAt320(page: Page): Promise<number> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  if (size) await page.setViewportSize(size)
  return beyond
}

/** A test of the long run alone: what takes long, and what no change to a page is likely to break. */
export const longTest = (name: string, body: TestFn): void => {
  if (IN_EVERY_LOOK) test(name, body)
}
