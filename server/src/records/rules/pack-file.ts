/** The file of a pack: what it holds, how it is summed, and how a file from elsewhere is read without being believed. */
import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { PackFault } from '@proofmark/contract/schemas/vocabulary-pack'

export const PACK_FORMAT = 'proofmark-vocabulary'
export const PACK_VERSION = 1
export const PACK_LIMIT_BYTES = 2_000_000
export const PACK_LIMIT_ROWS = 5_000
/** Whole numbers of records behind a decision, as they are given away. */
export const RECORD_CLASSES = ['1–9', '10–99', '100–999', '1000–9999', '10000+'] as const
export type RecordClass = (typeof RECORD_CLASSES)[number]

/** A decision as a pack gives it: never a record, never a person who took it. */
export interface PackDecision {
  readonly field: string
  readonly text: string
  readonly make: string | null
  readonly code: string | null
  readonly said: string | null
  readonly name: string | null
  readonly country: string | null
  readonly records: RecordClass | null
}

export interface PackHeading {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly state: string | null
  readonly agency: string
  /** `YYYY-MM-DD`. */
  readonly made: string
  readonly licence: string
  readonly provenance: string
  /** Version of the tables beside which the decisions were taken. */
  readonly tables: number
}

/** A row of a pack that was read: what it decides, or why it decides nothing, with what of it can be shown. */
export interface PackEntry {
  readonly row: number
  readonly decision: PackDecision
  readonly fault: PackFault | null
}

export interface ReadPack {
  readonly heading: PackHeading
  readonly rows: readonly PackEntry[]
  readonly sha256: string
}

/** In which class a number of records falls; null where it is none or unknown. */
export function recordClass(records: number | null): RecordClass | null {
  if (records === null || records < 1) return null
  return RECORD_CLASSES[Math.min(RECORD_CLASSES.length, String(Math.floor(records)).length) - 1]!
}

const DECISION_KEYS = ['field', 'text', 'make', 'code', 'said', 'name', 'country', 'records'] as const
const stripped = (decision: PackDecision) =>
  Object.fromEntries(DECISION_KEYS.flatMap((key) => (decision[key] === null ? [] : [[key, decision[key]]])))

/** The sum of all that a pack says, whatever its layout. It shows accidents; who made a pack, it cannot show. */
function sumOf(heading: PackHeading, decisions: readonly unknown[]): string {
  const { name, state, agency, made, licence, provenance, tables } = heading
  const said = [PACK_FORMAT, PACK_VERSION, name, state, agency, made, licence, provenance, tables, decisions]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** Writes a pack, a line for each decision, so that two packs can be compared by eye. */
export function formatPack(heading: PackHeading, decisions: readonly PackDecision[]) {
  const rows = decisions.map(stripped)
  const sha256 = sumOf(heading, rows)
  const head = JSON.stringify({ format: PACK_FORMAT, version: PACK_VERSION, ...heading }, null, 2).replace(/\n\}$/, '')
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  return { content: `${head},\n  "decisions": [\n${lines}\n  ],\n  "sha256": "${sha256}"\n}\n`, sha256 }
}

const MOST_DEPTH = 4
const LONGEST = { name: 120, agency: 120, licence: 120, provenance: 500 } as const
const SHOWN = 120
/** Controls, marks that turn text round, and what is no character at all. */
const UNSHOWABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u
const FORMULA = /^\s*(?:[=@]|[+-].*[(|!])/u

function unreadable(reason: string, field = ''): ProofmarkError {
  return new ProofmarkError('pack_unreadable', { reason, field })
}

function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}

