import { NODE_KINDS, STANDINGS } from '@proofmark/contract/case-words'
import { useId } from 'react'
import { Button } from '../../common/Button.tsx'
import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { type Filters as Narrowed, NO_FILTERS, narrow } from '../state/arrangement.ts'
import { gradesOf } from '../state/shown.ts'
import styles from './Toolbar.module.css'

/** What of the graph is drawn: by kind, standing, grade, day and number of ties. Each step can be taken back. */
export function Filters({ desk }: { readonly desk: GraphDesk }) {
  const { say } = useLanguage()
  const { filters } = desk.arrangement
  const change = (part: Partial<Narrowed>) => desk.change(narrow(desk.arrangement, part))
  const there = new Set([...desk.arrangement.spots.keys()].map((name) => name.split(':')[0]))
  const kinds = NODE_KINDS.filter((kind) => there.has(kind))
  const grades = gradesOf(desk.known)
  return (
    <details>
      <summary>{say('graph.page.filters')}</summary>
      <div className={styles.filters}>
        <Choices
          legend={say('graph.page.filter.kinds')}
          all={kinds}
          chosen={filters.kinds}
          nameOf={(kind) => say(`graph.kind.${kind}`)}
          onChange={(chosen) => change({ kinds: chosen })}
        />
        <Choices
          legend={say('graph.page.filter.standings')}
          all={STANDINGS}
          chosen={filters.standings}
          nameOf={(standing) => say(`graph.standing.${standing}`)}
          onChange={(standings) => change({ standings })}
        />
        {grades.length > 0 && (
          <Choices
            legend={say('graph.page.filter.grades')}
            all={['', ...grades]}
            chosen={filters.grades}
            nameOf={(grade) => grade || say('graph.page.ungraded')}
            onChange={(chosen) => change({ grades: chosen })}
          />
        )}
        <div>
          <Day
            label={say('graph.page.filter.from')}
            value={filters.fromDay}
            onChange={(fromDay) => change({ fromDay })}
          />
          <Day label={say('graph.page.filter.to')} value={filters.toDay} onChange={(toDay) => change({ toDay })} />
          <Field label={say('graph.page.filter.degree')} hint={say('graph.page.filter.degree_persons')}>
            {(control) => (
              <input
                {...control}
                name="least-degree"
                type="number"
                min={0}
                max={1000}
                value={filters.leastDegree}
                onChange={(event) =>
                  change({ leastDegree: Math.min(1000, Math.max(0, Math.floor(Number(event.target.value)))) || 0 })
                }
              />
            )}
          </Field>
        </div>
        <Button weight="word" onClick={() => change({ ...NO_FILTERS, relevance: filters.relevance })}>
          {say('graph.page.filter.none')}
        </Button>
      </div>
    </details>
  )
}

interface ChoicesProps<Word extends string> {
  readonly legend: string
  readonly all: readonly Word[]
  /** Null: all of them. */
  readonly chosen: readonly Word[] | null
  readonly nameOf: (word: Word) => string
  readonly onChange: (chosen: readonly Word[] | null) => void
}

function Choices<Word extends string>({ legend, all, chosen, nameOf, onChange }: ChoicesProps<Word>) {
  const id = useId()
  const flip = (word: Word) => {
    const now = chosen ?? all
    const next = now.includes(word) ? now.filter((each) => each !== word) : [...now, word]
    onChange(all.every((each) => next.includes(each)) ? null : next)
  }
  return (
    <fieldset>
      <legend>{legend}</legend>
      <span className={styles.choices}>
        {all.map((word) => (
          <label key={word}>
            <input
              type="checkbox"
              name={`${id}${word}`}
              checked={chosen === null || chosen.includes(word)}
              onChange={() => flip(word)}
            />
            <bdi>{nameOf(word)}</bdi>
          </label>
        ))}
      </span>
    </fieldset>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        />
      )}
    </Field>
  )
}
