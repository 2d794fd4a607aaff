import type {
  StandingDecision,
  VocabularyDecided,
  VocabularyDecideRequest,
  VocabularyList,
  VocabularyQueue,
} from '@proofmark/contract/schemas/vocabulary'
import { nameOfCode } from '@proofmark/domain/codes'
import { suggestCodes } from '@proofmark/domain/suggest-codes'
import { isVocabularyField, saidWords } from '@proofmark/domain/vocabulary-field'
import type { QueuedText, UnreadQueue } from '../queries/unread-queue.ts'
import type { StandingDecision as Decision } from '../queries/vocabulary.ts'

const SHOWN_SPELLINGS = 8

const nameOfMake = (make: string | null) => (make === null ? null : nameOfCode('make', make))

function presentText({ field, make, records, spellings, samples }: QueuedText): VocabularyQueue['texts'][number] {
  const text = spellings[0]?.text ?? ''
  return {
    field,
    make,
    makeName: nameOfMake(make),
    text,
    records,
    spellings: spellings.slice(0, SHOWN_SPELLINGS).map((each) => ({ ...each })),
    moreSpellings: Math.max(0, spellings.length - SHOWN_SPELLINGS),
    samples: [...samples],
    suggestions: field === 'serial' ? [] : suggestCodes(field, text, make).map((each) => ({ ...each })),
    said: [...saidWords(field)],
  }
}

/** What waits for curators, each text with what it may mean. */
export function presentQueue({ texts, ...queue }: UnreadQueue): VocabularyQueue {
  return { ...queue, texts: texts.map(presentText) }
}

/** A decision that was taken just now, with the name of what it gives the text. */
export function presentDecided(
  { field, make, means }: VocabularyDecideRequest,
  { decision }: { readonly decision: string },
): VocabularyDecided {
  const name = 'code' in means && field !== 'serial' ? nameOfCode(field, means.code, make ?? null) : null
  return { decision, name }
}

function presentDecision({ id, field, stated, make, code, said, by, at }: Decision): StandingDecision[] {
  if (!isVocabularyField(field)) return []
  const name = code === null || field === 'serial' ? null : nameOfCode(field, code, make)
  return [
    { decision: id, field, text: stated, make, makeName: nameOfMake(make), code, name, said, by, at: at.toISOString() },
  ]
}

/** A page of the decisions that stand; there may be a further one where the page is full. */
export function presentDecisions(decisions: readonly Decision[], limit: number): VocabularyList {
  return {
    decisions: decisions.flatMap(presentDecision),
    next: decisions.length < limit ? null : (decisions.at(-1)?.id ?? null),
  }
}
