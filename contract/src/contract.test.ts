import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { OTHER_GOODS, TYPES } from '@proofmark/domain/lexicons/types'
import { MARK_STATES } from '@proofmark/domain/marking'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import { AUDIT_EVENTS } from './audit-events.ts'
import {
  BALLISTIC_STANDINGS,
  BALLISTIC_STEPS,
  REFERRAL_OUTCOMES,
  REFERRAL_REASONS,
  RESULT_STATES,
} from './ballistic-words.ts'
import {
  CASE_ASKS,
  CASE_ENTRY_KINDS,
  CASE_ITEM_KINDS,
  CASE_PARTS,
  CASE_STATES,
  CASE_VISIBILITIES,
  DOCUMENT_CAUTIONS,
  SUPPLY_CHAIN_ANSWERS,
  TASK_STATES,
  TASK_TEMPLATE_NAMES,
  TASK_TEMPLATES,
} from './case-desk-words.ts'
import {
  CASE_KINDS,
  GRAPH_QUESTIONS,
  NEXUS_MARKS,
  NODE_KINDS,
  RELATIONS,
  STANDINGS,
  SUBJECT_CATEGORIES,
} from './case-words.ts'
import { CATALOGUES, sayIn } from './catalogues.ts'
import {
  CUSTODY_BREAKS,
  CUSTODY_GRADES,
  CUSTODY_HOLDS,
  CUSTODY_OBSTACLES,
  CUSTODY_PURPOSES,
  DISPOSAL_STATES,
  FIRED_ITEM_KINDS,
  STOCK_FINDINGS,
  STOCKTAKE_STATES,
} from './custody-words.ts'
import { DECONFLICTION_KINDS, OPERATION_KINDS } from './deconfliction-words.ts'
import { ERRORS } from './errors.ts'
import { DELIVERY_REASONS, INBOX_STATES, OUTBOX_STATES, PARTNER_STATES } from './exchange-words.ts'
import { CONFIDENCES, CUSTODIANS, EXPLANATIONS, FINDING_RULES, LIFE_STATUSES, OBLIGATIONS } from './life-words.ts'
import { chooseLocale, LOCALES, type Locale } from './locales.ts'
import { ALARM_RULES, KNOWN_REASONS, LOOK_UP_CLASSES, LOOK_UP_KINDS } from './private-words.ts'
import { PERSON_ROLES } from './profile-fields.ts'
import { LEGAL_BASES, PURPOSES } from './purposes.ts'
import { RECOVERY_PERSON_ROLES } from './recovery-words.ts'
import { ROLES } from './roles.ts'
import { ROUTES, type Route } from './routes.ts'
import { VERDICTS } from './schemas/question.ts'
import { ACCOUNT_STATES, SIGN_IN_METHODS, SIGN_IN_OUTCOMES, SIGN_IN_REASONS } from './sign-in-words.ts'
import { HANDLING_CODES, SOURCE_VISIBILITIES } from './source-words.ts'
import { DUPLICATE_REASONS, ERASURE_REASONS, THING_VERDICTS, VALUE_FIELDS, VALUE_HINTS } from './thing-words.ts'
import { WAIT_KINDS } from './wait-kinds.ts'

const locales = Object.keys(LOCALES) as Locale[]
const documents = new URL('../../docs/', import.meta.url)

/** The parameters of a message, from the parsed message itself: the words of its plural forms are none. */
function placeholders(message: string): string[] {
  const names = new Set<string>()
  const collect = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      const [name, , forms] = token as [string, string?, Record<string, unknown>?]
      if (name !== '#') names.add(name)
      if (forms !== null && typeof forms === 'object') for (const form of Object.values(forms)) collect(form)
    }
  }
  collect(compileMessage(message))
  return [...names].sort()
}

test('every message stands in every language, and none is empty or a copy of its identifier', () => {
  const ids = Object.keys(CATALOGUES.en).sort()
  for (const locale of locales) {
    assert.deepEqual(Object.keys(CATALOGUES[locale]).sort(), ids, locale)
    for (const [id, message] of Object.entries(CATALOGUES[locale]))
      assert.ok(message.trim() !== '' && message !== id, `${locale} ${id}`)
  }
})

test('a message takes the same parameters in every language', () => {
  for (const [id, message] of Object.entries(CATALOGUES.en)) {
    for (const locale of locales) {
      const stated = placeholders(CATALOGUES[locale][id] ?? '')
      assert.deepEqual(stated, placeholders(message), `${locale} ${id}`)
    }
  }
})

