import { STANDINGS, type Standing } from '@proofmark/contract/case-words'
import type { ThingShown } from '@proofmark/contract/schemas/thing'
import { SAID_RELATIONS } from '@proofmark/contract/thing-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Choice, Day } from '../../traces/form/fields.tsx'
import { GROUNDS } from './grounds.ts'
import { type ChosenEnd, OtherEnd } from './OtherEnd.tsx'
import styles from './Things.module.css'

type SaidRelation = (typeof SAID_RELATIONS)[number]
const RELATIONS = SAID_RELATIONS.filter((each) => each !== 'subject_of')

interface TieFormProps {
  readonly shown: ThingShown
  readonly onChanged: () => void
}

/** Adds a tie in two steps: to what, and then how, on what grounds and as what. */
export function TieForm({ shown, onChanged }: TieFormProps) {
  const [other, setOther] = useState<ChosenEnd | null>(null)
  if (other === null) return <OtherEnd shown={shown} onChosen={setOther} />
  return <Saying key={other.node} shown={shown} other={other} onLeave={() => setOther(null)} onChanged={onChanged} />
}

interface SayingProps extends TieFormProps {
  readonly other: ChosenEnd
  readonly onLeave: () => void
}

function Saying({ shown, other, onLeave, onChanged }: SayingProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [id] = useState(newIdentifier)
  const [relation, setRelation] = useState<SaidRelation | ''>('')
  const [turned, setTurned] = useState(false)
  const [standing, setStanding] = useState<Standing | ''>('')
  const [fromDay, setFromDay] = useState('')
  const [toDay, setToDay] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const here = `${shown.kind}:${shown.thing}`
  const [from, to] = turned ? [other.node, here] : [here, other.node]
  const [first, second] = turned ? [other.called, shown.label] : [shown.label, other.called]
  const missing = (empty: boolean) =>
    tried && empty ? { reason: say('thing.page.missing'), accepted: say('thing.page.missing_how') } : null
  const sayIt = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (relation === '' || standing === '') return
    doing.act(async () => {
      await api('tieAdd', {
        ...{ id, from, to, relation, standing, grounds: GROUNDS },
        ...(fromDay === '' ? {} : { fromDay }),
        ...(toDay === '' ? {} : { toDay }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(shown.case === null ? {} : { case: shown.case.case }),
      })
      onLeave()
      onChanged()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={sayIt}>
      <p>
        <bdi>{first ?? say('thing.unnamed')}</bdi> <em>{relation === '' ? '…' : say(`thing.relation.${relation}`)}</em>{' '}
        <bdi>{second ?? say('thing.unnamed')}</bdi>{' '}
        <Button weight="word" onClick={() => setTurned(!turned)}>
          {say('thing.page.turn')}
        </Button>
      </p>
      <Choice
        name="relation"
        label={say('thing.page.relation')}
        words={RELATIONS}
        wordOf={(word) => say(`thing.relation.${word}`)}
        value={relation}
        error={missing(relation === '')}
        onChange={setRelation}
      />
      <Choice
        name="tie-standing"
        label={say('thing.page.standing')}
        hint={say('thing.page.standing_how')}
        words={STANDINGS}
        wordOf={(word) => say(`thing.standing.${word}`)}
        value={standing}
        error={missing(standing === '')}
        onChange={setStanding}
      />
      <Day name="from" label={say('thing.page.from_day')} value={fromDay} onChange={setFromDay} />
      <Day name="to" label={say('thing.page.to_day')} value={toDay} onChange={setToDay} />
      <TextField name="tie-note" label={say('thing.page.note')} value={note} most={500} onChange={setNote} />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" weight="main" aria-disabled={doing.busy}>
          {say('thing.page.tie')}
        </Button>
        <Button weight="word" onClick={onLeave}>
          {say('common.keep')}
        </Button>
      </p>
    </form>
  )
}
