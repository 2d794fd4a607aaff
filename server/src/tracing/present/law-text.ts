import type { LawTextList } from '@proofmark/contract/schemas/law-text'
import type { Reader } from '../../access/context.ts'
import type { LawText } from '../queries/law-texts.ts'

/** A provision as it is told to a reader, who may say it anew where it is the state’s or their own agency’s. */
export function presentLawText(text: LawText, { roles, agency }: Reader): LawTextList['texts'][number] {
  const { id, ground, language, provision, validFrom, validTo, by, at } = text
  const keeps = roles.includes('data_steward') && (text.agency === null || !agency || text.agency.id === agency.id)
  return {
    ...{ id, agency: text.agency?.name ?? null, keeps, ground, language, provision, validFrom, validTo, by },
    at: at.toISOString(),
  }
}
