import type { Browser, BrowserContextOptions, Response } from 'playwright-core'

/** What the first screen may weigh as it travels, fonts and all: DESIGN. */
export const FIRST_SCREEN_MOST = 250_000

/** Something that the first screen fetches. */
export interface Fetched {
  readonly path: string
  /** As the browser calls it: document, script, stylesheet, font, fetch, image … */
  readonly kind: string
  /** Of its body, as it travelled. */
  readonly bytes: number
  readonly encoding: string | null
  readonly caching: string | null
}

interface FirstVisit {
  readonly address: string
  /** What signs the visitor in. */
  readonly session: NonNullable<BrowserContextOptions['storageState']>
  readonly locale: string
}

/** All that a browser that has nothing kept fetches to show a signed-in person the page where work begins. */
export async function fetchFirstScreen(
  browser: Browser,
  { address, session, locale }: FirstVisit,
): Promise<readonly Fetched[]> {
  const context = await browser.newContext({ baseURL: address, storageState: session, locale })
  try {
    const page = await context.newPage()
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    await page.goto('/')
    await page.locator('main h2').first().waitFor()
    await page.evaluate('document.fonts.ready.then(() => true)')
    await page.waitForLoadState('networkidle')
    return await Promise.all(responses.map(fetchedOf))
  } finally {
    await context.close()
  }
}

async function fetchedOf(response: Response): Promise<Fetched> {
  const { responseBodySize } = await response.request().sizes()
  const headers = response.headers()
  return {
    path: new URL(response.url()).pathname,
    kind: response.request().resourceType(),
    bytes: responseBodySize,
    encoding: headers['content-encoding'] ?? null,
    caching: headers['cache-control'] ?? null,
  }
}

export const weightOf = (fetched: readonly Fetched[]): number => fetched.reduce((sum, { bytes }) => sum + bytes, 0)

/** Of how many bytes of which kind it is made, the heaviest kind first. */
export function weightByKind(fetched: readonly Fetched[]): ReadonlyMap<string, number> {
  const kinds = Map.groupBy(fetched, ({ kind }) => kind)
  return new Map([...kinds].map(([kind, each]) => [kind, weightOf(each)] as const).sort((a, b) => b[1] - a[1]))
}
