import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { FIRST_SCREEN_MOST, fetchFirstScreen, weightByKind, weightOf } from '../../tools/first-screen.ts'
import { axeFindings, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'
import { ALL_LOOKS, IN_EVERY_LOOK } from './looks.fixture.ts'
import { PAGES, visit } from './pages.fixture.ts'
import { cutOnPaper, leftOnPaper } from './paper.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

const catalogues = await readdir(new URL('../../contract/src/messages/en/', import.meta.url))
const UNTRANSLATED = new RegExp(
  `(?<![\\w./-])(?:${catalogues.map((file) => file.replace('.json', '')).join('|')})\\.[a-z_]+(?:\\.[a-z_]+)*`,
  'g',
)

/** Identifiers of sentences that stand on a page in place of the sentences, seen or spoken. */
async function untranslated(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const named = ['aria-label', 'title', 'placeholder', 'alt']
    const spoken = [...document.querySelectorAll('*')].flatMap((node) => named.map((name) => node.getAttribute(name)))
    return [document.title, document.body.textContent, ...spoken].join('\n')
  })
  return [...new Set(said.match(UNTRANSLATED))]
}

/** Texts that are set smaller than anybody should have to read. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const bearsText = (node: Element) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim())
    const isSmall = (node: Element) => {
      const size = Number.parseFloat(getComputedStyle(node).fontSize)
      // What has no size at all is there to be copied.
      return size > 0 && size < 12
    }
    return [...document.querySelectorAll('body *')]
      .filter((node) => node.checkVisibility() && bearsText(node) && isSmall(node))
      .map((node) => node.outerHTML.slice(0, 120))
  })

const visits = Object.entries(PAGES)
  .flatMap(([name, states]) => states.map((visited) => ({ name, visited })))
  .filter(({ visited }) => IN_EVERY_LOOK || !visited.alike)
for (const [place, { name, visited }] of visits.entries()) {
  const looks = IN_EVERY_LOOK ? ALL_LOOKS : [ALL_LOOKS[place % ALL_LOOKS.length]!]
  for (const { locale, theme } of looks) {
    test(`${name} ${visited.state} stands in ${locale}, ${theme}: on the narrowest screen, on paper, and to axe`, async () => {
      const page = await visit(stage, visited, { locale, theme })
      assert.deepEqual(await axeFindings(page), [])
      assert.deepEqual(await untranslated(page), [])
      assert.deepEqual(await tooSmall(page), [])
      assert.equal(await sidewaysAt320(page), 0)
      await page.emulateMedia({ media: 'print' })
      assert.deepEqual(await leftOnPaper(page), [])
      assert.deepEqual(await cutOnPaper(page), [])
    })
  }
}

for (const { locale } of ALL_LOOKS.filter(({ theme }) => theme === 'light')) {
  test(`the first screen in ${locale} is light, and of it nothing is kept but what never changes`, async () => {
    const page = await stage.open('/')
    const browser = page.context().browser()
    assert.ok(browser)
    const session = await page.context().storageState()
    const fetched = await fetchFirstScreen(browser, { address: stage.address, session, locale })
    const kept = (path: string) => path.startsWith('/assets/')
    assert.ok(
      fetched.some(({ path, kind }) => kept(path) && kind === 'font') && fetched.some(({ path }) => !kept(path)),
    )
    assert.ok(weightOf(fetched) <= FIRST_SCREEN_MOST, JSON.stringify([...weightByKind(fetched)]))
    for (const { path, kind, caching, encoding } of fetched) {
      if (kept(path)) assert.match(caching ?? '', /immutable/, path)
      else assert.match(caching ?? '', path.startsWith('/api/') ? /^no-store$/ : /^no-cache$/, path)
      if (kind === 'script' || kind === 'stylesheet' || kind === 'document')
        assert.match(encoding ?? '', /br|gzip/, path)
    }
  })
}

test('no request left the address, and nothing failed on the way but what is not there or says too little', () => {
  const expected = /status of (?:404|422)/
  assert.deepEqual(
    stage.trouble.filter((line) => !expected.test(line)),
    [],
  )
})
