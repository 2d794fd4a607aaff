import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { SwitchPartner } from './SwitchPartner.tsx'

interface KnownEpochsProps {
  readonly epochs: KnownState['epochs']
  readonly onChanged: () => void
}

/** What was published and received, until when; whoever keeps it stops a partner at once. */
export function KnownEpochs({ epochs, onChanged }: KnownEpochsProps) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <Section heading={say('exchange.page.known.epochs')}>
      <p className={styles.how}>{say('exchange.page.known.epochs_how')}</p>
      {epochs.length === 0 ? (
        <p>{say('exchange.page.known.no_epochs')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{column('partner')}</th>
              <th scope="col">{column('class')}</th>
              <th scope="col">{column('epoch')}</th>
              <th scope="col">{column('basis')}</th>
              <th scope="col">{column('until')}</th>
              <th scope="col">{column('act')}</th>
            </tr>
          </thead>
          <tbody>
            {epochs.map((each) => (
              <tr key={`${each.direction} ${each.partner} ${each.class} ${each.epoch}`}>
                <th scope="row" data-label={column('partner')}>
                  <span>
                    {say(`known.${each.direction}`)} <Identifier mono>{each.partner}</Identifier>
                  </span>
                </th>
                <td data-label={column('class')}>{say(`known.class.${each.class}`)}</td>
                <td data-label={column('epoch')}>
                  <Identifier mono>{each.epoch}</Identifier>
                </td>
                <td data-label={column('basis')}>
                  {each.basis === null ? (
                    <span className={styles.quiet}>–</span>
                  ) : (
                    <div>
                      <bdi>{each.basis}</bdi>
                      {each.law !== null && (
                        <p className={styles.more}>
                          <bdi>{each.law}</bdi>
                        </p>
                      )}
                    </div>
                  )}
                </td>
                <td data-label={column('until')}>
                  {each.stopped === null ? (
                    figures.moment(each.ends)
                  ) : (
                    <span className={styles.warn}>
                      {say('exchange.page.known.stopped', { moment: figures.moment(each.stopped) })}
                    </span>
                  )}
                </td>
                <td data-label={column('act')}>
                  {each.direction === 'published' && (
                    <SwitchPartner
                      partner={each.partner}
                      dataClass={each.class}
                      stopped={each.stopped !== null}
                      onChanged={onChanged}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
