import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** How much partners asked of us. Nobody here sees what they found, so that the volume is all that can be watched. */
export function KnownVolume({ state: { quotas, alarms } }: { readonly state: KnownState }) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <Section heading={say('exchange.page.known.volume')}>
      <p className={styles.how}>{say('exchange.page.known.volume_how')}</p>
      {alarms.length > 0 && (
        <ul className={styles.alarms}>
          {alarms.map(({ partner, class: dataClass, kind, rule, day }) => (
            <li key={`${partner} ${dataClass} ${kind} ${rule} ${day}`} className={styles.warn}>
              <Identifier mono>{partner}</Identifier>
              {figures.comma}
              {figures.list([say(`known.class.${dataClass}`), say(`known.kind.${kind}`)])}
              {figures.comma}
              {figures.day(`${day}T12:00:00Z`)}
              {figures.comma}
              {say(`known.alarm.${rule}`)}
            </li>
          ))}
        </ul>
      )}
      {quotas.length === 0 ? (
        <p>{say('exchange.page.known.no_volume')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('partner')}</th>
              <th scope="col">{column('class')}</th>
              <th scope="col">{column('asked_by')}</th>
              <th scope="col">{column('used')}</th>
              <th scope="col">{column('all_used')}</th>
            </tr>
          </thead>
          <tbody>
            {quotas.map(({ partner, class: dataClass, kind, used, quota, allUsed, allQuota }) => (
              <tr key={`${partner} ${dataClass} ${kind}`}>
                <th scope="row" data-label={column('partner')}>
                  <Identifier mono>{partner}</Identifier>
                </th>
                <td data-label={column('class')}>{say(`known.class.${dataClass}`)}</td>
                <td data-label={column('asked_by')}>{say(`known.kind.${kind}`)}</td>
                <td data-label={column('used')}>
                  {say('exchange.page.known.of', { used: figures.count(used), quota: figures.count(quota) })}
                </td>
                <td data-label={column('all_used')}>
                  {say('exchange.page.known.of', { used: figures.count(allUsed), quota: figures.count(allQuota) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
