import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { SwitchPartner } from './SwitchPartner.tsx'

interface KnownStopsProps {
  readonly stops: KnownState['stops']
  readonly onChanged: () => void
}

/** Who is stopped since when and why, and who said that it answers us no more. */
export function KnownStops({ stops, onChanged }: KnownStopsProps) {
  const { say, figures } = useLanguage()
  if (stops.length === 0) return null
  return (
    <Section heading={say('exchange.page.known.stops')}>
      <p className={styles.how}>{say('exchange.page.known.stops_how')}</p>
      <ul className={styles.list}>
        {stops.map(({ direction, partner, class: dataClass, since, reason }) => (
          <li key={`${direction} ${partner} ${dataClass}`}>
            <p>
              {say(`exchange.page.known.stop_of.${direction}`)} <Identifier mono>{partner}</Identifier>
              {figures.comma}
              {say(`known.class.${dataClass}`)}
              {figures.comma}
              {figures.moment(since)}
            </p>
            {reason !== null && (
              <p className={styles.more}>
                <bdi>{reason}</bdi>
              </p>
            )}
            {direction === 'ours' && (
              <SwitchPartner partner={partner} dataClass={dataClass} stopped onChanged={onChanged} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
