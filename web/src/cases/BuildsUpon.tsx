import type { CaseShown } from '@proofmark/contract/schemas/case'
import { useState } from 'react'
import { Facts } from '../common/Facts.tsx'
import { TextField } from '../common/TextField.tsx'
import { useLanguage } from '../frame/language.tsx'
import { type Ground, groundsAt, groundsOf, MOST_GROUNDS } from './basis.ts'
import styles from './Cases.module.css'
import picks from './give/Give.module.css'

interface BuildsUponProps {
  readonly shown: CaseShown
  /** Where the entry will stand; empty for the case as such. */
  readonly compartment: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

const OFFERED = 6
const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** What an entry builds upon: entries, items and documents of the case, the last first, found by their words. */
export function BuildsUpon({ shown, compartment, chosen, onChange }: BuildsUponProps) {
  const { say, figures } = useLanguage()
  const [sought, setSought] = useState('')
  const all = groundsAt(shown, compartment, say)
  if (all.length === 0) return null
  const wanted = folded(sought.trim())
  const fitting = all.filter(({ kind, words }) => folded(`${kind} ${words}`).includes(wanted))
  const picked = all.filter(({ id }) => chosen.includes(id))
  const offered = fitting.filter(({ id }) => !chosen.includes(id)).slice(0, OFFERED)
  const beyond = fitting.filter(({ id }) => !chosen.includes(id)).length - offered.length
  const full = chosen.length >= MOST_GROUNDS
  return (
    <>
      {all.length > OFFERED && (
        <TextField name="ground" label={say('cases.find_ground')} value={sought} most={120} onChange={setSought} />
      )}
      <fieldset className={picks.picks}>
        <legend className={picks.legend}>{say('cases.builds_upon')}</legend>
        {[...picked, ...offered].map((ground) => (
          <label key={ground.id} className={picks.pick}>
            <input
              type="checkbox"
              name="about"
              value={ground.id}
              checked={chosen.includes(ground.id)}
              disabled={full && !chosen.includes(ground.id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, ground.id] : chosen.filter((id) => id !== ground.id))
              }
            />
            <Named ground={ground} />
          </label>
        ))}
        <p role="status" className={picks.more}>
          {offered.length === 0 && picked.length === 0 && say('cases.ground_none')}
          {beyond > 0 && say('cases.more_grounds', { count: beyond, figure: figures.count(beyond) })}
        </p>
      </fieldset>
    </>
  )
}

function Named({ ground: { kind, words, at } }: { readonly ground: Ground }) {
  const { figures } = useLanguage()
  return (
    <span>
      {words === '' ? kind : <bdi>{words}</bdi>}
      <span className={picks.under}>
        <Facts>{[words === '' ? null : kind, figures.day(at)]}</Facts>
      </span>
    </span>
  )
}

interface BuiltUponProps {
  readonly shown: CaseShown
  readonly about: readonly string[]
}

/** What an entry says it builds upon, in the words of the case. */
export function BuiltUpon({ shown, about }: BuiltUponProps) {
  const { say, figures } = useLanguage()
  if (about.length === 0) return null
  return (
    <div className={styles.built} data-about={about.length}>
      <span className={styles.under}>{say('cases.builds_upon')}</span>
      <ul>
        {groundsOf(shown, about, say).map((ground, at) => (
          <li key={about[at]} className={ground === null ? styles.settled : ground.held ? styles.held : undefined}>
            {ground === null ? (
              say('cases.ground_withdrawn')
            ) : (
              <Facts>
                {[
                  ground.kind,
                  ground.words === '' ? null : <bdi key="words">{ground.words}</bdi>,
                  figures.day(ground.at),
                ]}
              </Facts>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
