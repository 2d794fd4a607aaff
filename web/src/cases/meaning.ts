import { type EvaluationScheme, SCHEMES } from '@proofmark/domain/evaluation'
import type { useLanguage } from '../frame/language.tsx'

type Say = ReturnType<typeof useLanguage>['say']

/** A grade with what it means in its scheme; the bare grade where the scheme does not have it. */
export function gradeWords(say: Say, scheme: EvaluationScheme, axis: 'source' | 'information', grade: string): string {
  if (!SCHEMES[scheme][axis].includes(grade)) return grade
  const meaning = say(`evaluation.grade.${scheme}.${axis}.${grade}`)
  return grade.length > 1 ? meaning : say('evaluation.meaning', { code: grade, meaning })
}

/** A handling code with what it asks of whoever would pass it on; the bare code where its scheme does not have it. */
export function codeWords(say: Say, scheme: EvaluationScheme, code: string): string {
  if (!SCHEMES[scheme].codes.includes(code)) return code
  return say('evaluation.meaning', { code, meaning: say(`evaluation.code.${scheme}.${code}`) })
}

interface Evaluated {
  readonly scheme: EvaluationScheme
  readonly source: string | null
  readonly information: string | null
  readonly codes: readonly string[]
}

/** What an evaluation says in words: of the source, of the information, and each code. */
export const meaningsOf = (say: Say, { scheme, source, information, codes }: Evaluated): string[] => [
  ...(source === null ? [] : [`${say('evaluation.source')} ${gradeWords(say, scheme, 'source', source)}`]),
  ...(information === null
    ? []
    : [`${say('evaluation.information')} ${gradeWords(say, scheme, 'information', information)}`]),
  ...codes.map((code) => codeWords(say, scheme, code)),
]
