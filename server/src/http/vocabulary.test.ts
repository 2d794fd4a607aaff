import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import type { RenewalPreview } from '@proofmark/contract/schemas/renewal'
import type { VocabularyList, VocabularyQueue } from '@proofmark/contract/schemas/vocabulary'
import { startForBrowser } from '../testing/start-for-browser.ts'

const served = await startForBrowser()
after(() => served.stop())

type Failed = { readonly error: { readonly code: string; readonly parameters: Record<string, string> } }

async function ask<Answer>(name: RouteName, body?: unknown, role: keyof typeof served.tokens = 'data_steward') {
  const { method, path } = PATHS[name]
  const answer = await fetch(served.address + addressOf(path, {}), {
    method,
    headers: {
      authorization: `Bearer ${served.tokens[role]}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as Answer & Failed
}

async function imported(rows: string): Promise<void> {
  const path = addressOf(PATHS.importFile.path, { source: 'Register of civilian firearms', file: 'words.csv' })
  const headers = { authorization: `Bearer ${served.tokens.data_steward}` }
  const { rejected } = await (await fetch(served.address + path, { method: 'POST', headers, body: rows })).json()
  assert.equal(rejected, 0)
}

test('a text waits, is decided on, and a preview says what reading again by it would change', async () => {
  await imported('id,serial,make\nW1,TSTW001,qqwerks\nW2,TSTW002,QQ Werks\n')
  const queue = await ask<VocabularyQueue>('vocabularyQueue', { field: 'make' })
  const waiting = queue.texts.find(({ text }) => text.toLowerCase().includes('qq'))
  assert.equal(waiting?.records, 2)
  const unknown = await ask('vocabularyDecide', { field: 'make', text: 'qqwerks', means: { code: 'no such make' } })
  assert.equal(unknown.error.code, 'vocabulary_code_unknown')
  const { decision } = await ask<{ decision: string }>('vocabularyDecide', {
    field: 'make',
    text: 'qqwerks',
    means: { code: 'taurus' },
  })
  const list = await ask<VocabularyList>('vocabularyList', {})
  assert.deepEqual(
    list.decisions.map((each) => [each.decision, each.text, each.code]),
    [[decision, 'qqwerks', 'taurus']],
  )
  const preview = await ask<RenewalPreview>('renewalPreview', {})
  assert.deepEqual([preview.changed, preview.changes[0]?.field, preview.changes[0]?.to.code], [2, 'make', 'taurus'])
  await ask('vocabularyWithdraw', { field: 'make', text: 'qqwerks' })
  assert.deepEqual((await ask<VocabularyList>('vocabularyList', {})).decisions, [])
})

test('what waits in one agency is nobody else’s business', async () => {
  for (const name of ['vocabularyQueue', 'vocabularyList', 'renewalPreview'] as const)
    assert.equal((await ask(name, {}, 'analyst')).error.code, 'role_needed', name)
  const other = await ask('vocabularyQueue', { agency: 'Customs Service' })
  assert.equal(other.error.code, 'not_your_agency')
})
