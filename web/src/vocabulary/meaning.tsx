import type { VocabularyMeans } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import type { ReactNode } from 'react'
import { Identifier } from '../common/Identifier.tsx'
import { countryShown, typeShown } from '../common/item.tsx'
import type { Language } from '../frame/language.tsx'

/** What a text may be said to mean: a code, a name that no table has, or a word that says nothing of a name. */
export type Means = VocabularyMeans

interface Meaning {
  readonly field: VocabularyField
  readonly code: string | null
  readonly name: string | null
  readonly said: string | null
}

/** A word that says nothing of a name, as it is called in its field: of a mark it is the mark's state. */
export function saidShown({ say }: Language, field: VocabularyField, said: string): string {
  return say(field === 'serial' ? `word.mark_state.${said}` : `word.said.${said}`)
}

/** What a text was decided to mean; a code that no table has any more stands as itself. */
export function meaningShown(language: Language, { field, code, name, said }: Meaning): ReactNode {
  if (code === null) return said && saidShown(language, field, said)
  const word = { stated: code, code, name, known: true, said: 'named' }
  if (field === 'type') return <bdi>{typeShown(language, word)}</bdi>
  if (field === 'country') return <bdi>{countryShown(language, word)}</bdi>
  return <Identifier>{name ?? code}</Identifier>
}

/** A text as it stands in the records, in quotation marks and isolated. */
export function textShown({ say }: Language, text: string): ReactNode {
  return <bdi>{say('common.stated', { stated: text })}</bdi>
}
