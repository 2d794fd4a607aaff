import { countryName } from '@proofmark/contract/country-names'
import { createDaySpan, tagOf } from '@proofmark/contract/day-span'
import { sayInDocument } from '@proofmark/contract/document-catalogues'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import type { Field, Line, Run } from './sheet.ts'
import { breakable, type Covers, directionOf, visible } from './visible.ts'

type Days = { readonly from: string | null; readonly to: string | null }

/** Writes words and data in one language of documents. */
export interface Pen {
  readonly language: DocumentLanguage
  readonly direction: 'ltr' | 'rtl'
  readonly say: Say
  /** A text as it can be printed. */
  readonly seen: (text: string) => string
  /** Words of the catalogue. */
  readonly words: (id: string, parameters?: Readonly<Record<string, unknown>>) => Line[]
  /** What somebody wrote: a line for each of theirs, each in its own direction. */
  readonly told: (text: string | null) => Line[]
  readonly id: (text: string | null) => Line[]
  readonly runs: (...runs: Run[]) => Line[]
  readonly country: (code: string | null) => Line[]
  readonly days: (days: Days) => Line[]
  readonly day: (day: string | null) => Line[]
  readonly moment: (at: string) => Line[]
  readonly count: (number: number) => string
  /** The name of a field before its value on one line. */
  readonly label: (name: string) => string
  readonly field: (name: string, lines: readonly Line[], wide?: boolean) => Field
}

interface Setters {
  readonly span: (days: Days) => string | null
  readonly numbers: Intl.NumberFormat
}

const setters = new Map<DocumentLanguage, Setters>()

/** How a language sets dates and numbers: dear to make, and the same for every document. */
function settersFor(language: DocumentLanguage): Setters {
  const known = setters.get(language) ?? {
    span: createDaySpan(language),
    numbers: new Intl.NumberFormat(tagOf(language)),
  }
  setters.set(language, known)
  return known
}

/** A pen for a language; `plain` spells combining characters out. */
export function penFor(language: DocumentLanguage, covers: Covers, plain = false): Pen {
  const say = sayInDocument(language)
  const { direction } = DOCUMENT_LANGUAGES[language]
  const { span, numbers } = settersFor(language)
  const seen = (text: string) => visible(text, covers, plain)
  const runs = (...given: Run[]): Line[] => [{ direction, runs: given }]
  const text = (plainText: string) => runs({ text: plainText })
  const told = (given: string | null): Line[] => {
    if (given === null || given.trim() === '') return []
    return given
      .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ direction: directionOf(line, direction), runs: [{ text: breakable(seen(line)) }] }))
  }
  const days = (given: Days): Line[] => {
    const set = span(given)
    return set === null ? [] : text(set)
  }
  return {
    language,
    direction,
    say,
    seen,
    words: (id, parameters) => text(say(id, parameters)),
    told,
    id: (given) => (given === null || given.trim() === '' ? [] : runs({ id: seen(given) })),
    runs,
    country: (code) => {
      if (code === null) return []
      const name = countryName(code, language)
      return name === null ? runs({ id: code }) : runs({ text: `${name} ` }, { id: code })
    },
    days,
    day: (day) => days({ from: day, to: day }),
    moment: (at) => runs({ text: `${span({ from: at, to: at })} ` }, { id: `${at.slice(11, 16)} UTC` }),
    count: (number) => numbers.format(number),
    label: (name) => `${say(`document.field.${name}`)}${say('document.colon')} `,
    field: (name, lines, wide = false) => ({
      label: say(`document.field.${name}`),
      lines: lines.length > 0 ? lines : text(say('document.not_stated')),
      wide,
    }),
  }
}
