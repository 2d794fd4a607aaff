import type { ModelShares } from '@proofmark/contract/schemas/model'
import { useState } from 'react'
import { Field } from '../common/Field.tsx'
import { Figure } from '../common/Figure.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './ModelsPage.module.css'
import { useShares } from './useModels.ts'
import { usePairName } from './usePairName.ts'

const DEGREES = ['same', 'compatible', 'near', 'differs'] as const

/** What a model says of each word, in bits, for one pair of kinds of source at a time. */
export function Says({ model }: { readonly model: string }) {
  const { say } = useLanguage()
  const nameOf = usePairName()
  const shares = useShares(model)
  const [pair, setPair] = useState('')
  const shown = shares?.find((each) => (each.pair ?? '') === pair) ?? shares?.[0]
  return (
    <Section heading={say('models.says')} busy={!shares}>
      <p className={styles.how}>{say('models.says_how')}</p>
      {shares && shares.length > 1 && (
        <div className={styles.choice}>
          <Field label={say('models.choose_pair')}>
            {(control) => (
              <select {...control} name="pair" value={pair} onChange={({ target }) => setPair(target.value)}>
                {shares.map((each) => (
                  <option key={each.pair} value={each.pair ?? ''}>
                    {nameOf(each.pair)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {shown && <Weights words={shown.words} />}
    </Section>
  )
}

function Weights({ words }: Pick<ModelShares, 'words'>) {
  const { say, figures } = useLanguage()
  const rows = [...Map.groupBy(words, ({ field, beside }) => `${field} ${beside}`).values()]
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{say('models.field')}</th>
          {DEGREES.map((degree) => (
            <th key={degree} scope="col" className={tables.number}>
              {say(`models.degree.${degree}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { field, beside } = row[0]!
          return (
            <tr key={`${field} ${beside}`}>
              <th scope="row">
                {say(`models.field_word.${field}`)}
                {beside && <span className={styles.beside}> {say(`models.beside.${field}`)}</span>}
              </th>
              {DEGREES.map((degree) => (
                <td key={degree} className={tables.number} data-label={say(`models.degree.${degree}`)}>
                  <Figure>{figures.bits(row.find((each) => each.degree === degree)?.bits ?? 0)}</Figure>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