test('every message can be said in its language, with plurals of every form', () => {
  for (const locale of locales) {
    const say = sayIn(locale)
    for (const [id, message] of Object.entries(CATALOGUES[locale])) {
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const said = say(id, Object.fromEntries(placeholders(message).map((name) => [name, n])))
        assert.ok(said !== id && !said.includes('{'), `${locale} ${id}: ${said}`)
      }
    }
  }
})

test('every word of the closed lists that people meet has its message', () => {
  const wanted = [
    ...Object.keys(ERRORS).map((code) => `error.${code}`),
    ...PURPOSES.map((code) => `word.purpose.${code}`),
    ...LEGAL_BASES.map((code) => `word.basis.${code}`),
    ...VERDICTS.map((code) => `word.verdict.${code}`),
    ...SIGN_IN_METHODS.map((code) => `word.sign_in_method.${code}`),
    ...SIGN_IN_OUTCOMES.map((code) => `word.sign_in_outcome.${code}`),
    ...SIGN_IN_REASONS.map((code) => `word.sign_in_reason.${code}`),
    ...DELIVERY_REASONS.map((code) => `exchange.reason.${code}`),
    ...PARTNER_STATES.map((code) => `word.partner_state.${code}`),
    ...OUTBOX_STATES.map((code) => `word.outbox_state.${code}`),
    ...INBOX_STATES.map((code) => `word.inbox_state.${code}`),
    ...ACCOUNT_STATES.map((code) => `word.account_state.${code}`),
    ...ROLES.map((code) => `word.role.${code}`),
    ...[...Object.keys(TYPES), ...Object.keys(OTHER_GOODS)].map((code) => `word.type.${code}`),
    ...EVENT_KINDS.map((code) => `word.event.${code}`),
    ...SOURCE_KINDS.map((code) => `word.source_kind.${code}`),
    ...SOURCE_VISIBILITIES.map((code) => `sources.visibility.${code}`),
    ...HANDLING_CODES.map((code) => `sources.handling.${code}`),
    ...WAIT_KINDS.flatMap((kind) => [`home.wait.${kind}`, `home.go.${kind}`]),
    ...MARK_STATES.map((code) => `word.mark_state.${code}`),
    ...LIFE_STATUSES.map((code) => `word.life_status.${code}`),
    ...EXPLANATIONS.map((code) => `word.explanation.${code}`),
    ...CONFIDENCES.map((code) => `word.confidence.${code}`),
    ...CUSTODIANS.map((code) => `word.custodian.${code}`),
    ...OBLIGATIONS.map((code) => `obligation.${code}`),
    ...KNOWN_REASONS.map((code) => `known.why.${code}`),
    ...LOOK_UP_CLASSES.map((code) => `known.class.${code}`),
    ...LOOK_UP_KINDS.map((code) => `known.kind.${code}`),
    ...ALARM_RULES.map((code) => `known.alarm.${code}`),
    ...Object.keys(FINDING_RULES).map((rule) => `finding.${rule}`),
    ...CUSTODY_PURPOSES.map((code) => `word.custody_purpose.${code}`),
    ...CUSTODY_GRADES.map((code) => `word.custody_grade.${code}`),
    ...CUSTODY_BREAKS.map((code) => `word.custody_break.${code}`),
    ...CUSTODY_HOLDS.map((code) => `word.custody_hold.${code}`),
    ...CUSTODY_OBSTACLES.map((code) => `word.custody_obstacle.${code}`),
    ...STOCKTAKE_STATES.map((code) => `word.stocktake_state.${code}`),
    ...DISPOSAL_STATES.map((code) => `word.disposal_state.${code}`),
    ...STOCK_FINDINGS.map((code) => `word.stock_finding.${code}`),
    ...DECONFLICTION_KINDS.map((code) => `deconfliction.kind.${code}`),
    ...OPERATION_KINDS.map((code) => `operation.kind.${code}`),
    ...BALLISTIC_STANDINGS.map((code) => `ballistic.level.${code}`),
    ...RESULT_STATES.map((code) => `ballistic.state.${code}`),
    ...FIRED_ITEM_KINDS.map((code) => `ballistic.kind.${code}`),
    ...BALLISTIC_STEPS.map((code) => `ballistic.step.${code}`),
    ...REFERRAL_OUTCOMES.map((code) => `ballistic.outcome.${code}`),
    ...REFERRAL_REASONS.map((code) => `ballistic.reason.${code}`),
    ...CASE_KINDS.map((code) => `case.kind.${code}`),
    ...NEXUS_MARKS.map((code) => `case.nexus.${code}`),
    ...CASE_STATES.map((code) => `case.state.${code}`),
    ...CASE_PARTS.map((code) => `case.part.${code}`),
    ...CASE_VISIBILITIES.map((code) => `case.visibility.${code}`),
    ...CASE_ENTRY_KINDS.map((code) => `case.entry.${code}`),
    ...CASE_ITEM_KINDS.map((code) => `case.item.${code}`),
    ...TASK_TEMPLATE_NAMES.flatMap((code) => [
      `case.template.${code}`,
      ...TASK_TEMPLATES[code].map((step) => `case.step.${step}`),
    ]),
    ...TASK_STATES.map((code) => `case.task_state.${code}`),
    ...SUPPLY_CHAIN_ANSWERS.map((code) => `case.supply.${code}`),
    ...CASE_ASKS.map((code) => `case.ask.${code}`),
    ...DOCUMENT_CAUTIONS.map((code) => `case.caution.${code}`),
    ...NODE_KINDS.map((code) => `thing.kind.${code}`),
    ...RELATIONS.map((code) => `thing.relation.${code}`),
    ...STANDINGS.map((code) => `thing.standing.${code}`),
    ...SUBJECT_CATEGORIES.map((code) => `thing.category.${code}`),
    ...VALUE_FIELDS.map((code) => `thing.field.${code}`),
    ...VALUE_HINTS.map((code) => `thing.hint.${code}`),
    ...THING_VERDICTS.map((code) => `thing.verdict.${code}`),
    ...DUPLICATE_REASONS.map((code) => `thing.why.${code}`),
    ...ERASURE_REASONS.map((code) => `thing.erasure.${code}`),
    ...RELATIONS.map((code) => `connect.relation.${code}`),
    ...[...PERSON_ROLES, ...RECOVERY_PERSON_ROLES]
      .filter((code) => code !== 'officer')
      .map((code) => `connect.why.named_as.${code}`),
    ...GRAPH_QUESTIONS.map((code) => `connect.definition.${code}`),
    ...NEXUS_MARKS.flatMap((code) => [`connect.finding.nexus_own.${code}`, `connect.finding.nexus_near.${code}`]),
  ]
  assert.deepEqual(
    wanted.filter((id) => !(id in CATALOGUES.en)),
    [],
  )
})

