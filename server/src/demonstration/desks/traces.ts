import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import { TRACE_FORM, type TraceReplyMessage, type TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { Run } from '../../access/context.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { editTrace } from '../../tracing/commands/edit-trace.ts'
import { receiveReply } from '../../tracing/commands/receive-reply.ts'
import { sendTrace } from '../../tracing/commands/send-trace.ts'
import { takeIn } from '../../tracing/commands/take-in-request.ts'
import { needTrace } from '../../tracing/commands/write-trace.ts'
import { KNOWN_FIREARM } from '../firearms.ts'
import { SOURCES } from '../sources.ts'
import { identifierOf, type Offices, TRACE } from './offices.ts'

const DAY_MS = 86_400_000

/** What the tracing officer asked of other states about seizures of the first firearm, and how many days ago. */
const SENT = [
  { partner: 'XB', key: 'S-90036', days: 1, summary: 'Seized with two others in the boot of a car.' },
  { partner: 'XC', key: 'S-00000', days: 60, summary: 'Seized at a road check; the driver had crossed from XC.' },
  { partner: 'XD', key: 'S-00000', days: 40, summary: 'Seized at a road check; XD sold such pistols to XE.' },
] as const

const contactOf = (country: string) => ({
  agency: `Firearms desk of ${country}`,
  unit: null,
  email: null,
  telephone: null,
  verified: '2024-03-01',
})
const handlingOf = (country: string) => ({
  scheme: 'europol' as const,
  sourceGrade: 'A',
  informationGrade: '1',
  codes: ['H1'],
  conditions: null,
  originator: `Firearms desk of ${country}`,
  expires: null,
})

/** What the officer added to the form that the record had filled. */
const completed = (form: TraceForm, summary: string): TraceForm => ({
  ...form,
  illicitGrounds: ['national_law'],
  legalJustification: form.legalJustification ?? 'Firearms Act of XA, section 12',
  intendedUse: ['trafficking_investigation'],
  circumstances: { ...form.circumstances, kind: form.circumstances.kind ?? 'seized', summary },
  firearm: {
    ...form.firearm,
    countryUnknownBecause: form.firearm.countryOfManufacture === null ? 'Not marked on it.' : null,
  },
})

async function leaveSent(run: Run, { partner, key, days, summary }: (typeof SENT)[number]): Promise<void> {
  const id = identifierOf('trace', partner)
  await run(async (context) => {
    const record = await recordNamed(context, SOURCES.police.name, key, undefined)
    await draftTrace(context, { id, record, to: { partner, role: 'supplier' }, priority: 'routine' })
    const { state, form, version } = await needTrace(context, id)
    if (state !== 'draft') return
    await editTrace(context, { trace: id, version, form: completed(form, summary), to: {} })
    const at = new Date(context.now.getTime() - days * DAY_MS).toISOString()
    await sendTrace(context, { trace: id, channel: 'bilateral', at, why: 'by the liaison officer' })
  })
}

/** XD exported it: whom to ask next follows from the answer. */
const ANSWER: TraceReplyMessage = {
  form: TRACE_FORM,
  what: 'trace-reply',
  id: identifierOf('trace reply', 'XD'),
  request: identifierOf('trace', 'XD'),
  repliedAt: '2024-05-06T09:00:00.000Z',
  replier: { country: 'XD', contact: contactOf('XD'), reference: 'XD 118/24' },
  kind: 'partial',
  reason: null,
  reasonText: 'Sold to a trader in XE; the books of the exporter end there.',
  outcome: 'to_export',
  chain: [],
  lastLawfulHolder: null,
  diversion: null,
  next: { country: 'XE', importer: 'Arvane Trading', role: 'last_import' },
  handling: handlingOf('XD'),
  courtUse: { permitted: false, on: null, by: null },
}

/** What XB asks about a firearm that the register of XA lists. */
const ASKED: TraceRequestMessage = {
  form: TRACE_FORM,
  what: 'trace-request',
  id: identifierOf('trace of XB'),
  parent: null,
  requestedAt: '2024-05-02T09:00:00.000Z',
  answerBy: null,
  requester: {
    country: 'XB',
    contact: contactOf('XB'),
    reference: 'XB 77/24',
    legalBasis: 'international_tracing_instrument',
  },
  addressee: { country: 'XA', contact: null, role: 'registration' },
  priority: 'routine',
  urgentBecause: null,
  intendedUse: ['criminal_investigation'],
  intendedUseText: null,
  illicitGrounds: ['national_law'],
  legalJustification: 'Penal Code of XB, article 140',
  circumstances: {
    kind: 'found',
    date: { from: '2024-04-20', to: '2024-04-20' },
    country: 'XB',
    place: 'Harbour of Lune',
    summary: 'A photograph of it was found on a telephone.',
  },
  firearm: {
    type: KNOWN_FIREARM.type,
    action: null,
    make: KNOWN_FIREARM.make,
    importer: null,
    model: KNOWN_FIREARM.model,
    calibre: KNOWN_FIREARM.calibre,
    countryOfManufacture: KNOWN_FIREARM.country,
    countryUnknownBecause: null,
    year: null,
    importMark: null,
    serial: { observed: KNOWN_FIREARM.serial, state: 'legible', part: 'frame' },
    marks: [],
    alterations: [],
    photographs: [],
  },
  questions: ['last_holder'],
  related: [],
  ballisticLead: false,
  handling: handlingOf('XB'),
  attachments: [],
}

/** Requests on the tracing officer’s board: one that waits, one that is overdue, one that was answered, one that came. */
export async function leaveTraces({ as }: Offices): Promise<void> {
  const run = as('Ilse Moravan', TRACE)
  for (const sent of SENT) await leaveSent(run, sent)
  await run((context) => receiveReply(context, { trace: ANSWER.request, message: ANSWER, door: 'file' }))
  await run((context) => takeIn(context, { message: ASKED, partner: 'XB', channel: 'bilateral' }))
}
