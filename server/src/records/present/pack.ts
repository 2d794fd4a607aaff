import type { PackRow, PackShown, PackSummary } from '@proofmark/contract/schemas/vocabulary-pack'
import { type Meaning, nameIn, type Vocabulary } from '@proofmark/domain/vocabulary'
import type { KnownPack, PackPage } from '../queries/packs.ts'
import type { StandingRow } from '../rules/pack-standing.ts'

/** A pack with where it comes from and what became of it. */
export function presentPack({ id, importedAt, takenBackAt, ...pack }: KnownPack): PackSummary {
  return {
    pack: id,
    ...pack,
    importedAt: importedAt.toISOString(),
    takenBackAt: takenBackAt === null ? null : takenBackAt.toISOString(),
  }
}

function presentOwn(vocabulary: Vocabulary, own: Meaning, { decides }: StandingRow): PackRow['own'] {
  if ('said' in own) return { code: null, said: own.said, name: null }
  const text = decides?.text
  const name = text && text.field !== 'serial' ? nameIn(vocabulary, text.field, own.code, text.make) : null
  return { code: own.code, said: null, name }
}

function presentRow(vocabulary: Vocabulary, row: StandingRow): PackRow {
  const { decision, decides, standing, fault, own, name } = row
  const { field, text, make, country, records } = decision
  return {
    row: row.row,
    field,
    text,
    make,
    means: { code: decides?.meaning.code ?? decision.code, said: decision.said, name: name ?? decision.name },
    country,
    records,
    standing,
    fault,
    own: standing === 'contradicts' && own ? presentOwn(vocabulary, own, row) : null,
  }
}

/** A page of a pack's rows. */
export function presentPackPage({ pack, counts, rows, next, vocabulary }: PackPage): PackShown {
  return { pack: presentPack(pack), counts: { ...counts }, rows: rows.map((row) => presentRow(vocabulary, row)), next }
}
