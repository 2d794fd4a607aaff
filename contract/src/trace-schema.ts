import * as z from 'zod'
import { TRACE_FORM, traceReplyMessage, traceRequestMessage } from './schemas/trace-message.ts'

/** The published form of requests and replies as JSON Schema (2020-12), for those who read or write it without us. */
export const traceJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(z.discriminatedUnion('what', [traceRequestMessage, traceReplyMessage])),
  $id: `urn:proofmark:form:${TRACE_FORM}`,
  title: 'Trace request or trace reply',
})
