import type { DataClass, PartnerState } from '@proofmark/contract/exchange-words'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import type { EvaluationScheme } from '@proofmark/contract/trace-words'

/** What somebody wants to do with a partner. */
export type Asked =
  | { readonly what: 'message'; readonly kind: MessageKind }
  | { readonly what: 'data'; readonly dataClass: DataClass }
  | { readonly what: 'purpose'; readonly purpose: AgreementTerms['purposes'][number] }
  | { readonly what: 'handling'; readonly scheme: EvaluationScheme; readonly codes: readonly string[] }
  | { readonly what: 'natural_persons' }

export type AgreementRefusal =
  | 'partner_unknown'
  | 'partner_not_active'
  | 'agreement_missing'
  | 'data_class'
  | 'whole_register_law'
  | 'purpose'
  | 'handling'
  | 'natural_persons'

/** A version of an agreement, with the days on which it holds. */
export interface Agreement {
  readonly version: number
  readonly terms: AgreementTerms
}

export interface KnownPartner {
  readonly state: PartnerState
  /** In force; null where none is. */
  readonly agreement: Agreement | null
}

/**
 * Duties that outlive an agreement: who was told something wrong is told what is right (Directive (EU) 2016/680,
 * article 7), and a grant is taken back also from a partner with whom nothing is shared any more.
 */
const OWED: ReadonlySet<MessageKind> = new Set(['correction', 'revocation'])
const OF_TRACES: ReadonlySet<MessageKind> = new Set([
  'trace-request',
  'trace-acknowledgement',
  'trace-information-request',
  'trace-information',
  'trace-reply',
  'trace-withdrawal',
])

/** Why the partner may not have what is asked; null where it may. */
export function refusalOf(partner: KnownPartner | null, asked: Asked): AgreementRefusal | null {
  if (!partner) return 'partner_unknown'
  if (asked.what === 'message' && OWED.has(asked.kind)) return null
  if (partner.state !== 'active') return 'partner_not_active'
  if (!partner.agreement) return 'agreement_missing'
  return refusalByTerms(partner.agreement.terms, asked)
}

function refusalByTerms(terms: AgreementTerms, asked: Asked): AgreementRefusal | null {
  switch (asked.what) {
    case 'message':
      return OF_TRACES.has(asked.kind) && !terms.dataClasses.includes('traces') ? 'data_class' : null
    case 'data':
      if (!terms.dataClasses.includes(asked.dataClass)) return 'data_class'
      return asked.dataClass === 'whole_register' && terms.wholeRegisterLaw === null ? 'whole_register_law' : null
    case 'purpose':
      return terms.purposes.includes(asked.purpose) ? null : 'purpose'
    case 'handling': {
      const accepted = terms.handling.find(({ scheme }) => scheme === asked.scheme)
      return accepted && asked.codes.every((code) => accepted.codes.includes(code)) ? null : 'handling'
    }
    case 'natural_persons':
      return terms.naturalPersons ? null : 'natural_persons'
  }
}

/** The version in force on this day (`YYYY-MM-DD`): the newest of those whose days hold it. */
export function inForce(versions: readonly Agreement[], day: string): Agreement | null {
  const holds = versions.filter(
    ({ terms }) => terms.validFrom <= day && (terms.validTo === null || day <= terms.validTo),
  )
  return holds.reduce<Agreement | null>(
    (newest, each) => (newest && newest.version > each.version ? newest : each),
    null,
  )
}
