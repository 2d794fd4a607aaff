import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { ContactDraft } from '../draft-parts.ts'
import styles from './Form.module.css'
import { Day, Latin } from './fields.tsx'

interface ContactFieldsProps {
  /** What the names of its fields begin with. */
  readonly name: string
  readonly contact: ContactDraft
  readonly onChange: (contact: ContactDraft) => void
}

/** Whom to write to, and when it was last verified that they are the right ones. */
export function ContactFields({ name, contact, onChange }: ContactFieldsProps) {
  const { say } = useLanguage()
  const set = (part: Partial<ContactDraft>) => onChange({ ...contact, ...part })
  return (
    <div className={styles.fields}>
      <TextField
        name={`${name}Agency`}
        label={say('traces.form.agency')}
        value={contact.agency}
        most={120}
        onChange={(agency) => set({ agency })}
      />
      <TextField
        name={`${name}Unit`}
        label={say('traces.form.unit')}
        value={contact.unit}
        most={120}
        onChange={(unit) => set({ unit })}
      />
      <Latin
        name={`${name}Email`}
        label={say('traces.form.email')}
        value={contact.email}
        most={200}
        onChange={(email) => set({ email })}
      />
      <Latin
        name={`${name}Telephone`}
        label={say('traces.form.telephone')}
        value={contact.telephone}
        most={60}
        onChange={(telephone) => set({ telephone })}
      />
      <Day
        name={`${name}Verified`}
        label={say('traces.form.verified')}
        hint={say('traces.form.verified_hint')}
        value={contact.verified}
        onChange={(verified) => set({ verified })}
      />
    </div>
  )
}
