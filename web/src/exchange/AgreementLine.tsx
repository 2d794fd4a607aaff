import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { ReviewDay } from './ReviewDay.tsx'

/** What is in force with a partner, and by when somebody has to look at it again. */
export function AgreementLine({ agreement }: Pick<ListedPartner, 'agreement'>) {
  const { say, figures } = useLanguage()
  if (agreement === null) return <p className={styles.warn}>{say('exchange.no_agreement')}</p>
  const { legalBasis, version, reviewOn } = agreement
  return (
    <div>
      <p>
        <Sentence
          id="exchange.page.in_force"
          parameters={{ version: figures.count(version) }}
          nodes={{ basis: <bdi>{legalBasis}</bdi> }}
        />
      </p>
      <ReviewDay reviewOn={reviewOn} />
    </div>
  )
}
