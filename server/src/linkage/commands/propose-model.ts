import { ProofmarkError } from '@proofmark/contract/errors'
import type { ModelContent } from '@proofmark/matching/model-file/model-content'
import { LARGEST_MODEL, readModelFile, versionOf } from '@proofmark/matching/model-file/model-file'
import { ModelFileError } from '@proofmark/matching/model-file/reading'
import type { Context } from '../../access/context.ts'
import { needModeller } from '../policy/model.ts'

interface Proposed {
  readonly content: ModelContent
  readonly origin: 'learned' | 'file'
  readonly approvedElsewhere: readonly { readonly by: string; readonly agency: string | null; readonly at: string }[]
}

/**
 * Keeps a model, in the name of whoever proposes it, and answers its version. The same model is kept once: its first
 * proposer remains it. Throws `role_needed`.
 */
export async function proposeModel(context: Context, { content, origin, approvedElsewhere }: Proposed) {
  const { client, reader, audit } = context
  needModeller(reader)
  const version = versionOf(content)
  const kept = await client.query(
    `INSERT INTO learned_model (version, content, origin, approved_elsewhere, proposed_by, agency_id)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (version) DO NOTHING`,
    [
      version,
      JSON.stringify(content),
      origin,
      JSON.stringify(approvedElsewhere),
      reader.account,
      reader.agency?.id ?? null,
    ],
  )
  const records = Object.values(content.learned.from).reduce((sum, each) => sum + each.records, 0)
  if (kept.rowCount === 1) await audit({ action: 'model.proposed', body: { model: version, origin, records } })
  return { version }
}

/** Proposes the model of a file that may come from anybody. Throws `model_unreadable`, and what proposing throws. */
export async function importModel(context: Context, text: string): Promise<{ version: string }> {
  needModeller(context.reader)
  try {
    const { content, approvals } = readModelFile(text)
    return await proposeModel(context, { content, origin: 'file', approvedElsewhere: approvals })
  } catch (failure) {
    if (!(failure instanceof ModelFileError)) throw failure
    const { path, found, accepted } = failure
    throw new ProofmarkError('model_unreadable', { path, found, accepted })
  }
}

/** The text of a file, or as much of it as shows that it is no model. */
export async function modelText(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content) {
    parts.push(part)
    size += part.length
    if (size > LARGEST_MODEL) break
  }
  return Buffer.concat(parts).toString('utf8')
}
