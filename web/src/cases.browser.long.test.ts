import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, LOOKS, openStage, type Stage, sidewaysAt320 } from './browser.fixture.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage?.stop())

async function openFirst(page: Page): Promise<void> {
  await page.locator('main table a[href^="/cases/"]').first().click()
  await page.locator('main dl').first().waitFor()
}

for (const { locale, theme } of LOOKS) {
  test(`a case holds in ${locale}, ${theme}, with its forms open`, async () => {
    const page = await stage.open('/cases', { locale, theme, as: 'investigator' })
    await openFirst(page)
    for (const heading of await page.locator('main section span > button').all()) {
      if (!(await heading.isVisible())) continue
      await heading.click()
    }
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await sidewaysAt320(page), 0)
  })
}

test('an investigator opens a case, writes in it, settles a step and takes it back, and closes it with an answer', async () => {
  const page = await stage.open('/cases', { as: 'investigator' })
  await page.getByRole('button', { name: 'Open a case' }).click()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.getByText('Pick at least one.').waitFor()
  await page.locator('input[name="reference"]').fill('FFP C 26/001')
  await page.locator('input[name="title"]').fill('Parcels from the coast')
  await page.getByText('illicit trafficking', { exact: true }).click()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await page.waitForURL('**/cases/*')
  await page.getByRole('button', { name: 'Write a note' }).click()
  await page.locator('textarea[name="text"]').fill('The parcel was opened.')
  await page.locator('select[name="scheme"]').selectOption('europol')
  await page.locator('select[name="source"]').selectOption('A')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.locator('[data-entry="note"]').filter({ hasText: 'Europol: A' }).waitFor()
  await page.getByRole('button', { name: 'Done: DNA' }).click()
  await page.getByRole('button', { name: 'Take back: DNA' }).click()
  await page.getByRole('button', { name: 'Done: DNA' }).waitFor()
  await page.getByRole('button', { name: 'Close the case' }).click()
  await page.locator('textarea[name="outcome"]').fill('Nothing came of it.')
  await page.locator('select[name="supply"]').selectOption('tried')
  await page.getByRole('button', { name: 'Close the case' }).click()
  await page.locator('textarea[name="why"]').fill('The maker has no records.')
  await page.getByRole('button', { name: 'Close the case' }).click()
  await page.getByText('This case is closed.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Write a note' }).count(), 0)
})

test('what one’s agency gave is withdrawn in two steps, and stands as withdrawn', async () => {
  const page = await stage.open('/cases', { as: 'investigator' })
  await openFirst(page)
  const note = page.locator('[data-entry="note"]').filter({ has: page.locator('p', { hasText: 'one wrapping' }) })
  await note.getByRole('button', { name: 'Withdraw' }).click()
  await note.getByText('never again what it was').waitFor()
  await note.getByRole('button', { name: 'Withdraw' }).click()
  await page.locator('[data-entry="withdrawal"]').first().waitFor()
  await page.locator('[data-ask="rests_on_withdrawn"]').first().waitFor()
})

test('a note says what it builds upon, and somebody is let out for a reason', async () => {
  const page = await stage.open('/cases', { as: 'investigator' })
  await openFirst(page)
  await page.getByRole('button', { name: 'Write a note' }).click()
  await page.locator('textarea[name="text"]').fill('The wrapping is of the same roll.')
  await page.locator('input[name="ground"]').fill('Customs take part')
  await page.getByRole('checkbox', { name: /Customs take part/ }).check()
  await page.locator('input[name="ground"]').fill('nothing is called so')
  assert.equal(await page.locator('input[name="about"]').count(), 1, 'what was chosen stays in sight')
  await page.getByRole('button', { name: 'Write it down' }).click()
  const note = page.locator('[data-entry="note"]').filter({ hasText: 'of the same roll' })
  await note.locator('[data-about="1"]').filter({ hasText: 'Customs take part' }).waitFor()
  await page.getByRole('button', { name: 'Let out: Ilse Moravan' }).click()
  const form = page.getByRole('form', { name: 'Let out: Ilse Moravan' })
  await form.getByRole('button', { name: 'Let out' }).click()
  await form.getByText('This is missing.').waitFor()
  await form.locator('select[name="leaving"]').selectOption('other_duties')
  await form.getByRole('button', { name: 'Let out' }).click()
  await page
    .locator('main tr')
    .filter({ hasText: 'Ilse Moravan' })
    .filter({ hasText: 'has other duties now' })
    .waitFor()
})

/** The case of the border police, which the investigator of the focal point was not let into. */
const FOREIGN = '8cff7236-36d4-83b0-86e6-7dbfd698eb51'

test('whoever was not let in learns nothing of a case', async () => {
  const page = await stage.open(`/cases/${FOREIGN}`, { as: 'investigator' })
  await page.getByRole('heading', { name: 'No such case among yours' }).waitFor()
  assert.equal(await page.locator('main dl').count(), 0)
})

