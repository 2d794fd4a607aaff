import type { Leaving } from '../dossier.ts'
import { earlierSection } from './earlier.ts'
import { handlingBox } from './handling.ts'
import type { Pen } from './pen.ts'
import { replySections } from './reply.ts'
import { requestSections } from './request.ts'
import type { Section, Sheet } from './sheet.ts'

const PAGE = '\u0001'
const PAGES = '\u0002'

function pageWords(pen: Pen): [string, string, string] {
  const [before = '', rest = ''] = pen.say('document.page', { page: PAGE, pages: PAGES }).split(PAGE)
  const [between = '', after = ''] = rest.split(PAGES)
  return [before, between, after]
}

const aboutDocument = (pen: Pen, file: string): Section => ({
  title: pen.say('document.section.about'),
  paragraph: null,
  mark: null,
  fields: [],
  grid: null,
  notes: pen.words('document.about', { file }),
})

/** The whole document as data for the typesetter. `hash` is that of the attached data, in hexadecimal. */
export function layOut(pen: Pen, { request, reply, earlier }: Leaving, file: string, hash: string): Sheet {
  const at = reply?.repliedAt ?? request.requestedAt
  const urgent = reply === null && request.priority === 'urgent'
  return {
    language: pen.language,
    direction: pen.direction,
    title: pen.say(reply === null ? 'document.request' : 'document.reply'),
    instrument: pen.say('document.instrument'),
    reference: pen.seen(reply?.replier.reference ?? request.requester.reference),
    urgent: urgent ? pen.say('document.urgent') : null,
    date: [at.slice(0, 4), at.slice(5, 7), at.slice(8, 10), at.slice(11, 13), at.slice(14, 16), at.slice(17, 19)].map(
      Number,
    ),
    handling: handlingBox(pen, (reply ?? request).handling),
    sections: [
      ...(reply === null ? requestSections(pen, request) : replySections(pen, reply, request)),
      ...earlierSection(pen, earlier),
      aboutDocument(pen, file),
    ],
    foot: { page: pageWords(pen), label: pen.say('document.data'), hash },
    attachment: { file, description: pen.say('document.data_file') },
  }
}
