import type { PartnerShown } from '@proofmark/contract/schemas/partner'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { CorrectionTable } from './CorrectionTable.tsx'
import styles from './Exchange.module.css'

/** What a partner was told that was not right, and whether its receipt of the correction came. */
export function Corrections({ corrections }: Pick<PartnerShown, 'corrections'>) {
  const { say } = useLanguage()
  return (
    <Section heading={say('exchange.page.corrections_sent')}>
      {corrections.length === 0 ? (
        <p>{say('exchange.page.no_corrections')}</p>
      ) : (
        <CorrectionTable
          corrections={corrections}
          standing={say('exchange.page.column.standing')}
          standingOf={({ state }) => (
            <span className={state === 'dead' || state === 'given_up' ? styles.warn : undefined}>
              {state === 'acknowledged'
                ? say('exchange.page.receipt_here')
                : say('exchange.page.receipt_missing', { state: say(`word.outbox_state.${state}`) })}
            </span>
          )}
        />
      )}
    </Section>
  )
}