function decoded(bytes: Uint8Array): string {
  if (bytes.length > PACK_LIMIT_BYTES)
    throw new ProofmarkError('pack_too_large', { limit: PACK_LIMIT_BYTES, unit: 'bytes' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ProofmarkError('pack_unreadable', { reason: 'utf8', field: '' }, cause)
  }
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  if (depthOf(text) > MOST_DEPTH) throw unreadable('deep')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ProofmarkError('pack_unreadable', { reason: 'json', field: '' }, cause)
  }
  if (!isObject(value) || value.format !== PACK_FORMAT) throw unreadable('format')
  return value
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function headingText(value: unknown, field: keyof typeof LONGEST, least = 1): string {
  if (typeof value !== 'string' || value.trim().length < least || value.length > LONGEST[field])
    throw unreadable('field', field)
  if (!value.isWellFormed() || UNSHOWABLE.test(value)) throw unreadable('field', field)
  return value.trim()
}

function headingOf(pack: Readonly<Record<string, unknown>>): PackHeading {
  const { state = null, made, tables } = pack
  if (state !== null && (typeof state !== 'string' || !/^[A-Z]{2}$/.test(state))) throw unreadable('field', 'state')
  const day =
    typeof made === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(made) ? Date.parse(`${made}T00:00:00Z`) : Number.NaN
  if (typeof made !== 'string' || Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== made)
    throw unreadable('field', 'made')
  if (typeof tables !== 'number' || !Number.isInteger(tables) || tables < 0 || tables > 1_000_000)
    throw unreadable('field', 'tables')
  return {
    name: headingText(pack.name, 'name'),
    state,
    agency: headingText(pack.agency, 'agency'),
    made,
    licence: headingText(pack.licence, 'licence'),
    provenance: headingText(pack.provenance ?? '', 'provenance', 0),
    tables,
  }
}

/** As much of a value as can be shown of a row that is not taken over. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value.slice(0, SHOWN) : ''
  return text.toWellFormed().replace(new RegExp(UNSHOWABLE, 'gu'), '�')
}

function entryOf(value: unknown, row: number): PackEntry {
  const raw = isObject(value) ? value : {}
  const optional = (key: string) => (raw[key] === undefined || raw[key] === null ? null : raw[key])
  const texts = DECISION_KEYS.map((key) => optional(key))
  const fault = faultOf(value, texts)
  const decision = {
    field: shown(raw.field),
    text: shown(raw.text),
    make: fault ? null : (optional('make') as string | null),
    code: fault ? null : (optional('code') as string | null),
    said: fault ? null : (optional('said') as string | null),
    name: fault ? null : (optional('name') as string | null),
    country: fault ? null : (optional('country') as string | null),
    records: RECORD_CLASSES.find((each) => each === raw.records) ?? null,
  }
  return { row, decision, fault }
}

function faultOf(value: unknown, texts: readonly unknown[]): PackFault | null {
  if (!isObject(value) || typeof value.field !== 'string' || typeof value.text !== 'string') return 'shape'
  if (texts.some((text) => text !== null && typeof text !== 'string')) return 'shape'
  if (Object.keys(value).some((key) => !DECISION_KEYS.some((known) => known === key))) return 'shape'
  const written = texts.filter((text) => typeof text === 'string')
  if (written.some((text) => text.length > SHOWN) || value.text.trim() === '') return 'text'
  if (written.some((text) => !text.isWellFormed() || UNSHOWABLE.test(text))) return 'control'
  if (written.some((text) => FORMULA.test(text))) return 'formula'
  return null
}

/**
 * Reads the file of a pack. What is wrong with a row is said of the row, and the rest goes through. Throws
 * `pack_too_large`, `pack_version` for another version of the format, and `pack_unreadable` for what is no pack or does not
 * have the sum that it states.
 */
export function readPack(bytes: Uint8Array): ReadPack {
  const pack = objectOf(decoded(bytes))
  if (pack.version !== PACK_VERSION)
    throw new ProofmarkError('pack_version', { found: shown(String(pack.version)), accepted: PACK_VERSION })
  const heading = headingOf(pack)
  const { decisions, sha256 } = pack
  if (!Array.isArray(decisions)) throw unreadable('field', 'decisions')
  if (decisions.length > PACK_LIMIT_ROWS)
    throw new ProofmarkError('pack_too_large', { limit: PACK_LIMIT_ROWS, unit: 'rows' })
  if (sha256 !== sumOf(heading, decisions)) throw unreadable('sha256')
  return { heading, rows: decisions.map((value: unknown, at) => entryOf(value, at + 1)), sha256: String(sha256) }
}
