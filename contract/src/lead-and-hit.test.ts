import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { BALLISTIC_ROUTES } from './ballistic-routes.ts'
import { CATALOGUES } from './catalogues.ts'
import { DOCUMENT_CATALOGUES } from './document-catalogues.ts'
import { ROUTES } from './routes.ts'

/** What a confirmed ballistic hit is called, and what a lead is, in each language that anything is said in. */
const WORDS: Readonly<Record<string, { readonly hit: RegExp; readonly lead: RegExp }>> = {
  en: { hit: /\bhits?\b/i, lead: /\bleads?\b/i },
  fr: { hit: /\brapprochements?\b|\bconcordances?\b/i, lead: /\bpistes?\b/i },
  ar: { hit: /تطابق/, lead: /خيط|خيوط/ },
  es: { hit: /\bcoincidencias? confirmadas?\b|\bhits?\b/i, lead: /\bindicios? balísticos?\b/i },
}

/** These tell the two apart, which takes both words. */
const TELL_APART = ['finding.ballistic_lead', 'usage.ballistic']

test('no sentence in any language calls a lead a hit: one word to a sentence, but where the two are told apart', () => {
  for (const [locale, catalogue] of Object.entries({ ...CATALOGUES, es: {} })) {
    const { hit, lead } = WORDS[locale]!
    const all: Readonly<Record<string, string>> = {
      ...catalogue,
      ...DOCUMENT_CATALOGUES[locale as keyof typeof DOCUMENT_CATALOGUES],
    }
    for (const [id, text] of Object.entries(all)) {
      if (TELL_APART.includes(id)) continue
      const speaksOfLead = lead.test(text) || /(^|[._])leads?([._]|$)/.test(id)
      assert.ok(!(speaksOfLead && hit.test(text)), `${locale} ${id}: ${text}`)
    }
  }
})

test('what is not confirmed has no word of a hit either: waiting, disputed, presumptive', () => {
  for (const [locale, catalogue] of Object.entries(CATALOGUES)) {
    const named = Object.entries(catalogue).filter(([id]) => id.startsWith('ballistic.'))
    assert.ok(named.length > 0)
    for (const [id, text] of named)
      if (WORDS[locale]!.hit.test(text)) assert.equal(id, 'ballistic.level.hit', `${locale} ${id}: ${text}`)
  }
})

/** Every name of a field in a schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...fieldsOf(value),
  ])
}

test('no field of any answer or body is named after a hit, so that none can hold what is only a lead', () => {
  for (const [name, { answer, body }] of Object.entries(ROUTES))
    for (const schema of [answer, body]) {
      if (!(schema instanceof z.ZodType)) continue
      const json = z.toJSONSchema(schema, { io: schema === answer ? 'output' : 'input', unrepresentable: 'any' })
      assert.deepEqual(
        fieldsOf(json).filter((field) => /(^|_)hits?(_|$)|[a-z]Hits?([A-Z]|$)/.test(field)),
        [],
        name,
      )
    }
  assert.equal(Object.keys(BALLISTIC_ROUTES).length, 10)
})
