import type { ModelComparison } from '@proofmark/contract/schemas/model'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ModelsPage.module.css'

interface ExamplesProps {
  readonly heading: string
  readonly pairs: ModelComparison['gained']
}

/** Pairs that change sides, each leading to the firearm of its record, where the pair is shown and judged. */
export function Examples({ heading, pairs }: ExamplesProps) {
  const { say, figures } = useLanguage()
  if (pairs.length === 0) return null
  return (
    <table className={`${tables.table} ${tables.compact}`}>
      <caption className={styles.caption}>{heading}</caption>
      <thead>
        <tr>
          <th scope="col">{say('models.record')}</th>
          <th scope="col">{say('models.with')}</th>
          <th scope="col" className={tables.number}>
            {say('models.before')}
          </th>
          <th scope="col" className={tables.number}>
            {say('models.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={`${pair.record} ${pair.other}`}>
            <th scope="row" data-label={say('models.record')}>
              <Go to={`/firearms/${pair.record}`}>
                <bdi>{pair.source}</bdi> <Identifier mono>{pair.key}</Identifier>
              </Go>
            </th>
            <td data-label={say('models.with')}>
              <Go to={`/firearms/${pair.other}`}>
                <bdi>{pair.otherSource}</bdi> <Identifier mono>{pair.otherKey}</Identifier>
              </Go>
            </td>
            <td className={tables.number} data-label={say('models.before')}>
              <Figure>{figures.probability(pair.before)}</Figure>
            </td>
            <td className={tables.number} data-label={say('models.after')}>
              <Figure>{figures.probability(pair.after)}</Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
