import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { interval, listed, oneRow } from './table.ts'

/**
 * A request, with its reply where the document is of one, in the shape of a record of INTERPOL's iARMS (DOMAIN 1.2).
 * No conformance is claimed.
 */
export function shapeIarms(request: TraceRequestMessage, reply: TraceReplyMessage | null): string {
  const { requester, firearm, circumstances } = request
  const handling = (reply ?? request).handling
  const marksOf = (...kinds: string[]) =>
    firearm.marks.filter(({ kind }) => kinds.includes(kind)).map(({ observed }) => observed)
  const others = firearm.marks.filter(({ kind }) => !['serial', 'proof'].includes(kind))
  return oneRow([
    ['Record type', reply === null ? 'Trace request' : 'Trace reply'],
    ['Category', 'Firearm'],
    ['Type', firearm.type],
    ['Action', firearm.action],
    ['Make', firearm.make],
    ['Model', firearm.model],
    ['Calibre', firearm.calibre],
    ['Serial number', firearm.serial.observed],
    ['State of the serial number', firearm.serial.state],
    ['Other serial numbers', listed(marksOf('serial'))],
    ['Country of manufacture', firearm.countryOfManufacture],
    ['Country of legal import', firearm.importMark?.country ?? null],
    ['Importer', firearm.importer],
    ['Proof marks', listed(marksOf('proof'))],
    ['Other marks', listed(others.map(({ kind, observed }) => `${kind} ${observed}`))],
    ['Event', circumstances.kind],
    ['Event date', interval(circumstances.date)],
    ['Event place', listed([circumstances.place, circumstances.country])],
    ['Circumstances', circumstances.summary],
    ['Owner country', requester.country],
    ['Owner agency', requester.contact.agency],
    ['Case reference', requester.reference],
    ['Images', listed(firearm.photographs.map(({ file }) => file))],
    ['Conditions of disclosure', listed([...handling.codes, handling.conditions])],
    ['Status', reply === null ? 'submitted' : reply.kind],
    ['Outcome', reply?.outcome ?? null],
    ['Refusal reason', reply?.reason ?? null],
    ['Exported to', reply?.next?.country ?? null],
    ['Recipient', reply?.next?.importer ?? reply?.lastLawfulHolder ?? null],
    ['Contact', listed([requester.contact.unit, requester.contact.email, requester.contact.telephone])],
  ])
}
