import type { DisposalShown } from '@proofmark/contract/schemas/custody-storage'
import { Identifier } from '../common/Identifier.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Storage.module.css'
import { Thing } from './Thing.tsx'

/** The exhibits of a campaign, each with what speaks against its end; of what is held for somebody the handle alone. */
export function CampaignExhibits({ shown: { exhibits, state, overseer } }: { readonly shown: DisposalShown }) {
  const { say, figures } = useLanguage()
  const open = state === 'open' || state === 'half_signed'
  const held = exhibits.flatMap(({ handle }) => handle ?? [])
  return (
    <Section heading={say('storage.campaign.exhibits')} aside={figures.count(exhibits.length)}>
      <table className={table.table}>
        <caption className="unseen">{say('storage.campaign.exhibits')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('storage.exhibit')}</th>
            {open && <th scope="col">{say('storage.campaign.against')}</th>}
          </tr>
        </thead>
        <tbody>
          {exhibits.map(({ exhibit, kind, number, label, obstacles, handle }) => (
            <tr key={exhibit}>
              <th scope="row">
                <Thing exhibit={exhibit} kind={kind} number={number} text={label} />
              </th>
              {open && (
                <td data-label={say('storage.campaign.against')}>
                  {obstacles.length === 0 ? (
                    say('storage.campaign.nothing_against')
                  ) : (
                    <ul>
                      {obstacles.map((obstacle) => (
                        <li key={obstacle} className={styles.against} data-obstacle={obstacle}>
                          {say(`word.custody_obstacle.${obstacle}`)}
                          {obstacle === 'not_cleared' && handle !== null && (
                            <>
                              {' '}
                              <Identifier mono>{handle}</Identifier>
                            </>
                          )}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {held.length > 0 && (
        <div className={styles.held}>
          <Note heading={say('storage.campaign.held')} tone="departure">
            {held.map((handle) => (
              <span key={handle} className={styles.handle}>
                <Identifier mono>{handle}</Identifier>
              </span>
            ))}
            {overseer
              ? say('storage.campaign.overseer', {
                  name: `\u2068${[overseer.name, overseer.agency].filter(Boolean).join(', ')}\u2069`,
                })
              : say('storage.campaign.no_overseer')}
          </Note>
        </div>
      )}
    </Section>
  )
}
