import type { TracedMark, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { interval, listed, oneRow } from './table.ts'

const mark = ({ kind, part, observed, state, country }: TracedMark): string =>
  `${kind} ${observed} (${listed([part, state, country])})`

/**
 * A request in the shape of form ATF F 3312.1 (edition of February 2018; DOMAIN 1.1), a column for each of its fields.
 * Fields that a request does not carry, such as the possessor's, stay empty. No conformance is claimed.
 */
export function shape3312(request: TraceRequestMessage): string {
  const { requester, firearm, circumstances } = request
  const { serial } = firearm
  const lost = serial.state !== 'legible'
  return oneRow([
    ['1a Date of request', request.requestedAt.slice(0, 10)],
    ['1b Priority', request.priority === 'urgent' ? 'Urgent' : 'Routine'],
    ['1b Justification if urgent', request.urgentBecause],
    ['1c Special instructions', listed(request.questions)],
    ['2a Crime code', listed(request.illicitGrounds)],
    ['2b Project code', listed(request.related)],
    ['3a Organisation code', null],
    ['3e Case number', null],
    ['4a ORI number', null],
    ['4b Telephone', requester.contact.telephone],
    ['4b E-mail', requester.contact.email],
    ['4c Officer', null],
    ['4d Badge', null],
    ['4e Agency case number', requester.reference],
    ['4f Department and unit', listed([requester.contact.agency, requester.contact.unit])],
    ['4g Mailing address', requester.country],
    ['5a Serial number', serial.observed],
    ['5b Obliterated', serial.state === 'obliterated' ? 'Y' : 'N'],
    ['5c Manufacturer', firearm.make],
    ['5d Type', firearm.type],
    ['5e Caliber', firearm.calibre],
    ['5f Model', firearm.model],
    ['5g Country of origin', firearm.countryOfManufacture],
    ['5h Importer', firearm.importer],
    ['5i Additional markings', listed(firearm.marks.map(mark))],
    ['6a Possessor name', null],
    ['6b Possessor alias', null],
    ['7 Associates', null],
    ['8a Recovery date', interval(circumstances.date)],
    ['8b Recovery address', listed([circumstances.place, circumstances.country])],
    ['9a Partial serial number', lost ? serial.observed : null],
    ['9b Where it stood', lost ? serial.part : null],
    ['9c State of the number', lost ? serial.state : null],
    ['10 Remarks', listed([request.legalJustification, circumstances.summary, request.handling.conditions])],
  ])
}
