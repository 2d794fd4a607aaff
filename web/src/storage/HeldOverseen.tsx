import type { ClearanceList } from '@proofmark/contract/schemas/clearance'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Storage.module.css'

/** Between whom something is held, for whoever oversees the custody: the only person who knows both sides. */
export function HeldOverseen({ overseen }: Pick<ClearanceList, 'overseen'>) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('storage.held.overseen')} aside={figures.count(overseen.length)}>
      <p className={styles.told}>
        {say(overseen.length === 0 ? 'storage.held.overseen_none' : 'storage.held.overseen_how')}
      </p>
      {overseen.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('storage.held.overseen')}</caption>
          <thead>
            <tr>
              {['handle', 'keeper', 'owner', 'since'].map((column) => (
                <th key={column} scope="col">
                  {say(`storage.held.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overseen.map(({ handle, keeper, owner, at, letGoAt }) => (
              <tr key={`${handle} ${at}`}>
                <th scope="row">
                  <Identifier mono>{handle}</Identifier>
                </th>
                <td data-label={say('storage.held.keeper')}>
                  <bdi>{keeper}</bdi>
                </td>
                <td data-label={say('storage.held.owner')}>
                  {owner ? (
                    <span>
                      <bdi>{owner.agency}</bdi> (<bdi>{owner.desk}</bdi>)
                    </span>
                  ) : (
                    say('storage.held.owner_hidden')
                  )}
                </td>
                <td data-label={say('storage.held.since')}>
                  <span>
                    {figures.moment(at)} {letGoAt && say('storage.held.let_go_at', { at: figures.moment(letGoAt) })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
