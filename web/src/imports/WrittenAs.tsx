import { DELIMITERS, ENCODINGS } from '@proofmark/contract/profile-fields'
import type { ProfileProposal, WrittenForm } from '@proofmark/contract/schemas/profile'
import { type ReactNode, useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import { Field, type FieldControl } from '../common/Field.tsx'
import { useDoing } from '../common/useDoing.ts'
import { useLanguage } from '../frame/language.tsx'
import { DELIMITER_NAMES, encodingName } from './form-names.ts'
import styles from './MappingSection.module.css'

interface WrittenAsProps {
  /** What is said of how the file is written; what is left out was found in it. */
  readonly written: WrittenForm
  readonly form: ProfileProposal['form']
  readonly onRead: (written: WrittenForm) => Promise<void>
}

type Said = Exclude<keyof WrittenForm, undefined>

const HEADING = /^[1-9]\d{0,2}$|^1000$/

/** How the file is written: as found in it, or as somebody says, after which its columns are read anew at once. */
export function WrittenAs({ written, form, onRead }: WrittenAsProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [heading, setHeading] = useState(written.heading === undefined ? '' : String(written.heading))
  const noRow = heading !== '' && !HEADING.test(heading)
  const set = (name: Said, value: string | number) => {
    const { [name]: _, ...rest } = written
    act(() => onRead((value === '' ? rest : { ...rest, [name]: value }) as WrittenForm))
  }
  const readHeading = () => {
    const row = heading === '' ? '' : Number(heading)
    if (!noRow && (written.heading ?? '') !== row) set('heading', row)
  }
  const choice = (name: Said, label: string, found: string, options: readonly ReactNode[]) => (
    <Field label={label}>
      {(control: FieldControl) => (
        <select
          {...control}
          name={name}
          value={String(written[name] ?? '')}
          aria-busy={busy}
          onChange={({ target }) => set(name, target.value)}
        >
          <option value="">
            {written[name] === undefined ? say('imports.written.found', { found }) : say('imports.written.find')}
          </option>
          {options}
        </select>
      )}
    </Field>
  )
  return (
    <div>
      <div className={styles.settings}>
        {form.kind === 'csv' ? (
          <>
            {choice(
              'encoding',
              say('imports.encoding'),
              encodingName(form.encoding),
              ENCODINGS.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {encodingName(encoding)}
                </option>
              )),
            )}
            {choice(
              'delimiter',
              say('imports.delimiter'),
              say(`imports.delimiter.${DELIMITER_NAMES[form.delimiter]}`),
              DELIMITERS.map((delimiter) => (
                <option key={delimiter} value={delimiter}>
                  {say(`imports.delimiter.${DELIMITER_NAMES[delimiter]}`)}
                </option>
              )),
            )}
          </>
        ) : (
          choice(
            'sheet',
            say('imports.sheet'),
            form.sheet,
            form.sheets.map((sheet) => (
              <option key={sheet} value={sheet}>
                {sheet}
              </option>
            )),
          )
        )}
        <Field
          label={say('imports.written.heading')}
          hint={say('imports.written.heading_how')}
          error={noRow ? { reason: say('imports.written.no_row'), accepted: say('imports.written.heading_how') } : null}
        >
          {(control) => (
            <input
              {...control}
              name="heading"
              value={heading}
              inputMode="numeric"
              dir="ltr"
              maxLength={4}
              autoComplete="off"
              onChange={({ target }) => setHeading(target.value.trim())}
              onBlur={readHeading}
              onKeyDown={({ key }) => key === 'Enter' && readHeading()}
            />
          )}
        </Field>
      </div>
      {error && <Failed error={error} onAgain={again} />}
    </div>
  )
}
