import { SOURCE_KINDS, type SourceKind } from '@proofmark/domain/source-kind'

/** Two kinds of source, whichever is named first: `register+seizure`. */
export type SourcePair = `${SourceKind}+${SourceKind}`

export const sourcePair = (one: SourceKind, other: SourceKind): SourcePair =>
  SOURCE_KINDS.indexOf(one) <= SOURCE_KINDS.indexOf(other) ? `${one}+${other}` : `${other}+${one}`

const ALL: ReadonlySet<string> = new Set(
  SOURCE_KINDS.flatMap((one) => SOURCE_KINDS.map((other) => sourcePair(one, other))),
)

/** Is the word a pair of kinds of source, in their order? */
export const isSourcePair = (word: string): word is SourcePair => ALL.has(word)
