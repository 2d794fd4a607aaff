import type { Handling } from '@proofmark/contract/schemas/trace-message'
import { SCHEMES } from '@proofmark/domain/evaluation'
import type { Pen } from '../../../paper/pen.ts'
import type { Line, Section, Sheet } from '../../../paper/sheet.ts'

/** What a grade means; the bare grade where its scheme does not have it. */
function grade(pen: Pen, { scheme }: Handling, axis: 'source' | 'information', given: string | null): Line[] {
  if (given === null) return []
  if (!SCHEMES[scheme][axis].includes(given)) return pen.id(given)
  const meaning = pen.say(`document.grade.${scheme}.${axis}.${given}`)
  return /^[A-Z1-9]$/.test(given) ? pen.runs({ id: given }, { text: ` ${meaning}` }) : pen.runs({ text: meaning })
}

/** The codes with their meaning, a line each. */
function codes(pen: Pen, { scheme, codes: given }: Handling): Line[] {
  return given.flatMap((code) =>
    SCHEMES[scheme].codes.includes(code)
      ? pen.runs({ id: code }, { text: ` ${pen.say(`document.code.${scheme}.${code}`)}` })
      : pen.id(code),
  )
}

/** The box that stands on each page: codes large, and whose they are. */
export function handlingBox(pen: Pen, handling: Handling): Sheet['handling'] {
  const short = (given: string | null) => pen.seen(given ?? '–')
  const graded = pen.say('document.grades', {
    source: short(handling.sourceGrade),
    information: short(handling.informationGrade),
  })
  return {
    label: pen.say('document.handling'),
    codes: handling.codes.length > 0 ? handling.codes.map(pen.seen).join(' ') : '–',
    lines: [
      ...pen.told(handling.originator),
      ...(/^\w$/.test(handling.sourceGrade ?? 'A')
        ? pen.runs({ text: `${pen.say(`document.scheme.${handling.scheme}`)}. ${graded}` })
        : pen.words(`document.scheme.${handling.scheme}`)),
    ],
  }
}

/** The box of a paper with several parts: every code that any of them bears, and whose they are. */
export function casesBox(pen: Pen, handlings: readonly Handling[]): Sheet['handling'] {
  const unique = (values: readonly string[]) => [...new Set(values)]
  const borne = unique(handlings.flatMap((each) => each.codes.map(pen.seen))).sort()
  return {
    label: pen.say('document.handling'),
    codes: borne.length > 0 ? borne.join(' ') : '–',
    lines: unique(handlings.map(({ originator }) => originator)).flatMap(pen.told),
  }
}

/** The evaluation and the codes in words, in the originator's own scheme. */
export function handlingSection(pen: Pen, handling: Handling): Section {
  return {
    title: pen.say('document.section.handling'),
    paragraph: null,
    mark: null,
    fields: [
      pen.field('originator', pen.told(handling.originator)),
      pen.field('scheme', pen.words(`document.scheme.${handling.scheme}`)),
      pen.field('source', grade(pen, handling, 'source', handling.sourceGrade)),
      pen.field('information', grade(pen, handling, 'information', handling.informationGrade)),
      pen.field('codes', codes(pen, handling), true),
      ...(handling.conditions ? [pen.field('conditions', pen.told(handling.conditions), true)] : []),
      ...(handling.expires ? [pen.field('expires', pen.day(handling.expires))] : []),
    ],
    grid: null,
    notes: [],
  }
}
