import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Session } from '../../../contract/src/schemas/session.ts'
import { ensureWeb } from '../../../server/src/cli/ensure-web.ts'
import { manyNodes } from '../../../web/src/graph/graph.fixture.ts'
import { framesWhilePanning } from '../../../web/src/panning.fixture.ts'
import { launchBrowser } from '../../browser.ts'
import { type Measure, measure } from '../measure.ts'
import { timesOf } from '../statistics.ts'
import { bareElements } from './bare-elements.ts'
import { WATCH } from './watch-drawing.ts'

const [NODES, TURNS, STILL_MS, PANNED_MS] = [500, 5, 2_000, 3_000] as const
const ADDRESS = 'http://localhost:4100'
const SIZE = { width: 1280, height: 800 }
/** As large as the drawing is on a page of that size. */
const DRAWN = { width: 780, height: 556 }

const SESSION: Session = {
  account: 'Bench',
  agency: null,
  roles: ['investigator'],
  waitingRoles: [],
  signIn: { method: 'link', enrolled: true, enrolmentNeeded: false, expiresAt: '2999-01-01T00:00:00Z' },
  oversees: [],
  // Of two, one is chosen, and with that the graph is asked for.
  purposes: ['criminal_investigation', 'trace'],
  installation: { name: 'Bench', country: null, demonstration: false },
}

const KINDS: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A page of the built app, which is answered from here: its own files, a session, and one graph. */
async function openApp(browser: Browser, folder: string, answer: unknown): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE, baseURL: ADDRESS })
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/api/session') return route.fulfill({ json: SESSION })
    if (pathname === '/api/graph') return route.fulfill({ json: answer })
    if (pathname.startsWith('/api/')) return route.fulfill({ status: 404, json: {} })
    const kind = KINDS[extname(pathname)]
    const body = await readFile(join(folder, kind ? pathname : 'index.html'))
    return route.fulfill({ body, contentType: kind ?? 'text/html' })
  })
  return page
}

interface Drawing {
  readonly milliseconds: number
  readonly frames: number
}

const drawnAfter = async (page: Page, since: string): Promise<number> =>
  page.evaluate<number>(`window.drawn.then((at) => at - (${since}))`)

/** Frames a second once what follows the first drawing is done with: names, lists to choose from, the sheet for paper. */
async function framesOnceStill(page: Page): Promise<number> {
  await page.waitForTimeout(STILL_MS)
  return framesWhilePanning(page, PANNED_MS)
}

/** The app draws what it asked for: from when the answer is in the page until nodes and ties are on the screen. */
async function drawByApp(browser: Browser, folder: string, pans: boolean): Promise<Drawing> {
  const answer = manyNodes(NODES)
  const page = await openApp(browser, folder, answer)
  try {
    await page.goto(`/graph#nodes=${answer.nodes[0]!.node}`)
    await page.locator('main select[name="purpose"]').selectOption('trace')
    await page.evaluate(WATCH)
    await page.locator('main form button[type="submit"]').click()
    const milliseconds = await drawnAfter(
      page,
      `performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/api/graph')).responseEnd`,
    )
    return { milliseconds, frames: pans ? await framesOnceStill(page) : 0 }
  } finally {
    await page.close()
  }
}

/** The library draws the same: from when its elements are in the page, with their places, and with no page around it. */
async function drawBare(browser: Browser, library: string, pans: boolean): Promise<Drawing> {
  const page = await browser.newPage({ viewport: SIZE })
  try {
    await page.setContent(
      `<main><figure role="application" style="margin: 0; width: ${DRAWN.width}px; height: ${DRAWN.height}px"></figure></main>`,
    )
    await page.evaluate(library)
    await page.evaluate(WATCH)
    const { elements, style } = bareElements(manyNodes(NODES))
    await page.evaluate(`{
      const elements = ${JSON.stringify(elements)}
      const style = ${JSON.stringify(style)}
      window.began = performance.now()
      const cy = cytoscape({
        container: document.querySelector('figure'), elements, style,
        layout: { name: 'preset' }, minZoom: 0.05, maxZoom: 3, textureOnViewport: true,
      })
      cy.fit(undefined, 48)
      // As near as the page shows it.
      void cy.zoom(Math.max(cy.zoom(), 0.45))
    }`)
    const milliseconds = await drawnAfter(page, 'window.began')
    return { milliseconds, frames: pans ? await framesOnceStill(page) : 0 }
  } finally {
    await page.close()
  }
}

/**
 * Five hundred nodes and six hundred ties on the screen of the test browser, and panned there, beside what cytoscape alone
 * takes for the same; in turn, so that both meet the same machine.
 */
export async function benchDrawing(step: (name: string) => void): Promise<Measure[]> {
  const folder = await ensureWeb(() => step('building the browser app'))
  const library = await readFile(new URL('cytoscape.min.js', import.meta.resolve('cytoscape')), 'utf8')
  const browser = await launchBrowser()
  try {
    step(`drawing ${NODES} nodes ${TURNS} times`)
    const [app, bare]: [Drawing[], Drawing[]] = [[], []]
    for (let turn = 0; turn <= TURNS; turn++) {
      const pans = turn === TURNS
      app.push(await drawByApp(browser, folder, pans))
      bare.push(await drawBare(browser, library, pans))
    }
    // The first of each is the browser’s own beginning.
    const median = (drawings: readonly Drawing[]) =>
      timesOf(drawings.slice(1).map(({ milliseconds }) => milliseconds)).median
    const frames = (drawings: readonly Drawing[]) => drawings.at(-1)!.frames
    const name = 'cytoscape alone, no page around it'
    return [
      measure({
        name: `${NODES} nodes and their ties on the screen after the data, median`,
        unit: 'ms',
        value: median(app),
        baseline: { name, value: median(bare) },
        target: { atMost: 500 },
        absolute: true,
      }),
      measure({
        name: 'frames a second while they are panned',
        unit: '',
        value: frames(app),
        baseline: { name, value: frames(bare) },
        target: { atLeast: 30 },
        absolute: true,
      }),
    ]
  } finally {
    await browser.close()
  }
}
