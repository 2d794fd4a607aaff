import { OPERATION_KINDS, OPERATION_LIMITS, type OperationKind } from '@proofmark/contract/deconfliction-words'
import type { CaseListed } from '@proofmark/contract/schemas/case'
import type { Operation, OperationAdded } from '@proofmark/contract/schemas/deconfliction'
import { type FormEvent, useState } from 'react'
import { PickCase } from '../cases/give/PickCase.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choice, Latin } from '../traces/form/fields.tsx'
import { Contact } from './Contacts.tsx'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'
import { Moment } from './Moment.tsx'
import { draftOf, NOTHING_PLANNED, type PlanDraft, type PointField, pointOf, requestOf, wrongIn } from './plan-draft.ts'

interface PlanFormProps {
  /** What is changed; null where one is planned anew. */
  readonly changing: Operation | null
  /** Who plans at the same place and time as what was planned last; null: nothing was yet. */
  readonly added: OperationAdded | null
  readonly onAdded: (added: OperationAdded | null) => void
  /** It is left as it was. */
  readonly onLeave: () => void
}

/** Plans an operation, or changes one, and says who plans at the same place and time. */
export function PlanForm({ changing, added, onAdded, onLeave }: PlanFormProps) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const [draft, setDraft] = useState<PlanDraft>(changing === null ? NOTHING_PLANNED : draftOf(changing))
  // Sent again after its answer was lost, it is the same operation.
  const [id, setId] = useState(newIdentifier)
  const [chosen, setChosen] = useState<CaseListed | null>(null)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<PlanDraft>) => {
    setDraft({ ...draft, ...part })
    setId(newIdentifier())
  }
  const missing = (empty: boolean, how = '') =>
    tried && empty ? { reason: say('deconfliction.page.missing'), accepted: how } : null
  const plan = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const request = requestOf(draft)
    if (request === null) return
    onAdded(null)
    doing.act(async () => {
      const instead = changing === null ? {} : { instead: changing.id }
      const made = await api('operationAdd', { id, ...request, ...instead, grounds: GROUNDS })
      setDraft(NOTHING_PLANNED)
      setChosen(null)
      setTried(false)
      setId(newIdentifier())
      onAdded(made)
    })
  }
  const text = (name: 'contact' | 'place', how: string, needed: boolean) => (
    <TextField
      name={name}
      label={say(`operation.page.${name}`)}
      hint={say(how)}
      value={draft[name]}
      most={name === 'place' ? 200 : 120}
      error={missing(needed && draft[name].trim() === '')}
      onChange={(value) => change({ [name]: value })}
    />
  )
  const wrongFigure = (name: PointField) => ({
    reason: say(draft[name].trim() === '' ? 'deconfliction.page.missing' : 'operation.page.figure_wrong'),
    accepted: say(`operation.page.${name}_accepted`, { most: figures.count(OPERATION_LIMITS.radius) }),
  })
  const figure = (name: PointField) => (
    <Latin
      name={name}
      label={say(`operation.page.${name}`)}
      {...(name === 'radius' && {
        hint: say('operation.page.radius_how', { most: figures.count(OPERATION_LIMITS.radius) }),
      })}
      value={draft[name]}
      most={20}
      error={tried && wrongIn(draft).includes(name) ? wrongFigure(name) : null}
      onChange={(value) => change({ [name]: value })}
    />
  )
  const moment = (name: 'from' | 'to') => (
    <Moment
      name={name}
      label={say(`operation.page.${name}`)}
      hint={say('operation.page.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      value={draft[name]}
      error={missing(draft[name] === '')}
      onChange={(value) => change({ [name]: value })}
    />
  )
  const nowhere = draft.place.trim() === '' && pointOf(draft) === null
  return (
    <Section
      heading={say(changing === null ? 'operation.page.plan' : 'operation.page.change')}
      ruled={false}
      busy={doing.busy}
    >
      <p className={styles.told}>
        {changing === null ? (
          say('operation.page.plan_told')
        ) : (
          <Sentence
            id="operation.page.change_told"
            parameters={{ when: figures.moment(changing.from) }}
            nodes={{ case: <bdi>{changing.case.reference}</bdi> }}
          />
        )}
      </p>
      <form className={styles.form} noValidate autoComplete="off" onSubmit={plan}>
        <Choice<OperationKind>
          name="kind"
          label={say('operation.page.kind')}
          words={OPERATION_KINDS}
          wordOf={(word) => say(`operation.kind.${word}`)}
          value={draft.kind}
          error={missing(draft.kind === '')}
          onChange={(kind) => change({ kind })}
        />
        {changing === null && (
          <PickCase
            chosen={chosen}
            missing={tried && draft.case === ''}
            onChoose={(next) => {
              setChosen(next)
              change({ case: next.case })
            }}
          />
        )}
        {text('place', 'operation.page.place_how', nowhere)}
        <div className={styles.row}>
          {figure('latitude')}
          {figure('longitude')}
          {figure('radius')}
        </div>
        <div className={styles.row}>
          {moment('from')}
          {moment('to')}
        </div>
        {text('contact', 'operation.page.contact_how', true)}
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        <p className={styles.buttons}>
          <Button type="submit" weight="main" aria-disabled={doing.busy}>
            {say(changing === null ? 'operation.page.send' : 'operation.page.send_change')}
          </Button>
          {changing !== null && (
            <Button weight="word" onClick={onLeave}>
              {say('operation.page.change_leave')}
            </Button>
          )}
        </p>
      </form>
      <div role="status">{added && <Added added={added} />}</div>
    </Section>
  )
}

function Added({ added: { met } }: { readonly added: OperationAdded }) {
  const { say, figures } = useLanguage()
  return (
    <div className={styles.answer}>
      <p>
        <strong>
          {met.length === 0
            ? say('operation.page.met_none')
            : say('operation.page.met', { count: met.length, figure: figures.count(met.length) })}
        </strong>
      </p>
      {met.map(({ contact, handle }) => (
        <Contact key={handle} contact={contact} handle={handle} />
      ))}
    </div>
  )
}
