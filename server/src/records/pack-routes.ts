import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handlers } from '../http/endpoint.ts'
import { contentOf } from '../http/sent-file.ts'
import type { HttpServices } from '../http/services.ts'
import { exportPack } from './commands/export-pack.ts'
import { importPack } from './commands/import-pack.ts'
import { takePack, takePackBack } from './commands/take-pack.ts'
import { presentPack, presentPackPage } from './present/pack.ts'
import { listPacks, showPack } from './queries/packs.ts'
import { PACK_LIMIT_BYTES, readPack } from './rules/pack-file.ts'

type PackRoute = 'packExport' | 'packImport' | 'packList' | 'packShow' | 'packTake' | 'packTakeBack'

/** A sent file whole, as far as a pack may be large. Throws `pack_too_large`. */
async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content) {
    size += part.length
    if (size > PACK_LIMIT_BYTES) throw new ProofmarkError('pack_too_large', { limit: PACK_LIMIT_BYTES, unit: 'bytes' })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

export function packRoutes(_: HttpServices): Pick<Handlers, PackRoute> {
  return {
    packExport: async ({ body, run }) => run((context) => exportPack(context, body)),
    packImport: async (call) => {
      const pack = readPack(await wholeOf(contentOf(call)))
      const number = await call.run((context) => importPack(context, { pack }))
      return presentPackPage(await call.run((context) => showPack(context, { pack: number })))
    },
    packList: async ({ run }) => ({ packs: (await run((context) => listPacks(context))).map(presentPack) }),
    packShow: async ({ body, run }) => presentPackPage(await run((context) => showPack(context, body))),
    packTake: async ({ body, run }) => run((context) => takePack(context, body)),
    packTakeBack: async ({ body, run }) => run((context) => takePackBack(context, body)),
  }
}
