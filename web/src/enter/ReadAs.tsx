import type { EntryHints } from '@proofmark/contract/schemas/entry'
import type { Item } from '@proofmark/contract/schemas/item'
import type { ReactNode } from 'react'
import { Identifier } from '../common/Identifier.tsx'
import { countryShown, typeShown, yearShown } from '../common/item.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { type Language, useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './EnterForm.module.css'

/** A word that names nothing says why; one that no table knows has its own hint. */
function wordReading(language: Language, field: string, word: Item['make']): ReactNode {
  if (word.name === null) return word.said === 'unread' || !word.known ? null : language.say(`word.said.${word.said}`)
  if (field === 'type') return <bdi>{typeShown(language, word)}</bdi>
  if (field === 'country') return <bdi>{countryShown(language, word)}</bdi>
  return <Identifier>{word.name}</Identifier>
}

/** What the tables made of a field; null where they made nothing of this very text. */
function readingOf(language: Language, field: string, text: string, hints: EntryHints): ReactNode {
  const { read, importer, dates } = hints
  switch (field) {
    case 'serial':
      if (read.serial.stated !== text || read.serial.unread) return null
      if (read.serial.characters.length === 0) return language.say(`word.mark_state.${read.serial.state}`)
      return <Mark mark={read.serial} size="text" />
    case 'make':
    case 'model':
    case 'calibre':
    case 'type':
    case 'country':
      return read[field].stated === text ? wordReading(language, field, read[field]) : null
    case 'importer':
      return importer.stated === text ? wordReading(language, field, importer) : null
    case 'year':
      return read.yearStated === text && read.year ? <Identifier>{yearShown(read.year)}</Identifier> : null
    case 'date':
    case 'until':
    case 'reported':
      return dates && language.figures.span(dates[field])
    default:
      return null
  }
}

interface ReadAsProps {
  readonly field: string
  readonly text: string
  readonly hints: EntryHints | null
}

/** Under a field: how the tables read it, and what looks odd about it. Neither stands in the way. */
export function readAs(language: Language, { field, text, hints }: ReadAsProps): ReactNode {
  if (!hints) return null
  const reading = text === '' ? null : readingOf(language, field, text, hints)
  const odd = hints.hints.filter((hint) => hint.field === field)
  if (!reading && odd.length === 0) return null
  return <Lines reading={reading} odd={odd} />
}

function Lines({ reading, odd }: { readonly reading: ReactNode; readonly odd: EntryHints['hints'] }) {
  const { say } = useLanguage()
  return (
    <>
      {reading && (
        <span className={styles.line}>
          <Sentence id="enter.read_as" nodes={{ reading }} />
        </span>
      )}
      {odd.map(({ id, text }) => (
        <span key={id} className={styles.odd}>
          <strong>{say('enter.odd')}</strong> {text}
        </span>
      ))}
    </>
  )
}
