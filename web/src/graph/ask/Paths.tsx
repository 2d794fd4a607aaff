import type { GraphPaths } from '@proofmark/contract/schemas/graph'
import { numbered } from '../../common/numbered.ts'
import { useLanguage } from '../../frame/language.tsx'
import { RecordLinks } from '../parts/RecordLinks.tsx'
import { TieEvidence } from '../parts/TieEvidence.tsx'
import { TieLine } from '../parts/TieLine.tsx'
import type { Known } from '../state/known.ts'
import type { Words } from '../useTexts.ts'
import styles from './Ask.module.css'

interface PathsProps {
  readonly paths: GraphPaths['paths']
  readonly words: Words
  /** The ties that the steps go along. */
  readonly known: Known
  /** Is the order of days of the essence? Then each step says its days. */
  readonly inOrder?: boolean
  /** How deep it stands: under findings of a question, or under the section itself. */
  readonly heading?: 'h3' | 'h4'
}

/** Paths in the order that they were answered in; each step opens what it rests on. */
export function Paths({ paths, words, known, inOrder = false, heading: Heading = 'h4' }: PathsProps) {
  const { say, figures } = useLanguage()
  return (
    <ol className={styles.paths}>
      {numbered(paths).map(({ place, value: { steps } }) => (
        <li key={place}>
          <Heading>
            {say('graph.page.path', {
              number: figures.count(place + 1),
              count: steps.length,
              figure: figures.count(steps.length),
            })}
          </Heading>
          <ol>
            {numbered(steps).map(({ place: at, value: tie }) => (
              <li key={at}>
                <TieLine tie={asSaid(tie)} words={words} />
                {inOrder && <span className={styles.definition}> {words.days(tie) ?? say('connect.day_unknown')}</span>}
                <StepEvidence step={tie} known={known} words={words} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

type Step = PathsProps['paths'][number]['steps'][number]

/** A step as the sentence that it is: from whom it is said, whichever way the path goes along it. */
const asSaid = (step: Step): Step => (step.forward ? step : { ...step, from: step.to, to: step.from })

interface StepEvidenceProps {
  readonly step: Step
  readonly known: Known
  readonly words: Words
}

/** What a step rests on: all that is said of its tie, or the records that it names. */
function StepEvidence({ step, known, words }: StepEvidenceProps) {
  const along = [...known.edges.values()].filter(
    ({ from, to, relation, kind }) =>
      relation === step.relation &&
      kind === step.kind &&
      ((from === step.from && to === step.to) || (from === step.to && to === step.from)),
  )
  if (along.length === 0) return <RecordLinks records={step.records} />
  return along.map((tie) => <TieEvidence key={tie.id} tie={tie} words={words} />)
}
