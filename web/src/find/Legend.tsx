import type { MarkCharacter } from '@proofmark/domain/marking'
import { useLanguage } from '../frame/language.tsx'
import { Character } from '../mark/Character.tsx'
import styles from './Legend.module.css'

const SAMPLES = {
  clear: { state: 'clear', alternatives: ['T'], run: false },
  doubtful: { state: 'doubtful', alternatives: ['O', '0', 'Q'], run: false },
  either: { state: 'doubtful', alternatives: ['8', 'B'], run: false },
  lost: { state: 'lost', alternatives: [], run: false },
  run: { state: 'lost', alternatives: [], run: true },
  restored: { state: 'restored', alternatives: ['4'], run: false },
} as const satisfies Record<string, MarkCharacter>

/** Signs are typed alike in every language; a key has its name in each. */
const KEYS = { lost: '?', run: '*', either: '[', doubtful: null } as const

/** What each cell means and which key makes it. */
export function Legend() {
  const { say } = useLanguage()
  return (
    <aside className={styles.legend} aria-label={say('find.legend')}>
      <ul>
        <li className={styles.heading}>{say('find.legend_characters')}</li>
        {Object.entries(SAMPLES).map(([name, character]) => (
          <li key={name}>
            <bdi dir="ltr" className={styles.sample} aria-hidden="true">
              <Character character={character} />
            </bdi>
            {say(`find.legend.${name}`)}
          </li>
        ))}
      </ul>
      <ul className={styles.keys}>
        <li className={styles.heading}>{say('find.legend_keys')}</li>
        {Object.entries(KEYS).map(([name, key]) => (
          <li key={name}>
            <kbd dir="ltr">{key ?? say(`find.legend.press.${name}`)}</kbd>
            {say(`find.legend.key.${name}`)}
          </li>
        ))}
      </ul>
    </aside>
  )
}
