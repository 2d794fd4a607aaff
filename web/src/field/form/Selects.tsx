import { useContext } from 'react'
import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../../traces/countries.ts'
import { CountriesFirst } from '../countries.ts'

interface SelectProps<Code extends string> {
  readonly label: string
  readonly name: string
  readonly codes: readonly Code[]
  /** These stand before the others, apart from them. */
  readonly first?: { readonly label: string; readonly codes: readonly Code[]; readonly others: string }
  readonly word: (code: Code) => string
  readonly value: Code | undefined
  readonly onChoose: (code: Code | undefined) => void
}

/** One of many, or none. */
export function Select<Code extends string>({ label, name, codes, first, word, value, onChoose }: SelectProps<Code>) {
  const { say } = useLanguage()
  const option = (code: Code) => (
    <option key={code} value={code}>
      {word(code)}
    </option>
  )
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          name={name}
          value={value ?? ''}
          onChange={({ target }) => onChoose([...(first?.codes ?? []), ...codes].find((code) => code === target.value))}
        >
          <option value="">{say('field.not_said')}</option>
          {first ? (
            <>
              <optgroup label={first.label}>{first.codes.map(option)}</optgroup>
              <optgroup label={first.others}>{codes.map(option)}</optgroup>
            </>
          ) : (
            codes.map(option)
          )}
        </select>
      )}
    </Field>
  )
}

/** A country by its name in the reader's language, the nearest at hand first; a code that has no name there stands as it is. */
export function CountrySelect(props: Omit<SelectProps<string>, 'codes' | 'first' | 'word'>) {
  const { locale, say } = useLanguage()
  const near = useContext(CountriesFirst)
  const { names, codeOf, nameOf } = countriesOf(locale)
  const known = names.flatMap((name) => codeOf(name) ?? [])
  const foreign = props.value === undefined || known.includes(props.value) ? [] : [props.value]
  const codes = [...foreign, ...known].filter((code) => !near.includes(code))
  const first = { label: say('field.countries.near'), codes: near, others: say('field.countries.others') }
  return <Select {...props} codes={codes} {...(near.length > 0 ? { first } : {})} word={nameOf} />
}
