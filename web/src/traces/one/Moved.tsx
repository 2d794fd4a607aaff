import type { KeptFinding, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { numbered } from '../../common/numbered.ts'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { GROUNDS } from '../grounds.ts'
import styles from './Moved.module.css'
import { moveOf } from './moved.ts'

interface MovedProps {
  readonly trace: Pick<TraceShown, 'id' | 'findings' | 'moved'>
  readonly mayAct: boolean
  readonly onChanged: (trace: TraceShown) => void
}

/** What the reply moved: the finding as it stood when it was asked, beside the one that the answer led to. */
export function Moved({ trace, mayAct, onChanged }: MovedProps) {
  const { say, figures } = useLanguage()
  const { findings, moved } = trace
  const { before, after, kind, days } = moveOf(findings)
  const last = findings.at(-1)
  const widths =
    days && kind !== 'elsewhere' && kind !== 'same'
      ? say('traces.page.moved_days', {
          before: days.before,
          beforeFigure: figures.count(days.before),
          after: days.after,
          afterFigure: figures.count(days.after),
        })
      : null
  return (
    <Section heading={say('traces.page.moved')}>
      <p className={styles.sentence}>
        {say(`traces.page.moved.${kind}`)} {widths}
      </p>
      <div className={styles.two}>
        {before && <Finding finding={before} />}
        {after && <Finding finding={after} />}
        {moved && <Finding finding={moved} />}
      </div>
      {moved && (
        <>
          <p className={styles.sentence}>{say('traces.page.moved_waits')}</p>
          {moved.unjudged.length > 0 && (
            <p className={styles.aside}>
              {say('traces.page.unjudged', {
                count: moved.unjudged.length,
                figure: figures.count(moved.unjudged.length),
              })}
            </p>
          )}
        </>
      )}
      {last?.occasion === 'confirmed' && (
        <p className={styles.aside}>{say('traces.page.confirmed_by', { by: last.by ?? '' })}</p>
      )}
      {mayAct && <Confirm trace={trace} onChanged={onChanged} />}
    </Section>
  )
}

/** One press confirms what moved, and one takes that back. */
function Confirm({ trace: { id, findings, moved }, onChanged }: Pick<MovedProps, 'trace' | 'onChanged'>) {
  const { say } = useLanguage()
  const doing = useDoing()
  const send = (route: 'traceConfirm' | 'traceConfirmTakeBack') =>
    doing.act(async () => onChanged(await api(route, { trace: id, grounds: GROUNDS })))
  const mayUndo = findings.at(-1)?.occasion === 'confirmed'
  if (moved === null && !mayUndo) return null
  return (
    <>
      <p>
        {moved !== null && (
          <Button aria-disabled={doing.busy} onClick={() => send('traceConfirm')}>
            {say('traces.page.confirm_finding')}
          </Button>
        )}{' '}
        {mayUndo && (
          <Button weight="word" aria-disabled={doing.busy} onClick={() => send('traceConfirmTakeBack')}>
            {say('traces.page.take_back_finding')}
          </Button>
        )}
      </p>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </>
  )
}

function Finding({ finding }: { readonly finding: KeptFinding | NonNullable<TraceShown['moved']> }) {
  const { say, figures } = useLanguage()
  const { status, diversions, records } = finding
  return (
    <div className={styles.finding}>
      <h3>{say('at' in finding ? `word.finding_occasion.${finding.occasion}` : 'traces.page.moved_now')}</h3>
      {'at' in finding && <p className={styles.aside}>{figures.moment(finding.at)}</p>}
      <p className={styles.status}>{say(`word.life_status.${status}`)}</p>
      {diversions.length === 0 && <p className={styles.aside}>{say('traces.page.no_window')}</p>}
      <ol className={styles.windows}>
        {numbered(diversions).map(({ place, value }) => (
          <li key={place}>
            <span className={styles.span}>
              {figures.span({ from: value.from, to: value.to }) ?? say('common.date_unknown')}
            </span>
            <span>{say(`word.explanation.${value.kind}`)}</span>
            {value.place !== null && (
              <span>
                <bdi>{value.place}</bdi>
              </span>
            )}
            <span className={styles.aside}>{say(`word.confidence.${value.confidence}`)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.aside}>
        {say('traces.page.of_records', { count: records, figure: figures.count(records) })}
      </p>
    </div>
  )
}
