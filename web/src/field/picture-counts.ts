import type { Draft, Picture } from './draft/draft.ts'

/** How many photographs there are of each item: those taken here and those that the server knew before. */
export function pictureCounts({ form, pictures }: Pick<Draft, 'form' | 'pictures'>): (exhibit: string) => number {
  const hashes = new Map(
    form.exhibits.map(({ exhibit, photographs }) => [exhibit, new Set(photographs.map(({ sha256 }) => sha256))]),
  )
  for (const { exhibit, sha256, state } of pictures) if (state.kind !== 'refused') hashes.get(exhibit)?.add(sha256)
  return (exhibit) => hashes.get(exhibit)?.size ?? 0
}

/** How many photographs have come how far. */
export function pictureStates(pictures: readonly Picture[]) {
  const count = (kind: Picture['state']['kind']) => pictures.filter(({ state }) => state.kind === kind).length
  return { waiting: count('waiting'), taken: count('taken'), refused: count('refused') }
}
