import type { PackExported, PackExportRequest } from '@proofmark/contract/schemas/vocabulary-pack'
import { TABLES_VERSION } from '@proofmark/domain/tables-version'
import { isVocabularyField } from '@proofmark/domain/vocabulary-field'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { ownCountry } from '../queries/own-country.ts'
import { standingDecisions } from '../queries/vocabulary.ts'
import { looksPersonal } from '../rules/looks-personal.ts'
import { formatPack, PACK_LIMIT_ROWS, type PackDecision, recordClass } from '../rules/pack-file.ts'

/**
 * The decisions that stand for an agency as a pack for others: fields, texts and meanings, and in which class the number of
 * records behind each falls; never a record, never who decided. What looks like a person's name or a document's number is
 * held back unless it is named. The latest come first where there are more than a pack holds. Throws what `stewardsAgency`
 * throws.
 */
export async function exportPack(context: Context, input: PackExportRequest): Promise<PackExported> {
  const agency = await stewardsAgency(context, input.agency)
  const included = new Set(input.include)
  const heldBack: PackExported['heldBack'] = []
  const rows: PackDecision[] = []
  let ticked = 0
  for (const { id, field, stated, make, code, said, name, country, records } of await standingDecisions(
    context,
    agency.id,
  )) {
    if (!isVocabularyField(field) || (input.field && field !== input.field)) continue
    const why = said === 'a_person' ? 'person' : (looksPersonal(stated) ?? (name === null ? null : looksPersonal(name)))
    if (why && !included.has(id)) {
      heldBack.push({ decision: id, field, text: stated, why })
      continue
    }
    if (why) ticked++
    const behind = recordClass(records === null ? null : Number(records))
    rows.push({ field, text: stated, make, code, said, name, country, records: behind })
  }
  const heading = {
    name: input.name,
    state: await ownCountry(context, agency.id),
    agency: agency.name,
    made: context.now.toISOString().slice(0, 10),
    licence: input.licence,
    provenance: input.provenance ?? '',
    tables: TABLES_VERSION,
  }
  const given = rows.slice(0, PACK_LIMIT_ROWS)
  const { content, sha256 } = formatPack(heading, given)
  await context.audit({
    action: 'vocabulary.pack_exported',
    subjects: [agency.id],
    body: { name: input.name, sha256, decisions: given.length, included: ticked },
  })
  const file = `${input.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'vocabulary'}.json`
  return { file, content, sha256, decisions: given.length, heldBack }
}
