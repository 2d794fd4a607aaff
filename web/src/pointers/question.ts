import { type DescribableItem, describeItem } from '@proofmark/contract/described-item'
import type { FindRequest } from '@proofmark/contract/schemas/find'
import type {
  QuestionAsked,
  QuestionRequest,
  ShownDescription,
  StatedDescription,
} from '@proofmark/contract/schemas/question'

/** A question that was sent; `withdrawn` once it waits for no answer. */
export interface SentQuestion {
  readonly asked: QuestionAsked
  readonly withdrawn: boolean
}

/** What a question says, without the identifier that it is sent under. */
export type QuestionContent = Omit<QuestionRequest, 'id'>

/** What a question is about: what was typed, or a record of one's own, which the server describes by what was read. */
export type Subject =
  | { readonly description: StatedDescription }
  | { readonly record: string; readonly read: DescribableItem }

/** The part of the question that says what it is about. */
export function askedAbout(subject: Subject): Pick<QuestionContent, 'description' | 'record'> {
  return 'record' in subject ? { record: subject.record } : subject
}

/** As much of a description as there is: typed, it leaves out what was not stated; read, it says so. */
export type Shown = { readonly [Part in keyof ShownDescription]?: ShownDescription[Part] | undefined }

/** What the desks will see of it. */
export function shownOf(subject: Subject): Shown {
  return 'record' in subject ? describeItem(subject.read) : subject.description
}

const DESCRIBED = ['make', 'model', 'calibre', 'type', 'country', 'year'] as const
export type DescribedField = (typeof DESCRIBED)[number]

/** What desks are told of the firearm that was looked for: the mark as typed and what was stated beside it, no more. */
export function descriptionOf(request: FindRequest): StatedDescription {
  const stated = DESCRIBED.flatMap((field) => (request[field] === undefined ? [] : [[field, request[field]]]))
  return { mark: request.serial, ...Object.fromEntries(stated) }
}

/** The lines of a description beside the mark, in their order; what was not stated has none. */
export function describedLines(description: Shown): { readonly field: DescribedField; readonly text: string }[] {
  return DESCRIBED.flatMap((field) => {
    const text = description[field]
    return text === undefined || text === null ? [] : [{ field, text }]
  })
}

/**
 * Puts an identifier on what is sent: the same content has the same one however often it is tried, so that a try whose
 * answer was lost asks nothing twice, and other content has another.
 */
export function questionNames(newIdentifier: () => string): {
  readonly name: (content: QuestionContent) => QuestionRequest
  /** The next question is another one, even with the same content. */
  readonly forget: () => void
} {
  let last: { readonly id: string; readonly said: string } | null = null
  return {
    name(content) {
      const said = JSON.stringify(content)
      if (last?.said !== said) last = { id: newIdentifier(), said }
      return { ...content, id: last.id }
    },
    forget() {
      last = null
    },
  }
}
