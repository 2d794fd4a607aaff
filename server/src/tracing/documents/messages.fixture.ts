import { TRACE_FORM, type TraceReplyMessage, type TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'

const id = (last: string): string => `0198c0de-0000-7000-8000-0000000000${last}`

/** A request of an invented state for a firearm that nobody made, with every part filled. */
export function aRequest(changed: Partial<TraceRequestMessage> = {}): TraceRequestMessage {
  return {
    form: TRACE_FORM,
    what: 'trace-request',
    id: id('a1'),
    parent: null,
    requestedAt: '2026-11-27T08:30:00.000Z',
    answerBy: '2026-12-18',
    requester: {
      country: 'XA',
      contact: {
        agency: 'National Firearms Focal Point',
        unit: 'Tracing desk',
        email: 'tracing@focal-point.xa.example',
        telephone: '+000 5550 1420',
        verified: '2026-10-02',
      },
      reference: 'XA-TR-2026/0417',
      legalBasis: 'international_tracing_instrument',
    },
    addressee: {
      country: 'XB',
      contact: {
        agency: 'National Central Bureau',
        unit: null,
        email: 'ncb@police.xb.example',
        telephone: null,
        verified: '2026-09-14',
      },
      role: 'last_import',
    },
    priority: 'urgent',
    urgentBecause: 'The suspect is held until 4 December; the court decides on that day whether he stays in custody.',
    intendedUse: ['criminal_investigation', 'trafficking_investigation'],
    intendedUseText: 'To learn who bought the pistol first, and whether others of the same consignment were diverted.',
    illicitGrounds: ['national_law', 'unlicensed_transfer'],
    legalJustification:
      'Possession without a licence, Firearms Act (XA) section 14; no entry in the national register.',
    circumstances: {
      kind: 'seized',
      date: { from: '2026-11-14', to: '2026-11-14' },
      country: 'XA',
      place: 'Port Alder, freight terminal 2',
      summary:
        'Found in the door panel of a van that had crossed on the night ferry.\nTwo magazines and no papers; the driver says that he bought the van the week before.',
    },
    firearm: {
      type: 'Pistol, semi-automatic',
      action: 'Short recoil',
      make: 'Tern Arms',
      importer: 'Gull & Sons Import',
      model: 'T-17',
      calibre: '9×19',
      countryOfManufacture: 'XC',
      countryUnknownBecause: null,
      year: { from: 2009, to: 2011 },
      importMark: { country: 'XB', year: 2012 },
      serial: { observed: 'TRN[8B]4?71-K', state: 'partial', part: 'frame' },
      marks: [
        { kind: 'serial', part: 'slide', observed: '4471-K', state: 'partial', country: null },
        { kind: 'import', part: 'frame', observed: 'GULL XB 12', state: 'legible', country: 'XB' },
        { kind: 'proof', part: 'barrel', observed: 'N9', state: 'legible', country: 'XC' },
        { kind: 'maker', part: 'slide', observed: 'TERN ARMS', state: 'legible', country: 'XC' },
      ],
      alterations: ['Serial ground on the right of the frame', 'Barrel threaded'],
      photographs: [{ file: 'frame-left.jpg', hash: 'a1'.repeat(32), view: 'Frame, left' }],
    },
    questions: ['first_purchaser', 'export', 'theft'],
    related: ['XA-SZ-2026/1188'],
    ballisticLead: true,
    handling: {
      scheme: 'europol',
      sourceGrade: 'B',
      informationGrade: '2',
      codes: ['H0'],
      conditions: null,
      originator: 'XA National Firearms Focal Point',
      expires: null,
    },
    attachments: [{ file: 'laboratory-report.pdf', hash: 'b2'.repeat(32) }],
    ...changed,
  }
}

/** The answer to it: exported on, so that the next state is to be asked. */
export function aReply(changed: Partial<TraceReplyMessage> = {}): TraceReplyMessage {
  return {
    form: TRACE_FORM,
    what: 'trace-reply',
    id: id('b1'),
    request: id('a1'),
    repliedAt: '2026-11-29T14:05:00.000Z',
    replier: {
      country: 'XB',
      contact: {
        agency: 'National Central Bureau',
        unit: 'Arms',
        email: 'ncb@police.xb.example',
        telephone: null,
        verified: null,
      },
      reference: 'XB/2026/90-7',
    },
    kind: 'partial',
    reason: 'confidentiality_law',
    reasonText: 'The name of a private person is not given.',
    outcome: 'to_export',
    chain: [
      {
        place: 1,
        role: 'manufacturer',
        name: 'Tern Arms',
        country: 'XC',
        date: { from: '2010-01-01', to: '2010-12-31' },
        quantity: null,
        document: null,
        evidence: 'Maker’s mark and proof mark',
      },
      {
        place: 2,
        role: 'importer',
        name: 'Gull & Sons Import',
        country: 'XB',
        date: { from: '2012-03-02', to: '2012-03-02' },
        quantity: 250,
        document: { kind: 'Import licence', number: 'XB-IL-2012/0088' },
        evidence: 'Licence register',
      },
      {
        place: 3,
        role: 'exporter',
        name: null,
        country: 'XB',
        date: { from: '2014-05-01', to: '2014-05-31' },
        quantity: 40,
        document: { kind: 'Export licence', number: 'XB-EL-2014/0311' },
        evidence: 'Licence register; delivery not verified',
      },
    ],
    lastLawfulHolder: 'Gull & Sons Import',
    diversion: {
      kind: 'unauthorised-re-export',
      window: { from: '2014-05-01', to: '2026-11-14' },
      place: null,
      basis: 'No delivery verification came back for the export of 2014.',
    },
    next: { country: 'XD', importer: 'Heron Trading', role: 'last_import' },
    handling: {
      scheme: 'europol',
      sourceGrade: 'A',
      informationGrade: '1',
      codes: ['H1', 'H2'],
      conditions: 'Not to be shown to the importer.',
      originator: 'XB National Central Bureau',
      expires: '2098-11-29',
    },
    courtUse: { permitted: false, on: null, by: null },
    ...changed,
  }
}

/** The next hop: the same firearm asked of the state to which it was exported. */
export const aNextRequest = (): TraceRequestMessage => {
  const { requester, addressee, ...request } = aRequest({ id: id('a2'), parent: id('a1') })
  return {
    ...request,
    requestedAt: '2026-11-30T07:15:00.000Z',
    requester,
    addressee: { ...addressee, country: 'XD', contact: null, role: 'last_import' },
    priority: 'routine',
    urgentBecause: null,
  }
}
