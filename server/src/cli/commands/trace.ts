import { listed, needed } from '../arguments.ts'
import { traceDocumentCommand } from './trace-document.ts'

const WORDS = { document: traceDocumentCommand } as const

/** `proofmark trace document …`. */
export async function traceCommand([word, ...args]: readonly string[]): Promise<void> {
  await WORDS[listed('trace', needed(word, 'document'), Object.keys(WORDS) as (keyof typeof WORDS)[])](args)
}
