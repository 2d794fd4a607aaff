/** How the rows of a pack stand to the tables and to what the agency has decided itself. */
import { ProofmarkError } from '@proofmark/contract/errors'
import type { PackFault, PackStanding } from '@proofmark/contract/schemas/vocabulary-pack'
import { isUnread } from '@proofmark/domain/curation'
import { type Meaning, meaningOf, nameIn, type OwnName, type Vocabulary } from '@proofmark/domain/vocabulary'
import { checkMeaning, checkText, type DecidedMeaning, type DecidedText } from './check-decision.ts'
import type { PackDecision, PackEntry } from './pack-file.ts'

/** A row beside the agency's own decisions. */
export interface StandingRow extends PackEntry {
  readonly standing: PackStanding
  /** What it would decide; null for a row that can never be taken over, and for what the tables know. */
  readonly decides: { readonly text: DecidedText; readonly meaning: DecidedMeaning } | null
  /** The name of what it gives the text. */
  readonly name: string | null
  readonly own: Meaning | null
}

const meansOf = ({ code, said, name, country }: PackDecision) =>
  name !== null ? { name, ...(country !== null && { country }) } : code !== null ? { code } : { said: said ?? '' }

const FAULTS: Readonly<Record<string, PackFault>> = {
  vocabulary_code_unknown: 'code_unknown',
  vocabulary_name_known: 'name_known',
  value_not_listed: 'meaning',
  body_invalid: 'meaning',
}

/**
 * Each row with how it stands. A pack's own new names count for its rows, wherever they stand in it; rows that say the same
 * are one, and rows that contradict each other are none.
 */
export function standingRows(rows: readonly PackEntry[], vocabulary: Vocabulary): StandingRow[] {
  const named = withNamesOf(rows, vocabulary)
  const judged = rows.map((entry) => judge(entry, vocabulary, named))
  const byText = Map.groupBy(judged, ({ decides, standing }) =>
    decides && standing !== 'faulty' ? JSON.stringify([decides.text.field, decides.text.make, decides.text.key]) : null,
  )
  byText.delete(null)
  const doubled = new Map<StandingRow, PackFault>()
  for (const same of byText.values()) {
    const first = same[0]!
    const agree = same.every(({ decides }) => isSameMeaning(decides!.meaning, first.decides!.meaning))
    for (const row of agree ? same.slice(1) : same) doubled.set(row, agree ? 'repeated' : 'contradicts_itself')
  }
  return judged.map((row) => {
    const fault = doubled.get(row)
    return fault ? { ...row, standing: 'faulty', fault, decides: null } : row
  })
}

const isSameMeaning = (one: DecidedMeaning, other: DecidedMeaning) => one.code === other.code && one.said === other.said

/** The agency's words with the new names of the pack: first its makes, then the models of any of them. */
function withNamesOf(rows: readonly PackEntry[], vocabulary: Vocabulary): Vocabulary {
  let known = vocabulary
  for (const field of ['make', 'model'] as const) {
    const own = new Map<string, OwnName>(known.own)
    for (const { decision, fault } of rows) {
      if (fault || decision.field !== field || decision.name === null) continue
      const decides = decidedBy(decision, known)
      if (typeof decides === 'string') continue
      const { code, name, country } = decides.meaning
      if (code !== null && name !== null && !own.has(code)) own.set(code, { field, code, name, country })
    }
    known = { ...known, own }
  }
  return known
}

/** What a row decides, or why it can decide nothing. A code that is stated beside a name must be the one that follows from it. */
function decidedBy(decision: PackDecision, vocabulary: Vocabulary): NonNullable<StandingRow['decides']> | PackFault {
  const { code, said, name } = decision
  if ((code === null) === (said === null) && name === null) return 'meaning'
  if (said !== null && name !== null) return 'meaning'
  try {
    const text = checkText(decision, vocabulary)
    const meaning = checkMeaning(text, meansOf(decision), vocabulary)
    if (name !== null && code !== null && meaning.code !== code) return 'meaning'
    return { text, meaning }
  } catch (failure) {
    if (!(failure instanceof ProofmarkError)) throw failure
    if (failure.code === 'value_not_listed' && failure.parameters.field === 'field') return 'field'
    if (failure.code === 'value_not_listed' && failure.parameters.field === 'make') return 'make_unknown'
    return FAULTS[failure.code] ?? 'meaning'
  }
}

function judge(entry: PackEntry, vocabulary: Vocabulary, named: Vocabulary): StandingRow {
  const nothing = { decides: null, name: null, own: null }
  if (entry.fault) return { ...entry, standing: 'faulty', ...nothing }
  const decided = readByTables(entry, named) ? null : decidedBy(entry.decision, named)
  if (decided === null) return { ...entry, standing: 'known', ...nothing }
  if (typeof decided === 'string')
    return { ...entry, standing: 'faulty', fault: decided, decides: null, name: null, own: null }
  const { text, meaning } = decided
  const own = meaningOf(vocabulary, text.field, text.text, text.make)
  const agrees = own !== null && ('code' in own ? own.code === meaning.code : own.said === meaning.said)
  const name =
    meaning.name ??
    (meaning.code === null || text.field === 'serial' ? null : nameIn(named, text.field, meaning.code, text.make))
  return { ...entry, standing: own === null ? 'new' : agrees ? 'agrees' : 'contradicts', decides: decided, name, own }
}

/** Do the tables read the text by themselves? Then a decision on it would change nothing. */
function readByTables({ decision }: PackEntry, vocabulary: Vocabulary): boolean {
  try {
    const { field, text, make } = checkText(decision, vocabulary)
    return !isUnread(field, text, make)
  } catch {
    return false
  }
}
