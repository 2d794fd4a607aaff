import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SCHEMES } from '@proofmark/domain/evaluation'
import { MARK_KINDS, MARK_STATES, PARTS } from '@proofmark/domain/marking'
import { LEAVE_REASONS } from '@proofmark/domain/may-leave'
import { DOCUMENT_CATALOGUES, sayInDocument } from './document-catalogues.ts'
import { DIVERSION_KINDS } from './life-words.ts'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from './locales.ts'
import { LEGAL_BASES } from './purposes.ts'
import {
  ADDRESSEE_ROLES,
  CHAIN_ROLES,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  RECOVERY_KINDS,
  REFUSAL_REASONS,
  REPLY_KINDS,
  TRACE_OUTCOMES,
  TRACE_PRIORITIES,
  TRACE_QUESTIONS,
} from './trace-words.ts'

const languages = Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[]
const parameters = (message: string) => [...message.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort()

test('every word of a document stands in each of its four languages, with the same parameters', () => {
  const ids = Object.keys(DOCUMENT_CATALOGUES.en).filter((id) => id.startsWith('document.'))
  for (const language of languages) {
    const catalogue = DOCUMENT_CATALOGUES[language]
    assert.deepEqual(
      Object.keys(catalogue)
        .filter((id) => id.startsWith('document.'))
        .sort(),
      ids.sort(),
      language,
    )
    for (const id of ids) {
      assert.ok(catalogue[id]?.trim(), `${language} ${id}`)
      assert.deepEqual(
        parameters(catalogue[id] ?? ''),
        parameters(DOCUMENT_CATALOGUES.en[id] ?? ''),
        `${language} ${id}`,
      )
    }
  }
})

test('every word of the closed lists of a trace can be printed in each of them', () => {
  const wanted = [
    ...MARK_STATES.map((code) => `word.mark_state.${code}`),
    ...PARTS.filter((code) => code !== 'unknown').map((code) => `word.part.${code}`),
    ...LEGAL_BASES.map((code) => `word.basis.${code}`),
    ...DIVERSION_KINDS.map((code) => `word.explanation.${code}`),
    ...MARK_KINDS.map((code) => `document.mark_kind.${code}`),
    ...ADDRESSEE_ROLES.map((code) => `document.role.${code}`),
    ...TRACE_PRIORITIES.map((code) => `document.priority.${code}`),
    ...ILLICIT_GROUNDS.map((code) => `document.ground.${code}`),
    ...INTENDED_USES.map((code) => `document.use.${code}`),
    ...TRACE_QUESTIONS.map((code) => `document.question.${code}`),
    ...RECOVERY_KINDS.map((code) => `document.recovery.${code}`),
    ...REPLY_KINDS.map((code) => `document.reply_kind.${code}`),
    ...REFUSAL_REASONS.map((code) => `document.refusal.${code}`),
    ...CHAIN_ROLES.map((code) => `document.chain_role.${code}`),
    ...TRACE_OUTCOMES.map((code) => `document.outcome.${code}`),
    ...LEAVE_REASONS.map((code) => `document.leave.${code}`),
    ...Object.entries(SCHEMES).flatMap(([scheme, { source, information, codes }]) => [
      `document.scheme.${scheme}`,
      ...source.map((grade) => `document.grade.${scheme}.source.${grade}`),
      ...information.map((grade) => `document.grade.${scheme}.information.${grade}`),
      ...codes.map((code) => `document.code.${scheme}.${code}`),
    ]),
  ]
  for (const language of languages) {
    const say = sayInDocument(language)
    assert.deepEqual(
      wanted.filter((id) => say(id) === id),
      [],
      language,
    )
  }
})
