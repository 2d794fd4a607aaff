import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings, LOOKS, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'
import { manyNodes } from './graph/graph.fixture.ts'
import { openMade } from './graph.fixture.ts'
import { framesWhilePanning, yardstick } from './panning.fixture.ts'
import { cutOnPaper, leftOnPaper } from './paper.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

// No demonstration holds five hundred nodes around one firearm: their answer is made here.
test('five hundred nodes are drawn and panned', async (t) => {
  const page = await stage.open('/')
  await openMade(page, manyNodes(500))
  const first = await page.evaluate<number>(`new Promise((done) => {
    const answered = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/graph')).at(-1)
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - answered.responseEnd)))
  })`)
  t.diagnostic(`first drawing ${Math.round(first)} ms after the data`)
  const frames = await framesWhilePanning(page, 3_000)
  t.diagnostic(`a loop of ten million additions took ${Math.round(await yardstick(page))} ms beside it`)
  t.diagnostic(`${frames.toFixed(1)} frames a second while 500 nodes are panned`)
  assert.match((await page.locator('main section header p').first().textContent()) ?? '', /^500 nodes, \d+ ties$/)
})

for (const look of LOOKS) {
  test(`the drawing and its twins stand in ${look.locale}, ${look.theme}`, async () => {
    const page = await stage.open('/', look)
    await openMade(page, manyNodes(24))
    for (const view of [0, 1, 2]) {
      await page.locator('input[name="graph-view"]').nth(view).check()
      assert.deepEqual(await axeFindings(page), [])
      assert.equal(await sidewaysAt320(page), 0)
    }
    await page.locator('input[name="graph-view"]').first().check()
    await page.emulateMedia({ media: 'print' })
    assert.deepEqual(await leftOnPaper(page), [])
    assert.deepEqual(await cutOnPaper(page), [])
  })
}
