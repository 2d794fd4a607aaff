import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readTypefaces } from './typefaces.ts'

/** One document to be set: the sheet as JSON, and the file that is attached to it. */
export interface TypesettingJob {
  readonly sheet: string
  readonly file: string
  readonly attached: Uint8Array
  readonly standard: string
}

export type TypesettingAnswer = { readonly pdf: Uint8Array } | { readonly fault: string }

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readTypefaces() }] })

function set({ sheet, file, attached, standard }: TypesettingJob): TypesettingAnswer {
  try {
    compiler.mapShadow(`${FOLDER}sheet.json`, Buffer.from(sheet))
    compiler.mapShadow(`${FOLDER}${file}`, Buffer.from(attached))
    const compiled = compiler.compile({ mainFilePath: `${FOLDER}form.typ` })
    const document = compiled.result
    if (document === null) {
      const fault = compiled.takeError()
      return { fault: JSON.stringify(fault?.shortDiagnostics ?? 'not set') }
    }
    return { pdf: compiler.pdf(document, { pdfStandard: standard }) }
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) }
  } finally {
    compiler.resetShadow()
    compiler.evictCache(10)
  }
}

parentPort?.on('message', (job: TypesettingJob) => parentPort?.postMessage(set(job)))
