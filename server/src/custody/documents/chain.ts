import type { Locale } from '@proofmark/contract/locales'
import type { CustodyShown, ShownSide } from '@proofmark/contract/schemas/custody'
import { momentOf } from '../../paper/frame.ts'
import type { Pen } from '../../paper/pen.ts'
import { printSheet } from '../../paper/print-sheet.ts'
import type { Line, Sheet } from '../../paper/sheet.ts'
import { sideText } from '../present/custody.ts'
import { fieldOf, framed, sectionOf } from './framed.ts'

const sideLines = (pen: Pen, side: ShownSide): Line[] => {
  if (side === null) return pen.words('custody.paper.nobody')
  return pen.told(sideText(side) || pen.say('custody.paper.erased'))
}

/** A day where no hour was stated, and words where no day was: no hour is made up for a court. */
const whenLines = (pen: Pen, at: string | null): Line[] => {
  if (at === null) return pen.words('custody.paper.not_stated')
  return at.includes('T') ? pen.moment(at) : pen.day(at)
}

function eventRow(
  pen: Pen,
  { number, at, purpose, from, to, sealIn, sealOut, grade, witness }: CustodyShown['events'][number],
) {
  const sides = [
    ...(from === null ? [] : pen.told(pen.say('custody.paper.from', { name: sideText(from) || '–' }))),
    ...(to === null ? [] : pen.told(pen.say('custody.paper.to', { name: sideText(to) || '–' }))),
  ]
  return [
    pen.id(String(number)),
    whenLines(pen, at),
    [...pen.words(`word.custody_purpose.${purpose}`), ...sides],
    [...pen.id(sealIn ?? '–'), ...pen.id(sealOut ?? '–')],
    [
      ...pen.words(`word.custody_grade.${grade}`),
      ...(witness === null ? [] : pen.told(pen.say('custody.paper.witnessed', { name: witness }))),
    ],
  ]
}

const breakLines = (pen: Pen, { number, code, explanations }: CustodyShown['breaks'][number]): Line[] => [
  ...pen.words('custody.paper.break_line', { number, what: pen.say(`word.custody_break.${code}`) }),
  ...(explanations.length === 0
    ? pen.words('custody.paper.unexplained')
    : explanations.flatMap(({ why, by, at }) =>
        pen.told(pen.say('custody.paper.explained', { on: at.slice(0, 10), by, why })),
      )),
]

function layOutChain(pen: Pen, shown: CustodyShown, file: string, hash: string): Sheet {
  const { exhibit, kind, agency, custodian, seal, events, breaks, unbroken } = shown
  const state = unbroken
    ? pen.words('custody.paper.unbroken')
    : pen.words('custody.paper.broken', { count: breaks.length })
  const columns = [
    ['number', 1],
    ['when', 3],
    ['purpose', 5],
    ['seals', 3],
    ['grade', 4],
  ] as const
  return framed(pen, {
    title: pen.say('custody.paper.chain'),
    reference: exhibit,
    date: momentOf(events.at(-1)?.recordedAt ?? '2000-01-01T00:00:00Z'),
    file,
    hash,
    sections: [
      sectionOf(pen.say('custody.paper.exhibit'), {
        fields: [
          fieldOf(pen, 'identifier', pen.id(exhibit)),
          fieldOf(pen, 'kind', pen.words(`custody.kind.${kind}`)),
          fieldOf(pen, 'agency', pen.told(agency)),
          fieldOf(pen, 'custodian', sideLines(pen, custodian)),
          fieldOf(pen, 'seal', pen.id(seal)),
          fieldOf(pen, 'state', state),
        ],
      }),
      sectionOf(pen.say('custody.paper.events'), {
        grid: {
          columns: columns.map(([name, share]) => ({ heading: pen.say(`custody.paper.${name}`), share })),
          rows: events.map((event) => eventRow(pen, event)),
        },
        notes: pen.words('custody.paper.limits'),
      }),
      ...(breaks.length === 0
        ? []
        : [sectionOf(pen.say('custody.paper.breaks'), { notes: breaks.flatMap((each) => breakLines(pen, each)) })]),
    ],
  })
}

/** The chain of an exhibit as PDF/A, with its statements attached. Throws `document_too_large`, `document_not_set`. */
export function printChain(shown: CustodyShown, statements: Uint8Array, language: Locale): Promise<Uint8Array> {
  const file = 'chain.json'
  return printSheet((pen, hash) => layOutChain(pen, shown, file, hash), language, file, statements)
}
