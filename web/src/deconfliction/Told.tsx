import type { Told as ToldLine } from '@proofmark/contract/schemas/deconfliction'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { Contact } from './Contacts.tsx'
import styles from './Deconfliction.module.css'

/** Others who asked about what the reader's desk or cases hold. */
export function Told({ told }: { readonly told: readonly ToldLine[] }) {
  const { say, figures } = useLanguage()
  if (told.length === 0) return null
  const column = (name: string) => say(`deconfliction.page.column.${name}`)
  return (
    <Section heading={say('deconfliction.page.told')} aside={figures.count(told.length)}>
      <p className={styles.told}>{say('deconfliction.page.told_how')}</p>
      <table className={tables.table}>
        <caption className="unseen">{say('deconfliction.page.told')}</caption>
        <thead>
          <tr>
            <th scope="col">{column('whom')}</th>
            <th scope="col">{column('case')}</th>
            <th scope="col">{column('told')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ handle, contact, at, case: of }) => (
            <tr key={handle}>
              <th scope="row" data-label={column('whom')}>
                <Contact contact={contact} handle={handle} />
              </th>
              <td data-label={column('case')}>
                {of === null ? (
                  <span className={tables.quiet}>{say('deconfliction.page.desk_only')}</span>
                ) : (
                  <bdi>{of.reference}</bdi>
                )}
              </td>
              <td data-label={column('told')}>{figures.moment(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
