import type { ImportShow } from '@proofmark/contract/schemas/import'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import tables from '../common/Table.module.css'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ImportsPage.module.css'
import { type Asked, useAsked } from './useAsked.ts'

/** Imports that one answer lists. */
const LISTED = 100

/** The imports into the sources of the reader's agency, the last first, and the way to a new one. */
export function ImportsPage() {
  const { say, figures } = useLanguage()
  const [before, setBefore] = useState<readonly string[]>([])
  const last = before.at(-1)
  const ask = useCallback(
    (signal: AbortSignal) => api('importList', undefined, last === undefined ? {} : { before: last }, signal),
    [last],
  )
  const [asked, again] = useAsked(ask)
  const imports = asked.kind === 'answered' ? asked.answer.imports : []
  return (
    <div className={styles.page}>
      <Section
        heading={say('imports.heading')}
        ruled={false}
        aside={imports.length > 0 && <Go to="/imports/new">{say('imports.new')}</Go>}
      >
        <Listed asked={asked} onAgain={again} first={before.length === 0} />
        {(before.length > 0 || imports.length === LISTED) && (
          <p className={styles.pages}>
            {before.length > 0 && (
              <Button weight="word" onClick={() => setBefore(before.slice(0, -1))}>
                {say('imports.later')}
              </Button>
            )}
            {imports.length === LISTED && (
              <Button weight="word" onClick={() => setBefore([...before, imports.at(-1)?.import ?? ''])}>
                {say('imports.earlier', { figure: figures.count(LISTED) })}
              </Button>
            )}
          </p>
        )}
      </Section>
    </div>
  )
}

interface ListedProps {
  readonly asked: Asked<{ readonly imports: readonly ImportShow[] }>
  readonly first: boolean
  readonly onAgain: () => void
}

function Listed({ asked, first, onAgain }: ListedProps) {
  const { say } = useLanguage()
  if (asked.kind === 'asking') return <Bars id="imports.asking" />
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={onAgain} />
  if (asked.answer.imports.length === 0)
    return (
      <div className={states.state}>
        <p>{say(first ? 'imports.none' : 'imports.none_earlier')}</p>
        {first && <p className={states.more}>{say('imports.none_how')}</p>}
        <p>
          <Go to="/imports/new">{say('imports.new')}</Go>
        </p>
      </div>
    )
  return <ImportTable imports={asked.answer.imports} />
}

const COUNTS = ['accepted', 'changed', 'unchanged', 'rejected'] as const

function ImportTable({ imports }: { readonly imports: readonly ImportShow[] }) {
  const { say, figures } = useLanguage()
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          {(['file', 'source', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`imports.${column}`)}
            </th>
          ))}
          {COUNTS.map((count) => (
            <th key={count} scope="col" className={tables.number}>
              {say(`imports.count.${count}`)}
            </th>
          ))}
          <th scope="col">{say('imports.begun')}</th>
          <th scope="col">{say('imports.by')}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.import}>
            <th scope="row" data-label={say('imports.file')}>
              <Go to={`/imports/${one.import}`}>{one.file ? <bdi>{one.file}</bdi> : say('imports.by_hand')}</Go>
            </th>
            <td data-label={say('imports.source')}>
              <bdi>{one.source}</bdi>
            </td>
            <td data-label={say('imports.state')}>{say(`imports.state.${one.state}`)}</td>
            {COUNTS.map((count) => (
              <td key={count} data-label={say(`imports.count.${count}`)} className={tables.number}>
                {figures.count(one[count])}
              </td>
            ))}
            <td data-label={say('imports.begun')}>{figures.moment(one.startedAt)}</td>
            <td data-label={say('imports.by')}>
              <bdi>{one.startedBy}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
