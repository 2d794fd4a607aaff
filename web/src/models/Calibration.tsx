import type { ModelSummary } from '@proofmark/contract/schemas/model'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './ModelsPage.module.css'

type Bands = NonNullable<ModelSummary['figures']>['calibration']

/** How probabilities come true among the pairs that people judged. */
export function Calibration({ bands }: { readonly bands: Bands }) {
  const { say, figures } = useLanguage()
  const share = (value: number) => (Number.isInteger(value) ? figures.count(value) : figures.chance(value))
  if (bands.length === 0) return <p className={styles.note}>{say('models.calibration_none')}</p>
  return (
    <table className={`${tables.table} ${tables.compact}`}>
      <caption className={styles.caption}>{say('models.calibration')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('models.band')}</th>
          <th scope="col" className={tables.number}>
            {say('models.judged')}
          </th>
          <th scope="col" className={tables.number}>
            {say('models.judged_same')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, to, pairs, same }) => (
          <tr key={from}>
            <th scope="row" data-label={say('models.band')}>
              {say('models.band_value', { from: share(from), to: share(to) })}
            </th>
            <td className={tables.number} data-label={say('models.judged')}>
              {figures.count(pairs)}
            </td>
            <td className={tables.number} data-label={say('models.judged_same')}>
              {figures.count(same)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
