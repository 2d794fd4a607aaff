import { listed, needed } from '../arguments.ts'
import { traceDocumentCommand } from './trace-document.ts'
import { traceEvidenceCommand } from './trace-evidence.ts'

const WORDS = { document: traceDocumentCommand, evidence: traceEvidenceCommand } as const

/** `proofmark trace document …`, `proofmark trace evidence …`. */
export async function traceCommand([word, ...args]: readonly string[]): Promise<void> {
  await WORDS[listed('trace', needed(word, 'document'), Object.keys(WORDS) as (keyof typeof WORDS)[])](args)
}
