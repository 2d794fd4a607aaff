import { isOwnField, type Vocabulary } from '@proofmark/domain/vocabulary'
import type { DecidedMeaning } from './check-decision.ts'

/** A vocabulary that knows the name which a decision brings as well. */
export function withName(
  vocabulary: Vocabulary,
  { field }: { readonly field: string },
  { code, name, country }: DecidedMeaning,
): Vocabulary {
  if (code === null || name === null || !isOwnField(field)) return vocabulary
  return { ...vocabulary, own: new Map([...vocabulary.own, [code, { field, code, name, country }]]) }
}
