import type { ModelSummary } from '@proofmark/contract/schemas/model'
import { Button } from '../common/Button.tsx'
import { Identifier } from '../common/Identifier.tsx'
import tables from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { stateOf } from './state-of.ts'

interface ModelTableProps {
  readonly models: readonly ModelSummary[]
  readonly chosen: string | null
  readonly onChoose: (version: string) => void
}

type By = NonNullable<ModelSummary['proposed']>

/** One line a model: which it is, whether it stands, where it is from, and who proposed and approved it. */
export function ModelTable({ models, chosen, onChoose }: ModelTableProps) {
  const { say, figures } = useLanguage()
  const by = (one: By | null | undefined) => (one ? say('models.by_at', { by: one.by, at: figures.day(one.at) }) : null)
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          {(['version', 'state_label', 'origin_label', 'proposed_by', 'approved_by'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`models.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.version}>
            <th scope="row" data-label={say('models.version')}>
              <span>
                <Identifier mono>{model.version}</Identifier>{' '}
                {model.version === chosen ? (
                  <span className={tables.quiet}>{say('models.shown')}</span>
                ) : (
                  <Button
                    weight="word"
                    aria-label={say('models.show_model', { model: model.version })}
                    onClick={() => onChoose(model.version)}
                  >
                    {say('models.show')}
                  </Button>
                )}
              </span>
            </th>
            <td data-label={say('models.state_label')}>
              {model.standing ? <strong>{say('models.state.standing')}</strong> : say(`models.state.${stateOf(model)}`)}
            </td>
            <td data-label={say('models.origin_label')}>{say(`models.origin.${model.origin}`)}</td>
            <td data-label={say('models.proposed_by')}>{by(model.proposed)}</td>
            <td data-label={say('models.approved_by')}>{by(model.approvals[0])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
