import type { ExhibitAnswer } from '@proofmark/contract/schemas/recovery-answers'

/** The exhibits of a large recovery that were not asked about yet. */
export const leftToAsk = (answers: readonly ExhibitAnswer[]): string[] =>
  answers.filter(({ asked }) => asked === 'later').map(({ exhibit }) => exhibit)

/** The answers, with what came since in the place of what was there. */
export function withAnswers(answers: readonly ExhibitAnswer[], come: readonly ExhibitAnswer[]): ExhibitAnswer[] {
  const since = new Map(come.map((each) => [each.exhibit, each]))
  return answers.map((each) => since.get(each.exhibit) ?? each)
}
