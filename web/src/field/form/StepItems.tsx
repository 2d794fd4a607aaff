import { EXHIBIT_KINDS } from '@proofmark/contract/recovery-words'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { newIdentifier } from '../../enter/identifier.ts'
import { useLanguage } from '../../frame/language.tsx'
import { newExhibit } from '../draft/draft.ts'
import styles from '../Field.module.css'
import { ItemForm } from './ItemForm.tsx'
import { ItemLine } from './ItemLine.tsx'
import type { StepProps } from './step-props.ts'

/** The items, one open at a time. */
export function StepItems({ desk, state, unlocked }: StepProps) {
  const { say, figures } = useLanguage()
  const { exhibits } = state.draft.form
  const [open, setOpen] = useState<string | null>(exhibits.length === 1 ? (exhibits[0]?.exhibit ?? null) : null)
  return (
    <>
      <ol className={styles.items}>
        {exhibits.map((item, at) => (
          <li key={item.exhibit} data-item={item.exhibit}>
            <button
              type="button"
              className={styles.itemHead}
              data-printed
              aria-expanded={open === item.exhibit}
              onClick={() => setOpen(open === item.exhibit ? null : item.exhibit)}
            >
              <span>{figures.count(at + 1)}</span> <ItemLine item={item} />
            </button>
            {open === item.exhibit && (
              <ItemForm desk={desk} state={state} unlocked={unlocked} item={item} onCopied={() => setOpen(null)} />
            )}
          </li>
        ))}
      </ol>
      <fieldset className={styles.choice}>
        <legend>{say('field.add')}</legend>
        <div className={styles.keys}>
          {EXHIBIT_KINDS.map((kind) => (
            <Button
              key={kind}
              name={`add ${kind}`}
              onClick={() => {
                const made = newExhibit(newIdentifier(), kind)
                desk.say({ exhibits: [...exhibits, kind === 'firearm' ? { ...made, count: 1 } : made] })
                setOpen(made.exhibit)
              }}
            >
              {say(`field.kind.${kind}`)}
            </Button>
          ))}
        </div>
      </fieldset>
    </>
  )
}
