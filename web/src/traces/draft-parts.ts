import type { Contact, Handling } from '@proofmark/contract/schemas/trace-message'
import type { EVALUATION_SCHEMES } from '@proofmark/contract/trace-words'

/** A text as it is typed: what says nothing is nothing. */
export const said = (text: string): string | null => (text.trim() === '' ? null : text.trim())
/** A day as its field has it. */
export const day = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)
/** A whole number in digits; null where nothing that is one stands there. */
export const whole = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)
/** Lines as members of a list. */
export const lines = (text: string): string[] => text.split('\n').flatMap((line) => said(line) ?? [])
/** Words between commas or spaces. */
export const words = (text: string): string[] => text.split(/[\s,،;]+/u).filter((word) => word !== '')

export interface ContactDraft {
  readonly agency: string
  readonly unit: string
  readonly email: string
  readonly telephone: string
  readonly verified: string
}

export const NO_CONTACT: ContactDraft = { agency: '', unit: '', email: '', telephone: '', verified: '' }

export const contactDraftOf = (contact: Contact | null): ContactDraft =>
  contact === null
    ? NO_CONTACT
    : {
        agency: contact.agency,
        unit: contact.unit ?? '',
        email: contact.email ?? '',
        telephone: contact.telephone ?? '',
        verified: contact.verified ?? '',
      }

/** A contact that names its agency; null where nothing names one. */
export function contactOf(draft: ContactDraft): Contact | null {
  const agency = said(draft.agency)
  if (agency === null) return null
  const [unit, email, telephone] = [said(draft.unit), said(draft.email), said(draft.telephone)]
  return { agency, unit, email, telephone, verified: day(draft.verified) }
}

export type Scheme = (typeof EVALUATION_SCHEMES)[number]

export interface HandlingDraft {
  readonly scheme: Scheme | ''
  readonly sourceGrade: string
  readonly informationGrade: string
  readonly codes: string
  readonly conditions: string
  readonly originator: string
  readonly expires: string
}

export const NO_HANDLING: HandlingDraft = {
  scheme: '',
  sourceGrade: '',
  informationGrade: '',
  codes: '',
  conditions: '',
  originator: '',
  expires: '',
}

export const handlingDraftOf = (handling: Handling | null): HandlingDraft =>
  handling === null
    ? NO_HANDLING
    : {
        scheme: handling.scheme,
        sourceGrade: handling.sourceGrade ?? '',
        informationGrade: handling.informationGrade ?? '',
        codes: handling.codes.join(' '),
        conditions: handling.conditions ?? '',
        originator: handling.originator,
        expires: handling.expires ?? '',
      }

/** A handling by a scheme, of an originator; null where either is not said. */
export function handlingOf(draft: HandlingDraft): Handling | null {
  const originator = said(draft.originator)
  if (draft.scheme === '' || originator === null) return null
  return {
    scheme: draft.scheme,
    sourceGrade: said(draft.sourceGrade),
    informationGrade: said(draft.informationGrade),
    codes: words(draft.codes).slice(0, 10),
    conditions: said(draft.conditions),
    originator,
    expires: day(draft.expires),
  }
}
