import type { RecoveryConflict } from '@proofmark/contract/merge-recovery'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Note } from '../../common/Note.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { chosenForm, type Side } from '../draft/choose.ts'
import { type Draft, waiting } from '../draft/draft.ts'
import type { DraftDesk } from '../draft/draft-desk.ts'
import styles from '../Field.module.css'
import { pathShown, valueShown } from './path-shown.ts'

interface ConflictsProps {
  readonly desk: DraftDesk
  readonly draft: Draft
  readonly onSend: () => void
}

/** Fields of which two people, or two devices, said different things: side by side, and one chooses for each. */
export function Conflicts({ desk, draft, onSend }: ConflictsProps) {
  const { say, figures } = useLanguage()
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const { conflicts, form } = draft
  const left = conflicts.filter(({ path }) => !choices.has(path)).length
  const decide = async () => {
    const chosen = chosenForm(form, conflicts, choices)
    desk.change({ form: chosen, conflicts: [], ...waiting(draft, crypto.randomUUID()) })
    if ((await desk.settled()) === 'kept') onSend()
  }
  return (
    <section className={styles.conflicts} aria-label={say('field.conflicts')}>
      <Note tone="departure" heading={say('field.conflicts')}>
        {say('field.conflicts_how')}
      </Note>
      {conflicts.map((conflict) => (
        <OneConflict
          key={conflict.path}
          conflict={conflict}
          draft={draft}
          side={choices.get(conflict.path)}
          onChoose={(side) => setChoices(new Map(choices).set(conflict.path, side))}
        />
      ))}
      <Button weight="main" name="decide" disabled={left > 0} onClick={() => void decide()}>
        {left > 0 ? say('field.choices_left', { count: left, figure: figures.count(left) }) : say('field.decide')}
      </Button>
    </section>
  )
}

interface OneConflictProps {
  readonly conflict: RecoveryConflict
  readonly draft: Draft
  readonly side: Side | undefined
  readonly onChoose: (side: Side) => void
}

function OneConflict({ conflict, draft, side, onChoose }: OneConflictProps) {
  const language = useLanguage()
  const { say } = language
  const sides: readonly Side[] = ['standing', 'sent']
  return (
    <fieldset className={styles.choice} data-conflict={conflict.path}>
      <legend>{pathShown(language, draft.form, conflict.path)}</legend>
      <div className={styles.sides}>
        {sides.map((each) => (
          <label key={each} className={styles.key}>
            <input
              type="radio"
              className="unseen"
              name={`conflict ${conflict.path}`}
              value={each}
              checked={side === each}
              onChange={() => onChoose(each)}
            />
            <span>
              <small>{say(`field.side.${each}`)}</small>
              <bdi>{valueShown(language, conflict[each]) ?? say('field.nothing_said')}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
