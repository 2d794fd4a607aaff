import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { momentOf, pageWords } from '../../../paper/frame.ts'
import type { Pen } from '../../../paper/pen.ts'
import type { Section, Sheet } from '../../../paper/sheet.ts'
import type { Leaving } from '../dossier.ts'
import { earlierSection } from './earlier.ts'
import { casesBox, handlingBox } from './handling.ts'
import { answerSections, replySections } from './reply.ts'
import { requestSections } from './request.ts'

const aboutDocument = (pen: Pen, file: string): Section => ({
  title: pen.say('document.section.about'),
  paragraph: null,
  mark: null,
  fields: [],
  grid: null,
  notes: pen.words('document.about', { file }),
})

/** What every document of a trace bears. */
const frameOf = (pen: Pen, file: string, hash: string) => ({
  language: pen.language,
  direction: pen.direction,
  instrument: pen.say('document.instrument'),
  foot: { page: pageWords(pen), label: pen.say('document.data'), hash } as const,
  attachment: { file, description: pen.say('document.data_file') },
})

/** The whole document as data for the typesetter. `hash` is that of the attached data, in hexadecimal. */
export function layOut(
  pen: Pen,
  { request, reply, earlier, permissions = [] }: Leaving,
  file: string,
  hash: string,
): Sheet {
  const urgent = reply === null && request.priority === 'urgent'
  return {
    ...frameOf(pen, file, hash),
    title: pen.say(reply === null ? 'document.request' : 'document.reply'),
    reference: pen.seen(reply?.replier.reference ?? request.requester.reference),
    urgent: urgent ? pen.say('document.urgent') : null,
    date: momentOf(reply?.repliedAt ?? request.requestedAt),
    handling: handlingBox(pen, (reply ?? request).handling),
    sections: [
      ...(reply === null ? requestSections(pen, request) : replySections(pen, reply, request, permissions)),
      ...earlierSection(pen, earlier),
      aboutDocument(pen, file),
    ],
  }
}

/** A request with the replies to it on one paper, as a court reads them. */
export function layOutCase(
  pen: Pen,
  request: TraceRequestMessage,
  replies: readonly TraceReplyMessage[],
  file: string,
  hash: string,
): Sheet {
  const handlings = [request, ...replies].map(({ handling }) => handling)
  return {
    ...frameOf(pen, file, hash),
    title: pen.say('document.case'),
    reference: pen.seen(request.requester.reference),
    urgent: null,
    date: momentOf(replies.at(-1)?.repliedAt ?? request.requestedAt),
    handling: casesBox(pen, handlings),
    sections: [
      ...requestSections(pen, request),
      ...replies.flatMap((reply, at) => answerSections(pen, reply, at + 1, [])),
      aboutDocument(pen, file),
    ],
  }
}
