import type { SampleShown } from '@proofmark/contract/schemas/quality'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './QualityPage.module.css'
import { Share } from './Share.tsx'

/** What the sample was drawn from: each stratum with how many there are, were drawn, were judged, and were the same. */
export function Strata({ strata }: { readonly strata: SampleShown['strata'] }) {
  const { say, figures } = useLanguage()
  const columns = ['stratum', 'pairs_count', 'drawn_count', 'judged_count', 'same_share'] as const
  return (
    <details className={styles.details}>
      <summary>{say('quality.strata')}</summary>
      <table className={tables.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'stratum' ? undefined : tables.number}>
                {say(`quality.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strata.map(({ band, linked, sources, pairs, drawn, judged, estimate }) => (
            <tr key={[band, linked, ...sources].join(' ')}>
              <th scope="row">
                <Facts>
                  {[say(`quality.band.${band}`), say(linked ? 'quality.followed' : 'quality.not_followed')]}
                </Facts>
                <br />
                <span className={styles.quiet}>
                  <bdi>{sources[0]}</bdi> – <bdi>{sources[1]}</bdi>
                </span>
              </th>
              {([pairs, drawn, judged] as const).map((figure, at) => (
                <td key={columns[at + 1]} className={tables.number} data-label={say(`quality.${columns[at + 1]}`)}>
                  <Figure>{figures.count(Math.round(figure))}</Figure>
                </td>
              ))}
              <td className={tables.number} data-label={say('quality.same_share')}>
                <Share estimate={estimate} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
