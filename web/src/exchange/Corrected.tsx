import type { ReceivedCorrection } from '@proofmark/contract/schemas/correction'
import { Identifier } from '../common/Identifier.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { SettleCorrection } from './SettleCorrection.tsx'

interface CorrectedProps {
  readonly correction: ReceivedCorrection
  /** Of this trace alone; else of all that it touches. */
  readonly only?: string
  readonly settles: boolean
  readonly onChanged: () => void
}

/** A partner’s correction: what it says, which traces rest on what it corrects, what is proposed and what was done. */
export function Corrected({ correction, only, settles, onChanged }: CorrectedProps) {
  const { say, figures } = useLanguage()
  const { partner, subject, said, erase, at, receipt, traces } = correction
  return (
    <article className={styles.known}>
      <p>
        <Identifier mono>{partner}</Identifier>
        {figures.comma}
        {figures.moment(at)}
      </p>
      <p className={styles.more}>
        {say('correction.subject')} <bdi>{subject}</bdi>
      </p>
      {said === null ? <p className={styles.more}>{say('correction.not_ours')}</p> : <p dir="auto">{said}</p>}
      {erase && <p className={styles.warn}>{say('correction.to_erase')}</p>}
      {traces
        .filter(({ trace }) => only === undefined || trace === only)
        .map((touched) => (
          <Touched key={touched.trace} touched={touched} correction={correction} isHere={touched.trace === only}>
            {settles && touched.settled === null && (
              <SettleCorrection correction={correction} touched={touched} onSettled={onChanged} />
            )}
          </Touched>
        ))}
      <details className={styles.more}>
        <summary>{say('correction.receipt')}</summary>
        <Identifier mono>{receipt}</Identifier>
      </details>
    </article>
  )
}

interface TouchedProps {
  readonly touched: ReceivedCorrection['traces'][number]
  readonly correction: ReceivedCorrection
  readonly isHere: boolean
  readonly children: React.ReactNode
}

function Touched({ touched: { trace, records, toldOn, settled, proposed }, isHere, children }: TouchedProps) {
  const { say, figures } = useLanguage()
  return (
    <section className={styles.after}>
      {!isHere && (
        <p>
          <Go to={`/traces/${trace}`}>{say('correction.trace')}</Go>
        </p>
      )}
      {records.length > 0 && (
        <p>
          {say('correction.records')}{' '}
          {records.map((record, at) => (
            <span key={record}>
              {at > 0 && figures.comma}
              <Go to={`/records/${record}`}>{say('correction.record', { number: figures.count(at + 1) })}</Go>
            </span>
          ))}
        </p>
      )}
      {toldOn.length > 0 && (
        <p className={styles.warn}>{say('correction.told_on', { partners: figures.list(toldOn) })}</p>
      )}
      {settled === null ? (
        <p>{say(`correction.proposed.${proposed}`)}</p>
      ) : (
        <p>
          {say('correction.done', { act: say(`correction.act.${settled.act}`), at: figures.moment(settled.at) })}{' '}
          <bdi>{settled.by}</bdi>
          {figures.comma}
          <bdi>{settled.note}</bdi>
        </p>
      )}
      {children}
    </section>
  )
}