test('an error’s sentence uses only the parameters that the table names', () => {
  for (const [code, { parameters }] of Object.entries(ERRORS)) {
    const known: readonly string[] = parameters
    const used = placeholders(CATALOGUES.en[`error.${code}`] ?? '')
    assert.deepEqual(
      used.filter((name) => !known.includes(name)),
      [],
      code,
    )
  }
})

async function codesIn(document: string): Promise<string[]> {
  const text = await readFile(new URL(document, documents), 'utf8')
  return [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code!)
}

test('docs/errors.md lists the errors of the table, with their status and kind', async () => {
  assert.deepEqual((await codesIn('errors.md')).sort(), Object.keys(ERRORS).sort())
  const text = await readFile(new URL('errors.md', documents), 'utf8')
  for (const [code, { status, kind }] of Object.entries(ERRORS))
    assert.ok(text.includes(`| \`${code}\` | ${status} | ${kind} |`), code)
})

test('who is turned away is refused, and what broke failed', () => {
  for (const [code, { status, kind }] of Object.entries(ERRORS)) {
    if (status === 401 || status === 403) assert.equal(kind, 'refusal', code)
    if (status >= 500) assert.equal(kind, 'failure', code)
  }
})

test('every kind of entry of the access log, and every field of its body, has words', () => {
  for (const [action, { body }] of Object.entries(AUDIT_EVENTS)) {
    assert.ok(`log.action.${action}` in CATALOGUES.en, action)
    for (const field of body) assert.ok(`log.body.${field}` in CATALOGUES.en, `${action} ${field}`)
  }
})

test('docs/audit-events.md lists the events of the catalogue', async () => {
  assert.deepEqual((await codesIn('audit-events.md')).sort(), Object.keys(AUDIT_EVENTS).sort())
})

test('every route names errors and audit events that the tables know', () => {
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    for (const code of route.errors) assert.ok(code in ERRORS, `${name} ${code}`)
    for (const action of route.audit) assert.ok(action in AUDIT_EVENTS, `${name} ${action}`)
  }
})

test('a reader gets the first of our languages that they ask for, else English', () => {
  assert.equal(chooseLocale('ar-EG,ar;q=0.9,en;q=0.8'), 'ar')
  assert.equal(chooseLocale('de-DE,fr-CH;q=0.5'), 'fr')
  assert.equal(chooseLocale('xx'), 'en')
  assert.equal(chooseLocale(undefined), 'en')
  assert.equal(chooseLocale('fr-FR.UTF-8'), 'fr')
})

test('no French line ends before the sign that belongs to it', () => {
  const said = sayIn('fr')('firearm.window_kind_only', { confidence: 'Probable', kind: 'perte' })
  assert.equal(said, 'Probable\u00a0: perte.')
})
