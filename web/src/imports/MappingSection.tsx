import type { AnswerError } from '@proofmark/contract/client'
import { DATE_ORDERS, ITEM_FIELDS } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileProposal, WrittenForm } from '@proofmark/contract/schemas/profile'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import { useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { answerError } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './MappingSection.module.css'
import { MappingTable } from './MappingTable.tsx'
import { withSetting } from './mapping.ts'
import { ProfileFile } from './ProfileFile.tsx'
import { Rules } from './rules/Rules.tsx'
import type { Chosen } from './useNewImport.ts'
import { WrittenAs } from './WrittenAs.tsx'

interface MappingSectionProps {
  readonly chosen: Chosen
  /** Is it the next thing to look at? */
  readonly open: boolean
  /** Opens the file anew, as written so. */
  readonly onRead: (written: WrittenForm) => Promise<ProfileProposal>
  readonly onSave: (profile: Profile, proposal: ProfileProposal) => Promise<void>
}

/** Does anything state the item itself? A file that does not speaks of none. */
function statesItem({ fields, items }: Profile): boolean {
  return items !== undefined || ITEM_FIELDS.some((field) => fields[field] !== undefined)
}

/** How the columns of the file are understood: the source's profile or a proposal, to be changed and saved anew. */
export function MappingSection({ chosen, open: first, onRead, onSave }: MappingSectionProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(first)
  const [draft, setDraft] = useState<Profile>(chosen.saved?.profile ?? chosen.proposal.profile)
  const [proposal, setProposal] = useState(chosen.proposal)
  const [last, setLast] = useState(draft)
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)

  const read = async (written: WrittenForm) => {
    const read = await onRead(written)
    const { file: _, ...rest } = draft
    // A proposal that nobody changed gives way to what the file proposes now.
    const base = draft === proposal.profile ? read.profile : rest
    setProposal(read)
    setDraft({ ...base, ...(Object.keys(written).length > 0 ? { file: written } : {}) })
  }
  const save = () => {
    setTried(true)
    if (statesItem(draft)) keep(draft)
  }
  const keep = (profile: Profile) => {
    if (saving) return
    setLast(profile)
    setError(null)
    setSaving(true)
    onSave(profile, proposal)
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
        <WrittenAs written={draft.file ?? {}} form={proposal.form} onRead={read} />
        <MappingTable profile={draft} proposal={proposal} onChange={setDraft} />
        <Rules profile={draft} proposal={proposal} onChange={setDraft} />
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
        {error && <Failed error={error} onAgain={() => keep(last)} />}
        <ProfileFile source={chosen.source} profile={draft} onTaken={keep} />
      </div>
    </Section>
  )
}
