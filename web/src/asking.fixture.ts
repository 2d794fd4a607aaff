import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Verdict } from '@proofmark/contract/schemas/question'
import type { Locator, Page } from 'playwright-core'

export interface Sent {
  readonly status: number
  readonly answer: Readonly<Record<string, unknown>>
}

/** What the server answers to whoever is signed in on a page. */
export const send = (page: Page, method: string, path: string, body: object | null = null): Promise<Sent> =>
  page.evaluate(
    async ([method, path, body]) => {
      const init = body === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const answer = await fetch(path, { method, ...init })
      return { status: answer.status, answer: await answer.json() }
    },
    [method, path, body] as const,
  )

interface Asking {
  readonly reference: string
  readonly mark?: string
  readonly make?: string
}

/** Asks every other desk from a page, and answers the question's identifier. */
export async function ask(page: Page, { reference, ...description }: Asking): Promise<string> {
  const others = (await send(page, 'GET', '/api/agencies')).answer as unknown as {
    readonly agencies: readonly { readonly id: string }[]
  }
  const id = randomUUID()
  const asked = await send(page, 'POST', '/api/questions', {
    id,
    reference,
    basis: 'customs_act',
    description: { mark: 'TK?1O4[8B]', ...description },
    agencies: others.agencies.map((agency) => agency.id),
  })
  assert.equal(asked.status, 200)
  return id
}

export async function answer(page: Page, question: string, verdict: Verdict, note?: string): Promise<void> {
  const body = { id: randomUUID(), verdict, ...(note === undefined ? {} : { note }) }
  assert.equal((await send(page, 'POST', `/api/questions/${question}/answers`, body)).status, 200)
}

/** A question on the page, by its reference. */
export const row = (page: Page, reference: string): Locator =>
  page.locator('article').filter({ has: page.getByText(reference, { exact: true }) })

/** The text of what the keyboard stands at. */
export const focused = 'document.activeElement.textContent'
