import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readTypefaces } from './typefaces.ts'

/** One document to be set: the sheet as JSON, and the file that is attached to it. */
export interface TypesettingJob {
  /** What it looks like: a form beside this file. */
  readonly form?: 'form.typ' | 'labels.typ' | 'recovery-paper.typ'
  readonly sheet: string
  readonly file: string
  readonly attached: Uint8Array
  readonly standard: string
}

export type TypesettingAnswer = { readonly pdf: Uint8Array } | { readonly fault: string }

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
/** How many documents what was worked out for one is kept for the next. */
const KEPT_FOR = 10

/** Typst with our form and typefaces, in this thread. What is to be printed reaches it as files that only it sees. */
export function startTypst(): (job: TypesettingJob) => TypesettingAnswer {
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readTypefaces() }] })
  return ({ form = 'form.typ', sheet, file, attached, standard }) => {
    try {
      compiler.mapShadow(`${FOLDER}sheet.json`, Buffer.from(sheet))
      compiler.mapShadow(`${FOLDER}${file}`, Buffer.from(attached))
      const compiled = compiler.compile({ mainFilePath: `${FOLDER}${form}` })
      const document = compiled.result
      if (document === null) return { fault: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'not set') }
      return { pdf: compiler.pdf(document, { pdfStandard: standard }) }
    } catch (cause) {
      return { fault: cause instanceof Error ? cause.message : String(cause) }
    } finally {
      compiler.resetShadow()
      compiler.evictCache(KEPT_FOR)
    }
  }
}
