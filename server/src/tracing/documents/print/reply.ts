import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { PartyKind } from '@proofmark/contract/trace-words'
import type { Pen } from '../../../paper/pen.ts'
import type { Field, Grid, Line, Section } from '../../../paper/sheet.ts'
import { courtUseOf, type NotedPermission } from '../../rules/requests/permissions.ts'
import { firearmSection } from './firearm.ts'
import { handlingSection } from './handling.ts'
import { partiesOfReply } from './parties.ts'

const section = (pen: Pen, name: string, fields: Field[], grid: Grid | null = null): Section => ({
  title: pen.say(`document.section.${name}`),
  paragraph: null,
  mark: null,
  fields,
  grid,
  notes: [],
})

function courtUse(pen: Pen, reply: TraceReplyMessage, permissions: readonly NotedPermission[]): Line[] {
  const { permitted, on, by } = courtUseOf(reply, permissions)
  if (!permitted) return pen.words('document.court_use.not_permitted')
  return [
    ...pen.words('document.court_use.permitted'),
    ...(by === null ? [] : pen.words('document.court_use.by', { by: pen.seen(by) })),
    ...pen.day(on),
  ]
}

/** A name with what it is of, where that is said. */
const party = (pen: Pen, name: string | null, kind: PartyKind | undefined): Line[] => [
  ...pen.told(name),
  ...(name === null || kind === undefined ? [] : pen.words(`document.party.${kind}`)),
]

function answer(pen: Pen, reply: TraceReplyMessage, permissions: readonly NotedPermission[]): Section {
  const fields = [
    pen.field('reply_id', pen.id(reply.id)),
    pen.field('replied_at', pen.moment(reply.repliedAt)),
    pen.field('request_id', pen.id(reply.request)),
    pen.field('kind', pen.words(`document.reply_kind.${reply.kind}`)),
  ]
  if (reply.outcome !== null) fields.push(pen.field('outcome', pen.words(`document.outcome.${reply.outcome}`)))
  if (reply.lastLawfulHolder !== null)
    fields.push(pen.field('last_lawful_holder', party(pen, reply.lastLawfulHolder, reply.lastLawfulHolderParty)))
  if (reply.reason !== null) fields.push(pen.field('reason', pen.words(`document.refusal.${reply.reason}`), true))
  if (reply.reasonText) fields.push(pen.field('reason_text', pen.told(reply.reasonText), true))
  fields.push(pen.field('court_use', courtUse(pen, reply, permissions), true))
  return section(pen, 'answer', fields)
}

function supply(pen: Pen, { chain }: TraceReplyMessage): Section {
  const heading = (name: string, share: number) => ({ heading: pen.say(`document.field.${name}`), share })
  return section(pen, 'supply', [], {
    columns: [
      heading('number', 1),
      heading('chain_role', 3),
      heading('name', 5),
      heading('date', 4),
      heading('document', 4),
      heading('evidence', 4),
    ],
    rows: [...chain]
      .sort((one, other) => one.place - other.place)
      .map((link) => [
        pen.id(`${link.place}`),
        pen.words(`document.chain_role.${link.role}`),
        [
          ...party(pen, link.name, link.party),
          ...pen.country(link.country),
          ...(link.quantity === null
            ? []
            : pen.runs({ text: pen.label('quantity') }, { id: pen.count(link.quantity) })),
        ],
        pen.days(link.date),
        link.document === null ? [] : [...pen.told(link.document.kind), ...pen.id(link.document.number)],
        pen.told(link.evidence),
      ]),
  })
}

function diversion(pen: Pen, { diversion }: TraceReplyMessage): Section[] {
  if (diversion === null) return []
  return [
    section(pen, 'diversion', [
      pen.field('diversion', pen.words(`word.explanation.${diversion.kind}`)),
      pen.field('window', pen.days(diversion.window)),
      pen.field('place', pen.told(diversion.place)),
      pen.field('basis', pen.told(diversion.basis), true),
    ]),
  ]
}

function next(pen: Pen, { next }: TraceReplyMessage): Section[] {
  if (next === null) return []
  return [
    section(pen, 'next', [
      pen.field('state', pen.country(next.country)),
      pen.field('role', pen.words(`document.role.${next.role}`)),
      pen.field('importer', pen.told(next.importer)),
    ]),
  ]
}

/** What a reply tells, beside who asked and about what. */
const toldBy = (pen: Pen, reply: TraceReplyMessage): Section[] => [
  ...(reply.chain.length > 0 ? [supply(pen, reply)] : []),
  ...diversion(pen, reply),
  ...next(pen, reply),
  handlingSection(pen, reply.handling),
]

/** A reply in its order on paper; of its request, whose firearm it answers. */
export const replySections = (
  pen: Pen,
  reply: TraceReplyMessage,
  request: TraceRequestMessage,
  permissions: readonly NotedPermission[],
): Section[] => [
  answer(pen, reply, permissions),
  partiesOfReply(pen, reply, request),
  firearmSection(pen, request.firearm),
  ...toldBy(pen, reply),
]

/** A reply that stands behind its request on the same paper. */
export const answerSections = (
  pen: Pen,
  reply: TraceReplyMessage,
  number: number,
  permissions: readonly NotedPermission[],
): Section[] => [
  { ...answer(pen, reply, permissions), title: pen.say('document.case_number', { number }) },
  ...toldBy(pen, reply),
]
