import type { Match } from '@proofmark/contract/schemas/judgement'
import type { ReviewPair, ReviewShow } from '@proofmark/contract/schemas/review'
import type { ReactNode } from 'react'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { countryShown, typeShown, wordShown, yearShown } from '../common/item.tsx'
import { numbered } from '../common/numbered.ts'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { type Language, useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './SideBySide.module.css'

type Told = Pick<ReviewPair['one'], 'record' | 'source' | 'key' | 'agency' | 'event' | 'date' | 'read'>

/** A column: a record, and what is said of it beside the one that all are compared with. */
interface Column {
  readonly name: string
  readonly told: Told
  /** Null: the record that the others are compared with. */
  readonly match: Match | null
}

const FIELDS = ['mark', 'make', 'model', 'calibre', 'type', 'country', 'year'] as const
type FieldName = (typeof FIELDS)[number]
/** Under which name the balance speaks of a field. */
const IN_BALANCE: Readonly<Partial<Record<FieldName, string>>> = { mark: 'serial' }

/** Two records and the rivals of the second, field by field; what speaks against being one with the first is drawn. */
export function SideBySide({ shown: { own, match, rivals } }: { readonly shown: ReviewShow }) {
  const language = useLanguage()
  const { say, figures } = language
  const columns: Column[] = [
    { name: 'A', told: own, match: null },
    { name: 'B', told: match, match },
    ...numbered(rivals).map(({ place, value }) => ({
      name: say('review.rival', { number: figures.count(place + 1) }),
      told: value,
      match: value,
    })),
  ]
  const row = (name: string, cell: (column: Column) => ReactNode) => (
    <tr>
      <th scope="row">{say(`review.field.${name}`)}</th>
      {columns.map((column) => (
        <td key={column.told.record} data-label={column.name}>
          {cell(column) ?? <span className={tables.quiet}>{say('review.not_recorded')}</span>}
        </td>
      ))}
    </tr>
  )
  return (
    <>
      <div className={styles.scroll}>
        <table className={`${tables.table} ${tables.compact} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{say('review.field')}</th>
              {columns.map(({ name, told }) => (
                <th key={told.record} scope="col">
                  <strong>{name}</strong> <RecordLink told={told} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={styles.narrow}>
              <th scope="row">{say('review.record')}</th>
              {columns.map(({ name, told }) => (
                <td key={told.record} data-label={name}>
                  <RecordLink told={told} />
                </td>
              ))}
            </tr>
            {FIELDS.map((field) => (
              <FieldRow key={field} field={field} columns={columns} />
            ))}
            {row('event', ({ told }) => say(`word.event.${told.event}`))}
            {row('date', ({ told }) => figures.span(told.date))}
            {row('probability', ({ match: each }) =>
              each === null ? '' : <Figure>{figures.probability(each.probability)}</Figure>,
            )}
          </tbody>
        </table>
      </div>
      {rivals.length === 0 && <p className={tables.more}>{say('review.rivals_none')}</p>}
    </>
  )
}

function RecordLink({ told: { record, source, key, agency } }: Pick<Column, 'told'>) {
  return (
    <>
      <Go to={`/records/${record}`}>
        <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
      </Go>
      <small>
        <bdi>{agency}</bdi>
      </small>
    </>
  )
}

function FieldRow({ field, columns }: { readonly field: FieldName; readonly columns: readonly Column[] }) {
  const language = useLanguage()
  const { say } = language
  return (
    <tr>
      <th scope="row">{say(`why.field.${IN_BALANCE[field] ?? field}`)}</th>
      {columns.map(({ name, told, match }) => {
        const speaks = match?.evidence.find((each) => each.field === (IN_BALANCE[field] ?? field))
        const against = (speaks?.bits ?? 0) < -0.05
        return (
          <td key={told.record} data-label={name} className={against ? styles.against : undefined}>
            <span>
              {shownIn(field, told, language) ?? <span className={tables.quiet}>{say('review.not_recorded')}</span>}
              {against && (
                <small>
                  <strong>{say('review.against')}</strong> {field !== 'mark' && speaks?.text}
                </small>
              )}
            </span>
          </td>
        )
      })}
    </tr>
  )
}

function shownIn(field: FieldName, { read }: Told, language: Language): ReactNode {
  if (field === 'mark') return <Mark mark={read.serial} size="text" />
  if (field === 'year') return read.year && <Identifier>{yearShown(read.year)}</Identifier>
  if (field === 'country') return countryShown(language, read.country)
  if (field === 'type') return typeShown(language, read.type)
  const word = wordShown(language, read[field])
  return word === null ? null : <bdi>{word}</bdi>
}
