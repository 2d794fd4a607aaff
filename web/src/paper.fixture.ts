import type { Page } from 'playwright-core'

/** A4 between its margins, in pixels: 210 mm less twice 16. */
const PAPER = { width: Math.floor(((210 - 32) * 96) / 25.4), height: Math.floor(((297 - 32) * 96) / 25.4) }

/** What only a screen has any use for, and is on the paper all the same: ways to other pages, and buttons that say nothing of the page's own. */
export async function leftOnPaper(page: Page): Promise<string[]> {
  await page.setViewportSize(PAPER)
  return page.evaluate(() =>
    [...document.querySelectorAll('nav, footer, button:not(figure *, [data-printed]), [type="submit"]')]
      .filter((node) => node.checkVisibility() && node.getBoundingClientRect().width > 1)
      .map((node) => node.outerHTML.slice(0, 120)),
  )
}

/** What does not fit on the paper, or is cut off within its own box. */
export async function cutOnPaper(page: Page): Promise<string[]> {
  await page.setViewportSize(PAPER)
  return page.evaluate(() => {
    const seen = (node: Element) =>
      node.checkVisibility() && node.getBoundingClientRect().width > 1 && !node.closest('.unseen')
    const isBeyond = (node: Element) => {
      const { left, right } = node.getBoundingClientRect()
      return left < -1 || right > innerWidth + 1
    }
    const isCut = (node: Element) =>
      getComputedStyle(node).overflowX !== 'visible' && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
    return [...document.querySelectorAll('body *')]
      .filter((node) => seen(node) && !node.closest('input, select, textarea') && (isBeyond(node) || isCut(node)))
      .map((node) => node.outerHTML.slice(0, 120))
  })
}
