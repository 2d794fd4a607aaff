import type { ReactNode } from 'react'
import { Field } from '../common/Field.tsx'
import picks from '../common/FilePick.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './FileField.module.css'

interface FileFieldProps {
  readonly label: string
  readonly file: File | null
  readonly hint: ReactNode
  readonly error: { readonly reason: string; readonly accepted: string } | null
  readonly onChoose: (file: File | null) => void
}

/** A file picked from the disk. The browser's own field speaks the browser's language; this one speaks the page's. */
export function FileField({ label, file, hint, error, onChoose }: FileFieldProps) {
  const { say } = useLanguage()
  return (
    <Field label={label} hint={hint} error={error}>
      {({ className, ...control }) => (
        <div className={className} data-invalid={error ? true : undefined}>
          <input
            {...control}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.xlsx"
            className={`unseen ${picks.input}`}
            onChange={({ target }) => onChoose(target.files?.[0] ?? null)}
          />
          <label htmlFor={control.id} className={picks.pick}>
            {say('imports.choose_file')}
          </label>{' '}
          {file && <bdi className={styles.name}>{file.name}</bdi>}
        </div>
      )}
    </Field>
  )
}
