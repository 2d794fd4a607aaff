import type { MessageKind } from '@proofmark/contract/message-kinds'
import {
  correctionMessage,
  KEY_CHANGE_FORM,
  keyChangeMessage,
  lookUpStopMessage,
  noteMessage,
  revocationMessage,
} from '@proofmark/contract/schemas/exchange-message'
import {
  CHECKPOINT_FORM,
  COSIGNATURE_FORM,
  checkpointMessage,
  cosignatureMessage,
} from '@proofmark/contract/schemas/ledger-message'
import {
  TRACE_FORM,
  traceAcknowledgementMessage,
  traceInformationMessage,
  traceInformationRequestMessage,
  traceReplyMessage,
  traceRequestMessage,
  traceWithdrawalMessage,
} from '@proofmark/contract/schemas/trace-message'
import type * as z from 'zod'

export interface MessageForm {
  /** What the body's `form` must say. */
  readonly form: string
  readonly schema: z.ZodType
}

/** In which form each kind of message is taken. One of another form is kept and refused, with these as the answer. */
export const messageForms: Readonly<Record<MessageKind, MessageForm>> = {
  'trace-request': { form: TRACE_FORM, schema: traceRequestMessage },
  'trace-acknowledgement': { form: TRACE_FORM, schema: traceAcknowledgementMessage },
  'trace-information-request': { form: TRACE_FORM, schema: traceInformationRequestMessage },
  'trace-information': { form: TRACE_FORM, schema: traceInformationMessage },
  'trace-reply': { form: TRACE_FORM, schema: traceReplyMessage },
  'trace-withdrawal': { form: TRACE_FORM, schema: traceWithdrawalMessage },
  correction: { form: 'proofmark-correction-1', schema: correctionMessage },
  revocation: { form: 'proofmark-revocation-1', schema: revocationMessage },
  'key-change': { form: KEY_CHANGE_FORM, schema: keyChangeMessage },
  'look-up-stop': { form: 'proofmark-look-up-stop-1', schema: lookUpStopMessage },
  checkpoint: { form: CHECKPOINT_FORM, schema: checkpointMessage },
  cosignature: { form: COSIGNATURE_FORM, schema: cosignatureMessage },
  note: { form: 'proofmark-note-1', schema: noteMessage },
}
