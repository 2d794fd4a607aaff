import type { ImportShow } from '@proofmark/contract/schemas/import'
import { Figure } from '../common/Figure.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ImportBar.module.css'

/** Short files are read ahead of their rows, so that how much is to come is not known. */
export type ToCome = number | 'unknown' | null

/** How long what is not known is drawn: dashed, with an open end. */
const UNKNOWN_SHARE = 0.1

interface ImportBarProps {
  readonly counts: Pick<ImportShow, 'rows' | 'accepted' | 'changed' | 'unchanged' | 'rejected'>
  /** The share of the file that is not read yet, from 0 to 1; null where none is. */
  readonly toCome: ToCome
  /** In a preview: what would be. */
  readonly preview?: boolean
}

const KINDS = ['accepted', 'changed', 'unchanged', 'rejected'] as const

/** What became of the rows so far, drawn to scale, with its legend in figures and words. */
export function ImportBar({ counts, toCome, preview = false }: ImportBarProps) {
  const { say, figures } = useLanguage()
  const left = toCome === 'unknown' ? UNKNOWN_SHARE : (toCome ?? 0)
  const share = (count: number) => (counts.rows === 0 ? 0 : (count / counts.rows) * (1 - left))
  const leftDrawn = toCome === 'unknown' ? styles.unknown : styles.toCome
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {KINDS.map(
          (kind) =>
            counts[kind] > 0 && <span key={kind} className={styles[kind]} style={{ flexGrow: share(counts[kind]) }} />,
        )}
        {(counts.rows === 0 || left > 0) && (
          <span className={leftDrawn} style={{ flexGrow: counts.rows === 0 ? 1 : left }} />
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
        {left > 0 && (
          <div>
            <dt>
              <span className={`${styles.key} ${leftDrawn}`} aria-hidden="true" />
              {say('imports.count.to_come')}
            </dt>
            <dd className={styles.figure}>
              {toCome === 'unknown' ? (
                '–'
              ) : (
                <Figure>{say('imports.percent', { figure: figures.count(Math.ceil(left * 100)) })}</Figure>
              )}
            </dd>
            <dd>{say(toCome === 'unknown' ? 'imports.count.to_come.unknown' : 'imports.count.to_come.means')}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
