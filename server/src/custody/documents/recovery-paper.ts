import { sayInDocument } from '@proofmark/contract/document-catalogues'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import encodeQR from 'qr'
import { typesetter } from '../../paper/typeset/typesetter.ts'
import type { DrawnPapers } from '../commands/draw-papers.ts'

/** As form.typ, for paper that leaves no house. */
const STANDARD = 'a-2b'

const WORDS = [
  ...[
    'title',
    'how',
    'number',
    'agency',
    'officer',
    'reference',
    'when',
    'place',
    'status',
    'safe',
    'safe_by',
    'first',
  ],
  ...[
    'justification',
    'context',
    'transport',
    'route',
    'parcel',
    'persons',
    'vehicles',
    'kind',
    'type',
    'make',
    'model',
    'calibre',
    'country',
  ],
  ...['serial', 'state', 'marks', 'count', 'label', 'seal', 'photographs', 'note', 'signature'],
] as const
const ITEMS = [1, 2, 3] as const

/**
 * Forms on which recoveries are written by hand where there is no device, a page each, with room for three items. Throws
 * `document_too_large`, `document_not_set`.
 */
export function printPapers({ numbers, on }: DrawnPapers, language: DocumentLanguage): Promise<Uint8Array> {
  const say = sayInDocument(language)
  const all = (field: string, words: readonly string[]) => words.map((word) => say(`paper.${field}.${word}`))
  const sheet = JSON.stringify({
    language,
    date: on.split('-').map(Number),
    direction: DOCUMENT_LANGUAGES[language].direction,
    words: Object.fromEntries(WORDS.map((word) => [word, say(`paper.${word}`)])),
    statuses: all('status', ['seized', 'found', 'surrendered', 'anonymous']),
    answers: [say('paper.yes'), say('paper.no')],
    firsts: all('first', ['fingerprints', 'dna', 'neither']),
    kinds: all('kind', ['firearm', 'component', 'magazine', 'ammunition', 'other']),
    states: all('state', ['obliterated', 'altered', 'illegible', 'none_found']),
    items: ITEMS.map((number) => say('paper.item', { number })),
    forms: numbers.map((number) => ({ number, image: encodeQR(number, 'svg', { ecc: 'medium', border: 2 }) })),
  })
  return typesetter.set({
    form: 'recovery-paper.typ',
    sheet,
    file: 'papers.json',
    attached: Buffer.from('{}'),
    standard: STANDARD,
  })
}
