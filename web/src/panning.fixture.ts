import type { Page } from 'playwright-core'

/** Pans the drawing for so long, by hand, and answers how many frames a second were drawn meanwhile. */
export async function framesWhilePanning(page: Page, milliseconds: number): Promise<number> {
  const box = await page.locator('main [role="application"]').boundingBox()
  if (!box) throw new Error('There is no drawing to pan.')
  await page.evaluate(`{
    window.drawnFrames = 0
    const count = () => { window.drawnFrames++; requestAnimationFrame(count) }
    requestAnimationFrame(count)
  }`)
  // A corner of the drawing where no node is taken hold of.
  await page.mouse.move(box.x + 6, box.y + 6)
  await page.mouse.down()
  const [began, from] = [performance.now(), await page.evaluate<number>('window.drawnFrames')]
  for (let moved = 1; performance.now() - began < milliseconds; moved++)
    await page.mouse.move(box.x + 6 + ((moved * 5) % 300), box.y + 6 + ((moved * 3) % 200))
  const frames = (await page.evaluate<number>('window.drawnFrames')) - from
  const seconds = (performance.now() - began) / 1000
  await page.mouse.up()
  return frames / seconds
}

/** How long this browser takes for a plain loop, in milliseconds: on a machine with much else to do, figures follow it. */
export const yardstick = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const began = performance.now()
    for (let turn = 0, sum = 0; turn < 1e7; turn++) sum += turn
    return performance.now() - began
  })()`)
