import { MODEL_SIDES } from '@proofmark/contract/model-sides'
import type { ModelComparison, ModelSummary } from '@proofmark/contract/schemas/model'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Examples } from './Examples.tsx'
import styles from './ModelsPage.module.css'

interface ComparisonProps {
  readonly model: ModelSummary
  readonly models: readonly ModelSummary[]
}

const GROUNDS = { purpose: 'data_quality' } as const

/** A model beside another on the same pairs: how many change sides of a threshold, and which do most. */
export function Comparison({ model, models }: ComparisonProps) {
  const { say } = useLanguage()
  const others = models.filter(({ version }) => version !== model.version)
  const [before, setBefore] = useState((others.find(({ standing }) => standing) ?? others[0])?.version ?? '')
  const [found, setFound] = useState<ModelComparison | null>(null)
  const { busy, error, act, again } = useDoing()
  if (others.length === 0) return null
  const compare = () =>
    act(async () => {
      setFound(null)
      setFound(await api('modelCompare', { before, after: model.version, grounds: GROUNDS }))
    })
  return (
    <Section heading={say('models.compare_now')} busy={busy}>
      <div className={styles.choice}>
        <Field label={say('models.compare')}>
          {(control) => (
            <select {...control} name="before" value={before} onChange={({ target }) => setBefore(target.value)}>
              {others.map(({ version }) => (
                <option key={version} value={version}>
                  {version}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p>
          <Button disabled={busy} onClick={compare}>
            {say('models.compare_now')}
          </Button>
        </p>
      </div>
      {busy && <Bars id="models.comparing" />}
      {error && <Failed error={error} onAgain={again} kept={false} />}
      <div role="status">{found && <Outcome found={found} />}</div>
    </Section>
  )
}

function Outcome({ found }: { readonly found: ModelComparison }) {
  const { say, figures } = useLanguage()
  const { records, pairs, moves, gained, lost } = found
  const moved = MODEL_SIDES.flatMap((from) =>
    MODEL_SIDES.filter((to) => to !== from && moves[from][to] > 0).map((to) => ({ from, to, count: moves[from][to] })),
  )
  return (
    <div className={styles.outcome}>
      <p>
        {say('models.compared', { records: figures.count(records), pairs: figures.count(pairs) })}{' '}
        {moved.length === 0 && say('models.compared_same')}
      </p>
      {moved.length > 0 && (
        <>
          <h3>{say('models.moves')}</h3>
          <ul className={styles.moves}>
            {moved.map(({ from, to, count }) => (
              <li key={`${from} ${to}`}>
                {say('models.moved', {
                  count: figures.count(count),
                  from: say(`models.side.${from}`),
                  to: say(`models.side.${to}`),
                })}
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            <Identifier mono>{found.before}</Identifier> → <Identifier mono>{found.after}</Identifier>
          </p>
          <Examples heading={say('models.gained')} pairs={gained} />
          <Examples heading={say('models.lost')} pairs={lost} />
        </>
      )}
    </div>
  )
}
