import { type ReactNode, useId } from 'react'
import { directionOf } from '../../common/direction.ts'
import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import styles from './Form.module.css'

interface Said {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: { readonly reason: string; readonly accepted: string } | null
}

interface Of<Value> extends Said {
  /** By what the field is found again, where something is missing in it. */
  readonly name: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

interface ChoiceProps<Word extends string> extends Of<Word | ''> {
  readonly words: readonly Word[]
  readonly wordOf: (word: Word) => string
  /** May nothing be chosen? What is said then. */
  readonly none?: string
}

/** One word of a closed list. */
export function Choice<Word extends string>(props: ChoiceProps<Word>) {
  const { name, value, words, wordOf, none, onChange, ...said } = props
  const { say } = useLanguage()
  return (
    <Field {...said}>
      {(control) => (
        <select {...control} name={name} value={value} onChange={(event) => onChange(event.target.value as Word | '')}>
          <option value="" disabled={none === undefined}>
            {none ?? say('common.choose')}
          </option>
          {words.map((word) => (
            <option key={word} value={word}>
              {wordOf(word)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A text of more than a line, which grows as it is written. */
export function LongText({ name, value, most, onChange, ...said }: Of<string> & { readonly most: number }) {
  return (
    <Field {...said}>
      {(control) => (
        <textarea
          {...control}
          name={name}
          rows={2}
          dir={directionOf(value)}
          value={value}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A day, as the browser of the reader sets it. */
export function Day({ name, value, onChange, ...said }: Of<string>) {
  return (
    <Field {...said}>
      {(control) => (
        <input
          {...control}
          type="date"
          name={name}
          value={value}
          max="9999-12-31"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A text that is written from left to right in every language: a year, a number, an address of mail. */
export function Latin({
  name,
  value,
  most,
  digits = false,
  onChange,
  ...said
}: Of<string> & { readonly most: number; readonly digits?: boolean }) {
  return (
    <Field {...said}>
      {(control) => (
        <input
          {...control}
          name={name}
          dir="ltr"
          value={value}
          maxLength={most}
          autoComplete="off"
          inputMode={digits ? 'numeric' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A country by its name or its code; under it, as what it was read. */
export function Country({ name, value, hint, error, onChange, label }: Of<string>) {
  const { say, locale } = useLanguage()
  const id = useId()
  const { codeOf, nameOf, names } = countriesOf(locale)
  const code = codeOf(value)
  const unread = value.trim() !== '' && code === null
  const wrong = unread
    ? { reason: say('traces.form.country_unread'), accepted: say('traces.form.country_accepted') }
    : error
  const read =
    code !== null && nameOf(code) !== value.trim() ? say('traces.form.read_as', { name: nameOf(code) }) : hint
  return (
    <>
      <Field label={label} hint={read} error={wrong ?? null}>
        {(control) => (
          <input
            {...control}
            name={name}
            list={`${id}-names`}
            dir={directionOf(value)}
            value={value}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <datalist id={`${id}-names`}>
        {names.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  )
}

interface TicksProps<Word extends string> {
  readonly name: string
  readonly label: string
  readonly words: readonly Word[]
  readonly chosen: readonly Word[]
  readonly wordOf: (word: Word) => string
  readonly onChange: (chosen: Word[]) => void
}

/** Several words of a closed list. */
export function Ticks<Word extends string>({ name, label, words, chosen, wordOf, onChange }: TicksProps<Word>) {
  return (
    <fieldset className={styles.ticks}>
      <legend>{label}</legend>
      <div>
        {words.map((word) => (
          <label key={word}>
            <input
              type="checkbox"
              name={name}
              value={word}
              checked={chosen.includes(word)}
              onChange={({ target }) =>
                onChange(words.filter((each) => (each === word ? target.checked : chosen.includes(each))))
              }
            />
            <span>{wordOf(word)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing that is so or is not. */
export function Tick({ name, label, value, onChange }: Of<boolean>) {
  return (
    <p className={styles.tick}>
      <label>
        <input type="checkbox" name={name} checked={value} onChange={({ target }) => onChange(target.checked)} />
        <span>{label}</span>
      </label>
    </p>
  )
}
