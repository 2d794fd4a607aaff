import * as z from 'zod'
import { TRACE_FORM, traceReplyMessage, traceRequestMessage } from './schemas/trace-message.ts'

/** Regular expressions of other languages know no `\p{…}`: control characters are named by their codes. */
const spelledOut = (pattern: string): string => pattern.replaceAll('\\p{Cc}', '\\u0000-\\u001F\\u007F-\\u009F')

/** The published form of requests and replies as JSON Schema (2020-12), for those who read or write it without us. */
export function traceJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(z.discriminatedUnion('what', [traceRequestMessage, traceReplyMessage]), {
    override: ({ jsonSchema }) => {
      for (const part of [jsonSchema, ...(jsonSchema.allOf ?? [])])
        if (typeof part === 'object' && part.pattern !== undefined) part.pattern = spelledOut(part.pattern)
    },
  })
  return { ...schema, $id: `urn:proofmark:form:${TRACE_FORM}`, title: 'Trace request or trace reply' }
}
