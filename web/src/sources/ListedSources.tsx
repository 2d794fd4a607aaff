import type { Source } from '@proofmark/contract/schemas/source'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import { byAgency, type Narrowed, narrowed } from './by-agency.ts'
import styles from './ListedSources.module.css'
import { SourceTable } from './SourceTable.tsx'

/** Fewer than these are seen at a glance. */
const MANY = 20
const ALL: Narrowed = { agency: '', kind: '' }

/** The sources in a table; where there are many, narrowed to an agency or a kind. */
export function ListedSources({ sources }: { readonly sources: readonly Source[] }) {
  const { say, figures } = useLanguage()
  const [wanted, setWanted] = useState(ALL)
  const shown = narrowed(sources, wanted)
  const kinds = SOURCE_KINDS.filter((kind) => sources.some((source) => source.kind === kind))
  return (
    <>
      {sources.length > MANY && (
        <div className={styles.narrow}>
          <label>
            <span>{say('sources.agency')}</span>
            <select
              name="narrow-agency"
              value={wanted.agency}
              onChange={(event) => setWanted({ ...wanted, agency: event.target.value })}
            >
              <option value="">{say('sources.every_agency')}</option>
              {byAgency(sources).map(({ agency }) => (
                <option key={agency}>{agency}</option>
              ))}
            </select>
          </label>
          <label>
            <span>{say('sources.kind')}</span>
            <select
              name="narrow-kind"
              value={wanted.kind}
              onChange={(event) => setWanted({ ...wanted, kind: event.target.value })}
            >
              <option value="">{say('sources.every_kind')}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`word.source_kind.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <p role="status">
            {shown.length < sources.length &&
              say('sources.narrowed', {
                figure: figures.count(shown.length),
                of: figures.count(sources.length),
              })}
          </p>
        </div>
      )}
      {shown.length > 0 ? (
        <SourceTable sources={shown} />
      ) : (
        <div className={states.state}>
          <p>{say('sources.none_of_these')}</p>
          <Button weight="word" onClick={() => setWanted(ALL)}>
            {say('sources.show_all')}
          </Button>
        </div>
      )}
    </>
  )
}
