import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hostedDatabase } from '@proofmark/server/testing/hosted-database'
import type { Locator, Page } from 'playwright-core'
import { axeFindings, LOOKS, type Look, sidewaysAt320 } from './browser.fixture.ts'
import { codeOf, type Installation, openInstallation, type Somebody } from './installation.fixture.ts'

const PASSWORD = 'seven quiet herons over Vard'

let installation: Installation
let first: Somebody
let second: Somebody
let recorder: Somebody
/** Somebody who was invited and has set no second factor yet, and somebody who waits for a role. */
let newcomer: Somebody
let waiting: Somebody
const links = new Map<string, string>()
let secret = ''

// In this order: the server goes before its database does.
after(() => installation?.stop())
const database = await hostedDatabase()
before(async () => {
  installation = await openInstallation(database)
})

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true })
const desk = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name })
const shown = async (page: Page) => ((await page.locator('[class*="secret"] bdi').first().textContent()) ?? '').trim()
const person = (page: Page, name: string) =>
  page.locator('article').filter({ has: page.locator('h4', { hasText: name }) })

async function invite(page: Page, name: string, agency: string, role: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.locator('select[name="agency"]') })
  await form.locator('input[name="name"]').fill(name)
  await form.locator('select[name="agency"]').selectOption({ label: agency })
  await form.locator(`input[name="${role}"]`).check()
  await button(form, 'Invite').click()
  await page.getByText(`Hand this link to ${name}`).waitFor()
  links.set(name, await shown(page))
  await button(page, 'I have kept it').click()
  await person(page, name).waitFor()
}

async function makePasskey({ page }: Somebody, name: string): Promise<void> {
  await page.locator('input[name="passkey"]').fill(name)
  await button(page, 'Make a passkey').click()
}

/** The digits that somebody who waits would read out. */
async function confirmationCode(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: /^Confirmation code: / })
  return ((await code.textContent()) ?? '').replace(/\D/g, '')
}

async function decide(page: Page, code: string): Promise<void> {
  await page.locator('article input[name="code"]').fill(code)
  await button(page, /^Confirm recorder for/).click()
}

