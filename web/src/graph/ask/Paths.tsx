import type { GraphPaths } from '@proofmark/contract/schemas/graph'
import { numbered } from '../../common/numbered.ts'
import { useLanguage } from '../../frame/language.tsx'
import { RecordLinks } from '../parts/RecordLinks.tsx'
import { TieLine } from '../parts/TieLine.tsx'
import type { Words } from '../useTexts.ts'
import styles from './Ask.module.css'

interface PathsProps {
  readonly paths: GraphPaths['paths']
  readonly words: Words
}

/** Paths in the order that they were answered in; each step opens what it rests on. */
export function Paths({ paths, words }: PathsProps) {
  const { say, figures } = useLanguage()
  return (
    <ol className={styles.paths}>
      {numbered(paths).map(({ place, value: { steps } }) => (
        <li key={place}>
          <h4>
            {say('graph.page.path', {
              number: figures.count(place + 1),
              count: steps.length,
              figure: figures.count(steps.length),
            })}
          </h4>
          <ol>
            {numbered(steps).map(({ place: at, value: tie }) => (
              <li key={at}>
                <TieLine tie={tie} words={words} />
                <RecordLinks records={tie.records} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
