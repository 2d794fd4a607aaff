import type { ShownDescription } from '@proofmark/contract/schemas/question'
import { formatCharacters } from '@proofmark/domain/serial-characters'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { cellsOf } from '../mark/typed.ts'
import styles from './Description.module.css'

const FIELDS = {
  make: 'find.make',
  model: 'find.model',
  calibre: 'find.calibre',
  type: 'find.type',
  country: 'find.country',
  year: 'record.year',
} as const satisfies Partial<Record<keyof ShownDescription, string>>

type Field = keyof typeof FIELDS

interface DescriptionProps {
  readonly description: ShownDescription
  readonly size: 'title' | 'text'
}

/** A firearm as it was described to a desk: its mark, what was stated of it, and what was not. */
export function Description({ description, size }: DescriptionProps) {
  const { say } = useLanguage()
  const fields = Object.keys(FIELDS) as Field[]
  const stated = fields.filter((field) => description[field] !== null)
  const unstated = fields.filter((field) => description[field] === null)
  return (
    <div className={styles.description}>
      <DescribedMark description={description} size={size} />
      {stated.length > 0 && (
        <dl className={styles.stated}>
          {stated.map((field) => (
            <div key={field}>
              <dt>{say(FIELDS[field])}</dt>
              <dd>
                {field === 'calibre' || field === 'year' ? (
                  <Identifier>{description[field] ?? ''}</Identifier>
                ) : (
                  <bdi>{description[field]}</bdi>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {unstated.length > 0 && (
        <p className={styles.unstated}>
          <Sentence
            id="questions.not_stated"
            nodes={{ fields: <Facts>{unstated.map((field) => say(FIELDS[field]))}</Facts> }}
          />
        </p>
      )}
    </div>
  )
}

/**
 * The mark in cells, and as it was sent where that says more; without one, the word for why there is none. The server
 * takes no mark that cannot be read, so the tolerant reading of the field in which marks are typed is enough here.
 */
function DescribedMark({ description: { mark, markState }, size }: DescriptionProps) {
  const { say } = useLanguage()
  const state = markState === null || markState === 'legible' ? null : say(`word.mark_state.${markState}`)
  const characters = cellsOf(mark ?? '')
  const legible = characters.some(({ alternatives }) => alternatives.length > 0)
  const asSent = mark !== null && <Identifier mono>{mark}</Identifier>
  return (
    <p className={styles.mark}>
      {mark === null && <span className={styles.word}>{state ?? say('questions.no_mark')}</span>}
      {mark !== null && (legible ? <Mark mark={{ state: 'partial', characters }} size={size} /> : asSent)}
      {mark !== null && state && <span className={styles.aside}>{state}</span>}
      {legible && formatCharacters(characters) !== mark && (
        <span className={styles.aside}>
          <Sentence id="questions.as_sent" nodes={{ mark: asSent }} />
        </span>
      )}
    </p>
  )
}
