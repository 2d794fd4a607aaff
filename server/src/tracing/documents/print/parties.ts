import type { Contact, TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { Pen } from '../../../paper/pen.ts'
import type { Field, Line, Section } from '../../../paper/sheet.ts'

const joined = (...lines: Line[][]): Line[] => lines.flat()

/** A party as one block: state, agency and unit, and how to reach them. */
function party(pen: Pen, name: string, country: string, contact: Contact | null, more: Line[]): Field {
  const verified = contact?.verified
    ? pen.runs({ text: pen.label('verified') }, ...(pen.day(contact.verified)[0]?.runs ?? []))
    : []
  return pen.field(
    name,
    joined(
      pen.country(country),
      pen.told(contact?.agency ?? null),
      pen.told(contact?.unit ?? null),
      pen.id(contact?.email ?? null),
      pen.id(contact?.telephone ?? null),
      verified,
      more,
    ),
  )
}

const section = (pen: Pen, fields: Field[]): Section => ({
  title: pen.say('document.section.parties'),
  paragraph: null,
  mark: null,
  fields,
  grid: null,
  notes: [],
})

const labelled = (pen: Pen, name: string, line: Line[]): Line[] =>
  pen.runs({ text: pen.label(name) }, ...(line[0]?.runs ?? []))

/** Who asks, by which law, and who is asked as what. */
export function partiesOfRequest(pen: Pen, { requester, addressee }: TraceRequestMessage): Section {
  return section(pen, [
    party(
      pen,
      'requester',
      requester.country,
      requester.contact,
      joined(
        labelled(pen, 'reference', pen.id(requester.reference)),
        labelled(pen, 'legal_basis', pen.words(`word.basis.${requester.legalBasis}`)),
      ),
    ),
    party(
      pen,
      'addressee',
      addressee.country,
      addressee.contact,
      labelled(pen, 'role', pen.words(`document.role.${addressee.role}`)),
    ),
  ])
}

/** Who answers, and whom. */
export function partiesOfReply(pen: Pen, { replier }: TraceReplyMessage, { requester }: TraceRequestMessage): Section {
  const reference = (text: string | null) => (text === null ? [] : labelled(pen, 'reference', pen.id(text)))
  return section(pen, [
    party(pen, 'replier', replier.country, replier.contact, reference(replier.reference)),
    party(pen, 'requester', requester.country, requester.contact, reference(requester.reference)),
  ])
}
