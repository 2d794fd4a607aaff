import type { ReadingChange, RenewalPreview } from '@proofmark/contract/schemas/renewal'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import type { ReactNode } from 'react'
import { Identifier } from '../common/Identifier.tsx'
import { numbered } from '../common/numbered.ts'
import tables from '../common/Table.module.css'
import { type Language, useLanguage } from '../frame/language.tsx'
import { meaningShown, saidShown, textShown } from './meaning.tsx'
import styles from './VocabularyPage.module.css'

const WORDS: ReadonlySet<string> = new Set(['make', 'importer', 'model', 'calibre', 'type', 'country'])

function isWord(field: string): field is VocabularyField {
  return WORDS.has(field)
}

/** What a field was read as, before or after. */
export function readingShown(language: Language, field: string, read: ReadingChange['from']): ReactNode {
  const { code, name, state } = read
  if (state === 'unread') return language.say('word.said.unread')
  if (isWord(field) && code !== null) return meaningShown(language, { field, code, name, said: null })
  if (field === 'serial') return name ? <Identifier mono>{name}</Identifier> : saidShown(language, 'serial', state)
  if (code !== null) return <Identifier>{name ?? code}</Identifier>
  return saidShown(language, 'make', state)
}

/** What reading again would change, the changes of most records first. Nothing of it is done. */
export function Preview({ preview }: { readonly preview: RenewalPreview }) {
  const language = useLanguage()
  const { say, figures } = language
  const { records, changed, changes, others } = preview
  return (
    <div className={styles.preview}>
      <p role="status">
        {say('vocabulary.previewed', { records, figure: figures.count(records), changed: figures.count(changed) })}
      </p>
      {changes.length > 0 && (
        <table className={`${tables.table} ${tables.compact}`}>
          <thead>
            <tr>
              {(['text', 'before', 'after', 'records'] as const).map((column) => (
                <th key={column} scope="col" className={column === 'records' ? tables.number : undefined}>
                  {say(`vocabulary.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(changes).map(({ place, value: { field, stated, from, to, records: alike } }) => (
              <tr key={place}>
                <th scope="row">
                  {textShown(language, stated)} <span className={styles.of}>{say(`vocabulary.field.${field}`)}</span>
                </th>
                <td data-label={say('vocabulary.column.before')}>{readingShown(language, field, from)}</td>
                <td data-label={say('vocabulary.column.after')}>{readingShown(language, field, to)}</td>
                <td data-label={say('vocabulary.column.records')} className={tables.number}>
                  {figures.count(alike)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others > 0 && (
        <p className={styles.note}>{say('vocabulary.others', { count: others, figure: figures.count(others) })}</p>
      )}
    </div>
  )
}
