import { ProofmarkError } from '@proofmark/contract/errors'
import type { RouteName } from '@proofmark/contract/paths'
import type { Context } from '../access/context.ts'
import type { FileAnswer, Handlers } from '../http/endpoint.ts'
import { contentOf } from '../http/sent-file.ts'
import { beginFile } from './commands/begin-file.ts'
import { listFiles } from './commands/list-files.ts'
import { admitToOriginal, grantOriginal, seeCopy } from './commands/originals.ts'
import { presentFile, presentFileState } from './present/file.ts'
import { originalOf } from './queries/files.ts'
import { receivePart, stateOfFile } from './runs/receive-file.ts'

type FileRoute = Extract<RouteName, `file${string}` | `original${string}`>

const fileIn = (call: { readonly http: { readonly req: { param: (name: string) => string | undefined } } }) => {
  const id = call.http.req.param('file') ?? ''
  // An address can say anything; the database takes identifiers alone.
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new ProofmarkError('not_found', { what: id })
  return id.toLowerCase()
}

function placeIn(stated: string | undefined): number {
  const from = Number(stated ?? 0)
  if (!Number.isInteger(from) || from < 0)
    throw new ProofmarkError('value_not_listed', { field: 'from', value: stated ?? '', accepted: '0 – …' })
  return from
}

const copyOf =
  (size: 'copy' | 'preview') =>
  async (call: {
    readonly http: { readonly req: { param: (name: string) => string | undefined } }
    readonly run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>
  }): Promise<FileAnswer> => {
    const { file, bytes } = await call.run((context) => seeCopy(context, fileIn(call), size))
    return { file: `${file.id}.jpg`, mediaType: 'image/jpeg', bytes }
  }

export function fileRoutes(): Pick<Handlers, FileRoute> {
  return {
    fileBegin: async ({ body, run }) => presentFileState(await run((context) => beginFile(context, body))),
    filePart: async (call) => {
      const from = placeIn(call.http.req.query('from'))
      return presentFileState(await receivePart(call.runLater, fileIn(call), from, contentOf(call)))
    },
    fileShow: async (call) => presentFileState(await stateOfFile(call.runLater, fileIn(call))),
    fileList: async ({ body, run }) => ({
      files: (await run((context) => listFiles(context, body.recovery))).map(presentFile),
    }),
    fileCopy: copyOf('copy'),
    filePreview: copyOf('preview'),
    originalGrant: async (call) => {
      const { body, run } = call
      const { id } = await run((context) => grantOriginal(context, { ...body, file: fileIn(call) }))
      return { file: id, to: body.to, until: body.until }
    },
    originalTake: async (call) => {
      const file = await call.run((context) => admitToOriginal(context, fileIn(call)))
      const parts: Uint8Array[] = []
      for await (const part of originalOf(call.runLater, file.id)) parts.push(part)
      return { file: file.id, mediaType: 'application/octet-stream', bytes: Buffer.concat(parts) }
    },
  }
}
