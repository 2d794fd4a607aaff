import type { Handlers } from '../http/endpoint.ts'
import { takeDocument } from './commands/take-document.ts'
import { writeDocument } from './documents/trace-document.ts'

/** The document is logged and committed first; only then are its bytes made. */
export function documentRoutes(): Pick<Handlers, 'traceDocument'> {
  return {
    traceDocument: async ({ body, run }) =>
      writeDocument(await run((context) => takeDocument(context, body)), body.form, body.language),
  }
}
