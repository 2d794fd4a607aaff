import type { SourceAddRequest } from '@proofmark/contract/schemas/source'

/** What is written of a new source; what is empty is left to what is usual. */
export interface SourceDraft {
  readonly name: string
  readonly kind: SourceAddRequest['kind'] | ''
  readonly visibility: NonNullable<SourceAddRequest['visibility']> | ''
  readonly handling: NonNullable<SourceAddRequest['handling']>
  readonly fourEyes: boolean
  readonly retention: string
  readonly review: string
}

export const EMPTY_SOURCE: SourceDraft = {
  name: '',
  kind: '',
  visibility: '',
  handling: 'H0',
  fourEyes: false,
  retention: '',
  review: '',
}

export type Lacking = 'name' | 'kind' | 'retention' | 'review'

const areYears = (text: string): boolean => text.trim() === '' || /^([1-9]\d{0,2}|1000)$/.test(text.trim())

/** The first field that has to be mended before it can be sent; null where none has. */
export function lackingOf({ name, kind, retention, review }: SourceDraft): Lacking | null {
  if (name.trim() === '') return 'name'
  if (kind === '') return 'kind'
  if (!areYears(retention)) return 'retention'
  return areYears(review) ? null : 'review'
}

/** What is sent; ask `lackingOf` first. */
export function requestOf(draft: SourceDraft, agency: string): SourceAddRequest {
  const { name, kind, visibility, handling, fourEyes, retention, review } = draft
  if (kind === '') throw new TypeError('A source has a kind.')
  return {
    name: name.trim(),
    kind,
    agency,
    handling,
    fourEyes,
    ...(visibility === '' ? {} : { visibility }),
    ...(retention.trim() === '' ? {} : { retentionYears: Number(retention) }),
    ...(review.trim() === '' ? {} : { reviewYears: Number(review) }),
  }
}
