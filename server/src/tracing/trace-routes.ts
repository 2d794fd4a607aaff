import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handlers } from '../http/endpoint.ts'

type TraceRoutes = Pick<
  Handlers,
  | 'traceDraft'
  | 'traceEdit'
  | 'traceMove'
  | 'traceSend'
  | 'traceReceive'
  | 'traceTakeIn'
  | 'traceAnswerDraft'
  | 'traceAnswer'
  | 'traceAsk'
  | 'traceClose'
  | 'traceApprove'
  | 'traceShow'
  | 'traceList'
  | 'traceFigures'
  | 'traceTermsList'
  | 'traceTermsSave'
  | 'traceContactList'
  | 'traceContactSave'
>

async function promised(): Promise<never> {
  throw new ProofmarkError('route_unknown')
}

export function traceRoutes(): TraceRoutes {
  return {
    traceDraft: promised,
    traceEdit: promised,
    traceMove: promised,
    traceSend: promised,
    traceReceive: promised,
    traceTakeIn: promised,
    traceAnswerDraft: promised,
    traceAnswer: promised,
    traceAsk: promised,
    traceClose: promised,
    traceApprove: promised,
    traceShow: promised,
    traceList: promised,
    traceFigures: promised,
    traceTermsList: promised,
    traceTermsSave: promised,
    traceContactList: promised,
    traceContactSave: promised,
  }
}
