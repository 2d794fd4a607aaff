import type { CorrectionList } from '@proofmark/contract/schemas/correction'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { CorrectionTable } from './CorrectionTable.tsx'
import styles from './Exchange.module.css'

/** Our corrections, each with whoever was told of what it corrects, and whose receipt came. */
export function MadeCorrections({ made }: Pick<CorrectionList, 'made'>) {
  const { say } = useLanguage()
  return (
    <Section heading={say('correction.made')}>
      {made.length === 0 ? (
        <p>{say('correction.none_made')}</p>
      ) : (
        <CorrectionTable
          corrections={made}
          standing={say('correction.told')}
          standingOf={({ told }) => (told.length === 0 ? say('correction.nobody_told') : <Told told={told} />)}
        />
      )}
    </Section>
  )
}

function Told({ told }: Pick<CorrectionList['made'][number], 'told'>) {
  const { say, figures } = useLanguage()
  return (
    <ul>
      {told.map(({ partner, state, receivedAt }) => (
        <li key={partner} className={state === 'dead' || state === 'given_up' ? styles.warn : undefined}>
          <Identifier mono>{partner}</Identifier>
          {figures.comma}
          {receivedAt === null
            ? say('exchange.page.receipt_missing', { state: say(`word.outbox_state.${state}`) })
            : say('exchange.page.receipted', { moment: figures.moment(receivedAt) })}
        </li>
      ))}
    </ul>
  )
}
