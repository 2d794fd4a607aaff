import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { Part } from '@proofmark/domain/marking'
import type { Pen } from '../../../paper/pen.ts'
import type { Field, Line, Section } from '../../../paper/sheet.ts'

const part = (pen: Pen, code: Part): Line[] =>
  pen.words(code === 'unknown' ? 'document.unknown_part' : `word.part.${code}`)

function years(pen: Pen, year: TracedFirearm['year']): Line[] {
  if (year === null) return []
  return pen.id(year.from === year.to ? `${year.from}` : `${year.from}–${year.to}`)
}

function importMark(pen: Pen, mark: TracedFirearm['importMark']): Line[] {
  if (mark === null) return []
  const [{ runs } = { runs: [] }] = pen.country(mark.country)
  return pen.runs(...runs, ...(mark.year === null ? [] : [{ text: ' ' }, { id: `${mark.year}` }]))
}

/** What the firearm is, with its serial large. */
export function firearmSection(pen: Pen, firearm: TracedFirearm): Section {
  const { serial } = firearm
  const fields: Field[] = [
    pen.field('serial_state', pen.words(`word.mark_state.${serial.state}`)),
    pen.field('serial_part', part(pen, serial.part)),
    pen.field('type', pen.told(firearm.type)),
    pen.field('action', pen.told(firearm.action)),
    pen.field('make', pen.told(firearm.make)),
    pen.field('importer', pen.told(firearm.importer)),
    pen.field('model', pen.id(firearm.model)),
    pen.field('calibre', pen.id(firearm.calibre)),
    pen.field('country_of_manufacture', pen.country(firearm.countryOfManufacture)),
    pen.field('year', years(pen, firearm.year)),
    pen.field('import_mark', importMark(pen, firearm.importMark)),
  ]
  if (firearm.countryUnknownBecause)
    fields.push(pen.field('country_unknown_because', pen.told(firearm.countryUnknownBecause), true))
  if (firearm.alterations.length > 0) fields.push(pen.field('alterations', firearm.alterations.flatMap(pen.told), true))
  return {
    title: pen.say('document.section.firearm'),
    paragraph: '17 (b)',
    mark: {
      label: pen.say('document.field.serial'),
      id: serial.observed?.trim() ? pen.seen(serial.observed) : null,
      said: pen.say(`word.mark_state.${serial.state}`),
    },
    fields,
    grid: null,
    notes: [],
  }
}

/** The marks, one a row. */
export function marksSection(pen: Pen, { marks }: TracedFirearm): Section {
  const heading = (name: string, share: number) => ({ heading: pen.say(`document.field.${name}`), share })
  return {
    title: pen.say('document.section.marks'),
    paragraph: '17 (b)',
    mark: null,
    fields: [],
    grid: {
      columns: [
        heading('mark', 3),
        heading('part', 3),
        heading('observed', 5),
        heading('mark_state', 3),
        heading('country', 3),
      ],
      rows: marks.map((mark) => [
        pen.words(`document.mark_kind.${mark.kind}`),
        part(pen, mark.part),
        pen.id(mark.observed),
        pen.words(`word.mark_state.${mark.state}`),
        pen.country(mark.country),
      ]),
    },
    notes: [],
  }
}
