import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import type { Page } from 'playwright-core'
import { send } from './asking.fixture.ts'
import { find, type Stage } from './browser.fixture.ts'

const grounds = { purpose: 'trace' }

const handling = (originator: string): TraceReplyMessage['handling'] => ({
  scheme: 'europol',
  sourceGrade: 'A',
  informationGrade: '1',
  codes: ['H1'],
  conditions: null,
  originator,
  expires: null,
})

async function asked(page: Page, path: string, body: object): Promise<TraceShown> {
  const { status, answer } = await send(page, 'POST', path, { ...body, grounds })
  assert.equal(status, 200, JSON.stringify(answer))
  return answer as unknown as TraceShown
}

/** A draft about the firearm that is found first, as a tracing officer begins it. */
export async function draftTrace(page: Page): Promise<TraceShown> {
  await find(page)
  const record = await page
    .locator('main a[href^="/firearms/"]')
    .first()
    .evaluate((link) => link.getAttribute('href')?.split('/')[2])
  return asked(page, '/api/traces', { id: randomUUID(), record, reference: '2026-0418' })
}

/** The same firearm asked of another state by a channel that no software reaches. */
export async function sendTrace(page: Page): Promise<TraceShown> {
  const { id, version, form } = await draftTrace(page)
  const to = { partner: 'XB', country: 'XB', role: 'last_import', channel: 'siena' }
  const complete: TraceShown['form'] = {
    ...form,
    illicitGrounds: ['national_law'],
    legalJustification: 'Held without a permit.',
    intendedUse: ['criminal_investigation'],
    circumstances: {
      ...form.circumstances,
      kind: form.circumstances.kind ?? 'seized',
      summary: 'Under a van’s floor.',
    },
    addressee: { country: 'XB', contact: null, role: 'last_import' },
    firearm: { ...form.firearm, type: form.firearm.type ?? 'pistol', countryUnknownBecause: 'No mark tells it.' },
  }
  await asked(page, '/api/traces/forms', { trace: id, version, form: complete, to })
  const sending = { trace: id, channel: 'siena', partner: 'XB', despiteDuplicates: 'Asked of another state.' }
  return asked(page, '/api/traces/sendings', sending)
}

/** The same, answered with a chain that ends in a theft and names the state to ask next. */
export async function answeredTrace(page: Page): Promise<TraceShown> {
  const { id } = await sendTrace(page)
  const nothing = { quantity: null, document: null, evidence: null }
  const message: TraceReplyMessage = {
    form: 'proofmark-trace-1',
    what: 'trace-reply',
    id: randomUUID(),
    request: id,
    repliedAt: new Date().toISOString(),
    replier: {
      country: 'XB',
      contact: { agency: 'Arms registry of XB', unit: null, email: null, telephone: null, verified: null },
      reference: 'XB-77',
    },
    kind: 'full',
    reason: null,
    reasonText: null,
    outcome: 'to_export',
    chain: [
      {
        ...nothing,
        place: 1,
        role: 'manufacturer',
        name: 'Vard',
        country: 'XB',
        date: { from: '2001-01-01', to: '2001-12-31' },
      },
      {
        place: 2,
        role: 'importer',
        name: 'Oster & Sons',
        country: 'XC',
        date: { from: '2002-02-03', to: '2002-02-03' },
        quantity: 120,
        document: { kind: 'import licence', number: 'EX-881/02' },
        evidence: null,
      },
    ],
    lastLawfulHolder: 'Oster & Sons',
    diversion: {
      kind: 'theft-dealer',
      window: { from: '2005-01-01', to: '2005-03-10' },
      place: 'Harn',
      basis: 'reported to the police',
    },
    next: { country: 'XC', importer: 'Oster & Sons', role: 'last_import' },
    handling: handling('Arms registry of XB'),
    courtUse: { permitted: false, on: null, by: null },
  }
  return asked(page, '/api/traces/replies', { trace: id, message, door: 'hand' })
}

/** A request of another state about the same firearm, that came as a file. */
export async function incomingTrace(page: Page): Promise<TraceShown> {
  const { form } = await draftTrace(page)
  const message: TraceRequestMessage = {
    form: 'proofmark-trace-1',
    what: 'trace-request',
    id: randomUUID(),
    parent: null,
    requestedAt: new Date(Date.now() - 60_000).toISOString(),
    answerBy: null,
    requester: {
      country: 'XD',
      contact: { agency: 'Police of XD', unit: 'Firearms', email: 'desk@example.org', telephone: null, verified: null },
      reference: 'XD-991',
      legalBasis: 'international_tracing_instrument',
    },
    addressee: { country: 'XA', contact: null, role: 'last_import' },
    priority: 'urgent',
    urgentBecause: 'The trial opens on Monday.',
    intendedUse: ['criminal_proceedings'],
    intendedUseText: null,
    illicitGrounds: ['national_law'],
    legalJustification: 'Held without a permit.',
    circumstances: {
      kind: 'seized',
      date: { from: '2026-10-03', to: '2026-10-03' },
      country: 'XD',
      place: 'Vell',
      summary: null,
    },
    firearm: form.firearm,
    questions: ['full_chain'],
    related: [],
    ballisticLead: false,
    handling: handling('Police of XD'),
    attachments: [],
  }
  return asked(page, '/api/traces/incoming', { message, partner: 'XD', channel: 'other' })
}

/** The address of a request that a tracing officer made beforehand. */
export const addressOf =
  (make: (page: Page) => Promise<TraceShown>) =>
  async (stage: Stage): Promise<string> => {
    const page = await stage.open('/find')
    const { id } = await make(page)
    await page.context().close()
    return `/traces/${id}`
  }

/** Opens the form into which a request that came on paper is typed, on the list of incoming requests. */
export async function openTypedForm(page: Page): Promise<void> {
  const closed = page.locator('main section', { hasNot: page.locator('form') })
  await closed.getByRole('button').last().click()
  await page.locator('main input[name="askingCountry"]').waitFor()
}

/** Opens the form in which a permission is noted, on the page of a request. */
export async function openPermission(page: Page): Promise<void> {
  await page.locator('main button[aria-expanded]').last().click()
  await page.locator('main input[name="givenBy"]').waitFor()
}
