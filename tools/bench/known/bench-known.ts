import type { Measure } from '../measure.ts'
import { benchFilter } from './filter.ts'
import { benchQuestion } from './question.ts'

/** Known or not known: what a filter of so many marks costs, and what a question to another node. */
export async function benchKnown(entries: number, step: (name: string) => void): Promise<Measure[]> {
  return [...benchFilter(entries, step), ...(await benchQuestion(step))]
}
