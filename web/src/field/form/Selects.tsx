import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../../traces/countries.ts'

interface SelectProps<Code extends string> {
  readonly label: string
  readonly name: string
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  readonly value: Code | undefined
  readonly onChoose: (code: Code | undefined) => void
}

/** One of many, or none. */
export function Select<Code extends string>({ label, name, codes, word, value, onChoose }: SelectProps<Code>) {
  const { say } = useLanguage()
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          name={name}
          value={value ?? ''}
          onChange={({ target }) => onChoose(codes.find((code) => code === target.value))}
        >
          <option value="">{say('field.not_said')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {word(code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A country by its name in the reader's language; a code that has no name there stands as it is. */
export function CountrySelect(props: Omit<SelectProps<string>, 'codes' | 'word'>) {
  const { locale } = useLanguage()
  const { names, codeOf, nameOf } = countriesOf(locale)
  const known = names.flatMap((name) => codeOf(name) ?? [])
  const codes = props.value === undefined || known.includes(props.value) ? known : [props.value, ...known]
  return <Select {...props} codes={codes} word={nameOf} />
}