test('the first administrator comes by the link, makes a passkey, and comes to the people', async () => {
  first = await installation.somebody()
  await first.page.goto(installation.link)
  await heading(first.page, 'How you will sign in').waitFor()
  assert.equal(new URL(first.page.url()).pathname, '/set-up')
  assert.doesNotMatch(first.page.url(), /#./)
  assert.equal(await first.page.locator('header nav a').count(), 0)
  await makePasskey(first, 'Desk computer')
  await heading(first.page, 'Nothing waits for you').waitFor()
  assert.equal(new URL(first.page.url()).pathname, '/')
  await desk(first.page, 'People').click()
  await heading(first.page, 'One person').waitFor()
})

test('people are invited with an agency and roles, each by a link that is shown once', async () => {
  const { page } = first
  await desk(page, 'Agencies').click()
  await page.locator('input[name="new agency"]').fill('Police')
  await page.locator('input[name="desk"]').fill('Duty desk, 4711')
  await button(page, 'Add').click()
  await page.getByText('Police is added.').waitFor()
  await desk(page, 'People').click()
  await invite(page, 'Omar Benali', 'Police', 'administrator')
  await invite(page, 'Rita Sousa', 'Police', 'recorder')
  await invite(page, 'Ines Duval', 'No agency', 'data_protection_officer')
  await invite(page, 'Lea Costa', 'Police', 'analyst')
  await invite(page, 'Nil Okoro', 'Police', 'recorder')
  assert.equal(await page.locator('[class*="secret"]').count(), 0)
  for (const link of links.values()) assert.match(link, /^http:\/\/localhost:\d+\/sign-in#[\w-]{43}$/)
  await page.locator('input[name="name"]').fill('Omar Benali')
  await button(page, 'Invite').click()
  await page.locator('input[name="name"][aria-invalid]').waitFor()
})

test('a password that is too short is told so, and a second factor is set up by picture or by typing', async () => {
  second = await installation.somebody()
  const { page } = second
  await page.goto(links.get('Omar Benali') ?? '')
  await button(page, 'Use a password instead').click()
  await page.locator('input[name="password"]').fill('short')
  await button(page, 'Set the password').click()
  await page.locator('input[name="password"][aria-invalid]').waitFor()
  await page.locator('input[name="password"]').fill(PASSWORD)
  await button(page, 'Set the password').click()
  await page
    .getByRole('img', { name: /^QR code/ })
    .locator('path')
    .waitFor()
  secret = await shown(page)
  assert.match(secret, /^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
  await page.locator('input[name="code"]').fill('000000')
  await button(page, 'Confirm').click()
  await page.locator('input[name="code"][aria-invalid]').waitFor()
  await page.locator('input[name="code"]').fill(codeOf(secret))
  await button(page, 'Confirm').click()
  await heading(page, 'Waiting for your roles').waitFor()
})

test('while nobody else could, the operator confirms at the machine, and the page goes on by itself', async () => {
  const code = await confirmationCode(second.page)
  assert.match(code, /^\d{8}$/)
  const ended = await installation.shell('account', 'confirm', 'Omar Benali', '--code', code)
  assert.equal(ended.code, 0, ended.err)
  await desk(second.page, 'People').click()
  await heading(second.page, /people$/).waitFor()
})

test('a role is confirmed by a second person with the code that its holder reads out', async () => {
  recorder = await installation.somebody()
  const { page } = recorder
  await page.goto(links.get('Rita Sousa') ?? '')
  await makePasskey(recorder, 'Key on the ring')
  await heading(page, 'Waiting for your roles').waitFor()
  const code = await confirmationCode(page)
  await first.page.reload()
  await person(first.page, 'Rita Sousa').getByText('Waits for the role recorder').waitFor()
  assert.equal(await button(first.page, /^Confirm recorder/).count(), 0)
  await second.page.reload()
  await button(second.page, /^Confirm recorder/).waitFor()
  await decide(second.page, '123')
  assert.equal(await second.page.evaluate('document.activeElement.name'), 'code')
  const wrong = code === '12345678' ? '87654321' : '12345678'
  await decide(second.page, wrong)
  await second.page.getByText('4 attempts are left').waitFor()
  await decide(second.page, code)
  await button(second.page, /^Confirm recorder/).waitFor({ state: 'detached' })
  await heading(page, 'Nothing waits for you').waitFor()
  await desk(page, 'Find').waitFor()
})

test('one signs in again by passkey, and a page that was asked for is there afterwards', async () => {
  const { page } = recorder
  await button(page, 'Sign out').click()
  await button(page, 'Sign in with a passkey').waitFor()
  await page.goto('/me')
  await button(page, 'Sign in with a passkey').click()
  await heading(page, 'One passkey').waitFor()
  assert.equal(new URL(page.url()).pathname, '/me')
})

test('a refusal does not say what was wrong, a password needs its code, and too many are told when to come back', async () => {
  const { page } = await installation.somebody()
  await page.goto('/sign-in')
  const enter = async (name: string, password: string) => {
    await page.locator('input[name="name"]').fill(name)
    await page.locator('input[name="password"]').fill(password)
    await button(page, 'Go on').click()
  }
  const refusal = page.getByRole('alert')
  await enter('Nobody of that name', PASSWORD)
  await refusal.waitFor()
  const told = await refusal.textContent()
  await enter('Omar Benali', 'seven loud herons over Vard')
  await refusal.waitFor()
  assert.equal(await refusal.textContent(), told)
  await enter('Omar Benali', PASSWORD)
  await page.locator('input[name="code"]').fill(codeOf(secret, 1))
  await button(page, 'Sign in').click()
  await desk(page, 'People').waitFor()
  await button(page, 'Sign out').click()
  for (let attempt = 0; attempt < 6; attempt++) {
    const answered = page.waitForResponse('**/api/session/password')
    await enter('Nobody of that name', PASSWORD)
    await answered
  }
  await page.getByText(/From \d\d:\d\d:\d\d on\./).waitFor()
})

test('a sign-in that is old is asked for again before a token is made, and what was typed waits', async () => {
  const { page } = recorder
  await page.locator('input[name="token"]').fill('nightly import')
  await installation.age(20)
  await button(page, 'Make a token').click()
  await heading(page, 'Sign in again').waitFor()
  await button(page, 'Sign in with a passkey').click()
  await heading(page, 'Sign in again').waitFor({ state: 'detached' })
  assert.equal(await page.locator('input[name="token"]').inputValue(), 'nightly import')
  await button(page, 'Make a token').click()
  const line = page.getByText(/^PROOFMARK_TOKEN=/)
  await line.waitFor()
  const token = ((await line.textContent()) ?? '').replace('PROOFMARK_TOKEN=', '')
  const asked = await fetch(`${installation.address}/api/session`, { headers: { authorization: `Bearer ${token}` } })
  assert.equal(((await asked.json()) as { account: string }).account, 'Rita Sousa')
  await button(page, 'I have kept it').click()
  await heading(page, 'One token for the shell').waitFor()
  await button(page, 'Revoke the token nightly import').click()
  await button(page, 'Revoke').click()
  await heading(page, 'Tokens for the shell: none').waitFor()
})

test('a session elsewhere is ended from here, and ends there at once', async () => {
  const elsewhere = await installation.somebody()
  await recorder.copyPasskeysTo(elsewhere)
  await elsewhere.page.goto('/me')
  await button(elsewhere.page, 'Sign in with a passkey').click()
  await elsewhere.page.getByText('this one').waitFor()
  await recorder.page.reload()
  const { page } = recorder
  const ends = button(page, /^Sign out there/)
  await ends.first().waitFor()
  const others = await ends.count()
  await ends.first().click()
  await page.waitForFunction((most) => [...document.querySelectorAll('main tbody button')].length < most, others)
  await elsewhere.page.reload()
  await button(elsewhere.page, 'Sign in with a passkey').waitFor()
  if (others > 1) {
    await button(page, 'Sign out everywhere else').click()
    await button(page, 'Sign out everywhere else').click()
  }
  await heading(page, 'Signed in at one place').waitFor()
})

test('the last way in cannot be removed, and saying so changes nothing', async () => {
  const { page } = recorder
  await button(page, 'Remove the passkey Key on the ring').click()
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Leave it as it is')
  await button(page, 'Remove').click()
  await page.getByText('Then nothing would be left by which you sign in.').waitFor()
  await heading(page, 'One passkey').waitFor()
})

test('a reset says what it does before it does it, and leaves every role waiting', async () => {
  const { page } = first
  await page.reload()
  await button(page, 'Change what Rita Sousa may do').click()
  const rita = person(page, 'Rita Sousa')
  await button(rita, 'Reset the sign-in of Rita Sousa').click()
  await rita.getByText('Every role waits again until another person than you confirms it').waitFor()
  await button(rita, 'Reset the sign-in').click()
  await rita.getByText('Hand it to Rita Sousa and nobody else.').waitFor()
  await rita.getByText('Waits for the role recorder, which').waitFor()
  await recorder.page.reload()
  await button(recorder.page, 'Sign in with a passkey').waitFor()
  await button(rita, 'Sign-ins of Rita Sousa').click()
  await page
    .getByRole('row', { name: /Rita Sousa signed in passkey/ })
    .first()
    .waitFor()
})

test('a request is taken back, and made again by Undo', async () => {
  const { page } = first
  await button(page, 'Change what Lea Costa may do').click()
  const lea = person(page, 'Lea Costa')
  await button(lea, 'Take back the request for analyst').click()
  await lea.getByText('Waits for the role').waitFor({ state: 'detached' })
  await button(lea, 'Undo').click()
  await lea.getByText('Waits for the role analyst').waitFor()
})

test('a data protection officer sees the people, and changes nothing of them', async () => {
  const { page } = await installation.somebody()
  await page.goto(links.get('Ines Duval') ?? '')
  await button(page, 'Make a passkey').click()
  const code = await confirmationCode(page)
  await second.page.reload()
  const ines = second.page.locator('article').filter({ has: second.page.locator('h3', { hasText: 'Ines Duval' }) })
  await ines.locator('input[name="code"]').fill(code)
  await button(ines, /^Confirm data protection officer/).click()
  await desk(page, 'People').click()
  await heading(page, /people$/).waitFor()
  assert.equal(await button(page, /^Change what/).count(), 0)
  assert.equal(await page.locator('input[name="agency"]').count(), 0)
  assert.notEqual(await button(page, /^Sign-ins of/).count(), 0)
})

test('every page here stands with somebody at it', async () => {
  newcomer = await installation.somebody()
  await newcomer.page.goto(links.get('Nil Okoro') ?? '')
  await button(newcomer.page, 'Use a password instead').click()
  await newcomer.page.locator('input[name="password"]').fill(PASSWORD)
  await button(newcomer.page, 'Set the password').click()
  await newcomer.page.locator('input[name="code"]').waitFor()
  waiting = await installation.somebody()
  await waiting.page.goto(links.get('Lea Costa') ?? '')
  await button(waiting.page, 'Make a passkey').click()
  await confirmationCode(waiting.page)
})

/** Each page in one look, with as much of it open as can be. */
async function pagesOf(look: Look): Promise<Page[]> {
  const signIn = await installation.look(null, '/sign-in', look)
  await signIn.locator('form button').last().click()
  await signIn.locator('input[aria-invalid]').waitFor()
  const setUp = await installation.look(newcomer, '/set-up', look)
  await setUp.locator('svg[role="img"] path').waitFor()
  const waits = await installation.look(waiting, '/set-up', look)
  await waits.locator('bdi[role="img"]').waitFor()
  const me = await installation.look(first, '/me', look)
  await me.locator('main li button').first().click()
  await me.locator('main fieldset').waitFor()
  const people = await installation.look(first, '/people', look)
  const opener = people.locator('article button[aria-expanded]').first()
  await opener.click()
  await people.locator('article form').waitFor()
  await people.locator('main select[name="account"] ~ *, main select[name="account"]').first().selectOption('')
  await people.locator('main table').waitFor()
  return [signIn, setUp, waits, me, people]
}

for (const { locale, theme } of LOOKS) {
  test(`axe finds nothing to mend in ${locale}, ${theme}, and 320 pixels hold every page`, async () => {
    for (const page of await pagesOf({ locale, theme })) {
      assert.deepEqual(await axeFindings(page), [], page.url())
      assert.equal(await sidewaysAt320(page), 0, page.url())
      await page.context().close()
    }
  })
}

test('no request left the address, and nothing failed on the way but what was refused', () => {
  assert.deepEqual(
    installation.trouble.filter((each) => !/status of (403|409|422|429)/.test(each)),
    [],
  )
})
