import { LOOK_UP_KINDS, type LookUpKind, REQUEST_ELEMENTS } from '@proofmark/contract/private-words'
import { quotaOf, quotaOfAll } from './quotas.ts'

/** Of how many marks of one kind and class of data somebody learns whether they are known, at the quotas set by default. */
export interface Exposure {
  readonly kind: LookUpKind
  /** Who holds a partner's key, and pads nothing. */
  readonly keyDay: number
  readonly keyMonth: number
  /** Who holds the keys of every partner. */
  readonly allKeysMonth: number
  /** Who has an officer's session of the asking node, which pads; of a damaged mark all readings count as one question. */
  readonly sessionDay: number
  readonly sessionMonth: number
}

/** What an attacker learns of one class of data, by kind of mark. */
export const exposures = (): Exposure[] =>
  LOOK_UP_KINDS.map((kind) => {
    const { day, month } = quotaOf(null, kind)
    const questions = (evaluations: number) => Math.floor(evaluations / REQUEST_ELEMENTS[kind])
    return {
      kind,
      keyDay: day,
      keyMonth: month,
      allKeysMonth: quotaOfAll(kind),
      sessionDay: questions(day),
      sessionMonth: questions(month),
    }
  })
