import type { Answer } from '@proofmark/contract/client'
import type { CSSProperties } from 'react'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import table from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Storage.module.css'

export type Place = Answer<'storageList'>['places'][number]

/** The storage places of the agency, each with how much lies in it by the record. */
export function Places({ places, chosen }: { readonly places: readonly Place[]; readonly chosen: string | null }) {
  const { say, figures } = useLanguage()
  if (places.length === 0)
    return (
      <Section heading={say('storage.no_places')} ruled={false}>
        <div className={states.state}>
          <p>{say('storage.no_places_how')}</p>
        </div>
      </Section>
    )
  return (
    <Section
      heading={say('storage.places')}
      ruled={false}
      aside={chosen !== null && <Go to="/storage">{say('storage.all_places')}</Go>}
    >
      <table className={table.table}>
        <caption className="unseen">{say('storage.places')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('storage.place')}</th>
            <th scope="col" className={table.number}>
              {say('storage.holds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ id, path, exhibits }) => (
            <tr key={id}>
              <th scope="row">
                <span className={styles.deep} style={{ '--depth': path.split(' / ').length - 1 } as CSSProperties}>
                  <Go to={`/storage#${id}`} current={id === chosen}>
                    <bdi>{path}</bdi>
                  </Go>
                </span>
              </th>
              <td className={table.number} data-label={say('storage.holds')}>
                {figures.count(exhibits)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