test('a finding is given to a case from the page of the firearm and stands on both pages', async () => {
  const page = await stage.open('/cases', { as: 'investigator' })
  await openFirst(page)
  const file = page.url()
  await page.locator('main a[href^="/firearms/"]').first().click()
  await page.locator('select[name="purpose"]').selectOption('criminal_investigation')
  await page.getByRole('button', { name: 'Show the firearm' }).click()
  const finding = page.locator('section', { has: page.getByRole('heading', { name: 'Findings', exact: true }) })
  await finding.getByRole('button', { name: 'Give to a case' }).first().click()
  await finding.getByRole('radio').first().check()
  await finding.getByRole('button', { name: 'Give it to the case' }).click()
  await finding.getByText('Given to the case').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await sidewaysAt320(page), 0)
  await page.goto(file)
  await page.locator('[data-item="record"]').filter({ hasText: 'Last lawful hands on record' }).waitFor()
})

test('a case is given what is looked up by its mark, and shows a text that was added', async () => {
  const page = await stage.open('/cases', { as: 'investigator' })
  await openFirst(page)
  await page.getByRole('button', { name: 'Give an item' }).click()
  await page.getByRole('button', { name: 'Give it to the case' }).click()
  await page.getByText('Nothing is chosen.').waitFor()
  await page.locator('input[name="item"]').fill('no such mark anywhere')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing that you may read is called so.').waitFor()
  const buffer = Buffer.from('I saw the van.')
  await page.locator('input[type="file"]').setInputFiles([{ name: 'seen.txt', mimeType: 'text/plain', buffer }])
  await page.getByRole('button', { name: 'Look at it: seen.txt' }).click()
  await page.getByRole('textbox', { name: 'seen.txt' }).waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'seen.txt' }).inputValue(), 'I saw the van.')
})

test('whoever strikes words about somebody erased sees what would go before it goes', async () => {
  const page = await stage.open('/things', { as: 'investigator' })
  await page.getByRole('link', { name: 'Teo Marisk' }).first().click()
  await page.waitForURL('**/things/*')
  const thing = new URL(page.url()).pathname
  await page.goto('/cases')
  await openFirst(page)
  const file = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Write a note' }).click()
  await page.locator('textarea[name="text"]').fill('At the gate the driver, Teo Marisk, waited for a second car.')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.locator('[data-entry="note"]').filter({ hasText: 'Teo Marisk' }).waitFor()
  const officer = await stage.open(thing, { as: 'data_protection_officer' })
  await officer.locator('select[name="reason"]').selectOption('data_subject')
  await officer.getByRole('button', { name: 'Erase what is known' }).click()
  await officer.getByText('do not come back').waitFor()
  await officer.getByRole('button', { name: 'Erase what is known' }).click()
  await officer.getByText('Erased', { exact: true }).waitFor()
  await officer.locator('textarea[name="words"]').fill('Marisk Teo')
  await officer.getByRole('button', { name: 'Look for them' }).click()
  const place = officer.locator('main li').filter({ hasText: 'Entry of a case' }).first()
  assert.equal(await officer.getByText('waited for a second').count(), 0, 'places, until it is asked for')
  await place.getByRole('button', { name: 'See what would be struck' }).click()
  assert.equal(await place.locator('mark').textContent(), 'Teo Marisk')
  assert.deepEqual(await axeFindings(officer), [])
  assert.equal(await sidewaysAt320(officer), 0)
  await place.getByRole('button', { name: 'Strike the words' }).click()
  await place.getByText('do not come back').waitFor()
  await place.getByRole('button', { name: 'Strike the words' }).click()
  await officer
    .getByText('Struck: the words of one place')
    .or(officer.getByText('Struck: the words of 1 place'))
    .waitFor()
  await page.goto(file)
  await page.getByText('The words of this entry were struck').waitFor()
  assert.equal(await page.getByText('waited for a second car').count(), 0)
})

test('a second case of a reference that one’s open case bears is opened by a press of its own', async () => {
  const page = await stage.open('/cases', { as: 'investigator' })
  const open = async () => {
    await page.getByRole('button', { name: 'Open a case' }).click()
    await page.locator('input[name="reference"]').fill('FFP C 26/021')
    await page.locator('input[name="title"]').fill('Parcels from the hills')
    await page.getByText('illicit trafficking', { exact: true }).click()
    await page.getByRole('button', { name: 'Open the case' }).click()
  }
  await open()
  await page.waitForURL('**/cases/*')
  const first = page.url()
  await page.goto(new URL('/cases', first).toString())
  await open()
  await page.getByRole('button', { name: 'Open a second case of this reference' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/cases/') && url.toString() !== first)
})
