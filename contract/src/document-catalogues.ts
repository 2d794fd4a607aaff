import { CATALOGUES } from './catalogues.ts'
import type { DocumentLanguage } from './locales.ts'
import ar from './messages/documents/ar.json' with { type: 'json' }
import en from './messages/documents/en.json' with { type: 'json' }
import es from './messages/documents/es.json' with { type: 'json' }
import fr from './messages/documents/fr.json' with { type: 'json' }
import { type Catalogue, createSay, type Say } from './messages.ts'

/** What stands in a document that leaves the house. Spanish has no pages, so its catalogue brings every word itself. */
export const DOCUMENT_CATALOGUES: Readonly<Record<DocumentLanguage, Catalogue>> = {
  en: { ...CATALOGUES.en, ...en },
  fr: { ...CATALOGUES.fr, ...fr },
  es,
  ar: { ...CATALOGUES.ar, ...ar },
}

const speakers = new Map<DocumentLanguage, Say>()

/** The speaker of a document's language. */
export function sayInDocument(language: DocumentLanguage): Say {
  const known = speakers.get(language)
  if (known) return known
  const say = createSay(language, DOCUMENT_CATALOGUES[language])
  speakers.set(language, say)
  return say
}
