import type { LegalJustification } from '@proofmark/contract/recovery-words'
import { saveLawText } from '../../tracing/commands/save-law-text.ts'
import { lawTexts } from '../../tracing/queries/law-texts.ts'
import { identifierOf, type Offices } from './offices.ts'

/** The law of the invented state: by ground, in the languages in which it is published. */
const LAW: Readonly<Record<LegalJustification, readonly (readonly [language: string, provision: string])[]>> = {
  illicit_possession: [
    ['en', 'Firearms Act of XA, section 12 (1): nobody may hold a firearm without a licence for it.'],
    ['fr', 'Loi sur les armes de XA, article 12 (1) : nul ne peut détenir une arme à feu sans permis pour celle-ci.'],
  ],
  illicit_trafficking: [
    [
      'en',
      'Firearms Act of XA, section 31: to transfer, import or export a firearm without an authorisation is an offence.',
    ],
    [
      'fr',
      'Loi sur les armes de XA, article 31 : transférer, importer ou exporter une arme à feu sans autorisation est une infraction.',
    ],
  ],
  illicit_manufacturing: [
    [
      'en',
      'Firearms Act of XA, section 33: to make, assemble or convert a firearm without a licence, or unmarked, is an offence.',
    ],
  ],
  other_firearm_offence: [
    ['en', 'Firearms Act of XA, section 35: to remove, falsify or alter the mark of a firearm is an offence.'],
  ],
  other_crime: [],
  administrative: [
    [
      'en',
      'Firearms Act of XA, section 40: a firearm that was found or surrendered is kept until its origin is established.',
    ],
  ],
}

/** A data steward has written the law down, by ground; it holds from the day on which the Act came into force. */
export async function leaveLaw({ as }: Pick<Offices, 'as'>): Promise<void> {
  await as('Teodor Vinge')(async (context) => {
    const known = new Set((await lawTexts(context)).map(({ id }) => id))
    for (const [word, texts] of Object.entries(LAW))
      for (const [language, provision] of texts) {
        const id = identifierOf('law', word, language)
        if (known.has(id)) continue
        const ground = word as LegalJustification
        const bounds = { validFrom: '2004-01-01', validTo: null }
        await saveLawText(context, { id, of: 'state', ground, language, provision, ...bounds, removed: false })
      }
  })
}
