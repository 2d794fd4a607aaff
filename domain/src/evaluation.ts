/**
 * How a source and what it says are evaluated (DOMAIN 2.12): in which schemes, with which grades, and how these stand to
 * each other. Sources: Europol Regulation (EU) 2016/794, article 29; UK 3x5x2 and, before it, 5x5x5; Admiralty.
 */

/** What came in one scheme is kept in it; `uk_5x5x5` is read and no longer written. */
export const EVALUATION_SCHEMES = ['europol', 'uk_3x5x2', 'admiralty', 'uk_5x5x5'] as const
export type EvaluationScheme = (typeof EVALUATION_SCHEMES)[number]

interface Scheme {
  readonly source: readonly string[]
  readonly information: readonly string[]
  /** What may be done with it. Admiralty grades alone. */
  readonly codes: readonly string[]
  readonly written: boolean
}

export const SCHEMES: Readonly<Record<EvaluationScheme, Scheme>> = {
  europol: {
    source: ['A', 'B', 'C', 'X'],
    information: ['1', '2', '3', '4'],
    codes: ['H0', 'H1', 'H2', 'H3'],
    written: true,
  },
  uk_3x5x2: {
    source: ['reliable', 'untested', 'not_reliable'],
    information: ['A', 'B', 'C', 'D', 'E'],
    codes: ['P', 'C'],
    written: true,
  },
  /** `G` is said of a source that means to deceive. */
  admiralty: {
    source: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
    information: ['1', '2', '3', '4', '5', '6'],
    codes: [],
    written: true,
  },
  uk_5x5x5: {
    source: ['A', 'B', 'C', 'D', 'E'],
    information: ['1', '2', '3', '4', '5'],
    codes: ['1', '2', '3', '4', '5'],
    written: false,
  },
}

export interface Grades {
  readonly scheme: EvaluationScheme
  /** Null where its originator gave none. */
  readonly sourceGrade: string | null
  readonly informationGrade: string | null
}

/** What is wrong with grades and codes; null where all belong to the scheme. */
export type EvaluationFault = 'source_grade' | 'information_grade' | 'code' | 'scheme_read_only'

/** The first thing that the scheme does not have. `writing` is asked where a person grades, not where grades arrive. */
export function evaluationFault(
  { scheme, sourceGrade, informationGrade }: Grades,
  codes: readonly string[],
  writing = false,
): EvaluationFault | null {
  const { source, information, codes: known, written } = SCHEMES[scheme]
  if (writing && !written) return 'scheme_read_only'
  if (sourceGrade !== null && !source.includes(sourceGrade)) return 'source_grade'
  if (informationGrade !== null && !information.includes(informationGrade)) return 'information_grade'
  return codes.every((code) => known.includes(code)) ? null : 'code'
}

type Row = Readonly<Record<EvaluationScheme, readonly string[]>>

/** Grades of one row mean much the same; one of no row has no equal elsewhere. */
const SOURCE_ROWS: readonly Row[] = [
  { europol: ['A'], uk_3x5x2: ['reliable'], admiralty: ['A'], uk_5x5x5: ['A'] },
  { europol: ['B'], uk_3x5x2: ['reliable'], admiralty: ['B', 'C'], uk_5x5x5: ['B', 'C'] },
  { europol: ['C'], uk_3x5x2: ['not_reliable'], admiralty: ['D', 'E'], uk_5x5x5: ['D'] },
  { europol: ['X'], uk_3x5x2: ['untested'], admiralty: ['F'], uk_5x5x5: ['E'] },
]

const INFORMATION_ROWS: readonly Row[] = [
  { europol: ['1'], uk_3x5x2: ['A'], admiralty: ['1'], uk_5x5x5: ['1'] },
  { europol: ['2'], uk_3x5x2: ['A'], admiralty: ['2'], uk_5x5x5: ['2'] },
  { europol: ['3'], uk_3x5x2: ['B'], admiralty: ['2', '3'], uk_5x5x5: ['3'] },
  { europol: ['4'], uk_3x5x2: ['C', 'D'], admiralty: ['4', '6'], uk_5x5x5: ['4'] },
  { europol: [], uk_3x5x2: ['E'], admiralty: ['5'], uk_5x5x5: ['5'] },
]

function equals(rows: readonly Row[], from: EvaluationScheme, grade: string | null, to: EvaluationScheme): string[] {
  if (grade === null) return []
  if (from === to) return [grade]
  return [...new Set(rows.filter((row) => row[from].includes(grade)).flatMap((row) => row[to]))]
}

export interface Crosswalk {
  readonly to: EvaluationScheme
  /** Every grade that it may be: none where the other scheme has no equal. */
  readonly source: readonly string[]
  readonly information: readonly string[]
  /** What was said, which alone counts. */
  readonly original: Grades
}

/**
 * What grades come near to in another scheme. The schemes cut differently, so this helps a reader and is never stored in
 * place of the original.
 */
export function crosswalk(original: Grades, to: EvaluationScheme): Crosswalk {
  const { scheme, sourceGrade, informationGrade } = original
  return {
    to,
    source: equals(SOURCE_ROWS, scheme, sourceGrade, to),
    information: equals(INFORMATION_ROWS, scheme, informationGrade, to),
    original,
  }
}

/** A first evaluation, and those that came after it, in order. */
export type Evaluations<Evaluation> = readonly [first: Evaluation, ...later: Evaluation[]]

/** Grading anew adds; what was said before stays as it was said. */
export const regrade = <Evaluation>(said: Evaluations<Evaluation>, anew: Evaluation): Evaluations<Evaluation> => [
  ...said,
  anew,
]

/** The evaluation that counts. */
export const standingEvaluation = <Evaluation>(said: Evaluations<Evaluation>): Evaluation => said.at(-1) ?? said[0]
