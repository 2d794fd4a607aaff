import type { CourtText } from '@proofmark/contract/schemas/court-text'
import { presentEvidence } from '../../linkage/present/evidence.ts'
import type { Wording } from '../../linkage/present/wording.ts'
import { presentItem } from '../../records/present/item.ts'
import type { StatedLink, WrittenCourtText } from '../commands/court-text.ts'

/** What may be compared, in the order in which it is told. */
const FIELDS = ['serial', 'make', 'importer', 'model', 'calibre', 'type', 'country', 'year', 'place', 'order'] as const
/** Events that can follow each other are no field that a record leaves out. */
const STATED = FIELDS.filter((field) => field !== 'order')
/** What says so little is neither for nor against. */
const LEAST_BITS = 0.05

function presentLink({ one, other, judgedBy, lines }: StatedLink, numberOf: (id: string) => number, wording: Wording) {
  const evidence = presentEvidence(lines, other.item, wording)
  const told = (speaks: (bits: number) => boolean) =>
    evidence
      .filter(({ field, bits }) => FIELDS.some((each) => each === field) && speaks(bits))
      .map(({ field, text }) => ({ field: wording.say(`why.field.${field}`), text }))
  const speaking = new Set(evidence.filter(({ bits }) => Math.abs(bits) >= LEAST_BITS).map(({ field }) => field))
  return {
    one: numberOf(one.record),
    other: numberOf(other.record),
    judgedBy: judgedBy.map(({ by, agency, at }) => ({ name: by, agency, at: at.toISOString() })),
    agree: told((bits) => bits >= LEAST_BITS),
    differ: told((bits) => bits <= -LEAST_BITS),
    silent: STATED.filter((field) => !speaking.has(field)).map((field) => wording.say(`why.field.${field}`)),
  }
}

/** A text for a court in the reader's language. No figure of the model is in it, by its very shape. */
export function presentCourtText(text: WrittenCourtText, wording: Wording): CourtText {
  const { records, details, links, rivals, by, reference, written } = text
  const numberOf = (id: string) => records.findIndex(({ record }) => record === id) + 1
  const named = (id: string) => {
    const { source = '', key = '', agency = '' } = details.get(id) ?? {}
    return { record: id, source, key, agency }
  }
  return {
    written: written.toISOString(),
    by,
    reference,
    records: records.flatMap(({ record, item }) => {
      const detail = details.get(record)
      return detail ? [{ ...named(record), event: detail.event, date: detail.date, read: presentItem(item) }] : []
    }),
    links: links.map((link) => presentLink(link, numberOf, wording)),
    rivals: rivals.map(({ record, of, verdict }) => ({
      ...named(record.record),
      of: numberOf(of),
      text: wording.say(`court.rival.${verdict}`, { of: String(numberOf(of)) }),
    })),
    limits: wording.say('court.limits'),
  }
}
