import type { ImportShow } from '@proofmark/contract/schemas/import'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ImportBar.module.css'

interface ImportBarProps {
  readonly counts: Pick<ImportShow, 'rows' | 'accepted' | 'changed' | 'unchanged' | 'rejected'>
  /** The share of the file that is not read yet, from 0 to 1; null where none is, or nobody knows. */
  readonly toCome: number | null
  /** In a preview: what would be. */
  readonly preview?: boolean
}

const KINDS = ['accepted', 'changed', 'unchanged', 'rejected'] as const

/** What became of the rows so far, drawn to scale, with its legend in figures and words. */
export function ImportBar({ counts, toCome, preview = false }: ImportBarProps) {
  const { say, figures } = useLanguage()
  const read = 1 - (toCome ?? 0)
  const share = (count: number) => (counts.rows === 0 ? 0 : (count / counts.rows) * read)
  const percent = Math.ceil((toCome ?? 0) * 100)
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {KINDS.map(
          (kind) =>
            counts[kind] > 0 && <span key={kind} className={styles[kind]} style={{ flexGrow: share(counts[kind]) }} />,
        )}
        {counts.rows === 0 ? (
          <span className={styles.toCome} style={{ flexGrow: 1 }} />
        ) : (
          toCome !== null && toCome > 0 && <span className={styles.toCome} style={{ flexGrow: toCome }} />
        )}
      </div>
      <dl className={styles.legend}>
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>
              <span className={`${styles.key} ${styles[kind]}`} aria-hidden="true" />
              {say(`imports.count.${kind}`)}
            </dt>
            <dd className={styles.figure}>{figures.count(counts[kind])}</dd>
            <dd>{say(preview ? `imports.count.${kind}.preview` : `imports.count.${kind}.means`)}</dd>
          </div>
        ))}
        {toCome !== null && toCome > 0 && (
          <div>
            <dt>
              <span className={`${styles.key} ${styles.toCome}`} aria-hidden="true" />
              {say('imports.count.to_come')}
            </dt>
            <dd className={styles.figure}>
              <Figure>{say('imports.percent', { figure: figures.count(percent) })}</Figure>
            </dd>
            <dd>{say('imports.count.to_come.means')}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
