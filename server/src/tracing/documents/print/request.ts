import type { TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { Pen } from '../../../paper/pen.ts'
import type { Field, Grid, Section } from '../../../paper/sheet.ts'
import { firearmSection, marksSection } from './firearm.ts'
import { handlingSection } from './handling.ts'
import { partiesOfRequest } from './parties.ts'

const section = (
  pen: Pen,
  name: string,
  paragraph: string | null,
  fields: Field[],
  grid: Grid | null = null,
): Section => ({
  title: pen.say(`document.section.${name}`),
  paragraph,
  mark: null,
  fields,
  grid,
  notes: [],
})

function about(pen: Pen, request: TraceRequestMessage): Section {
  const fields = [
    pen.field('request_id', pen.id(request.id)),
    pen.field('requested_at', pen.moment(request.requestedAt)),
    pen.field('priority', pen.words(`document.priority.${request.priority}`)),
    pen.field('answer_by', pen.day(request.answerBy)),
  ]
  if (request.parent !== null) fields.push(pen.field('parent', pen.id(request.parent)))
  if (request.related.length > 0) fields.push(pen.field('related', request.related.flatMap(pen.id)))
  if (request.urgentBecause) fields.push(pen.field('urgent_because', pen.told(request.urgentBecause), true))
  return section(pen, 'request', null, fields)
}

function circumstances(pen: Pen, { circumstances, illicitGrounds, legalJustification }: TraceRequestMessage): Section {
  return section(pen, 'circumstances', '17 (a)', [
    pen.field(
      'illicit_grounds',
      illicitGrounds.flatMap((ground) => pen.words(`document.ground.${ground}`)),
      true,
    ),
    pen.field('legal_justification', pen.told(legalJustification), true),
    pen.field('recovery', pen.words(`document.recovery.${circumstances.kind}`)),
    pen.field('date', pen.days(circumstances.date)),
    pen.field('country', pen.country(circumstances.country)),
    pen.field('place', pen.told(circumstances.place)),
    pen.field('summary', pen.told(circumstances.summary), true),
  ])
}

function use(pen: Pen, { intendedUse, intendedUseText }: TraceRequestMessage): Section {
  const fields = [
    pen.field(
      'intended_use',
      intendedUse.flatMap((each) => pen.words(`document.use.${each}`)),
      true,
    ),
  ]
  if (intendedUseText) fields.push(pen.field('intended_use_text', pen.told(intendedUseText), true))
  return section(pen, 'use', '17 (c)', fields)
}

function questions(pen: Pen, { questions, ballisticLead }: TraceRequestMessage): Section {
  return section(pen, 'questions', null, [
    pen.field(
      'questions',
      questions.flatMap((question) => pen.words(`document.question.${question}`)),
      true,
    ),
    pen.field('ballistic_lead', pen.words(ballisticLead ? 'document.yes' : 'document.no')),
  ])
}

function attachments(pen: Pen, { firearm, attachments }: TraceRequestMessage): Section[] {
  const files = [...firearm.photographs, ...attachments.map((each) => ({ ...each, view: null }))]
  if (files.length === 0) return []
  const heading = (name: string, share: number) => ({ heading: pen.say(`document.field.${name}`), share })
  return [
    section(pen, 'attachments', null, [], {
      columns: [heading('file', 4), heading('view', 3), heading('hash', 6)],
      rows: files.map(({ file, view, hash }) => [pen.id(file), pen.told(view), pen.id(hash)]),
    }),
  ]
}

/** A request in its order on paper. */
export const requestSections = (pen: Pen, request: TraceRequestMessage): Section[] => [
  about(pen, request),
  partiesOfRequest(pen, request),
  firearmSection(pen, request.firearm),
  ...(request.firearm.marks.length > 0 ? [marksSection(pen, request.firearm)] : []),
  circumstances(pen, request),
  use(pen, request),
  questions(pen, request),
  ...attachments(pen, request),
  handlingSection(pen, request.handling),
]
