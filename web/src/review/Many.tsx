import type { Grounds } from '@proofmark/contract/schemas/common'
import type { ManyPreview, ManyPreviewRequest } from '@proofmark/contract/schemas/review-many'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Many.module.css'

interface ManyProps {
  readonly grounds: Grounds
  /** Names of the sources to choose from. */
  readonly sources: readonly string[]
}

type Chosen = Omit<ManyPreviewRequest, 'grounds'>

const LEAST = [0.1, 0.5, 0.9, 0.95, 0.99] as const
const START: Chosen = { source: '', with: '', sameMark: true, sameMake: true, least: 0.9, verdict: 'same' }

interface Decided {
  readonly id: string
  readonly made: number
  readonly passedOver: number
}

/** Many pairs decided at once: chosen, looked at before anything is kept, decided with a reason, and undone by one act. */
export function Many({ grounds, sources }: ManyProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [chosen, setChosen] = useState(START)
  const [preview, setPreview] = useState<ManyPreview | null>(null)
  const [reason, setReason] = useState('')
  const [decided, setDecided] = useState<Decided | null>(null)
  const [undone, setUndone] = useState<{ readonly withdrawn: number; readonly gone: number } | null>(null)
  const change = (part: Partial<Chosen>) => {
    setChosen({ ...chosen, ...part })
    setPreview(null)
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.source === '' || chosen.with === '') return
    act(async () => {
      setPreview(await api('reviewManyPreview', { ...chosen, grounds }))
      setDecided(null)
      setUndone(null)
    })
  }
  const decide = (pairs: ManyPreview['pairs']) => {
    const id = newIdentifier()
    act(async () => {
      const { verdict } = chosen
      setDecided(await api('reviewManyDecide', { id, pairs: [...pairs], verdict, reason: reason.trim(), grounds }))
      setPreview(null)
    })
  }
  const undo = ({ id }: Decided) =>
    act(async () => {
      setUndone(await api('reviewManyWithdraw', { id, grounds }))
      setDecided(null)
    })
  const source = (name: 'source' | 'with') => (
    <Field label={say(`review.many.${name}`)}>
      {(control) => (
        <select
          {...control}
          name={`many_${name}`}
          value={chosen[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        >
          <option value="">{say('common.choose')}</option>
          {sources.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const check = (name: 'sameMark' | 'sameMake') => (
    <label>
      <input type="checkbox" checked={chosen[name]} onChange={(event) => change({ [name]: event.target.checked })} />{' '}
      {say(`review.many.${name === 'sameMark' ? 'same_mark' : 'same_make'}`)}
    </label>
  )
  const counted = (id: string, count: number) => say(id, { count, figure: figures.count(count) })
  return (
    <details className={styles.many}>
      <summary>{say('review.many')}</summary>
      <p className={styles.how}>{say('review.many.how')}</p>
      <form className={styles.form} onSubmit={look}>
        {source('source')}
        {source('with')}
        <Field label={say('review.many.least')}>
          {(control) => (
            <select
              {...control}
              name="least"
              value={chosen.least}
              onChange={(event) => change({ least: Number(event.target.value) })}
            >
              {LEAST.map((least) => (
                <option key={least} value={least}>
                  {figures.probability(least)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('review.decide')}>
          {(control) => (
            <select
              {...control}
              name="verdict"
              value={chosen.verdict}
              onChange={(event) => change({ verdict: event.target.value === 'same' ? 'same' : 'different' })}
            >
              <option value="same">{say('firearm.judge.same.same')}</option>
              <option value="different">{say('firearm.judge.same.different')}</option>
            </select>
          )}
        </Field>
        {check('sameMark')}
        {check('sameMake')}
        <Button type="submit" aria-disabled={busy}>
          {say('review.many.preview')}
        </Button>
      </form>
      {error && <Failed error={error} onAgain={again} />}
      <div role="status" className={styles.form}>
        {preview && <p>{counted('review.many.found', preview.pairs.length)}</p>}
        {preview?.more && <p>{say('review.many.more')}</p>}
        {preview && preview.pairs.length > 0 && (
          <p>
            {say('review.many.firearms', {
              now: figures.count(preview.firearms.now),
              next: figures.count(preview.firearms.after),
            })}{' '}
            {preview.heldBack > 0 && counted('review.many.held_back', preview.heldBack)}
          </p>
        )}
        {decided && (
          <p>
            {counted('review.many.done', decided.made)}{' '}
            {decided.passedOver > 0 && counted('review.many.passed_over', decided.passedOver)}{' '}
            <Button weight="word" aria-disabled={busy} onClick={() => undo(decided)}>
              {say('review.undo')}
            </Button>
          </p>
        )}
        {undone && (
          <p>
            {counted('review.many.undone', undone.withdrawn)}{' '}
            {undone.gone > 0 && counted('review.many.gone', undone.gone)}
          </p>
        )}
      </div>
      {preview && preview.pairs.length > 0 && (
        <div className={styles.form}>
          <p className={styles.how}>{say('review.many.weakest')}</p>
          <ul>
            {preview.weakest.map(({ probability, one, other }) => (
              <li key={`${one.record} ${other.record}`}>
                <Figure>{figures.probability(probability)}</Figure>{' '}
                <Go to={`/firearms/${one.record}`}>
                  <bdi>{one.source}</bdi> <Identifier mono>{one.key}</Identifier> – <bdi>{other.source}</bdi>{' '}
                  <Identifier mono>{other.key}</Identifier>
                </Go>
              </li>
            ))}
          </ul>
          <Field label={say('firearm.reason')} hint={say('review.many.reason_how')}>
            {(control) => (
              <input
                {...control}
                name="many_reason"
                dir={directionOf(reason)}
                value={reason}
                maxLength={500}
                autoComplete="off"
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <p>
            <Button
              weight="main"
              aria-disabled={busy || reason.trim() === ''}
              onClick={() => reason.trim() !== '' && decide(preview.pairs)}
            >
              {counted('review.many.decide', preview.pairs.length)}
            </Button>
          </p>
        </div>
      )}
    </details>
  )
}
