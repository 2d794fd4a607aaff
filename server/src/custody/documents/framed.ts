import { pageWords } from '../../paper/frame.ts'
import type { Pen } from '../../paper/pen.ts'
import type { Field, Grid, Line, Section, Sheet } from '../../paper/sheet.ts'

/** A field of a paper of custody. */
export const fieldOf = (pen: Pen, name: string, lines: readonly Line[], wide = false): Field => ({
  label: pen.say(`custody.paper.${name}`),
  lines: lines.length > 0 ? lines : pen.words('document.not_stated'),
  wide,
})

interface SectionGiven {
  readonly fields?: readonly Field[]
  readonly grid?: Grid
  readonly notes?: readonly Line[]
}

export const sectionOf = (title: string, { fields = [], grid, notes = [] }: SectionGiven): Section => ({
  ...{ title, fields, notes },
  paragraph: null,
  mark: null,
  grid: grid ?? null,
})

interface Framed {
  readonly title: string
  readonly reference: string
  readonly date: readonly number[]
  readonly sections: readonly Section[]
  readonly file: string
  readonly hash: string
}

/** What every paper of custody bears. */
export const framed = (pen: Pen, { title, reference, date, sections, file, hash }: Framed): Sheet => ({
  language: pen.language,
  direction: pen.direction,
  title,
  instrument: pen.say('custody.paper.instrument'),
  reference,
  urgent: null,
  date,
  handling: {
    label: pen.say('custody.paper.handling'),
    codes: 'H1',
    lines: pen.words('custody.paper.for_court'),
  },
  sections,
  foot: { page: pageWords(pen), label: pen.say('custody.paper.data'), hash },
  attachment: { file, description: pen.say('custody.paper.data_file') },
})
