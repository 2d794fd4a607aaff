import type { ReviewShow } from '@proofmark/contract/schemas/review'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './PairSheet.module.css'

/** What keeps two records apart that are linked: step by step from the one to the other, the contradiction among them. */
export function ChainSteps({ chain }: { readonly chain: NonNullable<ReviewShow['chain']> }) {
  const { say } = useLanguage()
  return (
    <Section heading={say('review.chain')}>
      <ol className={styles.chain}>
        {chain.map(({ record, source, key, link }) => (
          <li key={record} className={link === 'different' || link === 'listed-twice' ? styles.breaks : undefined}>
            {link && <span className={styles.link}>{say(`review.chain.${link}`)}</span>}{' '}
            <Go to={`/firearms/${record}`}>
              <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
            </Go>
          </li>
        ))}
      </ol>
      <p className={styles.how}>{say('review.chain_how')}</p>
    </Section>
  )
}
