import type { AnswerError } from '@proofmark/contract/client'
import { DATE_ORDERS, ITEM_FIELDS } from '@proofmark/contract/profile-fields'
import type { Profile } from '@proofmark/contract/schemas/profile'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import { useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { answerError } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { KeptRules } from './KeptRules.tsx'
import styles from './MappingSection.module.css'
import { MappingTable } from './MappingTable.tsx'
import { keptRules, withSetting } from './mapping.ts'
import type { Chosen } from './useNewImport.ts'

interface MappingSectionProps {
  readonly chosen: Chosen
  /** Is it the next thing to look at? */
  readonly open: boolean
  readonly onSave: (profile: Profile) => Promise<void>
}

/** Does anything state the item itself? A file that does not speaks of none. */
function statesItem({ fields, items }: Profile): boolean {
  return items !== undefined || ITEM_FIELDS.some((field) => fields[field] !== undefined)
}

/** How the columns of the file are understood: the source's profile or a proposal, to be changed and saved anew. */
export function MappingSection({ chosen, open: first, onSave }: MappingSectionProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(first)
  const [draft, setDraft] = useState<Profile>(chosen.saved?.profile ?? chosen.proposal.profile)
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const kept = keptRules(draft)

  const save = () => {
    if (saving) return
    setTried(true)
    setError(null)
    if (!statesItem(draft)) return
    setSaving(true)
    onSave(draft)
      .catch((thrown: unknown) => setError(answerError(thrown)))
      .finally(() => setSaving(false))
  }

  const aside = chosen.saved
    ? say('imports.profile_version', { version: figures.count(chosen.saved.version) })
    : say('imports.proposed')
  return (
    <Section heading={say('imports.mapping')} aside={aside}>
      <Button aria-expanded={open} aria-controls={`${id}-mapping`} onClick={() => setOpen(!open)}>
        {say(open ? 'imports.mapping_close' : 'imports.mapping_open')}
      </Button>
      <div id={`${id}-mapping`} hidden={!open} className={styles.mapping}>
        <p className={styles.how}>{say(chosen.saved ? 'imports.mapping_saved_how' : 'imports.mapping_proposed_how')}</p>
        <div className={styles.settings}>
          <Field label={say('imports.row_kind')} hint={say('imports.row_kind_hint')}>
            {(control) => (
              <select
                {...control}
                name="row"
                value={draft.row ?? ''}
                onChange={({ target }) => setDraft(withSetting(draft, 'row', target.value as Profile['row'] | ''))}
              >
                <option value="">{say('imports.row_kind.not_said')}</option>
                {ROW_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {say(`imports.row_kind.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say('imports.dates')} hint={say('imports.dates_hint')}>
            {(control) => (
              <select
                {...control}
                name="dates"
                value={draft.dates ?? ''}
                onChange={({ target }) => setDraft(withSetting(draft, 'dates', target.value as Profile['dates'] | ''))}
              >
                <option value="">{say('imports.dates.not_said')}</option>
                {DATE_ORDERS.map((order) => (
                  <option key={order} value={order}>
                    {say(`imports.dates.${order}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <MappingTable profile={draft} proposal={chosen.proposal} onChange={setDraft} />
        {kept.length > 0 && <KeptRules rules={kept} />}
        {tried && !statesItem(draft) && (
          <Note heading={say('imports.no_item')} tone="departure" role="alert">
            {say('imports.no_item_accepted')}
          </Note>
        )}
        <div className={styles.save}>
          <Button weight="main" onClick={save} aria-disabled={saving}>
            {say('imports.act.save')}
          </Button>
          <p>{say('imports.save_means')}</p>
        </div>
        {error && <Failed error={error} onAgain={save} />}
      </div>
    </Section>
  )
}
