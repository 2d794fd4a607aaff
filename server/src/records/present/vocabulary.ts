import type { StandingDecision, VocabularyList, VocabularyQueue } from '@proofmark/contract/schemas/vocabulary'
import type {
  ProposalReasonShown,
  VocabularyDecidedSeveral,
  VocabularyPreview,
  VocabularyProposals,
} from '@proofmark/contract/schemas/vocabulary-desk'
import { nameOfCode } from '@proofmark/domain/codes'
import type { ProposalReason } from '@proofmark/domain/proposals/propose'
import { suggestCodes } from '@proofmark/domain/suggest-codes'
import { nameIn, type Vocabulary } from '@proofmark/domain/vocabulary'
import { isVocabularyField, saidWords } from '@proofmark/domain/vocabulary-field'
import type { Refused } from '../commands/decide-several.ts'
import type { Decided } from '../commands/decide-text.ts'
import type { DecisionsPreview } from '../queries/preview-decisions.ts'
import type { ProposedText } from '../queries/proposals.ts'
import type { QueuedText, UnreadQueue } from '../queries/unread-queue.ts'
import type { StandingDecision as Decision } from '../queries/vocabulary.ts'

const SHOWN_SPELLINGS = 8

const nameOfMake = (vocabulary: Vocabulary, make: string | null) =>
  make === null ? null : nameIn(vocabulary, 'make', make)

function presentText(
  vocabulary: Vocabulary,
  { field, make, records, spellings, samples }: QueuedText,
): VocabularyQueue['texts'][number] {
  const text = spellings[0]?.text ?? ''
  return {
    field,
    make,
    makeName: nameOfMake(vocabulary, make),
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
export function presentQueue({ texts, vocabulary, ...queue }: UnreadQueue): VocabularyQueue {
  return { ...queue, texts: texts.map((text) => presentText(vocabulary, text)) }
}

function presentDecision(vocabulary: Vocabulary, decision: Decision): StandingDecision[] {
  const { id, field, stated, make, code, said, by, at, records, pack, packName } = decision
  if (!isVocabularyField(field)) return []
  return [
    {
      decision: id,
      field,
      text: stated,
      make,
      makeName: nameOfMake(vocabulary, make),
      code,
      name: code === null || field === 'serial' ? null : nameIn(vocabulary, field, code, make),
      said,
      records: records === null ? null : Number(records),
      pack: pack === null ? null : { pack, name: packName ?? '' },
      by,
      at: at.toISOString(),
    },
  ]
}

/** A page of the decisions that stand; there may be a further one where the page is full. */
export function presentDecisions(
  { decisions, vocabulary }: { readonly decisions: readonly Decision[]; readonly vocabulary: Vocabulary },
  limit: number,
): VocabularyList {
  return {
    decisions: decisions.flatMap((decision) => presentDecision(vocabulary, decision)),
    next: decisions.length < limit ? null : (decisions.at(-1)?.id ?? null),
  }
}

function presentReason(told: ProposalReason): ProposalReasonShown {
  const nothing = { rest: null, field: null, here: null, there: null }
  if (told.reason === 'others_state') {
    const { field, value, here, there } = told.stated
    const named = field === 'make' || field === 'calibre' ? nameOfCode(field, value) : null
    return { ...nothing, reason: told.reason, word: named ?? value, field, here, there }
  }
  if (told.reason === 'model_of_make' || told.reason === 'country_of_make')
    return { ...nothing, reason: told.reason, word: told.word, here: told.share }
  return { ...nothing, reason: told.reason, word: told.word, rest: ('rest' in told && told.rest) || null }
}

/** What texts may mean, each proposal with why. */
export function presentProposals(texts: readonly ProposedText[]): VocabularyProposals {
  return {
    texts: texts.map(({ records, proposals }) => ({
      records,
      proposals: proposals.map(({ reasons, ...proposal }) => ({ ...proposal, reasons: reasons.map(presentReason) })),
    })),
  }
}

/** What became of several decisions, in their order. */
export function presentSeveral(outcomes: readonly (Decided | Refused)[]): VocabularyDecidedSeveral {
  return {
    decided: outcomes.map((outcome) =>
      'refused' in outcome
        ? {
            decision: null,
            code: null,
            name: null,
            refused: { ...outcome.refused, parameters: { ...outcome.refused.parameters } },
          }
        : { ...outcome, refused: null },
    ),
  }
}

/** What decisions would change, with some of the records before and after. */
export function presentPreview({ samples, refused, ...preview }: DecisionsPreview): VocabularyPreview {
  return {
    ...preview,
    samples: samples.map(({ record, field, stated, from, to }) => ({ record, field, stated, from, to })),
    refused: refused.map(({ at, code, parameters }) => ({ at, code, parameters: { ...parameters } })),
  }
}
