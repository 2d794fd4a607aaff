import type { ShownDescription } from '@proofmark/contract/schemas/question'
import { type Draft, EMPTY_DRAFT } from '../find/useFind.ts'

/**
 * What Find opens with to look up what a desk was asked: the description as far as Find takes it, and the asker's
 * reference, which goes into the log. Why one looks is the reader's own to say.
 */
export function lookUpOf(description: ShownDescription, reference: string): Omit<Draft, 'purpose'> {
  const { purpose: _, ...blank } = EMPTY_DRAFT
  const stated = Object.entries(description).filter(([field, value]) => field in blank && value !== null)
  return { ...blank, ...Object.fromEntries(stated), serial: description.mark ?? '', reference }
}
