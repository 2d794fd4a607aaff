import type { EstimateShown } from '@proofmark/contract/schemas/quality'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './QualityPage.module.css'

/** An estimate with its interval; in words where nothing was judged. */
export function Share({ estimate }: { readonly estimate: EstimateShown | null }) {
  const { say, figures } = useLanguage()
  if (!estimate) return <span className={styles.quiet}>{say('quality.no_figure')}</span>
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map(figures.share)
  return (
    <span>
      <Figure>{value!}</Figure>{' '}
      <span className={styles.interval}>
        <Figure>{`(${low} – ${high})`}</Figure>
      </span>
    </span>
  )
}
