import type { ModelSummary } from '@proofmark/contract/schemas/model'
import type { ReactNode } from 'react'
import { Button } from '../common/Button.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Plate } from '../questions/Plate.tsx'
import { Calibration } from './Calibration.tsx'
import styles from './ModelsPage.module.css'
import { stateOf } from './state-of.ts'

interface CardProps {
  readonly model: ModelSummary
  /** What the reader may do with it. */
  readonly children: ReactNode
}

/** The report card of a model: what it is, how it bears out in words and figures, and what may be done with it. */
export function Card({ model, children }: CardProps) {
  const { say, figures } = useLanguage()
  const { version, learned, approvedElsewhere } = model
  const elsewhere = approvedElsewhere.map(({ by, at }) => say('models.by_at', { by, at: figures.day(at) }))
  return (
    <Section
      heading={
        <>
          {say('models.card')} <Identifier mono>{version}</Identifier>
        </>
      }
      aside={say(`models.state.${stateOf(model)}`)}
    >
      <div className={styles.card}>
        <Plate
          facts={[
            [say('models.origin_label'), say(`models.origin.${model.origin}`)],
            [say('models.learned_on'), learned && figures.day(`${learned.on}T12:00:00Z`)],
            [say('models.tables'), learned && figures.count(learned.tables)],
            [say('models.elsewhere'), elsewhere.length === 0 ? null : figures.list(elsewhere)],
          ]}
        />
        <div className={styles.said}>
          <Words model={model} />
          {children}
          {learned && (
            <p>
              <Button weight="word" onClick={() => void download(version)}>
                {say('models.download')}
              </Button>
            </p>
          )}
        </div>
      </div>
    </Section>
  )
}

async function download(version: string): Promise<void> {
  const file = await api('modelFile', undefined, { model: version })
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${version}.model.json`
  link.click()
  URL.revokeObjectURL(address)
}

/** How it bears out, said before it is counted. */
function Words({ model: { figures: found } }: Pick<CardProps, 'model'>) {
  const { say, figures } = useLanguage()
  if (!found) return <p>{say('models.card_none')}</p>
  const { before, after } = found.likelihood
  const bits = (value: number) => <Figure>{figures.bits(value)}</Figure>
  const share = (value: number | null) => <Figure>{value === null ? '–' : figures.probability(value)}</Figure>
  const [undecided, same] = found.thresholds
  return (
    <>
      <p>
        <Sentence
          id={after > before ? 'models.card_better' : 'models.card_worse'}
          nodes={{ before: bits(before), after: bits(after) }}
        />
      </p>
      {same && (
        <p>
          <Sentence
            id="models.threshold_same"
            nodes={{ precision: share(same.precision), recall: share(same.recall) }}
          />{' '}
          {undecided && <Sentence id="models.threshold_undecided" nodes={{ recall: share(undecided.recall) }} />}
        </p>
      )}
      <p className={styles.note}>{say('models.figures_own')}</p>
      <Calibration bands={found.calibration} />
    </>
  )
}
